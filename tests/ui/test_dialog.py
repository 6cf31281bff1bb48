"""Dialogs and toasts: one answer, nothing behind them reached, nothing said in silence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.ui.looks import looks, share
from tests.ui.overlap import assert_no_clipping, texts
from tests.ui.screens import SENTENCES, WORDS
from ui.theme import Theme
from ui.widgets import toast as toasts
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.toast import Toast

STAFF = Theme("staff")


def asked(window: QWidget, theme: Theme = STAFF) -> Dialog:
    """An open question: keep (safe) or cancel."""
    done, again, *_ = WORDS[theme.language]
    dialog = Dialog(theme, window, SENTENCES[theme.language], SENTENCES[theme.language])
    dialog.add_button("keep", done, "undo", kind=ButtonKind.FIRST, safe=True)
    dialog.add_button("cancel", again, "close", kind=ButtonKind.DANGER)
    dialog.open()
    return dialog


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(toast: Toast) -> None:
    button = toast.findChild(BigButton)
    assert isinstance(button, BigButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def desk(show: Show, qtbot: QtBot, theme: Theme = STAFF) -> tuple[QWidget, BigButton]:
    button = BigButton(theme, "L-031", kind=ButtonKind.SECOND)
    window = show(theme, button, width=1000, height=700)
    window.activateWindow()
    qtbot.waitActive(window)
    button.setFocus()
    return window, button


@pytest.mark.parametrize("theme", looks("staff", "kiosk"), ids=str)
def test_nothing_is_clipped_in_any_look(show: Show, theme: Theme) -> None:
    window = show(theme, QWidget(), width=1080, height=1200)

    asked(window, theme)

    assert_no_clipping(window)


@pytest.mark.parametrize(
    ("key", "answer"),
    [(Qt.Key.Key_Escape, ""), (Qt.Key.Key_Return, "keep"), (Qt.Key.Key_Enter, "keep")],
)
def test_escape_closes_and_enter_does_the_safe_thing(
    show: Show, qtbot: QtBot, key: Qt.Key, answer: str
) -> None:
    window, _ = desk(show, qtbot)
    dialog = asked(window)
    answered = QSignalSpy(dialog.answered)

    QTest.keyClick(focused(), key)

    assert answered.count() == 1
    assert answered.at(0) == [answer]


def test_the_button_pressed_is_the_answer(show: Show, qtbot: QtBot) -> None:
    window, _ = desk(show, qtbot)
    dialog = asked(window)
    answered = QSignalSpy(dialog.answered)

    QTest.mouseClick(dialog.button("cancel"), Qt.MouseButton.LeftButton)
    dialog.close_with("keep")

    assert answered.count() == 1
    assert answered.at(0) == ["cancel"]


def test_the_safe_button_has_the_focus_and_it_comes_back_afterwards(
    show: Show, qtbot: QtBot
) -> None:
    window, button = desk(show, qtbot)
    dialog = asked(window)
    assert QApplication.focusWidget() is dialog.button("keep")

    dialog.close_with("")

    assert QApplication.focusWidget() is button


def test_tab_never_leaves_the_dialog(show: Show, qtbot: QtBot) -> None:
    window, button = desk(show, qtbot)
    dialog = asked(window)
    visited = []
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())

    assert button not in visited
    assert dialog.button("cancel") in visited
    assert dialog.button("keep") in visited


def test_what_lies_behind_hears_no_key_no_shortcut_and_no_click(show: Show, qtbot: QtBot) -> None:
    window, button = desk(show, qtbot)
    pressed, called = QSignalSpy(button.clicked), QSignalSpy(QShortcut("F2", window).activated)
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    assert called.count() == 1  # so the shortcut does work without a dialog

    asked(window)
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    behind = window.childAt(button.geometry().center())
    assert behind is not None
    QTest.mouseClick(behind, Qt.MouseButton.LeftButton)

    assert behind is not button
    assert (called.count(), pressed.count()) == (1, 0)


def test_the_dialog_covers_its_window_also_when_that_grows(show: Show, qtbot: QtBot) -> None:
    window, _ = desk(show, qtbot)
    dialog = asked(window)

    window.resize(1300, 800)

    assert dialog.geometry() == window.rect()


def test_the_text_can_count_down(show: Show, qtbot: QtBot) -> None:
    window, _ = desk(show, qtbot)
    dialog = asked(window)

    dialog.set_text("Starting again in 3 s")

    assert "Starting again in 3 s" in texts(dialog)


def test_the_dialog_is_gone_once_it_is_answered(show: Show, qtbot: QtBot) -> None:
    window, _ = desk(show, qtbot)
    dialog = asked(window)

    with qtbot.waitSignal(dialog.destroyed, timeout=2000):
        dialog.close_with("keep")

    assert window.findChildren(Dialog) == []


@pytest.mark.parametrize("theme", looks("staff"), ids=str)
def test_a_toast_is_whole_in_every_look(show: Show, theme: Theme) -> None:
    window = show(theme, QWidget(), width=800, height=500)
    toast = Toast(theme, window)

    toast.say(SENTENCES[theme.language] * 2, undo=True)

    assert_no_clipping(window)


def test_a_toast_goes_by_itself(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toasts, "motion_ms", lambda _name: 50)
    window = show(STAFF, QWidget(), width=800, height=500)
    toast = Toast(STAFF, window)
    toast.say("L-031 is done")
    assert toast.words() == "L-031 is done"

    qtbot.waitUntil(lambda: toast.words() == "", timeout=2000)


def test_an_error_stays_until_it_is_closed(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toasts, "motion_ms", lambda _name: 50)
    window = show(STAFF, QWidget(), width=800, height=500)
    toast, other = Toast(STAFF, window), Toast(STAFF, window)
    toast.say("L-031 is done")
    toast.say_error("Not connected. Try again")
    other.say("gone when the first would be")
    qtbot.waitUntil(lambda: other.words() == "", timeout=2000)

    assert toast.words() == "Not connected. Try again"
    assert toast.is_error
    press(toast)
    assert toast.words() == ""


def test_undo_is_asked_for_once(show: Show) -> None:
    window = show(STAFF, QWidget(), width=800, height=500)
    toast = Toast(STAFF, window)
    toast.say("L-031 is done", undo=True)
    undo = QSignalSpy(toast.undo_asked)

    press(toast)

    assert undo.count() == 1
    assert toast.words() == ""


def test_closing_an_error_undoes_nothing(show: Show) -> None:
    window = show(STAFF, QWidget(), width=800, height=500)
    toast = Toast(STAFF, window)
    toast.say("L-031 is done", undo=True)
    toast.say_error("Not connected")
    undo = QSignalSpy(toast.undo_asked)

    press(toast)

    assert undo.count() == 0


def test_a_toast_is_dark_lagoon_at_the_foot(show: Show) -> None:
    window = show(STAFF, QWidget(), width=800, height=500)
    toast = Toast(STAFF, window)
    toast.say("L-031 is done")

    assert share(toast, STAFF.color("lagoon900")) > 0.5
    assert toast.geometry().bottom() > 400
    assert window.rect().contains(toast.geometry())
