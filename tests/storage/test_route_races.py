"""Routes when things happen at once: with a rival who holds the lock, and as a storm."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import LiteralString

import psycopg
import pytest

from domain.errors import (
    NobodyWaiting,
    PreviousNotCompleted,
    Refusal,
    WrongSequence,
    WrongState,
)
from storage import moves
from storage.moves import TicketRef
from storage.moves_routes import EDIT_ROUTE, LEAVE, LOG_IN
from tests.postgres import Database
from tests.storage.conftest import at_once
from tests.storage.hand import Hand, staff
from tests.storage.walker import Walker

TICKET = "select from dawr.ticket where label = 'L-001' for update"
XR_HEAD = (
    "select from dawr.head h join dawr.clinic c on c.id = h.clinic_id where c.code = 'xr'"
    " for update of h"
)


@contextmanager
def rival(
    database: Database, locking: LiteralString
) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Somebody else's transaction that holds what it has locked."""
    with psycopg.connect(database.admin_url) as one:
        one.execute(locking)
        yield one
        one.rollback()


def pressing(press: Callable[[], object], told: list[object]) -> threading.Thread:
    """Press in another thread; what comes of it, or the refusal's code, is told."""

    def run() -> None:
        try:
            told.append(press())
        except Refusal as refusal:
            told.append(refusal.code)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def inside(database: Database, patient: str = "P-1") -> Walker:
    """A recruit who is being seen in the laboratory."""
    walker = Walker(database, patient)
    walker.log_in()
    walker.be_called()
    return walker


def leaving(walker: Walker) -> Callable[[], object]:
    pin = walker.pin("lab")

    def leave() -> object:
        told = Hand(walker.database).press(LEAVE, TicketRef(token=walker.token), pin=pin)
        return told.answer["next"]["label"]

    return leave


def of_xr(database: Database) -> list[str]:
    return [
        label
        for (label,) in database.rows(
            "select t.label from ticket t join clinic c on c.id = t.clinic_id where c.code = 'xr'"
            " order by t.number"
        )
    ]


def test_the_second_of_two_pins_finds_the_clinic_left(database: Database) -> None:
    """Both have asked before either has the ticket: one draws the next, the other hears so."""
    walker = inside(database)
    leave = leaving(walker)
    told: list[object] = []
    with rival(database, TICKET):
        both = [pressing(leave, told) for _ in range(2)]
        database.until(
            "select count(*) = 2 from pg_stat_activity where wait_event_type = 'Lock'"
            " and datname = current_database() and application_name = 'dawr hand'"
        )
    for one in both:
        one.join()

    assert sorted(map(str, told)) == ["WRONG_STATE", "X-001"]
    assert of_xr(database) == ["X-001"]


def test_many_pins_at_once_draw_one_next_ticket(database: Database) -> None:
    walker = inside(database)
    leave = leaving(walker)

    def attempt() -> object:
        try:
            return leave()
        except WrongState:
            return None

    told = at_once(8, attempt)

    assert [one for one in told if one is not None] == ["X-001"]
    assert of_xr(database) == ["X-001"]


def test_the_next_clinic_is_waited_for_and_its_numbers_stay_whole(database: Database) -> None:
    """While another holds x-ray's head the leaving one waits; then his number is the next."""
    walker = inside(database)
    told: list[object] = []
    with rival(database, XR_HEAD):
        one = pressing(leaving(walker), told)
        database.until_waiting_for_lock("dawr hand")
        assert database.value("select state from ticket where label = 'L-001'") == "called"
    one.join()

    assert told == ["X-001"]


def test_done_and_the_next_call_meet_at_one_ticket(database: Database) -> None:
    """Both wait for it; whoever comes second finds it ended, and one next ticket is drawn."""
    for patient in ("P-1", "P-2"):
        Walker(database, patient).log_in()
    staff(database).press(moves.CALL_NEXT, clinics=["lab"], room="1")
    told: list[object] = []
    with rival(database, TICKET):
        both = [
            pressing(
                lambda: (
                    staff(database)
                    .press(moves.FINISH, TicketRef(clinic="lab", number=1))
                    .answer["state"]
                ),
                told,
            ),
            pressing(
                lambda: (
                    staff(database)
                    .press(moves.CALL_NEXT, clinics=["lab"], room="1")
                    .answer["label"]
                ),
                told,
            ),
        ]
        database.until(
            "select count(*) = 2 from pg_stat_activity where wait_event_type = 'Lock'"
            " and datname = current_database() and application_name = 'dawr hand'"
        )
    for one in both:
        one.join()

    assert sorted(map(str, told)) in (["L-002", "done"], ["L-002", "WRONG_STATE"])
    assert of_xr(database) == ["X-001"]


