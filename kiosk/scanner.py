"""A bar-code reader that types like a keyboard: quick keys that end with Enter make one reading.

Slow keys are nobody's reading; whoever types by hand uses the keypad on the screen.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

GAP_S = 0.12
"""Readers send a key every 1 to 50 ms; fingers need 100 and more, and end with no Enter."""
SHORTEST, LONGEST = 3, 64


class Scanner(QObject):
    """Collects keys while it is listened to.

    Signals:
        scanned: str, 3 to 64 letters, digits, "_" and "-". Each counts.
        unreadable: quick keys ended with Enter, but they are no identifier. Each counts.
    """

    scanned = Signal(str)
    unreadable = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._keys = ""
        self._last = 0.0

    def take(self, text: str) -> None:
        """A key that writes something."""
        now = self._clock()
        if now - self._last > GAP_S:
            self._keys = ""
        self._last = now
        self._keys = (self._keys + text)[: LONGEST + 1]

    def end(self) -> None:
        """The Enter key."""
        keys = self._keys if self._clock() - self._last <= GAP_S else ""
        self._keys = ""
        reading = "".join(_plain(key) for key in keys)
        if len(reading) < SHORTEST:
            return
        if len(reading) <= LONGEST and all(_allowed(key) for key in reading):
            self.scanned.emit(reading)
        else:
            self.unreadable.emit()

    def forget(self) -> None:
        self._keys = ""


def _plain(key: str) -> str:
    """A digit of any script as one of 0 to 9."""
    digit = unicodedata.digit(key, None)
    return key if digit is None else str(digit)


def _allowed(key: str) -> bool:
    return key.isascii() and (key.isalnum() or key in "_-")
