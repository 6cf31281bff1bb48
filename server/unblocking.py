"""A stream whose writer never waits: a thread carries the lines on, and drops what nobody takes.

Standard error may be a pipe that nobody reads. A process that logged into it itself would stand
still, with every request in it, as soon as the pipe is full.
"""

from __future__ import annotations

import contextlib
import os
import threading
from queue import Empty, SimpleQueue

MOST_WAITING = 10_000
LAST_LINES_S = 0.3


class Unblocking:
    """Takes lines for a descriptor; what is beyond so many waiting is lost, and said to be."""

    def __init__(self, descriptor: int, most: int = MOST_WAITING) -> None:
        self._descriptor = descriptor
        self._most = most
        self._lines: SimpleQueue[str | None] = SimpleQueue()
        self._lost = 0
        self._thread = threading.Thread(target=self._carry, name="log", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Hand a line over; never waits."""
        if self._lines.qsize() < self._most:
            self._lines.put(text)
        else:
            self._lost += 1

    def flush(self) -> None:
        """Nothing to do: the thread writes as soon as it may."""

    def finish(self, patience_s: float = LAST_LINES_S) -> None:
        """Wait for what is still to be written, for a moment only."""
        self._lines.put(None)
        self._thread.join(patience_s)

    def _carry(self) -> None:
        is_over = False
        while not is_over:
            lines = [self._lines.get()]
            with contextlib.suppress(Empty):
                while len(lines) < self._most:
                    lines.append(self._lines.get_nowait())
            is_over = None in lines
            lost, self._lost = self._lost, 0
            if lost:
                lines.append(f'{{"event": "lines of the log were lost", "count": {lost}}}\n')
            with contextlib.suppress(OSError):  # nobody reads any more
                _write("".join(line for line in lines if line), self._descriptor)


def _write(text: str, descriptor: int) -> None:
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        rest = rest[os.write(descriptor, rest) :]
