"""A clinic on a real database, driven as its kiosk and its desks would drive it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Barrier
from typing import TypeVar

import psycopg
import pytest

from domain.errors import NobodyWaiting
from domain.ports import Press
from domain.tickets import CalledTicket, Desk, IssuedTicket, TicketRequest
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.postgres import Database
from tests.storage.booking import MORNING, Book

T = TypeVar("T")


@dataclass
class ClinicFixture:
    """The laboratory of the demo site. Desks and kiosks are made on demand, closed at the end."""

    database: Database
    code: str = "lab"
    opened: ExitStack = field(default_factory=ExitStack)

    def kiosk(self) -> KioskDesk:
        """Another kiosk with its own connection."""
        desk = KioskDesk(self.database.login("kiosk"))
        self.opened.callback(desk.close)
        return desk

    def desk(self, name: str = "Desk 1") -> StaffDesk:
        """Another desk with its own connection."""
        desk = StaffDesk(self.database.login("staff", name))
        self.opened.callback(desk.close)
        return desk

    def issue(self, count: int = 1, **asked: object) -> list[IssuedTicket]:
        """Numbers drawn one after the other at one kiosk."""
        kiosk = self.kiosk()
        request = TicketRequest(self.code, **asked)  # type: ignore[arg-type]  # named as its fields
        return [kiosk.issue_ticket(Press(), request) for _ in range(count)]

    def press_next(self, desk: StaffDesk | None = None, room: str | None = None) -> str | None:
        """The label that Call next yields, None when nobody is free to be called."""
        called = self.call(desk or self.desk(), room)
        return None if called is None else called.label

    def call(self, desk: StaffDesk, room: str | None = None) -> CalledTicket | None:
        try:
            return desk.call_next(Press(), Desk(room, (self.code,)))
        except NobodyWaiting:
            return None

    @contextmanager
    def rival_holding(self, label: str) -> Iterator[None]:
        """Somebody else's transaction holds that ticket's row, as a desk claiming it does."""
        with psycopg.connect(self.database.admin_url) as rival:
            rival.execute("select from dawr.ticket where label = %s for update", [label])
            yield
            rival.rollback()

    def labels(self, first: int, last: int) -> list[str]:
        return [f"L-{number:03d}" for number in range(first, last + 1)]

    def feed_positions(self, kind: str) -> list[int]:
        rows = self.database.rows(
            "select e.position from event e join clinic c on c.id = e.clinic_id"
            " where c.code = %s and e.kind = %s order by 1",
            [self.code, kind],
        )
        return [row[0] for row in rows]


def gapless(after: int, count: int) -> list[int]:
    return list(range(after + 1, after + count + 1))


def at_once(crowd: int, work: Callable[[], T]) -> list[T]:
    """Run the work in so many threads that start together; answers what each returned."""
    barrier = Barrier(crowd)

    def start(_: int) -> T:
        barrier.wait(timeout=30)
        return work()

    with ThreadPoolExecutor(crowd) as pool:
        return list(pool.map(start, range(crowd)))


def flat(lists: list[list[T]]) -> list[T]:
    return list(itertools.chain.from_iterable(lists))


@pytest.fixture
def clinic(database: Database) -> Iterator[ClinicFixture]:
    fixture = ClinicFixture(database)
    with fixture.opened:
        yield fixture


@pytest.fixture
def book(database: Database) -> Book:
    """The laboratory's appointments, half an hour before the first of a day."""
    database.set_clock(MORNING)
    return Book(database)
