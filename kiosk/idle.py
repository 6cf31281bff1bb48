"""Notices that nobody has touched the kiosk for a while, asks, and gives up waiting."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class IdleClock(QObject):
    """Runs from the last touch. It shows nothing; the window asks and begins again.

    Signals:
        asked: int, the seconds left to answer, when asking begins and each second. Newest wins.
        over: nobody answered.
    """

    asked = Signal(object)
    over = Signal()

    def __init__(self, ask_s: float, reset_s: float, parent: QObject) -> None:
        super().__init__(parent)
        self._reset_s = reset_s
        self._ends_at: float | None = None
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(round(ask_s * 1000))
        self._ask.timeout.connect(self._begin_asking)
        self._tick = QTimer(self)
        self._tick.setInterval(max(20, min(1000, round(reset_s * 1000 / 4))))
        self._tick.timeout.connect(self._count)

    @property
    def is_asking(self) -> bool:
        return self._ends_at is not None

    def touch(self) -> None:
        """Somebody is there: begin again from now."""
        self._tick.stop()
        self._ends_at = None
        self._ask.start()

    def stop(self) -> None:
        self._ask.stop()
        self._tick.stop()
        self._ends_at = None

    @Slot()
    def _begin_asking(self) -> None:
        self._ends_at = time.monotonic() + self._reset_s
        self._tick.start()
        self._count()

    @Slot()
    def _count(self) -> None:
        if self._ends_at is None:
            return
        left = self._ends_at - time.monotonic()
        if left > 0:
            self.asked.emit(math.ceil(left))
        else:
            self.stop()
            self.over.emit()
