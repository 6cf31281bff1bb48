"""A hand on the moves of PINs and routes: the server's login, speaking for whom a test says."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeVar

import psycopg

from domain.errors import Busy
from storage.connections import bounded, refusals
from storage.moves import Move, Pressed, TicketRef, perform
from tests.postgres import Database

T = TypeVar("T")


@dataclass
class Hand:
    """One connection of its own for each press, so that many hands can press at once."""

    database: Database
    scope: str = "patient"
    name: str | None = None

    def press(
        self, move: Move[T], ref: TicketRef | None = None, key: str | None = None, **given: object
    ) -> T:
        """Make a move; raises its refusals."""
        found = self.try_press(move, ref, key, **given)
        if found is None:
            raise Busy
        return found

    def try_press(
        self, move: Move[T], ref: TicketRef | None = None, key: str | None = None, **given: object
    ) -> T | None:
        pressed = Pressed(
            key=key, key_scope="test", payload="same", scope=self.scope, actor=self.name
        )
        url = bounded(self.database.login("server"), "dawr hand")
        with refusals(), closing(psycopg.connect(url, autocommit=True)) as conn:
            return perform(conn, move, pressed, ref, **given)

    def read(self, statement: str, **given: object) -> Any:
        """The value of a reading function."""
        url = bounded(self.database.login("server"), "dawr hand")
        with refusals(), closing(psycopg.connect(url, autocommit=True)) as conn:
            row = conn.execute(statement.encode(), given).fetchone()
        return None if row is None else row[0]


def staff(database: Database, name: str = "Nurse") -> Hand:
    return Hand(database, "staff", name)
