"""The window with the real worker and the real feed: threads, and nothing left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from domain.feed import Link
from domain.ports import Press
from domain.tickets import CalledTicket, Desk, DeskList
from staff.orders import Act
from staff.settings import StaffSettings
from staff.window import StaffWindow
from staff.wiring import StaffFeed, Worker
from tests.staff.fakes import FakePort
from tests.staff.site import DESK
from ui.feed import Feed
from ui.tasks import Tasks

NOWHERE = "http://127.0.0.1:1"
"""Nobody listens there."""


class WatchedPort(FakePort):
    """Writes down in which thread it was asked."""

    threads: set[threading.Thread]

    def desk_list(self, desk: Desk) -> DeskList:
        self.threads.add(threading.current_thread())
        return super().desk_list(desk)

    def call_next(self, press: Press, desk: Desk) -> CalledTicket:
        self.threads.add(threading.current_thread())
        return super().call_next(press, desk)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()
    made.deleteLater()


def test_the_port_is_asked_off_the_windows_thread_and_answers_on_it(
    qtbot: QtBot, tasks: Tasks
) -> None:
    port = WatchedPort()
    port.threads = set()
    feed: StaffFeed = Feed(NOWHERE)
    worker: Worker = tasks
    window = StaffWindow(port, feed, worker, StaffSettings(desk=DESK, motion=False))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.choice.begin.isEnabled() is True)
    window.choice.begin.click()
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.state.scene.desk_list is not None)
    before = port.reads

    desk.press(Act.CALL_NEXT)
    qtbot.waitUntil(lambda: port.reads > before)
    qtbot.waitUntil(lambda: desk.state.scene.is_free)

    assert feed.link is not Link.LIVE, "the list was read after the move, without an event"
    assert port.asked == [("call_next", DESK)]
    assert threading.main_thread() not in port.threads
    assert len(port.threads) == 1
    window.close()
