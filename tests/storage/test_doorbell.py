"""The doorbell: heard after the commit, coalesced, never in a press's way."""

from __future__ import annotations

import threading

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage.doorbell import CHANNEL, Doorbell
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture


@pytest.fixture
def listener(database: Database) -> psycopg.Connection[tuple[object, ...]]:
    connection = psycopg.connect(database.login("server"), autocommit=True)
    connection.execute(f"listen {CHANNEL}".encode())
    return connection


def heard(listener: psycopg.Connection[tuple[object, ...]]) -> bool:
    """Whether it rang within 10 s; takes in all rings that have come by then."""
    return bool(list(listener.notifies(timeout=10, stop_after=1)))


def test_every_move_of_a_window_is_heard(
    clinic: ClinicFixture, listener: psycopg.Connection[tuple[object, ...]]
) -> None:
    with listener:
        clinic.kiosk().issue_ticket(Press(), TicketRequest("lab"))
        assert heard(listener)
        clinic.desk().call_next(Press(), Desk(None, ("lab",)))
        assert heard(listener)


def test_a_burst_rings_far_fewer_times_than_it_has_moves(
    database: Database, listener: psycopg.Connection[tuple[object, ...]]
) -> None:
    bell = Doorbell(database.login("kiosk"))
    with listener:
        for _ in range(2000):
            bell.ring()
        bell.close()
        rings = list(listener.notifies(timeout=0.5))

    assert 1 <= len(rings) < 500


def test_what_was_rung_last_is_heard_though_it_closes_at_once(
    database: Database, listener: psycopg.Connection[tuple[object, ...]]
) -> None:
    with listener:
        for _ in range(20):
            bell = Doorbell(database.login("kiosk"))
            bell.ring()
            bell.close()
            assert heard(listener)


def test_a_database_that_is_away_costs_a_ring_nothing() -> None:
    bell = Doorbell("postgresql://nobody@127.0.0.1:9/none?connect_timeout=1")
    for _ in range(100):
        bell.ring()
    bell.close()

    assert not [one for one in threading.enumerate() if one.name == "doorbell"]


def test_closing_one_that_never_rang_is_nothing() -> None:
    Doorbell("").close()
