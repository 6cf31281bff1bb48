"""After a press: the list comes by the event, a lost answer by the same key."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from domain.errors import NobodyWaiting, StoreAway
from domain.feed import Link
from domain.tickets import TicketId
from staff.order_dialogs import DO
from staff.orders import Act
from tests.staff.conftest import OpenDeskWith
from tests.staff.hands import (
    LEFT,
    answer_hold,
    press_key,
)


def test_after_a_press_the_list_is_read_for_the_event_alone(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    before = opened.port.reads
    opened.desk.press(Act.DONE)
    opened.tasks.flush()
    assert opened.port.reads == before

    opened.list_comes()

    assert opened.port.reads == before + 1


@pytest.mark.parametrize("link", [Link.STALE, Link.CONNECTING])
def test_without_the_feed_the_list_is_read_once_after_a_move(
    open_desk: OpenDeskWith, link: Link
) -> None:
    opened = open_desk()
    opened.feed.say_link(link)
    opened.tasks.flush()
    before = opened.port.reads
    opened.desk.press(Act.DONE)
    opened.tasks.flush()

    assert opened.port.reads == before + 1
    assert opened.desk.state.scene.is_free


def test_a_lost_answer_offers_the_same_press_again(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.port.refuse = StoreAway(why="gone")
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()
    lost = opened.desk.desk.foot.lost
    qtbot.waitUntil(lost.isVisible)
    assert "will not be done twice" in lost.words.text()
    assert not opened.desk.desk.call_next.isEnabled()

    QTest.mouseClick(lost.again, LEFT)
    opened.tasks.flush()

    assert [what[0] for what in opened.port.asked] == ["call_next", "call_next"]
    assert opened.port.presses[0] == opened.port.presses[1]
    qtbot.waitUntil(lambda: not lost.isVisible())


@pytest.mark.parametrize("key", ["F2", "Ctrl+R"])
def test_a_lost_answer_is_asked_for_by_key(qtbot: QtBot, open_desk: OpenDeskWith, key: str) -> None:
    opened = open_desk()
    opened.port.refuse = StoreAway(why="gone")
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()
    press_key(qtbot, opened, "F5")
    press_key(qtbot, opened, key)
    opened.tasks.flush()

    assert [what[0] for what in opened.port.asked] == ["call_next", "call_next"]
    assert opened.port.presses[0] == opened.port.presses[1]


def test_an_order_given_while_the_list_cannot_be_read_is_not_dropped(
    open_desk: OpenDeskWith,
) -> None:
    opened = open_desk()
    opened.desk.press(Act.HOLD)
    opened.port.away = StoreAway(why="gone")
    opened.list_comes()
    answer_hold(opened)
    dialog = opened.desk.asking.dialog
    assert dialog is not None
    opened.port.refuse = StoreAway(why="gone")
    dialog.close_with(DO)
    opened.tasks.flush()
    assert opened.desk.state.scene.standing.lost is not None

    opened.port.away = None
    opened.desk.state.presses.again()
    opened.tasks.flush()

    assert opened.port.asked == [("hold", TicketId(29), "Sent for a test")] * 2
    assert opened.port.presses[0] == opened.port.presses[1]


def test_a_lost_answer_can_be_left(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.port.refuse = StoreAway(why="gone")
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()
    before = opened.port.reads

    QTest.mouseClick(opened.desk.desk.foot.lost.let_go, LEFT)
    opened.tasks.flush()

    assert opened.port.reads == before + 1, "how things stand is looked up"
    assert opened.desk.desk.call_next.isEnabled()


def test_a_refusal_stays_until_it_is_closed_or_something_else_is_done(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.port.refuse = NobodyWaiting()
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()
    assert opened.desk.messages.toast.is_error
    assert "Nobody is waiting now" in opened.desk.messages.toast.words()

    press_key(qtbot, opened, "F5")

    assert opened.desk.messages.toast.words() == ""
