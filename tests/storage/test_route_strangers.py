"""Exam routes and those whom they are no business of; presses that come twice."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import (
    NotAllowed,
    Refusal,
)
from storage.moves import TicketRef
from storage.moves_routes import LEAVE, LOG_IN, READ_ROUTE
from tests.postgres import Database
from tests.storage.hand import Hand
from tests.storage.test_routes import enter
from tests.storage.walker import Walker


def test_a_stranger_with_a_pin_hears_the_next_number_and_no_token(database: Database) -> None:
    patient = Walker(database)
    patient.log_in()
    patient.be_called()

    told = Hand(database).press(
        LEAVE, TicketRef(clinic="lab", number=1), pin=patient.pin("lab"), address="::1"
    )

    assert told.answer["next"]["label"] == "X-001"
    assert "token" not in told.answer["next"]
    assert (told.answer["route"], told.answer["patient"]) == (None, None)


@pytest.mark.parametrize("patient", ["P-1", "nobody"])
@pytest.mark.parametrize("token", ["of another", "nonsense"])
def test_a_route_is_closed_to_others_whether_it_is_there_or_not(
    database: Database, patient: str, token: str
) -> None:
    Walker(database).log_in()
    other = Walker(database, "P-2")
    other.log_in()
    given = {"token": other.token if token == "of another" else token, "patient": patient}

    with pytest.raises(NotAllowed) as refused:
        Hand(database).read(READ_ROUTE, scope="patient", **given)
    assert refused.value.facts == {}
    for scope in ("staff", "kiosk"):
        found = Hand(database).read(READ_ROUTE, scope=scope, token=None, patient=patient)
        assert (found is None) is (patient == "nobody")


def test_a_repeated_login_answers_the_same(database: Database) -> None:
    given: Any = {"patient": "P-1", "gender": "male", "exam": "recruitment"}
    first = Hand(database).press(LOG_IN, key="k", **given)
    again = Hand(database).press(LOG_IN, key="k", **given)

    assert (first.replayed, again.replayed) == (False, True)
    assert first.route == again.route
    assert database.value("select count(*) from ticket") == 1


def test_every_refusal_leaves_nothing_behind(database: Database) -> None:
    patient = Walker(database)
    patient.log_in()
    before = database.rows("select count(*), sum(position) from event")
    for clinic in ("aud", "xr"):
        with pytest.raises(Refusal):
            enter(patient, clinic)

    assert database.rows("select count(*), sum(position) from event") == before
