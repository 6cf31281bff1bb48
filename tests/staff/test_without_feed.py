"""The desk while the server is away: it reads its list by itself, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from domain.errors import StoreAway
from domain.feed import Link
from domain.tickets import Desk
from staff import desk_state
from staff.title_bar import ASIDE
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.site import DESK, desk_list

OFTEN_MS = 20


def reads_by_itself(opened: Opened) -> bool:
    timers = opened.desk.state.findChildren(QTimer)
    return any(one.isActive() and one.interval() == OFTEN_MS for one in timers)


def test_without_a_feed_the_list_is_read_by_itself_until_the_feed_is_back(
    qtbot: QtBot, open_desk: OpenDeskWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the server gone a desk must not go on saying that nobody waits."""
    monkeypatch.setattr(desk_state, "DEAF_MS", OFTEN_MS)
    opened = open_desk()
    opened.port.current = replace(opened.port.current, waiting=())
    opened.list_comes()
    assert not opened.desk.desk.call_next.isEnabled()
    assert not reads_by_itself(opened)
    opened.feed.say_link(Link.STALE)

    opened.port.current = desk_list()

    def somebody_is_shown() -> bool:
        opened.tasks.flush()
        return opened.desk.desk.call_next.isEnabled()

    qtbot.waitUntil(somebody_is_shown)
    assert reads_by_itself(opened)
    opened.feed.say_link(Link.LIVE)
    assert not reads_by_itself(opened)


def test_each_list_is_read_again_when_asked_for(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk_list())
    opened.port.away = StoreAway(why="gone")
    opened.list_comes()

    for frame in (opened.desk.desk.waiting, opened.desk.bookings.frame, opened.desk.aside.frame):
        reads = opened.port.reads
        frame.notice.again.click()
        opened.tasks.flush()
        assert opened.port.reads > reads


def counts(opened: Opened) -> list[str | None]:
    """The numbers of the day, of each clinic and of those put aside, as they are read."""
    today = opened.desk.desk.today
    lines = today.clinics.lines.values()
    aside = opened.window.bar.pages.tabs[ASIDE].text()
    return [
        *(tile.number for tile in today.tiles.values()),
        *(line.waiting.text() for line in lines),
        aside.partition("(")[2].rstrip(")"),
    ]


def test_no_old_count_stands_as_if_it_were_new(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk_list(), desk=Desk(DESK.room, ("lab", "xray")))
    known = ["10", "31", "18", "46", "3", "10", "0", "3"]
    assert counts(opened) == known

    opened.feed.say_link(Link.STALE)
    opened.tasks.flush()
    assert counts(opened) == known
    opened.port.away = StoreAway(why="gone")
    opened.list_comes()
    assert counts(opened) == [None] * 5 + ["?"] * 3
    assert opened.desk.desk.today.tiles["waiting"].accessibleName() == "Waiting: ?"

    opened.port.away = None
    opened.list_comes()
    assert counts(opened) == known
