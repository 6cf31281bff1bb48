"""How long each step waits for the next touch, and what comes when none does."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.idle import IdleClock
from kiosk.needs import Step
from kiosk.settings import KioskSettings


class Patience(QObject):
    """Questions are asked about before they are given up; what has nothing to lose ends by itself.

    Signals:
        asked: int, the seconds left to say that somebody is there. Newest wins.
        over: begin at the first screen.
    """

    asked = Signal(object)
    over = Signal()

    def __init__(self, settings: KioskSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = IdleClock(settings.idle_ask_s, settings.idle_reset_s, self)
        self._calm = QTimer(self, singleShot=True)
        self._calm.setInterval(round(settings.idle_ask_s * 1000))
        self._stay = QTimer(self, singleShot=True)
        self._stay.setInterval(round(settings.ticket_stay_s * 1000))
        self._idle.asked.connect(self.asked)
        for clock in (self._idle.over, self._calm.timeout, self._stay.timeout):
            clock.connect(self.over)

    def wait(self, step: Step, *, away: bool) -> None:
        """Wait anew for as long as this step waits; `away` is the screen that is out of service."""
        if step in (Step.TICKET, Step.FAREWELL):
            self.stop()
            self._stay.start()
        elif step is Step.HOME or away:
            self.stop()
            self._calm.start()
        elif step is Step.ISSUING:
            self.stop()
        elif not self._idle.is_asking:
            # while it is asked only the dialog's buttons answer
            self._stop_timers()
            self._idle.touch()

    @Slot()
    def somebody_is_there(self) -> None:
        self._idle.touch()

    def stop(self) -> None:
        self._stop_timers()
        self._idle.stop()

    def _stop_timers(self) -> None:
        self._calm.stop()
        self._stay.stop()
