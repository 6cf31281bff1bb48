"""The desk's list, read through the port when an event says that it changed.

Never two reads at once: events that come during a read make one more after it, however many they
were. A read that fails is tried again by itself, slower each time, for as long as the desk is open.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.feed import QueueUpdate
from domain.ports import StaffPort
from domain.tickets import Desk, DeskList
from staff.wiring import StaffFeed, Worker

RETRY_MS = (1_000, 2_000, 5_000, 10_000)
"""Pauses before the next try after a failed read; the last one stays."""


class DeskReading(QObject):
    """Reads one desk's list.

    Signals:
        list_read(DeskList): newest wins.
        failed(Exception): the read did not work; the last list stands, and is old.
    """

    list_read = Signal(object)
    failed = Signal(object)

    def __init__(
        self, port: StaffPort, worker: Worker, desk: Desk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._desk = desk
        self._reading = False
        self._again = False
        self._failures = 0
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self.read)

    def listen(self, feed: StaffFeed) -> None:
        feed.snapshot.connect(self._snapshot_came)
        feed.updated.connect(self._something_changed)

    @Slot()
    def read(self) -> None:
        """Read now, or once more after the read that is under way."""
        if self._reading:
            self._again = True
            return
        self._retry.stop()
        self._reading = True
        work = functools.partial(self._port.desk_list, self._desk)
        self._worker.run(work, self._came, self._went_wrong)

    @Slot(object)
    def _snapshot_came(self, _snapshot: object) -> None:
        self.read()

    @Slot(object)
    def _something_changed(self, update: QueueUpdate) -> None:
        if update.clinic in self._desk.clinics:
            self.read()

    @Slot(object)
    def _came(self, desk_list: DeskList) -> None:
        self._reading = False
        self._failures = 0
        self.list_read.emit(desk_list)
        self._go_on()

    @Slot(object)
    def _went_wrong(self, why: Exception) -> None:
        self._reading = False
        self._again = False
        self._retry.start(RETRY_MS[min(self._failures, len(RETRY_MS) - 1)])
        self._failures += 1
        self.failed.emit(why)

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self.read()
