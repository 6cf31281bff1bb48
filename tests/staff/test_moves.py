"""Every move of the desk, by its button and by its key, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from domain.errors import NobodyWaiting, StoreAway, WrongState
from domain.feed import Link
from domain.states import Priority, TicketState
from domain.tickets import DeskList, TicketId, TicketRequest
from staff.actions_grid import KEYS
from staff.order_dialogs import DO, OrderDialog, PriorityDialog, ReasonDialog, TransferDialog
from staff.orders import Act, may
from staff.walk_in import IssuedDialog, WalkInDialog
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.site import DESK, NOON, aside, called, desk_list, serving, ticket, waiting

QT_KEYS = {
    "F2": Qt.Key.Key_F2,
    "F3": Qt.Key.Key_F3,
    "F4": Qt.Key.Key_F4,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
    "F7": Qt.Key.Key_F7,
    "F8": Qt.Key.Key_F8,
    "F9": Qt.Key.Key_F9,
    "F10": Qt.Key.Key_F10,
    "Del": Qt.Key.Key_Delete,
    "N": Qt.Key.Key_N,
    "R": Qt.Key.Key_R,
    "Z": Qt.Key.Key_Z,
}
AT_ONCE = {
    Act.RECALL: TicketState.CALLED,
    Act.START: TicketState.CALLED,
    Act.DONE: TicketState.SERVING,
    Act.NO_SHOW: TicketState.CALLED,
}
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def with_in_hand(state: TicketState, seconds_ago: float = 400) -> DeskList:
    one = called(seconds_ago) if state is TicketState.CALLED else serving()
    return replace(desk_list(), in_hand=(one,))


def press_key(qtbot: QtBot, opened: Opened, key: str) -> None:
    qtbot.waitUntil(opened.window.isActiveWindow)
    if key.startswith("Ctrl+"):
        QTest.keyClick(opened.window, QT_KEYS[key[-1]], CONTROL)
    else:
        QTest.keyClick(opened.window, QT_KEYS[key])


def grid(opened: Opened) -> dict[Act, QAbstractButton]:
    return dict(opened.desk.desk.card.grid.buttons)


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


def answer_hold(opened: Opened) -> None:
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.usual.buttons["Sent for a test"].click()


def answer_transfer(opened: Opened) -> None:
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, TransferDialog)
    dialog.clinics.buttons["xray"].click()
    dialog.arrival.buttons["last"].click()


def answer_cancel(opened: Opened) -> None:
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.field.set_text("  went   home ")


def answer_note(opened: Opened) -> None:
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, OrderDialog)
    line = dialog.findChild(type(dialog.note))  # type: ignore[attr-defined]  # a NoteDialog
    assert line is not None
    line.set_text("Speaks Thai")


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
    for key in ("F2", "F5", "F8", "Del", "Ctrl+Z", "Ctrl+N"):
        press_key(qtbot, opened, key)
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
    dialog.patient.set_text("784-1990")
    dialog.mobile.set_text("+971 50 123 4567")
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


def test_what_was_typed_for_a_walk_in_is_kept_until_it_has_a_number(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.port.refuse = WrongState(state="DONE", by=None, at=NOON)
    opened.desk.press(Act.WALK_IN)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, WalkInDialog)
    dialog.name.set_text("Omar Saleh")
    dialog.close_with(DO)
    opened.tasks.flush()

    opened.desk.press(Act.WALK_IN)

    again = opened.desk.asking.dialog
    assert isinstance(again, WalkInDialog)
    assert again.name.text() == "Omar Saleh"


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
    press_key(qtbot, opened, "F9")
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
    QTest.mouseClick(opened.window.bar.pages.tabs[1], LEFT)
    rows = opened.desk.aside.rows
    rows.choose(aside()[row].ticket_id)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [(expected, aside()[row].ticket_id)]


def test_on_the_second_page_the_keys_are_about_its_row(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    opened.desk.open_page(1)
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
    for key in ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "Del", "Ctrl+Z"):
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