def test_done_and_the_next_call_end_a_patient_once(database: Database) -> None:
    """The room's patient is finished by one desk while the other calls the next to that room."""
    patients = [Walker(database, f"P-{number}") for number in range(5)]
    for patient in patients:
        patient.log_in()
    staff(database).press(moves.CALL_NEXT, clinics=["lab"], room="1")
    ways = itertools.cycle([True, False])
    turn = threading.Lock()

    def end() -> None:
        with turn:
            by_done = next(ways)
        try:
            if by_done:
                staff(database, "A").press(moves.FINISH, TicketRef(clinic="lab", number=1))
            else:
                staff(database, "B").try_press(moves.CALL_NEXT, clinics=["lab"], room="1")
        except (WrongState, NobodyWaiting):
            pass

    at_once(6, end)

    done = database.value("select count(*) from ticket where state = 'done'")
    assert done >= 1
    assert of_xr(database) == [f"X-{number:03d}" for number in range(1, done + 1)]
    doubled = database.rows(
        "select visit_id from ticket where state in ('waiting', 'called', 'serving') group by 1"
        " having count(*) > 1"
    )
    assert doubled == []


def test_a_login_storm_of_one_patient_gives_one_visit(database: Database) -> None:
    def log_in() -> tuple[bool, str]:
        told = Hand(database, "kiosk", "Hall").press(
            LOG_IN, patient="P-1", gender="male", exam="recruitment"
        )
        assert told.ticket is not None
        return told.existing, told.ticket.answer["label"]

    told = at_once(8, log_in)

    assert sorted(told) == [(False, "L-001"), *[(True, "L-001")] * 7]
    assert database.value("select count(*) from visit") == 1
    assert database.value("select count(*) from patient") == 1


def test_of_two_logins_of_a_known_patient_the_second_waits_for_the_first(
    database: Database,
) -> None:
    staff(database).press(moves.ISSUE_TICKET, clinic="der", patient="P-1", party_size=1)
    told: list[object] = []

    def log_in() -> object:
        return (
            Hand(database, "kiosk")
            .press(LOG_IN, patient="P-1", gender="male", exam="recruitment")
            .existing
        )

    with rival(database, "select from dawr.patient for no key update"):
        both = [pressing(log_in, told) for _ in range(2)]
        database.until(
            "select count(*) = 2 from pg_stat_activity where wait_event_type = 'Lock'"
            " and datname = current_database() and application_name = 'dawr hand'"
        )
    for one in both:
        one.join()

    assert sorted(map(str, told)) == ["False", "True"]


def test_entering_several_clinics_at_once_gives_one_ticket_of_the_route(
    database: Database,
) -> None:
    """He holds none, and stands at four kiosks: one of the clinics is due, the others say so."""
    walker = Walker(database, exam="cooks")
    walker.log_in()
    walker.visit_next()
    staff(database).press(moves.CANCEL, TicketRef(token=walker.token))
    clinics = itertools.cycle(["int", "ent", "sur", "lab"])

    def enter() -> str:
        clinic = next(clinics)
        try:
            told = Hand(database, "kiosk", "Hall").press(
                moves.ISSUE_TICKET, clinic=clinic, patient="P-1", party_size=1
            )
        except (WrongSequence, PreviousNotCompleted) as refusal:
            return str(refusal.facts["due"])
        return str(told.answer["clinic"])

    told = at_once(8, enter)

    assert len(set(told)) == 1
    open_ones = "select count(*) from ticket where state = 'waiting' and visit_id is not null"
    assert database.value(open_ones) == 1


