"""The first move after the turn of the day, whichever it is, finds the new day itself."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

import psycopg
import pytest

from domain.errors import AlreadyWaiting, TooLateToUndo, WrongState
from domain.ports import Press
from domain.states import Priority
from domain.tickets import Desk, TicketId, TicketRequest
from storage.moves import TRANSFER, Pressed, TicketRef, perform
from storage.staff_desk import StaffDesk
from tests.storage.conftest import ClinicFixture

EVENING = dt.datetime(2026, 11, 22, 16, 0, tzinfo=dt.UTC)
BEFORE = dt.datetime(2026, 11, 23, 1, 59, 0, tzinfo=dt.UTC)  # 04:59 in Qatar
AFTER = dt.datetime(2026, 11, 23, 2, 0, 1, tzinfo=dt.UTC)
LAB = Desk(None, ("lab",))


@pytest.fixture
def by_day(clinic: ClinicFixture) -> ClinicFixture:
    """Laboratory and eye clinic open each day from 06:00 to 23:00; nothing runs at five."""
    clinic.database.do(
        "insert into clinic_hours select c.site_id, c.id, d, '06:00', '23:00'"
        " from clinic c, generate_series(1, 7) d where c.code in ('lab', 'eye')"
    )
    clinic.database.set_clock(EVENING)
    clinic.database.do("update head set service_day = '2026-11-22'")
    return clinic


MOVES: dict[str, Callable[[StaffDesk, TicketId], object]] = {
    "call_chosen": lambda desk, one: desk.call_chosen(Press(), LAB, one, "asked"),
    "hold": lambda desk, one: desk.hold(Press(), one, "fasting"),
    "transfer": lambda desk, one: desk.transfer(
        Press(), one, "eye", keep_arrival=True, reason=None
    ),
    "cancel": lambda desk, one: desk.cancel(Press(), one, "left"),
    "priority": lambda desk, one: desk.change_priority(
        Press(), one, Priority.ELDERLY, "81 years old"
    ),
    "note": lambda desk, one: desk.add_note(Press(), one, "fasting"),
}


@pytest.mark.parametrize("move", MOVES)
def test_who_waited_yesterday_has_expired_for_every_move(by_day: ClinicFixture, move: str) -> None:
    ticket = by_day.issue(1)[0]
    by_day.database.set_clock(AFTER)

    with pytest.raises(WrongState) as refused:
        MOVES[move](by_day.desk(), ticket.ticket_id)

    assert (refused.value.facts["state"], refused.value.facts["by"]) == ("EXPIRED", None)


def test_a_no_show_of_yesterday_does_not_come_back(by_day: ClinicFixture) -> None:
    by_day.database.do("update site set no_show_grace = '0'")
    by_day.issue(1)
    desk = by_day.desk()
    called = desk.call_next(Press(), LAB)
    desk.mark_no_show(Press(), called.ticket_id)
    by_day.database.set_clock(AFTER)

    with pytest.raises(WrongState):
        desk.reactivate(Press(), called.ticket_id)


def test_an_issue_of_yesterday_is_not_undone(by_day: ClinicFixture) -> None:
    by_day.database.set_clock(BEFORE)
    desk = by_day.desk()
    walk_in = desk.register_walk_in(Press(), TicketRequest("lab"))
    by_day.database.set_clock(AFTER)

    with pytest.raises(TooLateToUndo):
        desk.undo(Press(), walk_in.ticket_id)


def test_a_transfer_of_yesterday_is_not_undone(by_day: ClinicFixture) -> None:
    """Neither when only the new ticket's clinic has its day still to turn."""
    by_day.database.set_clock(BEFORE)
    desk = by_day.desk()
    walk_in = desk.register_walk_in(Press(), TicketRequest("xr"))
    desk.transfer(Press(), walk_in.ticket_id, "eye", keep_arrival=True, reason=None)
    by_day.database.set_clock(AFTER)

    with pytest.raises(TooLateToUndo):
        desk.undo(Press(), walk_in.ticket_id)


def test_who_stays_overnight_holds_one_ticket_and_not_two(clinic: ClinicFixture) -> None:
    """Round the clock a patient waits across five o'clock; entering again, he has that place."""
    clinic.database.set_clock(BEFORE)
    first = clinic.issue(1, patient="A-1")[0]
    clinic.database.set_clock(AFTER)

    again = clinic.issue(1, patient="A-1")[0]

    assert (again.ticket_id, again.existing) == (first.ticket_id, True)


def test_hours_that_meet_at_the_turn_of_the_day_run_across_it(clinic: ClinicFixture) -> None:
    clinic.database.do(
        "insert into clinic_hours select c.site_id, c.id, d, '05:00', '05:00'"
        " from clinic c, generate_series(1, 7) d where c.code = 'lab'"
    )
    clinic.database.set_clock(BEFORE)
    first = clinic.issue(1, patient="A-1")[0]
    clinic.database.set_clock(AFTER)

    assert clinic.issue(1, patient="A-1")[0].ticket_id == first.ticket_id


