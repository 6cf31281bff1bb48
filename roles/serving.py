"""A server as a child of this process, on a free port; it ends with whoever started it."""

from __future__ import annotations

import contextlib
import os
import random
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from roles.plain import Plain
from roles.settings import Settings

MAIN = Path(__file__).resolve().parent.parent / "main.py"
PORTS = range(20_000, 32_768)
"""Below the range Linux takes for outgoing connections."""
START_S = 60.0
END_S = 5.0
READY = "Dawr is ready at "


@contextlib.contextmanager
def served(settings: Settings) -> Iterator[str]:
    """A server that answers, for as long as this is held; yields its address.

    Raises:
        Plain: it did not start; the sentence says why or where to look.
    """
    log = settings.data_dir / "server.log"
    log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with log.open("wb") as errors:
        command = [sys.executable, str(MAIN), "server", "--port", str(_free_port(settings))]
        child = subprocess.Popen(
            [*command, "--parent", str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
    try:
        yield _address(child, log)
    finally:
        _end(child)


def _free_port(settings: Settings) -> int:
    """The port of DAWR_SERVER_URL if nobody has it, else another."""
    usual = urlsplit(settings.server_url).port or 8765
    for port in (usual, *random.sample(PORTS, 100)):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return port
    raise Plain("No free port was found on this machine for the server.")


def _address(child: subprocess.Popen[bytes], log: Path) -> str:
    """What the server says once it is ready."""
    assert child.stdout is not None  # noqa: S101 - asked for above
    said, until = b"", time.monotonic() + START_S
    while b"\n" not in said and (left := until - time.monotonic()) > 0:
        if select.select([child.stdout], [], [], left)[0]:
            piece = os.read(child.stdout.fileno(), 4096)
            if not piece:
                break
            said += piece
    line = said.decode(errors="replace").partition("\n")[0]
    if line.startswith(READY):
        return line.removeprefix(READY).strip()
    raise Plain(_why_not(log))


def _why_not(log: Path) -> str:
    """The server's own sentence where it said one, else where to look."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    if len(lines) == 1 and not lines[0].startswith("{"):
        return lines[0]
    return f"The server did not start; look at {log}."


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(END_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdout is not None:
        child.stdout.close()