def test_an_edit_and_a_leaving_end_in_one_order_or_the_other(database: Database) -> None:
    """While the ticket is held by an edit, the PIN waits; it then finds what the edit made."""
    walker = inside(database)
    leave = leaving(walker)
    told: list[object] = []
    with rival(database, TICKET):
        edit = pressing(
            lambda: (
                staff(database)
                .press(
                    EDIT_ROUTE,
                    action="update_path",
                    reason="x",
                    patient="P-1",
                    clinics=["lab", "eye"],
                )
                .route["total"]
            ),
            told,
        )
        database.until_waiting_for_lock("dawr hand")
        pin = pressing(leave, told)
        database.until(
            "select count(*) = 2 from pg_stat_activity where wait_event_type = 'Lock'"
            " and datname = current_database() and application_name = 'dawr hand'"
        )
    edit.join()
    pin.join()

    assert told == [2, "E-001"]


def test_patients_who_swap_clinics_never_wait_for_each_other(database: Database) -> None:
    """From one clinic to the other and back at once: heads are locked in one order."""
    database.do("update exam_clinic set fixed = true")
    database.do(
        "insert into exam_type (site_id, code, names) values (1, 'there', '{}'), (1, 'back', '{}')"
    )
    database.do(
        "insert into exam_clinic select 1, e.code, 'any', c.id,"
        " case when (e.code = 'there') = (c.code = 'eye') then 1 else 2 end, true"
        " from exam_type e, clinic c where e.code in ('there', 'back') and c.code in ('eye', 'ent')"
    )
    walkers = []
    for number in range(8):
        walker = Walker(database, f"P-{number}", exam=("there", "back")[number % 2])
        walker.log_in()
        walkers.append(walker)
    for walker in walkers:
        walker.be_called()
    pins = {clinic: walkers[0].pin(clinic) for clinic in ("eye", "ent")}
    turns = iter(walkers)
    turn = threading.Lock()

    def leave() -> str:
        with turn:
            walker = next(turns)
        start = "eye" if walker.exam == "there" else "ent"
        told = Hand(database).press(LEAVE, TicketRef(token=walker.token), pin=pins[start])
        return str(told.answer["next"]["clinic"])

    told = at_once(8, leave)

    assert sorted(told) == ["ent"] * 4 + ["eye"] * 4
    numbers = database.rows(
        "select c.code, array_agg(t.number order by t.number) from ticket t"
        " join clinic c on c.id = t.clinic_id group by 1 order by 1"
    )
    assert numbers == [("ent", list(range(1, 9))), ("eye", list(range(1, 9)))]


@pytest.mark.parametrize("by_pin", [True, False])
def test_a_crash_before_the_end_leaves_him_where_he_was(
    database: Database, *, by_pin: bool
) -> None:
    """Done and the next ticket are one transaction: the session ends while it waits for x-ray."""
    walker = inside(database)
    ended = leaving(walker)
    press: Callable[[], object] = (
        ended
        if by_pin
        else lambda: staff(database).press(moves.FINISH, TicketRef(token=walker.token))
    )
    told: list[object] = []
    with rival(database, XR_HEAD):
        one = pressing(press, told)
        database.until_waiting_for_lock("dawr hand")
        database.rows(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name = 'dawr hand'"
        )
        one.join()

    assert database.rows("select label, state from ticket") == [("L-001", "called")]
    assert told == ["BUSY"]
    assert ended() == "X-001"


def test_of_two_tickets_of_a_route_that_end_at_once_the_last_draws_the_next(
    database: Database,
) -> None:
    """Each would take the other for one that he still holds, and he would be left without any."""
    inside(database)
    staff(database).press(moves.ISSUE_TICKET, clinic="xr", patient="P-1", party_size=1)
    staff(database).press(moves.CALL_NEXT, clinics=["xr"])
    told: list[object] = []

    def finish() -> object:
        second = TicketRef(clinic="xr", number=1)
        return staff(database).press(moves.FINISH, second).answer["next"]["label"]

    with psycopg.connect(database.login("server")) as first:
        pressed = moves.Pressed(scope="staff", actor="Doctor")  # one actor waits for himself
        moves.perform(first, moves.FINISH, pressed, TicketRef(clinic="lab", number=1))
        thread = pressing(finish, told)
        database.until_waiting_for_lock("dawr hand")
    thread.join()

    assert told == ["V-001"]
    assert database.rows("select label, state from ticket order by id") == [
        ("L-001", "done"),
        ("X-001", "done"),
        ("V-001", "waiting"),
    ]
