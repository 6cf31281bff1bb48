"""Exam routes and those whom they are no business of; presses that come twice."""

from __future__ import annotations

from typing import Any

import pytest

from domain.errors import AlreadyWaiting, NotAllowed, Refusal, TicketNotFound
from storage.moves import CANCEL, ISSUE_TICKET, TRANSFER, TicketRef
from storage.moves_routes import LEAVE, LOG_IN, READ_ROUTE
from tests.postgres import Database
from tests.storage.hand import Hand, staff
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


def test_a_ticket_drawn_in_his_name_opens_nothing_once_it_is_one_of_his_route(
    database: Database,
) -> None:
    """Whoever drew it knows its token; when the route comes to that clinic it gets another."""
    drawn = Hand(database).press(
        ISSUE_TICKET, clinic="xr", patient="P-1", mobile="+97455500000", party_size=1
    )
    patient = Walker(database)
    patient.log_in("kiosk")
    patient.visit_next()
    assert patient.route()["ticket"]["label"] == "X-001"

    for token in (drawn.answer["token"],):
        with pytest.raises(NotAllowed):
            Hand(database).read(READ_ROUTE, scope="patient", token=token, patient="P-1")
        with pytest.raises(TicketNotFound):
            Hand(database).press(CANCEL, TicketRef(token=token))
        phone = Hand(database).read("select dawr.read_phone(%(token)s)", token=token)
        assert phone["ticket"] is None
    phone = Hand(database).read("select dawr.read_phone(%(token)s)", token=patient.token)
    assert phone["ticket"]["label"] == "X-001"
    assert database.rows("select label from ticket where mobile is not null") == []


def test_a_transferred_ticket_does_not_lead_on_to_what_became_one_of_his_route(
    database: Database,
) -> None:
    drawn = Hand(database).press(ISSUE_TICKET, clinic="aud", patient="P-1", party_size=1)
    ref = TicketRef(clinic="aud", number=1)
    staff(database).press(TRANSFER, ref, destination="lab", keep_arrival=True)
    Walker(database).log_in("kiosk")

    phone = Hand(database).read("select dawr.read_phone(%(token)s)", token=drawn.answer["token"])

    assert database.value("select visit_id is not null from ticket where label = 'L-001'")
    assert phone["ticket"]["next"] is None


def test_his_own_ticket_that_he_shows_keeps_its_token(database: Database) -> None:
    drawn = Hand(database).press(ISSUE_TICKET, clinic="lab", patient="P-1", party_size=1)
    patient = Walker(database, token=drawn.answer["token"])

    patient.log_in()

    assert patient.token == drawn.answer["token"]
    assert patient.route()["ticket"]["label"] == "L-001"


def test_a_kiosk_that_finds_his_ticket_hands_him_the_token_it_has_then(database: Database) -> None:
    Hand(database).press(ISSUE_TICKET, clinic="lab", patient="P-1", party_size=1)
    patient = Walker(database)

    patient.log_in("kiosk")

    assert patient.route()["ticket"]["label"] == "L-001"


def test_the_number_of_who_waits_cannot_be_guessed(database: Database) -> None:
    for other in ("P-7", "P-8", "P-1"):
        Hand(database).press(ISSUE_TICKET, clinic="lab", patient=other, party_size=1)

    told = set()
    for number in range(1, 6):
        with pytest.raises(Refusal) as refused:
            Hand(database).press(
                LEAVE,
                TicketRef(clinic="lab", patient="P-1"),
                pin="00",
                queue_number=number,
                address="::1",
            )
        told.add((refused.value.code, *refused.value.facts))

    assert told == {("WRONG_STATE",)}


def test_who_ended_his_journey_may_be_given_a_number_like_anybody(database: Database) -> None:
    """Only open tickets are already waiting; of the route that is over nothing is told."""
    patient = Walker(database, exam="cooks")
    patient.log_in()
    with pytest.raises(AlreadyWaiting):
        Hand(database).press(ISSUE_TICKET, clinic="eye", patient="P-1", party_size=1)
    for _ in range(4):
        patient.visit_next()

    drawn = Hand(database).press(ISSUE_TICKET, clinic="eye", patient="P-1", party_size=1)

    assert drawn.answer["label"] == "E-001"
    assert patient.route()["completed"] is True
