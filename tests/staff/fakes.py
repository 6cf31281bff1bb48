"""A port, a feed and a worker to drive the staff window with; the window itself is the real one."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from domain.feed import Link, QueueUpdate
from domain.ports import Press
from domain.routes import Route, RouteEdit
from domain.states import EventKind, Priority, TicketState
from domain.tickets import (
    CalledTicket,
    Desk,
    DeskChoices,
    DeskList,
    IssuedTicket,
    MovedTicket,
    TicketId,
    TicketRequest,
)
from tests.staff.site import NOON, choices, desk_list, route, ticket

T = TypeVar("T")


class FakeFeed(QObject):
    """Says what a test makes it say."""

    catalogue_changed = Signal(object)
    snapshot = Signal(object)
    updated = Signal(object)
    station_notice = Signal(object)
    link_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.link = Link.CONNECTING
        self.watched: tuple[str, ...] = ()
        self.running = False

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def watch(self, clinics: Sequence[str]) -> None:
        self.watched = tuple(clinics)

    def say_link(self, link: Link) -> None:
        self.link = link
        self.link_changed.emit(link)

    def say_change(self, kind: EventKind = EventKind.ENTERED, clinic: str = "lab") -> None:
        self.updated.emit(change(kind, clinic))


def change(
    kind: EventKind, clinic: str, ticket_label: str | None = None, room: str | None = None
) -> QueueUpdate:
    return QueueUpdate(kind, clinic, 1, ticket_label, room, 1, 1, 1, 1, NOON, NOON.date())


class FakeTasks:
    """A worker whose answers come when the test says so, one after another."""

    def __init__(self, *, at_once: bool = False) -> None:
        self.at_once = at_once
        self._line: deque[Callable[[], None]] = deque()

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        def go() -> None:
            try:
                answer = work()
            except Exception as why:  # noqa: BLE001  whatever the port raises is handed on
                failed(why)
            else:
                done(answer)

        self._line.append(go)
        if self.at_once:
            self.flush()

    @property
    def under_way(self) -> int:
        return len(self._line)

    def step(self) -> None:
        """Let the oldest one be answered."""
        self._line.popleft()()

    def flush(self) -> None:
        while self._line:
            self.step()


@dataclass
class FakePort:
    """Writes down what it is asked; answers with `lists`, and raises what `refuse` holds."""

    offered: DeskChoices = field(default_factory=choices)
    current: DeskList = field(default_factory=desk_list)
    refuse: Exception | None = None
    away: Exception | None = None
    finished: int | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)
    presses: list[Press] = field(default_factory=list)
    reads: int = 0

    def choices(self) -> DeskChoices:
        if self.away is not None:
            raise self.away
        return self.offered

    def desk_list(self, desk: Desk) -> DeskList:
        self.reads += 1
        if self.away is not None:
            raise self.away
        return self.current

    def call_next(self, press: Press, desk: Desk) -> CalledTicket:
        self._take(press, "call_next", desk)
        return self._called()

    def call_chosen(self, press: Press, desk: Desk, ticket: TicketId, reason: str) -> CalledTicket:
        self._take(press, "call_chosen", ticket, reason)
        return self._called()

    def recall(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "recall", ticket)

    def start_service(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "start_service", ticket)

    def finish(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "finish", ticket)

    def mark_no_show(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "mark_no_show", ticket)

    def reactivate(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "reactivate", ticket)

    def hold(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket:
        return self._move(press, "hold", ticket, reason)

    def resume(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "resume", ticket)

    def transfer(
        self, press: Press, ticket: TicketId, to: str, *, keep_arrival: bool, reason: str | None
    ) -> MovedTicket:
        return self._move(press, "transfer", ticket, to, keep_arrival, reason)

    def cancel(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket:
        return self._move(press, "cancel", ticket, reason)

    def change_priority(
        self, press: Press, ticket: TicketId, priority: Priority, reason: str
    ) -> MovedTicket:
        return self._move(press, "change_priority", ticket, priority, reason)

    def undo(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._move(press, "undo", ticket)

    def add_note(self, press: Press, ticket: TicketId, note: str) -> MovedTicket:
        return self._move(press, "add_note", ticket, note)

    def leave(self, press: Press, ticket: TicketId, pin: str) -> MovedTicket:
        moved = self._move(press, "leave", ticket, pin)
        return replace(moved, next=self._issued("xray", "X-012"))

    def regenerate_pin(self, press: Press, clinic: str) -> str:
        self._take(press, "regenerate_pin", clinic)
        return "53"

    def edit_route(self, press: Press, ticket: TicketId, edit: RouteEdit) -> Route:
        self._take(press, "edit_route", ticket, edit)
        return route()

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        self._take(press, "check_in", code)
        return self._issued("lab", "L-040")

    def cancel_booking(self, press: Press, code: str) -> str:
        self._take(press, "cancel_booking", code)
        return code

    def register_walk_in(self, press: Press, request: TicketRequest) -> IssuedTicket:
        self._take(press, "register_walk_in", request)
        return self._issued(request.clinic, "L-040")

    def _issued(self, clinic: str, label: str) -> IssuedTicket:
        return IssuedTicket(
            ticket_id=TicketId(99),
            clinic=clinic,
            number=40,
            label=label,
            token="t",
            state=TicketState.WAITING,
            arrived_at=NOON,
            ahead=10,
            estimate=None,
            entered=40,
            exited=30,
            waiting=10,
            floor="1",
        )

    def _move(self, press: Press, name: str, ticket_id: TicketId, *given: object) -> MovedTicket:
        self._take(press, name, ticket_id, *given)
        one = ticket(int(ticket_id))
        return MovedTicket(
            ticket_id, "lab", one.number, "X-007", TicketState.WAITING, "3", NOON, "t", 9
        )

    def _called(self) -> CalledTicket:
        return CalledTicket(
            TicketId(38), "lab", 38, "L-038", "3", 9, NOON + dt.timedelta(seconds=1), self.finished
        )

    def _take(self, press: Press, *what: object) -> None:
        self.presses.append(press)
        self.asked.append(what)
        if self.refuse is not None:
            why, self.refuse = self.refuse, None
            raise why

    def serve(self, **changes: object) -> None:
        """From now on the list is another one."""
        self.current = replace(self.current, **changes)  # type: ignore[arg-type]  # a test's own
