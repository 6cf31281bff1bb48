"""Somebody at the kiosk asks for help: tells staff once a touch, and whether they were told."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from domain.ports import KioskPort, Press
from ui.tasks import Tasks

log = logging.getLogger(__name__)


class HelpCall(QObject):
    """One call at a time.

    Signals:
        told: staff have been told. failed: they could not be told. Each counts.
    """

    told = Signal()
    failed = Signal()

    def __init__(self, port: KioskPort, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._port, self._tasks = port, tasks
        self.is_pending = False

    def ask(self) -> None:
        """Tell staff; while that is on its way a second touch tells nothing more."""
        if self.is_pending:
            return
        self.is_pending = True
        self._tasks.run(partial(self._port.ask_for_help, Press()), self._done, self._failed)

    @Slot(object)
    def _done(self, _nothing: object) -> None:
        self.is_pending = False
        self.told.emit()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        log.warning("staff could not be told that help is asked for: %s", type(error).__name__)
        self.is_pending = False
        self.failed.emit()
