"""Lets calls be seen and heard one after another: each is handed to the voice and waited for."""

from __future__ import annotations

import functools
import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import Shiboken

from display.calls import Calls
from display.siteclock import SiteClock
from display.voice import SilentVoice, Voice
from domain.feed import Announcement


class Announcer(QObject):
    """Drives the calls in time. While `silent` (a stale wall) calls are shown but not heard.

    Signals:
        changed(): the board may be another one now; comes before the call is heard.
    """

    changed = Signal()

    def __init__(
        self, calls: Calls, clock: SiteClock, voice: Voice, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._clock = clock
        self._voice = voice
        self._quiet = SilentVoice()
        self._hold = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._hold.timeout.connect(self.advance)
        self.silent = False

    @Slot()
    def advance(self) -> None:
        """Announce the next call if it is its turn, and wake up when the present one is over."""
        call = self._calls.next_to_announce(self._clock.elapsed())
        self.changed.emit()
        if call is not None:
            voice = self._quiet if self.silent else self._voice
            voice.announce(call, functools.partial(self._on_spoken, call))
        self._wake_later()

    def _on_spoken(self, call: Announcement) -> None:
        if not Shiboken.isValid(self):
            return
        self._calls.spoken(call)
        self._wake_later()

    def _wake_later(self) -> None:
        remaining = self._calls.remaining_s(self._clock.elapsed())
        if self._calls.is_busy:
            self._hold.start(max(1, math.ceil(remaining * 1000)))
        else:
            self._hold.stop()
