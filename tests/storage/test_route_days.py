"""Routes over the turn of the day: nobody inside is lost, nothing of yesterday blocks today."""

from __future__ import annotations

import datetime as dt

import psycopg
import pytest

from domain.errors import AlreadyWaiting
from storage import moves
from storage.moves import TicketRef
from storage.moves_routes import LEAVE
from tests.postgres import Database
from tests.storage.hand import Hand, staff
from tests.storage.walker import Walker

NIGHT = dt.datetime(2027, 3, 11, 1, 50, tzinfo=dt.UTC)  # 04:50 in Qatar
MORNING = NIGHT + dt.timedelta(minutes=15)  # 05:05, of the next service day
NOON = dt.datetime(2027, 3, 11, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def night(database: Database) -> Database:
    database.set_clock(NIGHT)
    return database


def by_day(database: Database) -> None:
    """No clinic is open at 05:00, so that nobody who waits stays over it."""
    database.do(
        "insert into clinic_hours select site_id, id, d, '05:30', '04:55' from clinic,"
        " generate_series(1, 7) d"
    )


def pass_time(database: Database) -> None:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        server.execute("select dawr.pass_time(c) from dawr.clinics_due() c")


def test_who_is_inside_at_the_turn_leaves_with_either_pin_and_goes_on(night: Database) -> None:
    patient = Walker(night)
    patient.log_in()
    patient.be_called()
    before = patient.pin("lab")
    night.set_clock(MORNING)

    assert patient.route()["due"] == "lab"
    told = Hand(night).press(LEAVE, TicketRef(token=patient.token), pin=before).answer

    patient.token = told["next"]["token"]
    assert told["next"]["label"] == "X-001"
    assert night.rows("select label, service_day::text from ticket order by id") == [
        ("L-001", "2027-03-10"),
        ("X-001", "2027-03-11"),
    ]
    assert patient.log_in().existing
    assert patient.visit_next()["next"]["label"] == "V-001"


def test_who_waits_overnight_keeps_his_route(night: Database) -> None:
    patient = Walker(night)
    first = patient.log_in().ticket
    night.set_clock(MORNING)

    again = patient.log_in()

    assert first is not None
    assert again.ticket is not None
    assert again.existing
    assert again.ticket.answer["ticket_id"] == first.answer["ticket_id"]
    with pytest.raises(AlreadyWaiting):
        Walker(night).log_in()


@pytest.mark.parametrize("by_server", [True, False])
def test_who_waited_where_nobody_stays_begins_anew(database: Database, *, by_server: bool) -> None:
    """Whether or not anything ran at that hour."""
    database.set_clock(NIGHT - dt.timedelta(hours=2))
    by_day(database)
    Walker(database).log_in()
    database.set_clock(NOON)
    if by_server:
        pass_time(database)

    today = Walker(database).log_in()

    assert not today.existing
    assert today.ticket is not None
    assert today.ticket.answer["label"] == "L-001"
    assert database.rows("select state from ticket order by id") == [("expired",), ("waiting",)]


def test_a_patient_forgotten_inside_yesterday_does_not_block_today(database: Database) -> None:
    database.set_clock(NIGHT - dt.timedelta(hours=12))
    patient = Walker(database)
    patient.log_in()
    patient.be_called()
    database.set_clock(NOON)

    today = Walker(database).log_in("kiosk")

    assert not today.existing
    assert today.ticket is not None
    assert today.ticket.answer["label"] == "L-001"
    staff(database).press(moves.FINISH, TicketRef(token=patient.token))
    assert Walker(database).log_in("kiosk").route["done"] == 0


def test_yesterdays_token_opens_no_route_of_today(database: Database) -> None:
    database.set_clock(NIGHT - dt.timedelta(hours=12))
    patient = Walker(database, exam="cooks")
    patient.log_in()
    for _ in range(4):
        patient.visit_next()
    database.set_clock(NOON)
    Walker(database).log_in()

    with pytest.raises(AlreadyWaiting):
        patient.log_in()
