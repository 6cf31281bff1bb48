"""What a screen is told at its start: the calls that still stand, as of one instant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import Desk, TicketId
from storage.staff_desk import StaffDesk
from tests.storage.conftest import ClinicFixture

LAB = Desk(None, ("lab",))
Doing = Callable[[StaffDesk, TicketId], object]


def calls(clinic: ClinicFixture) -> list[str]:
    with psycopg.connect(clinic.database.login("server")) as server:
        row = server.execute("select dawr.read_board()").fetchone()
    board: dict[str, Any] = {} if row is None else row[0]
    return [call["ticket"] for call in board["calls"]]


@pytest.mark.parametrize(
    ("do", "stands"),
    [
        (lambda desk, one: desk.start_service(Press(), one), True),
        (lambda desk, one: desk.finish(Press(), one), True),
        (lambda desk, one: desk.mark_no_show(Press(), one), True),
        (lambda desk, one: desk.hold(Press(), one, "fasting"), False),
        (lambda desk, one: desk.cancel(Press(), one, "left"), False),
        (
            lambda desk, one: desk.transfer(Press(), one, "eye", keep_arrival=True, reason=None),
            False,
        ),
        (lambda desk, one: desk.undo(Press(), one), False),
    ],
    ids=["start", "done", "no-show", "hold", "cancel", "transfer", "undo"],
)
def test_only_calls_that_still_stand_are_told(
    clinic: ClinicFixture, do: Doing, *, stands: bool
) -> None:
    clinic.database.do("update site set no_show_grace = '0'")
    clinic.issue(1)
    desk = clinic.desk()
    called = desk.call_next(Press(), LAB)
    assert calls(clinic) == ["L-001"]

    do(desk, called.ticket_id)

    assert calls(clinic) == (["L-001"] if stands else [])


def test_the_last_twelve_newest_first_and_none_of_a_series_before(clinic: ClinicFixture) -> None:
    clinic.issue(14)
    desk = clinic.desk()
    for _ in range(14):
        desk.call_next(Press(), LAB)
    assert calls(clinic) == [f"L-{number:03d}" for number in range(14, 2, -1)]

    admin = "row('admin', 'Head', null, null, null, null, null, null)::dawr.press"
    with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
        server.execute(f"select dawr.reset_clinic({admin}, 'lab', 'paper jam')".encode())

    assert calls(clinic) == []


def test_a_calls_instant_is_that_of_its_event(clinic: ClinicFixture) -> None:
    """A wall tells calls apart by it, to the microsecond."""
    clinic.issue(1)
    called = clinic.desk().call_next(Press(), LAB)
    with psycopg.connect(clinic.database.login("server")) as server:
        row = server.execute(
            "select (c->>'at')::timestamptz from jsonb_array_elements(dawr.read_board()->'calls') c"
        ).fetchone()

    assert row == (called.called_at,)
    assert clinic.database.value("select at from event where kind = 'CALLED'") == called.called_at


def test_a_screen_is_offered_the_exams_in_the_sites_order(clinic: ClinicFixture) -> None:
    exams = clinic.kiosk().catalogue().exams

    assert [exam.code for exam in exams][:3] == ["recruitment", "promotion", "transfer"]
    assert [(exam.code, exam.gender, exam.clinics) for exam in exams][-2:] == [
        ("general", "male", ("lab", "xr", "bio", "ent", "sur", "dnt")),
        ("general", "female", ("int", "eye", "der")),
    ]
    assert exams[-1].note is not None
