"""The embedded server's log: one file that is never larger than its limit, and the one before it.

The server and its supervisor append to the same descriptor, so that emptying the file is safe
while both write; it reads no more of it than a start's complaint.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

LIMIT = 4 * 1024 * 1024


class BoundedLog:
    """postgres.log, 0600; a full one is kept once as postgres.log.1."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.descriptor = os.open(
            path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )

    def take_standard_error(self) -> None:
        """Let a fault of this very process be read here too."""
        os.dup2(self.descriptor, sys.stderr.fileno())

    def note(self, text: str) -> None:
        """Append a line of the supervisor's own; a full disk loses it."""
        when = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
        with contextlib.suppress(OSError):
            os.write(self.descriptor, f"{when} [{os.getpid()}] supervisor: {text}\n".encode())

    def size(self) -> int:
        """Return the file's size in bytes, a mark for `since`."""
        return os.fstat(self.descriptor).st_size

    def since(self, mark: int) -> str:
        """Return what was written after a mark."""
        with self._path.open("rb") as file:
            file.seek(mark)
            return file.read(LIMIT).decode("utf-8", "replace")

    def bound(self) -> None:
        """Empty the file if it is full, and keep its text beside it where the disk has room."""
        if self.size() <= LIMIT:
            return
        with contextlib.suppress(OSError):
            self._keep()
        os.ftruncate(self.descriptor, 0)

    def _keep(self) -> None:
        kept = os.open(
            self._path.with_name(f"{self._path.name}.1"),
            os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC,
            0o600,
        )
        with os.fdopen(kept, "wb") as copy, self._path.open("rb") as file:
            copy.write(file.read(2 * LIMIT))
