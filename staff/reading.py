"""Reads one thing through the port whenever asked: never two reads at once.

Asking during a read makes one more after it, however often one asked. A read that fails is tried
again by itself, slower each time, for as long as somebody wants the answer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from staff.wiring import Worker

RETRY_MS = (1_000, 2_000, 5_000, 10_000)
"""Pauses before the next try after a failed read; the last one stays."""


class Reading(QObject):
    """Reads with `work` in the worker.

    Signals:
        came(object): what was read; newest wins.
        failed(Exception): the read did not work; what was read before stands, and is old.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[], object], worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._worker = worker
        self._reading = False
        self._again = False
        self._failures = 0
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read now, or once more after the read that is under way."""
        if self._reading:
            self._again = True
            return
        self._retry.stop()
        self._reading = True
        self._worker.run(self._work, self._done, self._went_wrong)

    def stop(self) -> None:
        """Try no more by itself."""
        self._retry.stop()

    @Slot(object)
    def _done(self, value: object) -> None:
        self._reading = False
        self._failures = 0
        self.came.emit(value)
        if self._again:
            self._again = False
            self.read()

    @Slot(object)
    def _went_wrong(self, why: Exception) -> None:
        self._reading = False
        self._again = False
        self._retry.start(RETRY_MS[min(self._failures, len(RETRY_MS) - 1)])
        self._failures += 1
        self.failed.emit(why)
