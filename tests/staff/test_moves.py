"""Every move of the desk, by its button and by its key, through the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from domain.errors import WrongState
from domain.states import Priority
from domain.tickets import TicketId, TicketRequest
from staff.actions_grid import KEYS
from staff.order_dialogs import DO, OrderDialog, PriorityDialog, ReasonDialog
from staff.orders import Act
from staff.walk_in import IssuedDialog, WalkInDialog
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.hands import (
    AT_ONCE,
    LEFT,
    answer_cancel,
    answer_hold,
    answer_note,
    answer_transfer,
    grid,
    press_key,
    with_in_hand,
)
from tests.staff.site import DESK, NOON, aside


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
def test_call_next(qtbot: QtBot, open_desk: OpenDeskWith, by_key: bool) -> None:
    opened = open_desk()
    if by_key:
        press_key(qtbot, opened, "F2")
    else:
        QTest.mouseClick(opened.desk.desk.call_next, LEFT)
    opened.tasks.flush()

    assert opened.port.asked == [("call_next", DESK)]


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
@pytest.mark.parametrize("act", AT_ONCE, ids=lambda act: act.value)
def test_a_move_that_needs_no_question(
    qtbot: QtBot, open_desk: OpenDeskWith, act: Act, by_key: bool
) -> None:
    opened = open_desk(with_in_hand(AT_ONCE[act]))
    if by_key:
        press_key(qtbot, opened, KEYS[act])
    else:
        QTest.mouseClick(grid(opened)[act], LEFT)
    opened.tasks.flush()

    assert opened.port.asked == [(act.value, TicketId(29))]


QUESTIONS: dict[Act, tuple[Callable[[Opened], None], tuple[object, ...]]] = {
    Act.HOLD: (answer_hold, ("hold", TicketId(29), "Sent for a test")),
    Act.TRANSFER: (answer_transfer, ("transfer", TicketId(29), "xray", False, None)),
    Act.CANCEL: (answer_cancel, ("cancel", TicketId(29), "went home")),
    Act.NOTE: (answer_note, ("add_note", TicketId(29), "Speaks Thai")),
}


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
@pytest.mark.parametrize("act", QUESTIONS, ids=lambda act: act.value)
def test_a_move_that_asks_first(
    qtbot: QtBot, open_desk: OpenDeskWith, act: Act, by_key: bool
) -> None:
    opened = open_desk()
    if by_key:
        press_key(qtbot, opened, KEYS[act])
    else:
        QTest.mouseClick(grid(opened)[act], LEFT)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, OrderDialog)
    assert not dialog.button(DO).isEnabled()
    assert opened.port.asked == []

    answer, expected = QUESTIONS[act]
    answer(opened)
    QTest.mouseClick(dialog.button(DO), LEFT)
    opened.tasks.flush()

    assert opened.port.asked == [expected]
    assert not opened.desk.asking.is_open


def test_a_cancellation_keeps_the_number_on_enter_and_on_escape(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        opened.desk.press(Act.CANCEL)
        answer_cancel(opened)
        dialog = opened.desk.asking.dialog
        assert isinstance(dialog, ReasonDialog)
        QTest.keyClick(dialog.reason.field.line, key)
        assert not opened.desk.asking.is_open
    opened.tasks.flush()

    assert opened.port.asked == []


def test_enter_in_the_reason_of_a_hold_gives_the_order(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.desk.press(Act.HOLD)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, ReasonDialog)
    QTest.keyClick(dialog.reason.field.line, Qt.Key.Key_Return)
    assert opened.desk.asking.is_open, "nothing happens without a reason"

    QTest.keyClicks(dialog.reason.field.line, "toilet")
    QTest.keyClick(dialog.reason.field.line, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [("hold", TicketId(29), "toilet")]


def test_no_key_reaches_the_desk_behind_a_question(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.press(Act.HOLD)
    for key in ("F2", "F5", "F8", "Del", "Ctrl+Z", "Ctrl+N", "Ctrl+L"):
        press_key(qtbot, opened, key)
    assert not opened.desk.desk.waiting.rows.hasFocus()
    opened.tasks.flush()

    assert opened.port.asked == []


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
def test_a_walk_in_shows_its_number(qtbot: QtBot, open_desk: OpenDeskWith, by_key: bool) -> None:
    opened = open_desk()
    if by_key:
        press_key(qtbot, opened, "Ctrl+N")
    else:
        QTest.mouseClick(opened.desk.desk.foot.walk_in, LEFT)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, WalkInDialog)
    dialog.name.set_text("Omar Saleh")
    dialog.patient.set_text(" 784-١٩٩٠ ")
    dialog.mobile.set_text("+971 (50) 123-4567")
    dialog.classes.buttons["emergency"].click()
    dialog.genders.buttons["male"].click()
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [
        (
            "register_walk_in",
            TicketRequest(
                "lab",
                patient="784-1990",
                priority=Priority.EMERGENCY,
                name="Omar Saleh",
                mobile="+971501234567",
                gender="male",
            ),
        )
    ]
    shown = opened.desk.asking.dialog
    assert isinstance(shown, IssuedDialog)
    assert shown.number.text() == "L-040"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert not opened.desk.asking.is_open


@pytest.mark.parametrize(
    ("name", "patient", "mobile", "told"),
    [
        ("", "78/4", "", "letters, digits"),
        ("Omar", "", "", "Only the clinic"),
        ("", "", "0501234567", "country code"),
        ("", "784", "+966 50 123 4567", "Only the clinic"),
        ("", "", "", "Only the clinic"),
    ],
)
def test_what_cannot_be_used_of_a_walk_in_is_told_at_once(
    open_desk: OpenDeskWith, name: str, patient: str, mobile: str, told: str
) -> None:
    opened = open_desk()
    opened.desk.press(Act.WALK_IN)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, WalkInDialog)
    dialog.name.set_text(name)
    dialog.patient.set_text(patient)
    dialog.mobile.set_text(mobile)

    assert told in dialog.accessibleDescription()
    assert dialog.button(DO).isEnabled() == (told == "Only the clinic")


def test_what_was_typed_for_a_walk_in_is_kept_until_it_has_a_number(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.port.refuse = WrongState(state="DONE", by=None, at=NOON)
    opened.desk.press(Act.WALK_IN)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, WalkInDialog)
    dialog.name.set_text("Omar Saleh")
    dialog.patient.set_text("784")
    dialog.close_with(DO)
    opened.tasks.flush()

    opened.desk.press(Act.WALK_IN)

    again = opened.desk.asking.dialog
    assert isinstance(again, WalkInDialog)
    assert again.name.text() == "Omar Saleh"

    again.close_with("")
    opened.desk.press(Act.WALK_IN)

    other = opened.desk.asking.dialog
    assert isinstance(other, WalkInDialog)
    assert other.name.text() == "", "the next patient is another one"


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
def test_undo(qtbot: QtBot, open_desk: OpenDeskWith, by_key: bool) -> None:
    opened = open_desk()
    if by_key:
        press_key(qtbot, opened, "Ctrl+Z")
    else:
        QTest.mouseClick(opened.desk.desk.foot.undo, LEFT)
    opened.tasks.flush()

    assert opened.port.asked == [("undo", TicketId(29))]


def test_calling_out_of_order_needs_a_reason(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    rows.choose(TicketId(31))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, ReasonDialog)
    assert not dialog.button(DO).isEnabled()

    dialog.reason.field.set_text("in pain")
    QTest.keyClick(dialog.reason.field.line, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [("call_chosen", TicketId(31), "in pain")]


def test_enter_on_the_first_row_is_call_next_without_a_reason(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    rows = opened.desk.desk.waiting.rows
    rows.choose(rows.tickets[0].ticket_id)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [("call_next", DESK)]


def test_the_class_of_a_waiting_patient_is_changed_with_a_reason(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.desk.desk.waiting.rows.choose(TicketId(31))
    press_key(qtbot, opened, "F11")
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, PriorityDialog)
    dialog.reason.field.set_text("seen at the desk")
    assert not dialog.button(DO).isEnabled(), "the class is the same as before"

    dialog.classes.buttons["disability"].click()
    QTest.mouseClick(dialog.button(DO), LEFT)
    opened.tasks.flush()

    assert opened.port.asked == [
        ("change_priority", TicketId(31), Priority.DISABILITY, "seen at the desk")
    ]


@pytest.mark.parametrize(("row", "expected"), [(0, "resume"), (1, "reactivate")])
def test_the_held_and_the_no_shows_come_back(
    qtbot: QtBot, open_desk: OpenDeskWith, row: int, expected: str
) -> None:
    opened = open_desk()
    QTest.mouseClick(opened.window.bar.pages.tabs[2], LEFT)
    rows = opened.desk.aside.rows
    rows.choose(aside()[row].ticket_id)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [(expected, aside()[row].ticket_id)]


def test_on_the_second_page_the_keys_are_about_its_row(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.desk.open_page(2)
    press_key(qtbot, opened, "F5")
    press_key(qtbot, opened, "Del")
    assert not opened.desk.asking.is_open, "no row is chosen"
    opened.desk.aside.rows.choose(TicketId(21))
    press_key(qtbot, opened, "Del")

    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, ReasonDialog)
    assert dialog.ticket.ticket_id == TicketId(21)
    opened.tasks.flush()
    assert opened.port.asked == []
