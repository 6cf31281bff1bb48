"""What a desk reads and does about PINs, routes and appointments, as its own login."""

from __future__ import annotations

import pytest

from domain.errors import IncorrectPin, TooLateToUndo
from domain.ports import Press
from domain.routes import RouteAction, RouteEdit, StopStatus
from domain.slots import BookingState
from domain.tickets import Desk
from tests.postgres import Database
from tests.storage.booking import MORNING, Book
from tests.storage.conftest import ClinicFixture
from tests.storage.walker import Walker

LAB = Desk("1", ("lab",))


def test_the_desks_list_holds_its_own_clinics_pins(clinic: ClinicFixture) -> None:
    desk = clinic.desk()
    before = desk.desk_list(LAB).pins

    drawn = desk.regenerate_pin(Press(), "lab")

    assert set(before) == {"lab"}
    assert drawn != before["lab"]
    assert desk.desk_list(LAB).pins == {"lab": drawn}


def test_a_patient_in_hand_comes_with_his_route(clinic: ClinicFixture) -> None:
    Walker(clinic.database).log_in()
    clinic.issue()
    desk = clinic.desk()
    desk.call_next(Press(), LAB)

    listed = desk.desk_list(LAB)

    route = listed.in_hand[0].route
    assert route is not None
    assert (route.exam, route.done, route.total, route.due) == ("recruitment", 0, 10, "lab")
    assert route.stops[0].status is StopStatus.IN_QUEUE
    assert [one.route for one in listed.waiting] == [None]


def test_a_finished_patient_is_told_where_he_goes_next_and_an_undo_takes_it_back(
    clinic: ClinicFixture,
) -> None:
    Walker(clinic.database).log_in()
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)

    moved = desk.finish(Press(), called.ticket_id)
    assert moved.next is not None
    assert (moved.next.clinic, moved.next.label) == ("xr", "X-001")

    desk.undo(Press(), called.ticket_id)
    assert clinic.database.rows("select label, state from ticket order by id") == [
        ("L-001", "called"),
        ("X-001", "cancelled"),
    ]


def test_a_next_ticket_that_was_called_keeps_the_done_from_being_undone(
    clinic: ClinicFixture,
) -> None:
    Walker(clinic.database).log_in()
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)
    desk.finish(Press(), called.ticket_id)
    clinic.desk("Desk 2").call_next(Press(), Desk("2", ("xr",)))

    with pytest.raises(TooLateToUndo):
        desk.undo(Press(), called.ticket_id)


def test_the_desk_ends_a_visit_with_the_pin_in_any_digits(clinic: ClinicFixture) -> None:
    clinic.issue()
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)
    pin = desk.desk_list(LAB).pins["lab"]
    wrong = "00" if pin != "00" else "11"

    with pytest.raises(IncorrectPin) as refused:
        desk.leave(Press(), called.ticket_id, wrong)
    assert refused.value.facts["attempts_left"] == 4
    arabic = pin.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    assert desk.leave(Press(), called.ticket_id, arabic).next is None
    assert clinic.database.value("select state from ticket") == "done"


def test_a_route_is_changed_from_the_desk(clinic: ClinicFixture) -> None:
    Walker(clinic.database).log_in()
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)
    edit = RouteEdit(RouteAction.UPDATE, "Sent by the doctor", clinics=("lab", "ecg"))

    route = desk.edit_route(Press(), called.ticket_id, edit)

    assert [one.clinic for one in route.stops] == ["lab", "ecg"]
    moved = desk.finish(Press(), called.ticket_id)
    assert moved.next is not None
    assert moved.next.clinic == "ecg"


def test_the_days_appointments_are_seen_checked_in_and_called_off(
    clinic: ClinicFixture, database: Database
) -> None:
    database.set_clock(MORNING)
    book = Book(database)
    first, second = (book.book(slot.slot_id) for slot in book.free()[:2])
    desk = clinic.desk()

    assert {one.code: one.state for one in desk.desk_list(LAB).bookings} == {
        first: BookingState.BOOKED,
        second: BookingState.BOOKED,
    }
    ticket = desk.check_in(Press(), first)
    desk.cancel_booking(Press(), second)

    listed = {one.code: one for one in desk.desk_list(LAB).bookings}
    assert listed[first].state is BookingState.CHECKED_IN
    assert listed[first].ticket == ticket.label
    assert listed[second].state is BookingState.CANCELLED
