"""A bar-code reader that types like a keyboard: quick keys that end with Enter make one reading.

Slow keys are nobody's reading; whoever types by hand uses the keypad on the screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kiosk.readings import Reading, identifier

GAP_S = 0.12
"""Readers send a key every 1 to 50 ms; fingers need 100 and more, and end with no Enter."""
SHORTEST, LONGEST = 3, 300
"""Shorter is a slip of the hand; an address with a code in it is far below the longest."""


class Scanner(QObject):
    """Collects keys while it is listened to.

    Signals:
        scanned: str, what the reading means to the question asked. Each counts.
        unreadable: quick keys ended with Enter, but they are no answer to it. Each counts.
    """

    scanned = Signal(str)
    unreadable = Signal()

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._reading: Reading | None = identifier
        self._keys = ""
        self._last = 0.0

    def expect(self, reading: Reading | None) -> None:
        """What a reading is taken for from now on; None listens to none. Keys so far are gone."""
        self._reading = reading
        self.forget()

    def hear(self, event: QKeyEvent) -> None:
        """A key of whatever keyboard there is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.end()
        elif event.text().isprintable():
            self.take(event.text())

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
        if len(keys) < SHORTEST or self._reading is None:
            return
        found = self._reading(keys) if len(keys) <= LONGEST else None
        if found is None:
            self.unreadable.emit()
        else:
            self.scanned.emit(found)

    def forget(self) -> None:
        self._keys = ""
