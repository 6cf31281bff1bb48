"""Keeps one open desk: its list, its presses, its link; says the whole scene whenever it changes.

It listens to the feed and asks the port through the worker; it shows nothing.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from domain.feed import Link, QueueUpdate, Snapshot
from domain.ports import StaffPort
from domain.states import EventKind
from domain.tickets import CalledTicket, Catalogue, Clinic, Desk, DeskList, TicketId
from staff.desk_clock import DeskClock
from staff.orders import SILENT, Order
from staff.presses import Answered, Presses, Standing
from staff.reading import Reading
from staff.scene import Scene
from staff.wiring import StaffFeed, Worker

SETTLE_MS = 6_000
"""A little longer than the feed's own check for what a lost bell would miss."""
SLOW_MS = 300
"""From then on a press that is not answered, or whose list has not come, is seen on the buttons."""

DEAF_MS = 5_000
"""So often the list is read while no feed says what changed, so that a desk without a server tells
the truth and can go on calling. A server looks as often for what a lost bell would miss."""


class DeskState(QObject):
    """The scene of a desk from its opening to its closing.

    Signals:
        changed(Scene): the scene whole; newest wins.
    """

    changed = Signal(object)

    def __init__(
        self, port: StaffPort, feed: StaffFeed, worker: Worker, scene: Scene, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.clock = DeskClock()
        self.scene = scene
        self.presses = Presses(port, worker, self)
        work = functools.partial(port.desk_list, scene.desk)
        self._reading = Reading(work, worker, self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._deaf = QTimer(self, interval=DEAF_MS)
        self._listen(feed)

    @property
    def desk(self) -> Desk:
        return self.scene.desk

    @Slot()
    def read(self) -> None:
        """Read the list: at the opening, after a change, or when a person asks for it."""
        self._reading.read()

    def close(self) -> None:
        """Read no more by itself."""
        self._reading.stop()
        self._settled.stop()
        self._slow.stop()
        self._deaf.stop()

    def give(self, order: Order) -> bool:
        """Press; False while the press before is not settled.

        A list that could not be read is no hindrance: then the answer tells, or is lost.
        """
        return not self.scene.settling and self.presses.give(order)

    @Slot(object)
    def choose(self, ticket: TicketId) -> None:
        """Make one of several tickets in hand the one the buttons are about."""
        self._set(current=ticket)

    def _listen(self, feed: StaffFeed) -> None:
        self._reading.came.connect(self._list_came)
        self._reading.failed.connect(self._list_failed)
        self.presses.standing_changed.connect(self._standing_changed)
        self.presses.answered.connect(self._answered)
        self._settled.timeout.connect(self._did_not_settle)
        self._slow.timeout.connect(self._got_slow)
        self._deaf.timeout.connect(self.read)
        feed.catalogue_changed.connect(self._catalogue_came)
        feed.snapshot.connect(self._snapshot_came)
        feed.updated.connect(self._update_came)
        feed.link_changed.connect(self._link_changed)

    @Slot(object)
    def _list_came(self, desk_list: DeskList) -> None:
        self.clock.set(desk_list.read_at)
        self._settled.stop()
        self._set(desk_list=desk_list, trouble=None, settling=False, leaving={})

    @Slot(object)
    def _list_failed(self, why: Exception) -> None:
        self._set(trouble=why)

    @Slot(object)
    def _standing_changed(self, standing: Standing) -> None:
        self._set(standing=standing)

    @Slot(object)
    def _answered(self, answered: Answered) -> None:
        called = answered.answer
        if isinstance(called, CalledTicket):
            self._set(current=called.ticket_id, settling=True)
        else:
            self._set(settling=True)
        self._settled.start()
        if self.scene.link is not Link.LIVE or answered.order.act in SILENT:
            self.read()

    @Slot()
    def _did_not_settle(self) -> None:
        self._set(settling=False)
        self.read()

    @Slot(object)
    def _catalogue_came(self, catalogue: Catalogue) -> None:
        self._set(clinics=catalogue.clinics)

    @Slot(object)
    def _snapshot_came(self, snapshot: Snapshot) -> None:
        states = {one.clinic: one for one in snapshot.clinics}
        clinics = []
        for clinic in self.scene.clinics:
            now = states.get(clinic.code)
            clinics.append(
                clinic
                if now is None
                else dataclasses.replace(
                    clinic, state=now.state, reason=now.reason, until=now.until
                )
            )
        self._set(clinics=tuple(clinics))
        self.read()

    @Slot(object)
    def _update_came(self, update: QueueUpdate) -> None:
        if update.clinic not in self.desk.clinics:
            return
        if update.state is not None:
            self._set(clinics=tuple(_told(one, update) for one in self.scene.clinics))
        elsewhere = update.room is not None and update.room != self.desk.room
        if update.kind is EventKind.CALLED and elsewhere and update.ticket:
            self._set(leaving={**self.scene.leaving, update.ticket: update.room})
        self.read()

    @Slot(object)
    def _link_changed(self, link: Link) -> None:
        since = self.clock.now() if link is Link.STALE else None
        self._set(link=link, link_since=since)
        if link is Link.STALE:
            self.read()
            self._deaf.start()
        else:
            self._deaf.stop()

    @Slot()
    def _got_slow(self) -> None:
        self._set(slow=True)

    def _set(self, **changes: Any) -> None:
        scene = dataclasses.replace(self.scene, **changes)
        under_way = scene.settling or scene.standing.asking is not None
        if not under_way:
            self._slow.stop()
            scene = dataclasses.replace(scene, slow=False)
        elif not self._slow.isActive() and not scene.slow:
            self._slow.start()
        self.scene = scene
        self.changed.emit(scene)


def _told(clinic: Clinic, update: QueueUpdate) -> Clinic:
    if clinic.code != update.clinic or update.state is None:
        return clinic
    return dataclasses.replace(clinic, state=update.state, reason=update.reason, until=update.until)
