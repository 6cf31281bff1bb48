"""Idempotency of moves: a press repeated gives the first answer and does the work once."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from domain.errors import KeyReused, NobodyWaiting
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import moves
from storage.moves import Pressed
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once


def test_a_press_repeated_gives_the_first_answer(clinic: ClinicFixture) -> None:
    press = Press()
    first = clinic.kiosk().issue_ticket(press, TicketRequest("lab"))
    clinic.issue(1)

    assert clinic.kiosk().issue_ticket(press, TicketRequest("lab")) == first
    assert clinic.database.value("select count(*) from ticket") == 2


def test_one_press_from_many_senders_at_once_draws_one_ticket(clinic: ClinicFixture) -> None:
    press = Press()

    answers = at_once(16, lambda: clinic.kiosk().issue_ticket(press, TicketRequest("lab")))

    assert len({answer.label for answer in answers}) == 1
    assert clinic.database.value("select count(*) from ticket") == 1


def test_one_call_from_many_senders_at_once_calls_one_patient(clinic: ClinicFixture) -> None:
    """The claim comes before the head, so the key itself must hold the others back."""
    clinic.issue(5)
    press = Press()

    answers = at_once(8, lambda: clinic.desk().call_next(press, Desk(None, ("lab",))))

    assert {answer.label for answer in answers} == {"L-001"}
    assert clinic.database.value("select count(*) from ticket where state = 'called'") == 1


def test_a_key_used_for_something_else_is_refused(clinic: ClinicFixture) -> None:
    press = Press()
    clinic.kiosk().issue_ticket(press, TicketRequest("lab"))

    with pytest.raises(KeyReused):
        clinic.kiosk().issue_ticket(press, TicketRequest("xr"))


def test_a_refused_press_may_be_tried_again(clinic: ClinicFixture) -> None:
    press, desk = Press(), clinic.desk()
    with pytest.raises(NobodyWaiting):
        desk.call_next(press, Desk(None, ("lab",)))
    clinic.issue(1)

    assert desk.call_next(press, Desk(None, ("lab",))).label == "L-001"


def test_the_same_key_of_another_user_or_scope_is_another_key(clinic: ClinicFixture) -> None:
    """NULL users are one user; in the systems before they were not, and no key held a patient."""
    with clinic.database.admin() as admin:
        for user in (None, "a", None):
            admin.execute(
                "insert into idempotency (site_id, scope, user_name, key, payload, state, answer,"
                " started_at, expires_at) values (1, 's', %s, 'k', '', 'completed', '{}',"
                " now(), now() + interval '1 day') on conflict do nothing",
                [user],
            )

    assert clinic.database.value("select count(*) from idempotency") == 2


def test_presses_without_a_user_share_one_record(clinic: ClinicFixture) -> None:
    """Two patients' phones with one key are one press: without a user the key is still unique."""
    pressed = Pressed("c", "one key", "POST /x", None, "what", "patient")

    def press() -> object:
        with psycopg.connect(clinic.database.login("server"), autocommit=True) as server:
            drawn = moves.perform(server, moves.ISSUE_TICKET, pressed, clinic="lab")
        assert drawn is not None
        return drawn.answer["label"]

    assert set(at_once(8, press)) == {"L-001"}
    assert clinic.database.rows("select user_name, state from idempotency") == [(None, "completed")]


def test_an_expired_key_is_forgotten(clinic: ClinicFixture) -> None:
    press = Press()
    clinic.kiosk().issue_ticket(press, TicketRequest("lab"))
    now = clinic.database.value("select dawr.now()")
    clinic.database.set_clock(now + dt.timedelta(hours=24, seconds=5))

    again = clinic.kiosk().issue_ticket(press, TicketRequest("lab"))

    assert not again.existing
    assert clinic.database.value("select count(*) from ticket") == 2


def test_expired_keys_are_deleted_in_batches_and_others_stay(database: Database) -> None:
    """The old fault: what expired at this very instant was looked for, and nothing ever was."""
    database.do(
        "insert into idempotency (site_id, scope, key, payload, state, answer, started_at,"
        " expires_at) select 1, 's', n::text, '', 'completed', '{}', now(),"
        " now() + case when n <= 7 then -1 else 1 end * interval '1 hour'"
        " from generate_series(1, 10) n"
    )

    gone = [database.value("select dawr.forget_keys(5)") for _ in range(3)]

    assert gone == [5, 2, 0]
    assert database.value("select count(*) from idempotency") == 3


def test_statements_are_made_once() -> None:
    assert moves.RECALL.statement is moves.RECALL.statement
    assert Pressed() == Pressed()
