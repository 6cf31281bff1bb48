"""The turn of the service day: by the site's clock, without anything having to run at that hour."""

from __future__ import annotations

import datetime as dt
import threading

import psycopg
import pytest

from domain.ports import Press
from domain.states import TicketState
from domain.tickets import Desk, TicketRequest
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once, flat, gapless

EVENING = dt.datetime(2026, 11, 22, 16, 0, tzinfo=dt.UTC)
BEFORE = dt.datetime(2026, 11, 23, 1, 59, 58, tzinfo=dt.UTC)  # 04:59:58 in Qatar
AFTER = dt.datetime(2026, 11, 23, 2, 0, 1, tzinfo=dt.UTC)


@pytest.fixture
def by_day(clinic: ClinicFixture) -> ClinicFixture:
    """The laboratory, open each day from 06:00 to 23:00, so that nobody stays overnight."""
    clinic.database.do(
        "insert into clinic_hours select c.site_id, c.id, d, '06:00', '23:00'"
        " from clinic c, generate_series(1, 7) d where c.code = 'lab'"
    )
    clinic.database.set_clock(EVENING)
    clinic.database.do("update head set service_day = '2026-11-22'")
    return clinic


def states(database: Database) -> list[tuple[str, str, str]]:
    return database.rows(
        "select t.service_day::text, t.label, t.state from ticket t join clinic c"
        " on c.id = t.clinic_id where c.code = 'lab' order by t.id"
    )


def walk_in(clinic: ClinicFixture) -> str:
    """A number drawn by staff, who may also when the clinic is closed."""
    return clinic.desk().register_walk_in(Press(), TicketRequest("lab")).label


def test_the_first_ticket_after_the_boundary_is_number_one(by_day: ClinicFixture) -> None:
    walk_in(by_day)
    by_day.database.set_clock(BEFORE)
    assert walk_in(by_day) == "L-002"

    by_day.database.set_clock(AFTER)

    assert walk_in(by_day) == "L-001"
    assert states(by_day.database) == [
        ("2026-11-22", "L-001", "expired"),
        ("2026-11-22", "L-002", "expired"),
        ("2026-11-23", "L-001", "waiting"),
    ]


def test_who_is_called_or_served_is_finished_as_usual(by_day: ClinicFixture) -> None:
    by_day.issue(3)
    desk = by_day.desk()
    called = by_day.call(desk)
    held = by_day.call(desk)
    assert called is not None
    assert held is not None
    desk.hold(Press(), held.ticket_id, "x-ray first")
    by_day.database.set_clock(AFTER)
    walk_in(by_day)

    done = desk.finish(Press(), called.ticket_id)

    assert done.state is TicketState.DONE
    assert [state for _, _, state in states(by_day.database)] == [
        "done",
        "expired",
        "expired",
        "waiting",
    ]


def test_nobody_of_yesterday_is_called_though_nothing_ran_at_five(by_day: ClinicFixture) -> None:
    by_day.issue(2)
    by_day.database.set_clock(AFTER)

    assert by_day.press_next() is None
    assert walk_in(by_day) == "L-001"
    assert by_day.press_next() == "L-001"


def test_round_the_clock_they_stay_ahead_of_the_new_days(clinic: ClinicFixture) -> None:
    clinic.database.set_clock(BEFORE)
    clinic.issue(2)
    clinic.database.set_clock(AFTER)
    clinic.issue(1)

    labels = [clinic.press_next() for _ in range(4)]

    assert labels == ["L-001", "L-002", "L-001", None]


def test_the_day_never_goes_back(clinic: ClinicFixture) -> None:
    clinic.database.set_clock(AFTER)
    clinic.issue(2)
    clinic.database.set_clock(BEFORE)

    assert clinic.issue(1)[0].label == "L-003"


def test_every_expiry_is_an_event_and_so_is_the_day(by_day: ClinicFixture) -> None:
    by_day.issue(2)
    by_day.database.set_clock(AFTER)
    walk_in(by_day)

    kinds = by_day.database.rows(
        "select e.kind, e.waiting, e.service_day::text from event e join clinic c"
        " on c.id = e.clinic_id where c.code = 'lab' order by e.position"
    )

    assert kinds == [
        ("ENTERED", 1, "2026-11-22"),
        ("ENTERED", 2, "2026-11-22"),
        ("EXPIRED", 1, "2026-11-23"),
        ("EXPIRED", 0, "2026-11-23"),
        ("DAY_TURNED", 0, "2026-11-23"),
        ("ENTERED", 1, "2026-11-23"),
    ]


