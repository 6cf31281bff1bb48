"""The first page: room and clinics, in any language, also while the database is away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.errors import StoreAway
from domain.feed import Link
from domain.tickets import Desk
from staff import reading
from staff.orders import Act
from staff.settings import StaffSettings
from staff.window import StaffWindow
from tests.staff.conftest import OpenDeskWith
from tests.staff.fakes import FakeFeed, FakePort, FakeTasks
from tests.staff.site import DESK
from ui.languages import install

LEFT = Qt.MouseButton.LeftButton


class First:
    """A window at its first page."""

    def __init__(self, qtbot: QtBot, settings: StaffSettings) -> None:
        self.port, self.feed, self.tasks = FakePort(), FakeFeed(), FakeTasks()
        self.window = StaffWindow(self.port, self.feed, self.tasks, settings)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()


@pytest.fixture
def first(qtbot: QtBot, qapp: QApplication) -> First:
    return First(qtbot, StaffSettings(motion=False))


def test_room_and_clinic_are_both_needed(qtbot: QtBot, first: First) -> None:
    first.tasks.flush()
    choice = first.window.choice
    assert choice.rooms is not None
    assert choice.clinics is not None
    assert not choice.begin.isEnabled()
    choice.rooms.buttons["3"].click()
    assert not choice.begin.isEnabled()
    choice.clinics.buttons["xray"].click()
    choice.clinics.buttons["lab"].click()

    QTest.mouseClick(choice.begin, LEFT)

    assert first.window.desk is not None
    assert first.window.desk.state.desk == Desk("3", ("lab", "xray"))


def test_one_can_work_without_a_room(first: First) -> None:
    first.tasks.flush()
    choice = first.window.choice
    assert choice.rooms is not None
    assert choice.clinics is not None
    choice.rooms.buttons[""].click()
    choice.clinics.buttons["lab"].click()

    assert choice.chosen() == Desk(None, ("lab",))


def test_a_desk_chosen_beforehand_opens_with_enter(qtbot: QtBot) -> None:
    first = First(qtbot, StaffSettings(desk=DESK, motion=False))
    first.tasks.flush()
    first.window.activateWindow()
    qtbot.waitUntil(first.window.choice.begin.hasFocus)
    QTest.keyClick(first.window.choice.begin, Qt.Key.Key_Space)

    assert first.window.desk is not None


def test_no_key_of_the_desk_does_anything_before_it_is_open(qtbot: QtBot, first: First) -> None:
    first.tasks.flush()
    first.window.activateWindow()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_Delete):
        QTest.keyClick(first.window, key)
    first.tasks.flush()

    assert first.port.asked == []


def test_a_database_that_is_away_is_told_and_tried_again(
    qtbot: QtBot, first: First, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "RETRY_MS", (5,))
    first.port.away = StoreAway(why="gone")
    first.tasks.flush()
    assert "database does not answer" in first.window.choice.trouble.text()

    first.port.away = None
    qtbot.waitUntil(lambda: first.tasks.under_way > 0)
    first.tasks.flush()

    assert first.window.choice.rooms is not None
    assert not first.window.choice.trouble.isVisible()


def test_trying_again_by_hand(qtbot: QtBot, first: First) -> None:
    first.port.away = StoreAway(why="gone")
    first.tasks.flush()
    first.port.away = None
    qtbot.waitUntil(first.window.choice.again.isVisible)
    QTest.mouseClick(first.window.choice.again, LEFT)
    first.tasks.flush()

    assert first.window.choice.rooms is not None


def test_another_language_turns_the_window_round(first: First, qapp: QApplication) -> None:
    first.tasks.flush()
    first.window.choice.languages.buttons["ar"].click()

    assert first.window.look.wording.language == "ar"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first.window.choice.begin.text() == "افتح المكتب"
    install(qapp, "en")


def test_the_link_is_shown_on_the_first_page_too(qtbot: QtBot, first: First) -> None:
    first.tasks.flush()
    first.feed.say_link(Link.STALE)

    qtbot.waitUntil(first.window.bar.badge.isVisible)
    assert first.window.bar.badge.link is Link.STALE


def test_the_desk_can_be_changed_but_not_while_an_answer_is_out(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.desk.press(Act.DONE)
    QTest.mouseClick(opened.window.bar.room, LEFT)
    assert opened.window.desk is not None

    opened.tasks.flush()
    QTest.mouseClick(opened.window.bar.room, LEFT)
    opened.tasks.flush()

    assert opened.window.desk is None
    assert opened.window.pages.currentWidget() is opened.window.choice
    assert opened.window.choice.chosen() == DESK, "the last choice is offered again"


def test_closing_the_window_stops_the_feed(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.window.close()

    assert not opened.feed.running
