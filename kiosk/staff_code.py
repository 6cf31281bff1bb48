"""The staff's code that opens the way out of the kiosk: a few tries, then a pause."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable

TRIES = 5
LOCKED_S = 60.0


class StaffCode:
    """Compares what was typed; without a code nothing is right."""

    def __init__(self, code: str | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._code, self._clock = code, clock
        self._left = TRIES
        self._locked_until = 0.0

    @property
    def tries_left(self) -> int:
        return self._left

    @property
    def locked_for_s(self) -> float:
        """Seconds until it may be tried again; 0 when it may be tried now."""
        return max(0.0, self._locked_until - self._clock())

    def accepts(self, typed: str) -> bool:
        """Whether it is the code; a wrong one costs a try, and the last try a pause."""
        if self._code is None or self.locked_for_s > 0:
            return False
        if hmac.compare_digest(typed.encode(), self._code.encode()):
            self._left = TRIES
            return True
        self._left -= 1
        if self._left == 0:
            self._left = TRIES
            self._locked_until = self._clock() + LOCKED_S
        return False
