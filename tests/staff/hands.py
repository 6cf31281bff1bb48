"""What a person does at the desk, as tests do it: keys, clicks and answers to questions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from domain.states import TicketState
from domain.tickets import DeskList
from staff.order_dialogs import OrderDialog, ReasonDialog, TransferDialog
from staff.orders import Act
from tests.staff.conftest import Opened
from tests.staff.site import called, desk_list, serving

QT_KEYS = {
    "F2": Qt.Key.Key_F2,
    "F3": Qt.Key.Key_F3,
    "F4": Qt.Key.Key_F4,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
    "F7": Qt.Key.Key_F7,
    "F8": Qt.Key.Key_F8,
    "F9": Qt.Key.Key_F9,
    "F11": Qt.Key.Key_F11,
    "F10": Qt.Key.Key_F10,
    "Del": Qt.Key.Key_Delete,
    "E": Qt.Key.Key_E,
    "L": Qt.Key.Key_L,
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
