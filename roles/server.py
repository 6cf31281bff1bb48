"""The server's role: its own login, then server.run until it is told to end."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys

from roles import store
from roles.plain import Plain
from roles.settings import Settings
from server.run import serve

PR_SET_PDEATHSIG = 1


def run(settings: Settings, host: str, port: int, workers: int, parent: int | None) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Args:
        port: 0 chooses a free one.
        parent: the process to end with, however that one ends.
    """
    if parent is not None:
        _end_with(parent)
    with store.opened(settings) as place:
        place.begin()
        credential = place.credential("server", f"Server {platform.node()}")
        code = serve(
            conninfo=place.conninfo_of(credential),
            host=host,
            port=port,
            workers=workers,
            log_format=settings.log_format,
        )
    if code:
        sys.exit(code)


def _end_with(parent: int) -> None:
    """Have the kernel end this process when its parent is gone; only Linux knows that."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM))
    if os.getppid() != parent:  # it was gone before we asked
        raise Plain("The program that started this server has ended.")
