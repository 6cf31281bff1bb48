"""The big button: its states, its one press, its sizes in every language and look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from domain.names import LANGUAGES
from tests.ui.conftest import Show
from tests.ui.overlap import assert_no_clipping, texts
from tests.ui.screens import SENTENCES, WORDS, WRONG
from ui.theme import Theme
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.focus_ring import FocusRing

KIOSK = Theme("kiosk")
STAFF = Theme("staff")
LOOKS = [
    base
    for language in LANGUAGES
    for surface in ("kiosk", "staff")
    for base in (
        Theme(surface, language),
        Theme(surface, language, high_contrast=True),
        Theme(surface, language, larger_text=True),
    )
]


def picture(button: QWidget) -> QImage:
    return button.grab().toImage()


def fill(button: QWidget) -> str:
    """The colour a finger's width inside the button's start, where nothing is written."""
    return picture(button).pixelColor(10, button.height() // 2).name()


def holds(button: QWidget, color: QColor) -> bool:
    image = picture(button)
    return any(
        image.pixelColor(x, y) == color
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def ringed(window: QWidget) -> QWidget | None:
    """What the window's focus ring is around."""
    ring = window.findChild(FocusRing)
    return ring.target if isinstance(ring, FocusRing) else None


@pytest.mark.parametrize("theme", LOOKS, ids=str)
def test_nothing_is_clipped_in_any_look(show: Show, theme: Theme) -> None:
    done, again, call, following, contrast = WORDS[theme.language]
    wrong = BigButton(theme, done, "check")
    wrong.set_error(WRONG[theme.language])
    turn = BigButton(theme, call, "call", kind=ButtonKind.TURN, hint="F2")
    turn.set_detail(following, ["L-030"])
    off = BigButton(theme, SENTENCES[theme.language], "people", hint="Ctrl+N")
    off.setEnabled(False)
    rail = BigButton(theme, contrast, "contrast", kind=ButtonKind.PLAIN, stacked=True)

    window = show(theme, BigButton(theme, again, "print"), wrong, turn, off, rail)

    assert_no_clipping(window)


@pytest.mark.parametrize(
    ("kind", "role"),
    [(ButtonKind.FIRST, "action"), (ButtonKind.SECOND, "card"), (ButtonKind.TURN, "turn")],
)
def test_a_kind_has_its_fill_and_another_while_pressed(
    show: Show, kind: ButtonKind, role: str
) -> None:
    button = BigButton(KIOSK, "Done", "check", kind=kind)
    show(KIOSK, button)

    assert fill(button) == KIOSK.color(role).name()
    button.setDown(True)
    assert fill(button) != KIOSK.color(role).name()


def test_a_press_moves_the_button_down_three_pixels(show: Show) -> None:
    button = BigButton(KIOSK, "Done", "check")
    show(KIOSK, button)
    middle, ground = button.width() // 2, KIOSK.color("ground")

    assert picture(button).pixelColor(middle, 1) != ground
    button.setDown(True)
    assert picture(button).pixelColor(middle, 1) == ground
    assert picture(button).pixelColor(middle, 5) == KIOSK.color("action_pressed")


def test_a_button_that_is_off_is_dashed_and_says_the_same(show: Show) -> None:
    button = BigButton(KIOSK, "Done", "check")
    window = show(KIOSK, button)
    button.setEnabled(False)

    assert fill(button) == KIOSK.color("off").name()
    assert texts(window) == ["Done"]
    edge = picture(button)
    top = [edge.pixelColor(x, 2) for x in range(40, button.width() - 40)]
    assert KIOSK.color("outline_off") in top
    assert KIOSK.color("off") in top


def test_high_contrast_turns_the_first_choice_yellow_with_black_words(show: Show) -> None:
    theme = replace(KIOSK, high_contrast=True)
    button = BigButton(KIOSK, "Done", "check")
    show(theme, button)
    button.set_theme(theme)

    assert fill(button) == theme.color("hc_yellow").name()
    assert holds(button, theme.color("black"))
    assert not holds(button, theme.color("white"))


def test_a_press_answers_once(show: Show, qtbot: QtBot) -> None:
    button = BigButton(STAFF, "Done")
    show(STAFF, button)
    presses = QSignalSpy(button.clicked)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert presses.count() == 2


def test_while_it_waits_no_press_is_heard_and_its_size_stays(show: Show, qtbot: QtBot) -> None:
    button = BigButton(STAFF, "Done", "check")
    button.setShortcut("F5")
    show(STAFF, button)
    size = button.sizeHint()
    presses = QSignalSpy(button.clicked)

    button.set_waiting(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_F5)

    assert presses.count() == 0
    assert button.sizeHint() == size
    assert button.isEnabled()  # so that the focus stays where the person is


