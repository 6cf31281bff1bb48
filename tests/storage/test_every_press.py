"""Every action of a window, pressed again under one key: done once, answered alike.

The cases must be those of the windows' ports; a new action fails a test until its case stands here.
"""

from __future__ import annotations

import datetime as dt
import inspect
import itertools
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest

from domain.ports import KioskPort, LogIn, Press, StaffPort, TicketClue
from domain.routes import RouteAction, RouteEdit
from domain.states import Priority
from domain.tickets import Desk, IssuedTicket, TicketId, TicketRequest
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.contents import contents
from tests.postgres import Database
from tests.storage.booking import MORNING, Book

LAB = Desk(None, ("lab",))


@dataclass
class Windows:
    """A kiosk, a desk, and who comes to them; a new patient for each case."""

    database: Database
    kiosk: KioskDesk
    staff: StaffDesk
    numbers: itertools.count[int]

    def patient(self) -> str:
        return f"P-{next(self.numbers)}"

    def waiting(self) -> IssuedTicket:
        return self.kiosk.issue_ticket(Press(), TicketRequest("lab", patient=self.patient()))

    def called(self) -> TicketId:
        ticket = self.waiting().ticket_id
        self.staff.call_chosen(Press(), LAB, ticket, "first")
        return ticket

    def missed(self) -> TicketId:
        ticket = self.called()
        now = self.database.value("select dawr.now()")
        self.database.set_clock(now + dt.timedelta(minutes=6))
        return ticket

    def on_route(self) -> IssuedTicket:
        logged = self.kiosk.log_in(Press(), LogIn(self.patient(), "male", "courses"))
        assert logged.ticket is not None
        return logged.ticket

    def booked(self) -> str:
        """The code of an appointment that is now."""
        book = Book(self.database)
        slot = book.free()[0]
        code = book.book(slot.slot_id, self.patient())
        self.database.set_clock(slot.starts_at)
        return code

    def pin(self) -> str:
        return self.staff.desk_list(LAB).pins["lab"]


Action = Callable[[Press], object]
Case = Callable[[Windows], Action]


def _kiosk_leaves(w: Windows) -> Action:
    ticket = w.waiting()
    w.staff.call_chosen(Press(), LAB, ticket.ticket_id, "first")
    clue, pin = TicketClue(token=ticket.token), w.pin()
    return lambda press: w.kiosk.leave(press, clue, pin)


def _desk_leaves(w: Windows) -> Action:
    ticket, pin = w.called(), w.pin()
    return lambda press: w.staff.leave(press, ticket, pin)


def _route(w: Windows) -> Action:
    ticket = w.on_route().ticket_id
    edit = RouteEdit(RouteAction.COMPLETE, "seen last week", clinic="eye")
    return lambda press: w.staff.edit_route(press, ticket, edit)


def on(make: Callable[[Windows], Any], act: Callable[[Windows, Press, Any], object]) -> Case:
    """An action about what was made for it before."""

    def case(w: Windows) -> Action:
        made = make(w)
        return lambda press: act(w, press, made)

    return case


def held(w: Windows) -> TicketId:
    ticket = w.called()
    w.staff.hold(Press(), ticket, "waits")
    return ticket


def marked(w: Windows) -> TicketId:
    ticket = w.missed()
    w.staff.mark_no_show(Press(), ticket)
    return ticket


def request(w: Windows) -> TicketRequest:
    return TicketRequest("lab", patient=w.patient())


KIOSK: dict[str, Case] = {
    "issue_ticket": on(request, lambda w, press, asked: w.kiosk.issue_ticket(press, asked)),
    "log_in": on(
        Windows.patient,
        lambda w, press, who: w.kiosk.log_in(press, LogIn(who, "male", "courses")),
    ),
    "check_in": on(Windows.booked, lambda w, press, code: w.kiosk.check_in(press, code)),
    "leave": _kiosk_leaves,
    "ask_for_help": on(lambda _: None, lambda w, press, _: w.kiosk.ask_for_help(press)),
    "report_print_failure": on(
        Windows.waiting,
        lambda w, press, one: w.kiosk.report_print_failure(press, one.ticket_id, "no paper"),
    ),
}
STAFF: dict[str, Case] = {
    "call_next": on(Windows.waiting, lambda w, press, _: w.staff.call_next(press, LAB)),
    "call_chosen": on(
        Windows.waiting,
        lambda w, press, one: w.staff.call_chosen(press, LAB, one.ticket_id, "pain"),
    ),
    "recall": on(Windows.called, lambda w, press, one: w.staff.recall(press, one)),
    "start_service": on(Windows.called, lambda w, press, one: w.staff.start_service(press, one)),
    "finish": on(Windows.called, lambda w, press, one: w.staff.finish(press, one)),
    "mark_no_show": on(Windows.missed, lambda w, press, one: w.staff.mark_no_show(press, one)),
    "reactivate": on(marked, lambda w, press, one: w.staff.reactivate(press, one)),
    "hold": on(Windows.called, lambda w, press, one: w.staff.hold(press, one, "waits")),
    "resume": on(held, lambda w, press, one: w.staff.resume(press, one)),
    "transfer": on(
        Windows.called,
        lambda w, press, one: w.staff.transfer(press, one, "xr", keep_arrival=True, reason=None),
    ),
    "cancel": on(Windows.called, lambda w, press, one: w.staff.cancel(press, one, "gone")),
    "change_priority": on(
        Windows.waiting,
        lambda w, press, one: w.staff.change_priority(press, one.ticket_id, Priority.ELDERLY, "78"),
    ),
    "undo": on(Windows.called, lambda w, press, one: w.staff.undo(press, one)),
    "add_note": on(Windows.called, lambda w, press, one: w.staff.add_note(press, one, "deaf")),
    "register_walk_in": on(request, lambda w, press, asked: w.staff.register_walk_in(press, asked)),
    "leave": _desk_leaves,
    "regenerate_pin": on(lambda _: None, lambda w, press, _: w.staff.regenerate_pin(press, "lab")),
    "edit_route": _route,
    "check_in": on(Windows.booked, lambda w, press, code: w.staff.check_in(press, code)),
    "cancel_booking": on(
        Windows.booked, lambda w, press, code: w.staff.cancel_booking(press, code)
    ),
}


@pytest.mark.parametrize(("port", "cases"), [(KioskPort, KIOSK), (StaffPort, STAFF)])
def test_every_action_of_a_window_has_its_case(port: type, cases: dict[str, Case]) -> None:
    actions = {
        name
        for name, method in inspect.getmembers(port, inspect.isfunction)
        if "press" in inspect.signature(method).parameters
    }

    assert actions == set(cases)


def test_a_press_repeated_changes_nothing_and_is_answered_alike(database: Database) -> None:
    database.set_clock(MORNING)
    with (
        closing(KioskDesk(database.login("kiosk"))) as kiosk,
        closing(StaffDesk(database.login("staff"))) as staff,
    ):
        windows = Windows(database, kiosk, staff, itertools.count(1))
        for name, case in (*KIOSK.items(), *STAFF.items()):
            action, press = case(windows), Press()
            before = contents(database)
            first = action(press)
            between = contents(database)
            again = [action(press) for _ in range(2)]

            assert again == [first] * 2, name
            assert between != before, name
            assert contents(database) == between, name
