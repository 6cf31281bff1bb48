"""Two windows and a server on one clinic at once: one line, one feed, the same in every book."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier

import psycopg
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from domain.errors import NobodyWaiting
from domain.feed import QueueUpdate, Snapshot
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import logins, sites
from storage.kiosk_desk import KioskDesk
from storage.logins import Kind
from storage.staff_desk import StaffDesk
from tests.system import books
from tests.system.conftest import Serving
from tests.system.listener import Listener
from ui.feed import Feed

CLINIC = "xr"
EACH = 25


@pytest.fixture
def admin(serving: Serving) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(serving.program.conninfo(), autocommit=True) as one:
        yield one


def station(serving: Serving, kind: Kind, name: str) -> str:
    """The connection string of a station's own login."""
    conninfo = serving.program.conninfo()
    with psycopg.connect(conninfo, autocommit=True) as one:
        site, _ = sites.find_site(one, None)
        return logins.ensure_login(one, site, kind, name).conninfo(conninfo)


class Line:
    """The ways into and out of one clinic: a kiosk, a desk, and HTTP for both."""

    def __init__(self, serving: Serving, stack: ExitStack) -> None:
        self.serving = serving
        self.kiosk = KioskDesk(station(serving, "kiosk", "Kiosk of the test"))
        stack.callback(self.kiosk.close)
        self.desk = StaffDesk(station(serving, "staff", "Desk of the test"))
        stack.callback(self.desk.close)

    def touch(self) -> list[int]:
        """A kiosk's patients, one after the other."""
        asked = TicketRequest(CLINIC)
        return [self.kiosk.issue_ticket(Press(), asked).number for _ in range(EACH)]

    def enter(self) -> list[int]:
        """Patients over HTTP."""
        answers = [self.serving.post("/queue/enter", {"clinic": CLINIC}) for _ in range(EACH)]
        assert {one.status_code for one in answers} == {201}
        return [one.json()["number"] for one in answers]

    def press_next(self) -> list[int]:
        """A nurse who presses until all who may have come are called."""
        return list(itertools.islice(self._called_at_the_desk(), EACH))

    def _called_at_the_desk(self) -> Iterator[int]:
        while True:
            try:
                yield self.desk.call_next(Press(), Desk("2", (CLINIC,))).number
            except NobodyWaiting:
                continue

    def call(self) -> list[int]:
        """Another desk, over HTTP."""
        return list(itertools.islice(self._called_over_http(), EACH))

    def _called_over_http(self) -> Iterator[int]:
        while True:
            answer = self.serving.post("/queue/call", {"clinic": CLINIC, "room": "3"}, "staff")
            if answer.status_code == 200:
                yield answer.json()["number"]
            else:
                assert answer.json()["code"] == "NO_PATIENTS_WAITING"


def test_kiosk_desk_and_http_make_one_line_that_a_feed_hears_whole(
    serving: Serving, admin: psycopg.Connection[tuple[object, ...]], qtbot: QtBot
) -> None:
    updates: list[QueueUpdate] = []
    snapshots: list[Snapshot] = []
    feed = Feed(serving.program.url, clinics=(CLINIC,))
    feed.updated.connect(updates.append)
    feed.snapshot.connect(snapshots.append)
    with ExitStack() as stack:
        stack.callback(feed.stop)
        with qtbot.waitSignal(feed.snapshot, timeout=20_000):
            feed.start()
        ear = stack.enter_context(Listener(serving.program.url, CLINIC))
        line = Line(serving, stack)
        entered, called = all_at_once(line)
        assert ear.hears(lambda: len(ear.updates) >= len(books.feed(admin, CLINIC)))
        qtbot.waitUntil(lambda: len(updates) >= len(ear.updates), timeout=20_000)
        ear.stop()
        QCoreApplication.processEvents()

    everyone = list(range(1, 2 * EACH + 1))
    assert sorted(entered) == everyone
    assert sorted(called) == everyone
    assert books.wrongs(admin) == []
    assert books.numbers(admin, CLINIC) == everyone
    assert ear.told == books.feed(admin, CLINIC)
    assert [(str(one.kind), one.number) for one in updates] == ear.told
    assert len(snapshots) == len(ear.snapshots) == 1
    for kind in ("ENTERED", "CALLED"):
        assert sorted(number or 0 for said, number in ear.told if said == kind) == everyone
    status = serving.program.status(CLINIC)
    last = updates[-1]
    assert (last.waiting, last.in_service, last.completed, last.current) == (
        *(status["waiting"], status["in_service"]),
        *(status["completed"], status["current"]),
    )
    assert status["total"] == len(everyone)
    assert status["version"] == ear.last_id


def all_at_once(line: Line) -> tuple[list[int], list[int]]:
    """All four ways at one instant; answers the numbers given and the numbers called."""
    start = Barrier(4)

    def begin(work: str) -> list[int]:
        start.wait()
        numbers: list[int] = getattr(line, work)()
        return numbers

    with ThreadPoolExecutor(4) as pool:
        touched, entered, pressed, called = pool.map(
            begin, ("touch", "enter", "press_next", "call")
        )
    return touched + entered, pressed + called


def test_a_feed_that_breaks_again_and_again_hears_each_event_once_and_in_order(
    serving: Serving, admin: psycopg.Connection[tuple[object, ...]]
) -> None:
    clinic = "bio"
    with Listener(serving.program.url, clinic) as ear:
        for turn in range(1, 7):
            for _ in range(5):
                assert serving.post("/queue/enter", {"clinic": clinic}).status_code == 201
                ear.cut()
            assert serving.post("/queue/call", {"clinic": clinic}, "staff").status_code == 200
            assert ear.hears(lambda turn=turn: ("CALLED", turn) in ear.told)  # type: ignore[misc]  # bound now

    assert ear.connections > 6
    assert len(ear.snapshots) == 1
    assert ear.told == books.feed(admin, clinic)
