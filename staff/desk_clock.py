"""The database's clock at the desk: its last reading, carried on by the PC's steady counter.

The PC's own date and time are never looked at, so a wrong clock on a desk changes no waiting time.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable


class DeskClock:
    """Knows the database's time after the first reading, and None before it."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._read: tuple[dt.datetime, float] | None = None

    def set(self, read_at: dt.datetime) -> None:
        """Take over a reading made just now; one older than what is known here changes nothing.

        A reading that travelled slowly would turn the clock back by its journey, so the later wins.
        """
        known = self.now()
        if known is None or read_at > known or known - read_at > _JUMP:
            self._read = (read_at, self._steady())

    def now(self) -> dt.datetime | None:
        if self._read is None:
            return None
        read_at, then = self._read
        return read_at + dt.timedelta(seconds=self._steady() - then)


_JUMP = dt.timedelta(seconds=5)
"""A reading so far behind is a database whose clock was set back, not a slow journey."""
