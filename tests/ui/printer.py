"""A printer on a real socket: takes what an ESC/POS printer takes, and reads the dots back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PAPER_ASKED = b"\x10\x04\x04"
PRINTED_ASKED = b"\x1dr\x01"
PAPER_THERE = b"\x12"
PAPER_OUT = b"\x72"
ALL_PRINTED = b"\x00"
RAN_OUT = b"\x0c"
_RASTER = b"\x1dv0"
_WAIT_S = 10.0


class PaperPrinter:
    """Answers as it is told; `received` is all that came. An answer of None is silence."""

    def __init__(self, status: bytes | None, printed: bytes | None) -> None:
        self._answers = {PAPER_ASKED: status, PRINTED_ASKED: printed}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(_WAIT_S)
        self.received = b""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="printer", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.close()
        self._thread.join(_WAIT_S)

    def wait_for_end(self) -> bytes:
        """All that came, once the sender has hung up."""
        assert self._ended.wait(_WAIT_S)
        return self.received

    def _serve(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:
            return
        with connection:
            while piece := connection.recv(65536):
                self.received += piece
                for question, answer in self._answers.items():
                    if self.received.endswith(question) and answer is not None:
                        connection.sendall(answer)
        self._ended.set()


@contextmanager
def paper_printer(
    *, status: bytes | None = PAPER_THERE, printed: bytes | None = ALL_PRINTED
) -> Iterator[PaperPrinter]:
    printer = PaperPrinter(status, printed)
    try:
        yield printer
    finally:
        printer.close()


def dots(received: bytes) -> list[list[bool]]:
    """The rows of dots in GS v 0 commands, True is black; several commands follow on another."""
    rows: list[list[bool]] = []
    start = received.find(_RASTER)
    while start >= 0:
        width = int.from_bytes(received[start + 4 : start + 6], "little")
        height = int.from_bytes(received[start + 6 : start + 8], "little")
        body = received[start + 8 : start + 8 + width * height]
        assert len(body) == width * height
        rows += [_row(body[row * width : (row + 1) * width]) for row in range(height)]
        start = received.find(_RASTER, start + 8 + width * height)
    return rows


def _row(octets: bytes) -> list[bool]:
    return [bool(octet & (0x80 >> bit)) for octet in octets for bit in range(8)]
