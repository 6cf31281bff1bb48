"""Work that spans transactions: one attempt at a time, taken over once, completed once."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import psycopg
import pytest
from psycopg.types.json import Jsonb

from domain.errors import InProgress, KeyReused
from domain.ports import Press
from domain.tickets import TicketRequest
from storage import moves
from storage.connections import refusals
from storage.moves import Pressed
from storage.spanning import COMPLETE_WORK, FAIL_WORK, START_WORK, Begun, step_of
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once

T = TypeVar("T")
PRESS = Pressed("c-1", "press-1", "POST /x", None, "what", "admin")
ANSWER = {"status": 200, "body": "done"}


@dataclass
class Works:
    """A server's login, each call on a connection of its own as in a process of its own."""

    database: Database

    def start(self, press: Pressed = PRESS) -> Begun:
        return self._do(START_WORK, press)

    def complete(self, attempt: str | None, answer: object = ANSWER) -> bool:
        return self._do(COMPLETE_WORK, PRESS, attempt=attempt, answer=Jsonb(answer))

    def fail(self, attempt: str | None) -> bool:
        return self._do(FAIL_WORK, PRESS, attempt=attempt)

    def _do(self, move: moves.Move[T], press: Pressed, **given: Any) -> T:
        with refusals(), psycopg.connect(self.database.login("server"), autocommit=True) as one:
            told = moves.perform(one, move, press, **given)
        assert told is not None
        return told


@pytest.fixture
def works(database: Database) -> Works:
    return Works(database)


def test_started_then_completed_gives_the_first_answer(works: Works) -> None:
    begun = works.start()

    assert (begun.answer, works.complete(begun.attempt)) == (None, True)
    assert works.start() == Begun(None, ANSWER)


def test_who_comes_while_it_is_at_work_is_told_when_to_come_again(works: Works) -> None:
    works.start()
    works.database.pass_time(seconds=5)

    with pytest.raises(InProgress) as refused:
        works.start()
    assert 14 <= int(str(refused.value.facts["retry_after_s"])) <= 15


def test_what_is_abandoned_is_taken_over_and_the_first_ones_late_completion_is_refused(
    works: Works,
) -> None:
    first = works.start()
    works.database.pass_time(seconds=20)
    second = works.start()

    assert second.attempt not in (None, first.attempt)
    with pytest.raises(InProgress):
        works.complete(first.attempt, {"status": 200, "body": "late"})
    assert not works.fail(first.attempt)
    works.complete(second.attempt)
    with pytest.raises(InProgress):
        works.complete(first.attempt, {"status": 200, "body": "later still"})
    assert works.start().answer == ANSWER


def test_of_all_who_race_for_abandoned_work_one_gets_it(works: Works) -> None:
    works.start()
    works.database.pass_time(seconds=25)

    def race() -> str | None:
        try:
            return works.start().attempt
        except InProgress:
            return None

    attempts = [one for one in at_once(12, race) if one is not None]

    assert len(attempts) == 1
    works.complete(attempts[0])
    assert works.start().answer == ANSWER


def test_who_completes_while_another_takes_over_is_decided_by_who_comes_first(works: Works) -> None:
    """The rival takes over and has not committed; the first one's completion waits, and is late."""
    first = works.start()
    works.database.pass_time(seconds=20)
    with psycopg.connect(works.database.login("server")) as rival:
        moves.perform(rival, START_WORK, PRESS)
        with (
            psycopg.connect(
                works.database.login("server"), autocommit=True, options="-c lock_timeout=50ms"
            ) as one,
            pytest.raises(psycopg.errors.LockNotAvailable),
        ):
            moves.perform(one, COMPLETE_WORK, PRESS, attempt=first.attempt, answer=Jsonb(ANSWER))
        rival.commit()

    with pytest.raises(InProgress):
        works.complete(first.attempt)


def test_what_failed_may_be_tried_again_at_once(works: Works) -> None:
    first = works.start()

    assert works.fail(first.attempt)
    second = works.start()
    assert second.attempt not in (None, first.attempt)
    with pytest.raises(InProgress):
        works.complete(first.attempt)


def test_the_key_cannot_be_used_for_something_else_in_any_state(works: Works) -> None:
    other = Pressed("c-1", "press-1", "POST /x", None, "something else", "admin")
    begun = works.start()
    for change in (lambda: None, lambda: works.fail(begun.attempt), works.start):
        change()
        with pytest.raises(KeyReused):
            works.start(other)


def test_an_expired_record_begins_anew(works: Works) -> None:
    works.complete(works.start().attempt)
    works.database.pass_time(seconds=24 * 3600 + 1)

    assert works.start().attempt is not None


def test_a_kept_answer_lasts_a_day_from_its_completion(works: Works) -> None:
    begun = works.start()
    works.database.pass_time(seconds=10)
    works.complete(begun.attempt)
    left = works.database.value("select expires_at - dawr.now() from idempotency")

    assert dt.timedelta(hours=23, minutes=59) < left <= dt.timedelta(hours=24)


def test_only_a_servers_login_does_such_work(database: Database) -> None:
    for kind in ("kiosk", "staff"):
        with (
            psycopg.connect(database.login(kind), autocommit=True) as other,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            moves.perform(other, START_WORK, PRESS)


def test_each_step_has_a_key_of_its_own_that_every_attempt_makes_alike() -> None:
    assert step_of(PRESS, "send") == step_of(PRESS, "send")
    assert len({PRESS.key, step_of(PRESS, "send").key, step_of(PRESS, "draw").key}) == 3
    assert step_of(Pressed("c-1"), "send").key is None


def test_a_move_whose_key_is_at_other_work_is_refused_and_after_a_failure_done(
    works: Works,
) -> None:
    begun = works.start()
    with (
        psycopg.connect(works.database.login("server"), autocommit=True) as one,
        pytest.raises(InProgress),
        refusals(),
    ):
        moves.perform(one, moves.ISSUE_TICKET, PRESS, clinic="lab")
    works.fail(begun.attempt)
    with psycopg.connect(works.database.login("server"), autocommit=True) as one:
        drawn = moves.perform(one, moves.ISSUE_TICKET, PRESS, clinic="lab")

    assert drawn is not None
    assert works.database.value("select count(*) from ticket") == 1


def test_a_duplicate_key_is_a_refusal_and_never_a_success(clinic: ClinicFixture) -> None:
    """The old fault: the error of a duplicate key was caught and read as if all had gone well.

    Somebody writes the same key past the lock; the press that meets it does nothing at all.
    """
    press = Press()
    user = clinic.database.value("select role_name from login where name = 'Kiosk 1'")
    with psycopg.connect(clinic.database.admin_url) as rival:
        rival.execute(
            "insert into dawr.idempotency (site_id, scope, user_name, key, payload, state, answer,"
            " started_at, expires_at) values (1, 'login window:issue_ticket', %s, %s, '',"
            " 'completed', '{}', now(), now() + interval '1 day')",
            [user, press.key],
        )
        with ThreadPoolExecutor(1) as pool:
            pressing = pool.submit(clinic.kiosk().issue_ticket, press, TicketRequest("lab"))
            clinic.database.until_waiting_for_lock("dawr kiosk")
            rival.commit()
            with pytest.raises(InProgress):
                pressing.result()

    assert clinic.database.value("select count(*) from ticket") == 0
    with pytest.raises(KeyReused):
        clinic.kiosk().issue_ticket(press, TicketRequest("lab"))