def test_a_move_begun_before_the_boundary_and_committed_after(by_day: ClinicFixture) -> None:
    """A desk claims L-001 just before five and waits for the head, which turns the day meanwhile.

    The patient's day is over: he is expired, not called, and the press finds nobody.
    """
    by_day.issue(1)
    by_day.database.set_clock(BEFORE)
    answers: list[str | None] = []
    with psycopg.connect(by_day.database.admin_url, options="-c search_path=dawr") as rival:
        rival.execute(
            "select from head h join clinic c on c.id = h.clinic_id"
            " where c.code = 'lab' for update of h"
        )
        press = threading.Thread(target=lambda: answers.append(by_day.press_next()))
        press.start()
        by_day.database.until_waiting_for_lock("dawr staff")
        by_day.database.set_clock(AFTER)
        rival.execute(
            "select lock_head(s, c.id) from site s join clinic c on c.site_id = s.id"
            " where c.code = 'lab'"
        )
        rival.commit()
        press.join()

    assert answers == [None]
    assert [state for _, _, state in states(by_day.database)] == ["expired"]
    assert (
        by_day.database.value(
            "select h.waiting from head h join clinic c on c.id = h.clinic_id where c.code = 'lab'"
        )
        == 0
    )


def test_the_turn_under_load_keeps_both_days_consecutive(clinic: ClinicFixture) -> None:
    """Kiosks draw while the clock crosses five: each day's numbers run from 1 without a gap."""
    clinic.database.set_clock(AFTER - dt.timedelta(seconds=1, milliseconds=300))

    at_once(8, lambda: clinic.issue(60))

    days = clinic.database.rows(
        "select service_day::text, array_agg(number order by number) from ticket"
        " group by 1 order by 1"
    )
    assert sum(len(numbers) for _, numbers in days) == 480
    assert [numbers == gapless(0, len(numbers)) for _, numbers in days] == [True] * len(days)
    assert len(days) == 2


def test_passing_time_turns_the_day_once_whoever_asks(by_day: ClinicFixture) -> None:
    by_day.issue(3)
    by_day.database.set_clock(AFTER)
    lab = by_day.database.value("select id from clinic where code = 'lab'")

    def check() -> list[int]:
        with psycopg.connect(by_day.database.login("server"), autocommit=True) as server:
            due = [row[0] for row in server.execute("select * from dawr.clinics_due()")]
            for clinic in due:
                server.execute("select dawr.pass_time(%s)", [clinic])
            return due

    due = flat(at_once(6, check))

    assert lab in due
    assert by_day.feed_positions("DAY_TURNED") == [7]
    assert len(by_day.feed_positions("EXPIRED")) == 3
    assert check() == []


def test_opening_and_closing_are_announced_once(by_day: ClinicFixture) -> None:
    """At 23:00 in Qatar the laboratory closes, at 06:00 it opens."""
    for at in (dt.time(20, 0, 1), dt.time(3, 0, 1)):
        day = 22 if at.hour == 20 else 23
        by_day.database.set_clock(dt.datetime.combine(dt.date(2026, 11, day), at, dt.UTC))
        with psycopg.connect(by_day.database.login("server"), autocommit=True) as server:
            for _ in range(2):
                for (clinic,) in server.execute("select * from dawr.clinics_due()").fetchall():
                    server.execute("select dawr.pass_time(%s)", [clinic])

    rows = by_day.database.rows(
        "select e.kind from event e join clinic c on c.id = e.clinic_id where c.code = 'lab'"
        " and e.kind like 'CLINIC%%' order by e.position"
    )
    assert rows == [("CLINIC_CLOSED",), ("CLINIC_OPENED",)]


def test_no_show_by_time_needs_the_grace_and_the_recalls(clinic: ClinicFixture) -> None:
    clinic.database.set_clock(EVENING)
    clinic.database.do("update site set no_show_after_recalls = 1")
    clinic.issue(1)
    desk = clinic.desk()
    called = desk.call_next(Press(), Desk(None, ("lab",)))
    clinic.database.pass_time(minutes=6)
    due = "select count(*) from dawr.clinics_due()"

    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        before = server.execute(due).fetchone()
        desk.recall(Press(), called.ticket_id)
        after = server.execute(due).fetchone()
        server.execute("select dawr.pass_time(c) from dawr.clinics_due() c")

    assert (before, after) == ((0,), (1,))
    assert clinic.database.value("select state from ticket") == "no_show"
