"""The appointments of the demo site's laboratory, driven as a server does for its callers."""

from __future__ import annotations

import datetime as dt
import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg

from domain.errors import Refusal
from domain.slots import Slot, SlotId, SlotStatus
from storage import moves, slots
from storage.answers import instant
from storage.connections import bounded, refusals
from storage.moves import Move, Pressed
from tests.postgres import Database

MORNING = dt.datetime(2026, 11, 24, 3, 30, tzinfo=dt.UTC)
"""A Tuesday, 06:30 in Qatar: half an hour before the first slot."""
DAY = dt.date(2026, 11, 24)
MINUTE = dt.timedelta(minutes=1)
TTL = 10 * MINUTE
_patients = itertools.count(1)


@dataclass
class Book:
    """Every call opens a connection of its own, so that many threads may call at once."""

    database: Database
    code: str = "lab"
    pressed: Pressed = field(default_factory=lambda: Pressed(scope="patient"))

    def slots(self, day: dt.date = DAY, only_free: bool = True, code: str = "") -> list[Slot]:
        given = {"clinic": code or self.code, "day": day, "only_free": only_free}
        return [slot_of(one) for one in self.read(slots.READ_SLOTS, given)["slots"]]

    def free(self) -> list[Slot]:
        return [one for one in self.slots() if one.status is SlotStatus.FREE]

    def hold(self, slot: SlotId, patient: str | None = None, **given: Any) -> str:
        """The hold's id; without a patient somebody nobody knows yet."""
        who = patient or f"P-{next(_patients)}"
        return str(self.move(slots.HOLD_SLOT, slot=slot, patient=who, **given)["hold"])

    def confirm(self, hold: str, **given: Any) -> str:
        """The booking's code."""
        return str(self.move(slots.CONFIRM_BOOKING, hold=hold, **given)["code"])

    def book(self, slot: SlotId, patient: str | None = None, **given: Any) -> str:
        return self.confirm(self.hold(slot, patient), **given)

    def release(self, hold: str) -> None:
        self.move(slots.RELEASE_HOLD, hold=hold)

    def cancel(self, code: str) -> None:
        self.move(slots.CANCEL_BOOKING, code=code)

    def check_in(self, code: str, **given: Any) -> dict[str, Any]:
        return dict(self.move(slots.CHECK_IN, code=code, **given))

    def next_free(self, **given: Any) -> list[Slot]:
        asked = {"slot": None, "hold": None, **given}
        return [slot_of(one) for one in self.read(slots.READ_NEXT_FREE, asked)]

    def status(self, slot: SlotId) -> str:
        return str(self.database.value("select slot_status(x) from slot x where x.id = %s", [slot]))

    def move(self, move: Move[Any], pressed: Pressed | None = None, **given: Any) -> Any:
        with self.server() as server, slots.races(), refusals():
            made = moves.perform(server, move, pressed or self.pressed, None, **given)
        assert made is not None
        return dict(made.answer)

    def read(self, statement: str, given: dict[str, object]) -> Any:
        with self.server() as server, refusals():
            row = server.execute(statement, given).fetchone()
        assert row is not None
        return row[0]

    @contextmanager
    def server(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        url = bounded(self.database.login("server"), "dawr server")
        with psycopg.connect(url, autocommit=True) as one:
            yield one

    def behind(
        self, first: Move[Any], given: dict[str, Any], second: Callable[[], object], *,
        commit: bool = True,
    ) -> str:  # fmt: skip
        """What becomes of a second press that comes while the first is done but not committed."""
        seen: list[str] = []
        with psycopg.connect(self.database.login("server")) as rival:
            moves.perform(rival, first, self.pressed, None, **given)
            press = threading.Thread(target=lambda: seen.append(outcome(second)))
            press.start()
            self.database.until_waiting_for_lock("dawr server")
            if not commit:
                rival.rollback()
        press.join()
        return seen[0]

    @contextmanager
    def rival_holding(self, table: str, where: str) -> Iterator[psycopg.Connection[Any]]:
        """Somebody else's transaction has locked such a row; the block may end it."""
        with psycopg.connect(self.database.admin_url) as rival:
            rival.execute(f"select from dawr.{table} where {where} for update".encode())
            yield rival
            rival.rollback()


def slot_of(answer: dict[str, Any]) -> Slot:
    return Slot(
        SlotId(answer["id"]),
        answer["clinic"],
        instant(answer["starts_at"]),
        instant(answer["ends_at"]),
        SlotStatus(answer["status"]),
    )


def outcome(work: Callable[[], object]) -> str:
    """What became of it: done, or the code of the refusal."""
    try:
        work()
    except Refusal as refusal:
        return refusal.code
    return "done"
