"""Only what is valid now can be pressed, and what was pressed is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from domain.states import TicketState
from domain.tickets import DeskList, TicketId
from staff.actions_grid import KEYS
from staff.order_dialogs import DO
from staff.orders import Act, may
from tests.staff.conftest import OpenDeskWith
from tests.staff.hands import (
    CONTROL,
    LEFT,
    answer_transfer,
    grid,
    press_key,
    with_in_hand,
)
from tests.staff.site import NOON, called, desk_list, serving, ticket, waiting


@pytest.mark.parametrize("state", [TicketState.CALLED, TicketState.SERVING])
def test_only_what_is_valid_is_solid_and_answers_a_key(
    qtbot: QtBot, open_desk: OpenDeskWith, state: TicketState
) -> None:
    opened = open_desk(with_in_hand(state))
    hand = opened.desk.state.scene.in_hand
    for act, button in grid(opened).items():
        assert button.isEnabled() == may(act, hand), act
        if not may(act, hand):
            press_key(qtbot, opened, KEYS[act])
            opened.desk.ask(act, hand)
    opened.tasks.flush()

    assert opened.port.asked == []


def test_nothing_is_solid_with_nobody_in_hand_and_nobody_waiting(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk(DeskList(NOON))
    assert not any(button.isEnabled() for button in grid(opened).values())
    assert not opened.desk.desk.call_next.isEnabled()
    assert not opened.desk.desk.foot.undo.isEnabled()
    for key in ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "Del", "Ctrl+Z"):
        press_key(qtbot, opened, key)
    opened.tasks.flush()

    assert opened.port.asked == []
    assert opened.desk.desk.call_next.text() == "Nobody is waiting"


def test_a_no_show_is_possible_only_after_the_grace(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk(with_in_hand(TicketState.CALLED, seconds_ago=60))
    button = grid(opened)[Act.NO_SHOW]
    assert not button.isEnabled()
    assert "no-show in" in opened.desk.desk.card.usual.text()
    press_key(qtbot, opened, "F6")

    opened.list_comes(with_in_hand(TicketState.CALLED, seconds_ago=301))

    assert button.isEnabled()
    assert opened.port.asked == []


def test_between_press_and_list_no_second_press_is_taken(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    done = grid(opened)[Act.DONE]
    QTest.mouseClick(done, LEFT)
    QTest.mouseClick(done, LEFT)
    press_key(qtbot, opened, "F5")
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()
    press_key(qtbot, opened, "F5")
    opened.tasks.flush()
    assert [what[0] for what in opened.port.asked] == ["finish"]
    assert opened.desk.messages.waiting == (), "a second press is not worth a word"

    opened.list_comes(replace(desk_list(), in_hand=()))
    press_key(qtbot, opened, "F2")
    opened.tasks.flush()

    assert [what[0] for what in opened.port.asked] == ["finish", "call_next"]


def test_a_slow_answer_is_seen_on_the_buttons(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    QTest.mouseClick(grid(opened)[Act.DONE], LEFT)
    assert grid(opened)[Act.HOLD].isEnabled(), "an answer within the blink of an eye: no flicker"

    qtbot.waitUntil(lambda: not grid(opened)[Act.HOLD].isEnabled())
    opened.tasks.flush()
    opened.list_comes()

    assert grid(opened)[Act.HOLD].isEnabled()


def test_a_ticket_that_left_the_list_meanwhile_is_not_moved(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    gone = ticket(77)
    for act in (Act.CALL_CHOSEN, Act.HOLD, Act.CANCEL):
        opened.desk.ask(act, gone)

    assert not opened.desk.asking.is_open
    assert opened.port.asked == []


def test_several_in_hand_are_chosen_by_tab_and_by_key(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    both = (serving(29), called(400, 28))
    opened = open_desk(replace(desk_list(), in_hand=both, waiting=waiting()))
    card = opened.desk.desk.card
    qtbot.waitUntil(card.tabs.isVisible)
    QTest.mouseClick(card.tabs.buttons[TicketId(29)], LEFT)
    assert card.number.text() == "L-029"
    QTest.keyClick(opened.window, Qt.Key.Key_Tab, CONTROL)
    assert card.number.text() == "L-028"

    press_key(qtbot, opened, "F4")
    opened.tasks.flush()

    assert opened.port.asked == [("start_service", TicketId(28))]


def test_the_patient_just_called_is_the_one_in_hand(open_desk: OpenDeskWith) -> None:
    opened = open_desk(replace(desk_list(), in_hand=(serving(29),)))
    opened.desk.press(Act.CALL_NEXT)
    opened.tasks.flush()
    opened.list_comes(replace(desk_list(), in_hand=(serving(29), called(0, 38))))

    assert opened.desk.desk.card.number.text() == "L-038"


def test_a_transfer_tells_the_new_number(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.press(Act.TRANSFER)
    answer_transfer(opened)
    dialog = opened.desk.asking.dialog
    assert dialog is not None
    dialog.close_with(DO)
    opened.tasks.flush()

    assert "X-007" in opened.desk.messages.toast.words()


def test_the_patient_ended_by_call_next_is_told(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.port.finished = 29
    opened.desk.press(Act.CALL_NEXT)
    opened.tasks.flush()

    assert "marked as done" in opened.desk.messages.toast.words()
