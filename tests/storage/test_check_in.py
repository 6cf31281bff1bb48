"""An appointment becomes a ticket: when, at which place in the line, and who is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from domain.errors import (
    AlreadyWaiting,
    BookingNotFound,
    ClinicClosed,
    ClinicPaused,
    NotAllowed,
    NotOnRoute,
    OutsideCheckInWindow,
    PreviousNotCompleted,
    Refusal,
    WrongState,
)
from domain.ports import Press
from domain.slots import BookingState, SlotId
from domain.tickets import Desk, TicketRequest
from storage import moves, slots
from storage.kiosk_desk import KioskDesk
from storage.moves import Pressed
from storage.moves_routes import LOG_IN
from storage.session import Session
from storage.staff_desk import StaffDesk
from tests.storage.booking import DAY, MINUTE, MORNING, Book

AT = MORNING + 30 * MINUTE
"""When the first slot of the day begins."""
INSTANT = MINUTE / 60_000_000
KIOSK = Pressed(scope="kiosk", actor="Kiosk")
STAFF = Pressed(scope="staff", actor="Nurse")


@pytest.fixture
def code(book: Book) -> str:
    """An appointment of P-1 at the first slot of the day."""
    return book.book(book.slots()[0].slot_id, "P-1", name="Mariam")


@pytest.fixture
def session(book: Book) -> Iterator[tuple[Session, Session]]:
    """A kiosk and a desk, each with its own login."""
    with ExitStack() as opened:
        made = [Session(book.database.login(kind), f"dawr {kind}") for kind in ("kiosk", "staff")]
        for one in made:
            opened.callback(one.close)
        yield made[0], made[1]


@pytest.fixture
def kiosk(book: Book) -> Iterator[KioskDesk]:
    desk = KioskDesk(book.database.login("kiosk"))
    yield desk
    desk.close()


def place(book: Book, label: str) -> dt.datetime:
    """Where a ticket stands in the line."""
    found = book.database.value("select queue_at from ticket where label = %s", [label])
    assert isinstance(found, dt.datetime)
    return found


@pytest.mark.parametrize("pressed", [Pressed(scope="patient"), KIOSK, STAFF])
def test_the_window_is_open_to_its_very_edges(book: Book, code: str, pressed: Pressed) -> None:
    opens, closes = AT - 30 * MINUTE, AT + 10 * MINUTE
    for outside in (opens - INSTANT, closes + INSTANT):
        book.database.stop_clock(outside)
        with pytest.raises(OutsideCheckInWindow) as refused:
            book.move(slots.CHECK_IN, pressed, code=code)
        told = [refused.value.instant(name) for name in ("opens_at", "closes_at")]
        assert told == [opens, closes]
    for edge in (opens, closes):
        book.database.stop_clock(edge)
        book.database.do("update booking set state = 'booked', ended_at = null, ticket_id = null")
        book.database.do("update ticket set state = 'cancelled'")
        assert book.move(slots.CHECK_IN, pressed, code=code)["state"] == "waiting"


@pytest.mark.parametrize(
    ("minutes", "stands"), [(-29, -29), (-15, -15), (-14, -15), (0, -15), (10, -15)]
)
def test_who_checks_in_stands_at_a_quarter_before_his_time_or_when_he_came(
    book: Book, code: str, minutes: int, stands: int
) -> None:
    book.database.stop_clock(AT + minutes * MINUTE)

    book.check_in(code)

    assert abs(place(book, "L-001") - (AT + stands * MINUTE)) < dt.timedelta(milliseconds=1)


def test_he_is_called_before_who_came_after_that_and_not_before_who_came_earlier(
    book: Book, code: str, kiosk: KioskDesk
) -> None:
    for minutes in (-16, -10):
        book.database.set_clock(AT + minutes * MINUTE)
        kiosk.issue_ticket(Press(), TicketRequest("lab"))
    book.database.set_clock(AT)

    ticket = book.check_in(code)

    assert (ticket["label"], ticket["ahead"]) == ("L-003", 1)
    desk = StaffDesk(book.database.login("staff"))
    called = [desk.call_next(Press(), Desk(None, ("lab",))).label for _ in range(3)]
    desk.close()
    assert called == ["L-001", "L-003", "L-002"]


def test_the_ticket_says_where_it_comes_from(book: Book, code: str) -> None:
    book.check_in(code)

    assert book.database.rows("select source, appointment_ref, priority from ticket") == [
        ("booking", code, "none")
    ]
    kinds = book.database.rows("select kind, number from event order by position desc limit 1")
    assert kinds == [("ENTERED", 1)]


def test_a_second_check_in_gives_the_same_ticket(book: Book, code: str) -> None:
    first = book.check_in(code)
    book.database.set_clock(AT + 60 * MINUTE)  # he holds it, so the window is no matter any more

    for pressed in (Pressed(scope="patient"), KIOSK, STAFF):
        again = book.move(slots.CHECK_IN, pressed, code=code.lower())
        assert (again["token"], again["existing"]) == (first["token"], True)
    assert book.database.value("select count(*) from ticket") == 1


def test_who_is_done_is_told_so(book: Book, code: str) -> None:
    book.check_in(code)
    desk = StaffDesk(book.database.login("staff"))
    called = desk.call_next(Press(), Desk(None, ("lab",)))
    desk.finish(Press(), called.ticket_id)
    desk.close()

    with pytest.raises(WrongState) as refused:
        book.check_in(code)
    assert refused.value.facts["state"] == "DONE"


def test_who_gave_his_place_up_may_check_in_again_or_call_off(book: Book, code: str) -> None:
    other = book.book(book.slots()[1].slot_id, "P-2")
    book.database.set_clock(AT)
    desk = StaffDesk(book.database.login("staff"))
    for one in (code, other):
        desk.cancel(Press(), book.check_in(one)["ticket_id"], "left")
    desk.close()

    assert book.check_in(code)["label"] == "L-003"
    book.cancel(other)


def test_a_ticket_he_holds_already_is_told_to_its_holder_kiosks_and_staff(
    book: Book, code: str, kiosk: KioskDesk
) -> None:
    """And then it stands for the appointment, at the place it had."""
    walked_in = kiosk.issue_ticket(Press(), TicketRequest("lab", patient="P-1"))
    stood = place(book, walked_in.label)
    book.database.set_clock(AT)

    for holder in (None, "x" * 22):
        with pytest.raises(AlreadyWaiting) as refused:
            book.check_in(code, holder=holder)
        assert refused.value.facts == {}
    for pressed, holder in ((Pressed(scope="patient"), walked_in.token), (KIOSK, None)):
        found = book.move(slots.CHECK_IN, pressed, code=code, holder=holder)
        assert (found["token"], found["existing"]) == (walked_in.token, True)
    with pytest.raises(AlreadyWaiting):
        book.check_in(code)  # the code opens only what it drew
    assert book.database.rows("select label, appointment_ref from ticket") == [("L-001", None)]
    assert place(book, walked_in.label) == stood
    assert book.database.rows("select state, ticket_id from booking") == [
        ("checked_in", walked_in.ticket_id)
    ]


def test_a_closed_or_paused_clinic_takes_nobody_but_by_staff(book: Book, code: str) -> None:
    other = book.book(book.slots()[1].slot_id, "P-2")
    book.database.set_clock(AT)
    book.database.do("update clinic set paused = true, paused_reason = 'fire' where code = 'lab'")
    with pytest.raises(ClinicPaused):
        book.check_in(code)
    assert book.move(slots.CHECK_IN, STAFF, code=code)["label"] == "L-001"
    book.database.do("update clinic set paused = false, paused_reason = null")
    book.database.do("insert into clinic_hours values (1, 1, 7, '00:00', '00:01')")
    with pytest.raises(ClinicClosed):
        book.move(slots.CHECK_IN, KIOSK, code=other)


def test_on_a_route_an_appointment_is_a_turn_like_any_other(book: Book, code: str) -> None:
    """P-1 is on his exam and holds a number of the laboratory, where his appointment is too."""
    not_on_it, not_yet = (
        book.book(book.slots(code=one)[0].slot_id, "P-1") for one in ("xr", "int")
    )
    book.database.set_clock(AT)
    exam = {"patient": "P-1", "gender": "male", "exam": "cooks"}
    with book.server() as server:
        begun = moves.perform(server, LOG_IN, Pressed(scope="patient"), None, **exam)
    assert begun is not None
    assert begun.ticket is not None
    drawn = begun.ticket.answer["token"]

    for wanted in (code, not_on_it, not_yet):
        with pytest.raises(AlreadyWaiting):
            book.check_in(wanted)
    with pytest.raises(NotOnRoute):
        book.move(slots.CHECK_IN, KIOSK, code=not_on_it)
    with pytest.raises(PreviousNotCompleted):
        book.check_in(not_yet, holder=drawn)
    assert book.check_in(code, holder=drawn)["token"] == drawn
    assert book.move(slots.CHECK_IN, STAFF, code=not_on_it)["clinic"] == "xr"


@pytest.mark.parametrize("unknown", ["ABCD2345", "", "P-1", "' or true --"])
def test_an_unknown_code_opens_nothing(book: Book, code: str, unknown: str) -> None:
    with pytest.raises(BookingNotFound):
        book.check_in(unknown)
    assert book.database.value("select count(*) from ticket") == 0


def test_a_press_repeated_draws_one_ticket(
    book: Book, code: str, session: tuple[Session, Session]
) -> None:
    press = Press()
    first = slots.check_in(session[0], press, code)

    assert slots.check_in(session[0], press, code) == first
    assert (first.label, first.patient, first.existing) == ("L-001", "P-1", False)
    assert slots.check_in(session[1], Press(), code).existing


def test_the_desk_reads_the_days_appointments_and_that_is_written_down(
    book: Book, code: str, session: tuple[Session, Session]
) -> None:
    kiosk, staff = session
    cancelled = book.book(book.slots()[0].slot_id, "P-2", name="Salem")
    book.cancel(cancelled)
    book.book(book.slots(code="xr")[0].slot_id, "P-3")
    book.book(book.slots(DAY + dt.timedelta(days=1))[0].slot_id, "P-4")
    slots.check_in(kiosk, Press(), code)

    found = slots.read_bookings(staff, ["LAB"])

    assert found.day == DAY
    shown = [(one.code, one.state, one.name, one.patient, one.ticket) for one in found.bookings]
    assert shown == [
        (code, BookingState.CHECKED_IN, "Mariam", "P-1", "L-001"),
        (cancelled, BookingState.CANCELLED, "Salem", "P-2", None),
    ]
    assert (found.bookings[0].starts_at, found.bookings[0].opens_at) == (AT, AT - 30 * MINUTE)
    readers = "select i.value from patient_read r join patient_identifier i using (patient_id)"
    assert book.database.rows(readers + " order by 1") == [("P-1",), ("P-2",)]
    assert len(slots.read_bookings(staff, ["lab", "xr"], DAY).bookings) == 3
    assert len(slots.read_bookings(staff, ["lab"], DAY + dt.timedelta(days=1)).bookings) == 1


def test_a_desk_calls_off_and_a_kiosk_cannot(
    book: Book, code: str, session: tuple[Session, Session]
) -> None:
    kiosk, staff = session
    for refused in (
        lambda: slots.cancel_booking(kiosk, Press(), code),
        lambda: slots.read_bookings(kiosk, ["lab"]),
    ):
        with pytest.raises(Refusal):
            refused()
    slots.cancel_booking(staff, Press(), code)

    assert book.database.value("select state from booking") == "cancelled"


def test_what_a_stranger_says_of_a_known_patient_changes_nothing(book: Book) -> None:
    """The name stays with the appointment, the mobile always; whom the hold made known it names."""
    first, second, third = (one.slot_id for one in book.slots()[:3])
    book.book(first, "P-1", name="Mariam", mobile="+97455501234")
    book.book(second, "P-1", name="Mallory", mobile="+97455509999")
    nameless = book.hold(third, "P-9")
    book.release(nameless)
    book.book(third, "P-9", name="Mallory")

    assert book.database.rows("select name, mobiles from patient order by id") == [
        ("Mariam", []), (None, [])
    ]  # fmt: skip
    names = [row[0] for row in book.database.rows("select name from booking order by id")]
    assert names == ["Mariam", "Mallory", "Mallory"]


def test_remote_entry_switched_off_leaves_kiosks_and_staff(book: Book, code: str) -> None:
    book.database.do("update site set remote_entry = false")

    with pytest.raises(NotAllowed):
        book.check_in(code)
    assert book.move(slots.CHECK_IN, KIOSK, code=code)["label"] == "L-001"


def test_an_appointment_of_another_site_is_not_there(book: Book, code: str) -> None:
    book.database.do("insert into site (code, names, time_zone) values ('two', '{}', 'UTC')")
    book.database.do("update login set site_id = 2 where kind = 'server'")

    for call in (book.check_in, book.cancel):
        with pytest.raises(BookingNotFound):
            call(code)
    assert book.next_free(slot=SlotId(1)) == []
