"""Whether the database answers, asked again and again; it alone decides out-of-service."""

from __future__ import annotations

import datetime as dt
import logging

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.errors import Busy, Refusal, StoreAway
from domain.ports import KioskPort
from domain.tickets import Catalogue
from ui.tasks import Tasks

log = logging.getLogger(__name__)


class StoreWatch(QObject):
    """Reads the catalogue: often while the database is away, at leisure while it is there.

    Signals:
        reached: Catalogue, at every answer; newest wins.
        away: datetime of the try that failed, aware UTC, at every failed try; newest wins.
    """

    reached = Signal(object)
    away = Signal(object)

    def __init__(
        self, port: KioskPort, tasks: Tasks, check_s: float, retry_s: float, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self._check_ms, self._retry_ms = round(check_s * 1000), round(retry_s * 1000)
        self._asking = False
        self.is_away = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)

    @Slot()
    def check(self) -> None:
        """Ask now; while an answer is outstanding nothing more is asked."""
        if self._asking:
            return
        self._asking = True
        self._timer.stop()
        self._tasks.run(self._port.catalogue, self._answered, self._failed)

    def stop(self) -> None:
        self._timer.stop()

    def lost(self) -> None:
        """Another call found the database away: believe it, and try again soon."""
        self._tell_away()
        if not self._asking:
            self._timer.start(self._retry_ms)

    @Slot(object)
    def _answered(self, catalogue: Catalogue) -> None:
        self._asking = False
        self.is_away = False
        self._timer.start(self._check_ms)
        self.reached.emit(catalogue)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._asking = False
        if isinstance(error, Busy) and not isinstance(error, StoreAway) and not self.is_away:
            self._timer.start(self._check_ms)  # it is there, only busy
            return
        if not isinstance(error, Refusal):
            log.error("the catalogue could not be read: %s", type(error).__name__)
        self._timer.start(self._retry_ms)
        self._tell_away()

    def _tell_away(self) -> None:
        self.is_away = True
        self.away.emit(dt.datetime.now(dt.UTC))
