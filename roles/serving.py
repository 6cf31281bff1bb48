"""A server as a child of this process: on a free port, begun again when it dies, ended with us."""

from __future__ import annotations

import contextlib
import os
import random
import select
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from roles.plain import Plain, make_folder
from roles.settings import Settings

MAIN = Path(__file__).resolve().parent.parent / "main.py"
PORTS = range(20_000, 32_768)
"""Below the range Linux takes for outgoing connections."""
START_S = 60.0
END_S = 5.0
READY = "Dawr is ready at "


class Served:
    """A server that answers at `url` for as long as this is held.

    It ends with this process however that ends, where the system can (Linux); so it must be
    started by the main thread, whose end is what the kernel looks at.
    """

    def __init__(self, settings: Settings) -> None:
        self._port = _free_port(settings)
        self._log = settings.data_dir / "server.log"
        make_folder(settings.data_dir)
        self._log.unlink(missing_ok=True)
        self._child = self._started()
        self.url = ""

    def __enter__(self) -> Self:
        """Wait until it answers.

        Raises:
            Plain: it did not start; the sentence says why or where to look.
        """
        try:
            self.url = self._address()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    @property
    def pid(self) -> int:
        return self._child.pid

    def keep(self) -> None:
        """Start it again, at the same address, if it has died."""
        if self._child.poll() is not None:
            self.end()
            self._child = self._started()

    def end(self) -> None:
        self._child.terminate()
        try:
            self._child.wait(END_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, str(MAIN), "server", "--port", str(self._port)]
        with self._log.open("ab") as errors:
            return subprocess.Popen(
                [*command, "--parent", str(os.getpid())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
            )

    def _address(self) -> str:
        """What the server says once it is ready."""
        pipe = self._child.stdout
        said, until = b"", time.monotonic() + START_S
        while pipe is not None and b"\n" not in said and time.monotonic() < until:
            if select.select([pipe], [], [], until - time.monotonic())[0]:
                piece = os.read(pipe.fileno(), 4096)
                if not piece:
                    break
                said += piece
        line = said.decode(errors="replace").partition("\n")[0]
        if not line.startswith(READY):
            raise Plain(self._why_not())
        return line.removeprefix(READY).strip()

    def _why_not(self) -> str:
        """The server's own sentence where it said one, else where to look."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        if len(lines) == 1 and not lines[0].startswith("{"):
            return lines[0]
        return f"The server did not start; look at {self._log}."


def _free_port(settings: Settings) -> int:
    """The port of DAWR_SERVER_URL if nobody has it, else another."""
    usual = urlsplit(settings.server_url).port or 8765
    for port in (usual, *random.sample(PORTS, 100)):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise Plain("No free port was found on this machine for the server.")
