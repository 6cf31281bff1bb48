"""A feed on the real server and database while servers are killed: nothing lost or said twice."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from domain.feed import Link
from domain.ports import Press
from domain.states import EventKind
from domain.tickets import Desk, TicketRequest
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.house.source import ROOT
from tests.postgres import Database
from tests.ui.feed.hearer import Hearer
from ui.feed import Feed

PORTS = range(20_000, 32_000)
SERVED_MS = 20_000

Serve = Callable[[], "subprocess.Popen[str]"]


def free_port() -> int:
    """One that stays the same from one server to the next."""
    for port in random.sample(PORTS, 50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise AssertionError("no free port")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def serve(database: Database, tmp_path: Path, port: int) -> Iterator[Serve]:
    """Starts a server that answers, on the same port each time; ends those that are still there."""
    started: list[subprocess.Popen[str]] = []
    given = {"DAWR_DATABASE_URL": database.login("server"), "DAWR_DATA_DIR": str(tmp_path)}

    def start() -> subprocess.Popen[str]:
        server = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "server", "--port", str(port)],
            env={**os.environ, **given},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        started.append(server)
        assert server.stdout is not None
        assert server.stdout.readline().startswith("Dawr is ready")
        return server

    yield start
    for server in started:
        server.kill()
        server.communicate()


@pytest.fixture
def feed(qapp: object, port: int) -> Iterator[Feed]:
    feed = Feed(f"http://127.0.0.1:{port}", clinics=["lab"])
    yield feed
    feed.stop()


def test_every_change_comes_once_and_in_order_while_servers_are_killed(
    qtbot: QtBot, serve: Serve, feed: Feed, database: Database
) -> None:
    hearer = Hearer(feed)
    feed.start()
    server = serve()
    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1, timeout=SERVED_MS)

    with closing(KioskDesk(database.login("kiosk"))) as kiosk:
        for number in range(1, 31):
            kiosk.issue_ticket(Press(), TicketRequest("lab"))
            if number in (8, 16):
                qtbot.waitUntil(lambda seen=number: len(hearer.updates) >= seen - 2)  # type: ignore[misc]
                server.kill()
            if number in (12, 24):
                server = serve()
    qtbot.waitUntil(lambda: len(hearer.updates) >= 30, timeout=SERVED_MS)

    assert hearer.numbers == list(range(1, 31))
    assert len(hearer.snapshots) == 1
    assert hearer.links == [Link.LIVE]


def test_calls_made_while_no_server_lived_reach_the_wall_once(
    qtbot: QtBot, serve: Serve, feed: Feed, database: Database
) -> None:
    hearer = Hearer(feed)
    feed.start()
    server = serve()
    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1, timeout=SERVED_MS)
    server.kill()

    with closing(KioskDesk(database.login("kiosk"))) as kiosk:
        for _ in range(3):
            kiosk.issue_ticket(Press(), TicketRequest("lab"))
    with closing(StaffDesk(database.login("staff"))) as desk:
        called = [desk.call_next(Press(), Desk("1", ("lab",))) for _ in range(3)]
        recalled = desk.recall(Press(), called[-1].ticket_id)
    serve()

    qtbot.waitUntil(
        lambda: any(each.kind is EventKind.RECALLED for each in hearer.updates), timeout=SERVED_MS
    )
    told = [each.announcement for each in hearer.updates if each.announcement is not None]
    assert [(each.ticket, each.recalled) for each in told] == [
        *((each.label, False) for each in called),
        (recalled.label, True),
    ]