def test_nobody_is_transferred_to_where_he_waits_since_yesterday(clinic: ClinicFixture) -> None:
    clinic.database.set_clock(BEFORE)
    clinic.issue(1, patient="A-1")
    clinic.database.set_clock(AFTER)
    other = clinic.kiosk().issue_ticket(Press(), TicketRequest("eye", patient="A-1"))

    with pytest.raises(AlreadyWaiting):
        clinic.desk().transfer(Press(), other.ticket_id, "lab", keep_arrival=True, reason=None)


def test_a_forgotten_service_of_yesterday_blocks_nobody_today(clinic: ClinicFixture) -> None:
    clinic.database.set_clock(BEFORE)
    clinic.issue(1, patient="A-1")
    clinic.press_next()
    clinic.database.set_clock(AFTER)

    assert not clinic.issue(1, patient="A-1")[0].existing


def test_after_days_of_standstill_each_missed_boundary_counts(clinic: ClinicFixture) -> None:
    """Open on Sundays across Monday's boundary only: who waited on Friday has expired by Monday."""
    clinic.database.do(
        "insert into clinic_hours select site_id, id, d, '06:00', '23:00' from clinic,"
        " generate_series(1, 6) d where code = 'lab'"
    )
    clinic.database.do(
        "insert into clinic_hours select site_id, id, 7, '12:00', '11:00' from clinic"
        " where code = 'lab'"
    )
    friday = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
    clinic.database.set_clock(friday)
    clinic.database.do("update head set service_day = '2026-11-20'")
    clinic.issue(1)
    clinic.database.set_clock(AFTER)

    assert clinic.press_next() is None
    assert clinic.database.value("select state from ticket") == "expired"


@pytest.mark.parametrize("at", [BEFORE, AFTER])
def test_a_no_show_who_holds_another_ticket_stays_one(
    clinic: ClinicFixture, at: dt.datetime
) -> None:
    """Also when he was missed before five o'clock and took the other one after it."""
    clinic.database.do("update site set no_show_grace = '0'")
    clinic.database.set_clock(BEFORE)
    clinic.issue(1, patient="A-1")
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)
    desk.mark_no_show(Press(), called.ticket_id)
    clinic.database.set_clock(at)
    clinic.issue(1, patient="A-1")

    with pytest.raises(AlreadyWaiting):
        desk.reactivate(Press(), called.ticket_id)


def test_a_call_that_meets_five_o_clock_while_it_waits_finds_nobody(by_day: ClinicFixture) -> None:
    """It has claimed L-002 and then turns the day itself, which expires him under its hands."""
    by_day.issue(2)
    desk = by_day.desk()
    by_day.press_next(desk, "1")
    answers: list[str | None] = []
    with psycopg.connect(by_day.database.admin_url, options="-c search_path=dawr") as rival:
        rival.execute(
            "select from head h join clinic c on c.id = h.clinic_id where c.code = 'lab' for update"
        )
        press = threading.Thread(target=lambda: answers.append(by_day.press_next(desk, "1")))
        press.start()
        by_day.database.until_waiting_for_lock("dawr staff")
        by_day.database.set_clock(AFTER)
        rival.rollback()
        press.join()

    assert answers == [None]
    assert by_day.press_next(desk, "1") is None
    assert by_day.database.rows("select label, state from ticket order by id") == [
        ("L-001", "called"),
        ("L-002", "expired"),
    ]


@pytest.mark.parametrize("started", [False, True])
def test_who_waited_overnight_and_is_inside_holds_one_ticket(
    clinic: ClinicFixture, started: bool
) -> None:
    clinic.database.set_clock(BEFORE)
    first = clinic.issue(1, patient="A-1")[0]
    clinic.database.set_clock(AFTER)
    desk = clinic.desk()
    clinic.call(desk)
    if started:
        desk.start_service(Press(), first.ticket_id)

    again = clinic.issue(1, patient="A-1")[0]

    assert (again.ticket_id, again.existing) == (first.ticket_id, True)


def test_two_transfers_that_meet_the_new_day_wait_in_one_order(clinic: ClinicFixture) -> None:
    """Each finds the day due at its own ticket's clinic first, and then needs the other's."""
    database = clinic.database
    database.set_clock(BEFORE)
    kiosk = clinic.kiosk()
    tickets = {
        one: kiosk.issue_ticket(Press(), TicketRequest(one)).ticket_id for one in ("lab", "xr")
    }
    database.set_clock(AFTER)
    told: list[str] = []

    def transfer(name: str, source: str, to: str) -> None:
        given = {"destination": to, "keep_arrival": True}
        with psycopg.connect(
            database.login("server"), autocommit=True, application_name=name
        ) as one:
            pressed = Pressed(scope="staff", actor=name)
            perform(one, TRANSFER, pressed, TicketRef(tickets[source]), **given)
            told.append(name)

    with psycopg.connect(database.admin_url) as rival:
        rival.execute(
            "select from dawr.head h join dawr.clinic c on c.id = h.clinic_id where c.code = 'lab'"
            " for update of h"
        )
        threads = []
        for name, source, to in (("up", "lab", "xr"), ("down", "xr", "lab")):
            threads.append(threading.Thread(target=transfer, args=(name, source, to)))
            threads[-1].start()
            database.until_waiting_for_lock(name)
        rival.rollback()
    for each in threads:
        each.join()

    assert sorted(told) == ["down", "up"]