def test_after_waiting_it_hears_again(show: Show, qtbot: QtBot) -> None:
    button = BigButton(STAFF, "Done")
    show(STAFF, button)
    button.set_waiting(True)
    button.set_waiting(False)

    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_beads_of_waiting_move_and_stop_when_motion_is_off(show: Show, qtbot: QtBot) -> None:
    lively = BigButton(STAFF, "Done", "check")
    calm = BigButton(replace(STAFF, motion=False), "Done", "check")
    show(STAFF, lively, calm)
    lively.set_waiting(True)
    calm.set_waiting(True)
    first, still = picture(lively), picture(calm)

    qtbot.waitUntil(lambda: picture(lively) != first, timeout=3000)

    assert picture(calm) == still


def test_an_error_is_said_below_and_the_next_press_takes_it_away(show: Show, qtbot: QtBot) -> None:
    button = BigButton(KIOSK, "Done", "check")
    window = show(KIOSK, button, width=700, height=260)
    button.set_error("The number is not complete")
    assert texts(window) == ["Try again", "The number is not complete"]
    assert "not complete" in button.accessibleName()

    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))

    assert texts(window) == ["Done"]


def test_a_chosen_button_shows_its_check(show: Show) -> None:
    button = BigButton(KIOSK, "High contrast", "contrast", kind=ButtonKind.PLAIN, stacked=True)
    button.setCheckable(True)
    show(KIOSK, button)
    before = picture(button)

    button.setChecked(True)

    assert fill(button) == KIOSK.color("action").name()
    assert picture(button) != before


def test_a_forward_arrow_turns_round_in_arabic_and_a_check_does_not(show: Show) -> None:
    pictures: dict[str, list[QImage]] = {}
    for side in Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft:
        for icon in ("forward", "check"):
            button = BigButton(KIOSK, "L-031", icon, stacked=True)
            show(KIOSK, button, width=300, height=160).setLayoutDirection(side)
            pictures.setdefault(icon, []).append(picture(button))

    assert pictures["check"][0] == pictures["check"][1]
    assert pictures["forward"][0] != pictures["forward"][1]


@pytest.mark.parametrize(("language", "first"), [("en", "icon"), ("ar", "hint")])
def test_the_icon_stands_at_the_start_and_the_key_at_the_end(
    show: Show, language: str, first: str
) -> None:
    theme = Theme("staff", language)
    button = BigButton(theme, "L-031", "call", hint="F2", kind=ButtonKind.SECOND)
    show(theme, button, width=500, height=80)
    ink = button.text_rects()[0].ink

    at_start = ink.center().x() < button.width() / 2
    assert at_start is (first == "icon")


@pytest.mark.parametrize(("surface", "least"), [("kiosk", 96), ("staff", 40)])
def test_a_finger_can_hit_it(show: Show, surface: str, least: int) -> None:
    theme = Theme(surface)
    button = BigButton(theme, "OK")
    show(theme, button)

    assert button.minimumSizeHint().height() >= least


def test_the_focus_ring_goes_with_the_focus(show: Show, qtbot: QtBot) -> None:
    first, second = BigButton(KIOSK, "Back"), BigButton(KIOSK, "Done")
    window = show(KIOSK, first, second)
    window.activateWindow()
    qtbot.waitActive(window)

    assert ringed(window) is None  # nobody has touched a key yet
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    QTest.keyClick(window, Qt.Key.Key_Backtab)
    assert ringed(window) is first
    QTest.keyClick(window, Qt.Key.Key_Tab)

    assert ringed(window) is second
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.geometry().contains(second.geometry())
    assert not ring.geometry().contains(first.geometry())
    assert holds(ring, KIOSK.color("focus"))


def test_a_touch_at_the_kiosk_shows_no_ring_and_a_click_at_the_desk_does(
    show: Show, qtbot: QtBot
) -> None:
    for theme, shows in ((KIOSK, False), (STAFF, True)):
        button = BigButton(theme, "Done")
        window = show(theme, button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (ringed(window) is button) is shows


def test_the_ring_leaves_with_its_button(show: Show, qtbot: QtBot) -> None:
    button = BigButton(KIOSK, "Done")
    window = show(KIOSK, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(FocusRing)
    assert isinstance(ring, FocusRing)

    button.hide()

    assert not ring.isVisible()
