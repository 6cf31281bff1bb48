"""Rooms whose places change while patients are in hand there."""

from __future__ import annotations

import threading

import psycopg
import pytest

from domain.errors import TicketInHand
from domain.ports import Press
from domain.tickets import Desk
from tests.storage.conftest import ClinicFixture

ROOM = Desk("1", ("lab",))


def resize(clinic: ClinicFixture, places: int) -> None:
    clinic.database.do("update room set places = %s where name = '1'", [places])


def in_hand(clinic: ClinicFixture) -> list[str]:
    rows = clinic.database.rows("select label from ticket where state = 'called' order by id")
    return [row[0] for row in rows]


def test_a_room_that_grows_takes_as_many_at_once(clinic: ClinicFixture) -> None:
    clinic.issue(3)
    resize(clinic, 3)
    desk = clinic.desk()

    for _ in range(3):
        desk.call_next(Press(), ROOM)

    assert in_hand(clinic) == clinic.labels(1, 3)


def test_a_room_that_shrank_takes_nobody_until_it_has_emptied(clinic: ClinicFixture) -> None:
    """Three are in hand in what is now a room for one; one more place is not free yet."""
    clinic.issue(4)
    resize(clinic, 3)
    desk = clinic.desk()
    called = [desk.call_next(Press(), ROOM) for _ in range(3)]
    resize(clinic, 1)
    desk.finish(Press(), called[0].ticket_id)

    with pytest.raises(TicketInHand):
        desk.call_next(Press(), ROOM)
    desk.finish(Press(), called[1].ticket_id)

    assert desk.call_next(Press(), ROOM).finished == called[2].number
    assert in_hand(clinic) == ["L-004"]


def test_undoing_a_start_waits_for_no_room(clinic: ClinicFixture) -> None:
    """The patient is in the room already; whoever holds the room may want this very ticket."""
    clinic.issue(1)
    desk = clinic.desk()
    called = desk.call_next(Press(), ROOM)
    desk.start_service(Press(), called.ticket_id)
    undone = threading.Thread(target=lambda: desk.undo(Press(), called.ticket_id))
    with psycopg.connect(clinic.database.admin_url) as rival:
        rival.execute("select from dawr.room where name = '1' for update")
        undone.start()
        undone.join()
        assert in_hand(clinic) == ["L-001"]
        rival.rollback()
