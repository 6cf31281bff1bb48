"""The desk without a mouse: everything is reached, in reading order, and the focus is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from domain.names import LANGUAGES
from domain.tickets import TicketId
from staff.actions_grid import KEYS
from staff.orders import Act
from staff.row_menu import RowMenu
from staff.shortcuts import ACT_KEYS
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.site import called, desk_list
from ui.widgets.focus_ring import FocusRing


def focus_chain(qtbot: QtBot, opened: Opened) -> list[QWidget]:
    """What Tab goes through, from Call next back to it."""
    opened.desk.desk.call_next.setFocus()
    chain: list[QWidget] = []
    for _ in range(60):
        here = QApplication.focusWidget()
        assert here is not None
        if here in chain:
            break
        chain.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return chain


def places(opened: Opened, chain: Iterable[QWidget]) -> list[tuple[int, int]]:
    rtl = opened.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found = []
    for one in chain:
        corner = one.mapTo(opened.window, QPoint(0, 0))
        x = opened.window.width() - corner.x() - one.width() if rtl else corner.x()
        found.append((corner.y(), x))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_tab_goes_through_the_start_column_in_reading_order(
    qtbot: QtBot, open_desk: OpenDeskWith, language: str
) -> None:
    listed = replace(desk_list(language), in_hand=(called(400, language=language),))
    opened = open_desk(listed, language=language)
    chain = focus_chain(qtbot, opened)
    desk = opened.desk.desk
    column = desk.card.parentWidget()
    assert column is not None
    start = [one for one in chain if column.isAncestorOf(one)]

    assert start[0] is desk.call_next
    assert places(opened, start) == sorted(places(opened, start))
    assert {desk.foot.walk_in, desk.foot.undo} <= set(start)
    assert desk.waiting.rows in chain
    assert chain.index(desk.waiting.rows) > chain.index(desk.foot.undo)


def test_every_button_of_the_desk_can_be_reached(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.desk.waiting.rows.choose(TicketId(31))
    QApplication.processEvents()
    chain = focus_chain(qtbot, opened)
    buttons = [
        one
        for one in opened.window.findChildren(QAbstractButton)
        if one.isVisible() and one.isEnabled()
    ]
    # Of several that exclude each other the chosen one is reached by Tab, the others by arrows.
    tabbed = [one for one in buttons if one.group() is None or not one.group().exclusive()]

    assert [one.text() for one in tabbed if one not in chain] == []


def test_the_focus_is_seen(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.desk.card.grid.buttons[Act.HOLD].setFocus(Qt.FocusReason.TabFocusReason)
    ring = opened.window.findChild(FocusRing)

    assert ring is not None
    assert ring.isVisible()
    assert ring.target is opened.desk.desk.card.grid.buttons[Act.HOLD]


def test_after_start_the_focus_is_on_done(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk(replace(desk_list(), in_hand=(called(400),)))
    buttons = opened.desk.desk.card.grid.buttons
    buttons[Act.START].setFocus()
    QTest.keyClick(buttons[Act.START], Qt.Key.Key_Space)
    opened.tasks.flush()
    opened.list_comes(desk_list())

    assert QApplication.focusWidget() is buttons[Act.DONE]


def test_every_act_has_a_key_and_shows_it(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    keys = set(ACT_KEYS)
    assert {"F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "Del"} <= keys
    assert {"Ctrl+N", "Ctrl+Z"} <= keys
    assert len({QKeySequence(key).toString() for key in keys}) == len(keys)
    assert set(opened.desk.desk.card.grid.buttons) == set(KEYS)


def test_the_list_is_walked_with_arrows_and_opened_with_enter(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    QTest.keyClick(opened.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert rows.hasFocus()
    assert rows.chosen is not None
    assert rows.chosen.number == 38
    for _ in range(3):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.chosen.number == 31
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.desk.asking.is_open


def test_the_focus_comes_back_from_a_question(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    rows.setFocus()
    rows.choose(TicketId(31))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    dialog = opened.desk.asking.dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert rows.hasFocus()
    assert rows.chosen is not None


def test_the_menu_key_offers_what_is_valid(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    rows.setFocus()
    rows.choose(TicketId(31))
    rows.ask_menu()
    menu = opened.desk.desk.waiting.findChild(RowMenu)
    assert menu is not None
    offered = [action.data() for action in menu.actions()]
    assert offered == [
        Act.CALL_CHOSEN,
        Act.PRIORITY,
        Act.HOLD,
        Act.TRANSFER,
        Act.NOTE,
        Act.CANCEL,
    ]
    menu.actions()[2].trigger()
    menu.close()
    QApplication.processEvents()

    assert opened.desk.asking.is_open


def test_tab_does_not_leave_a_question(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.press(Act.TRANSFER)
    dialog = opened.desk.asking.dialog
    assert dialog is not None
    for _ in range(30):
        here = QApplication.focusWidget()
        assert here is not None
        assert dialog.isAncestorOf(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
