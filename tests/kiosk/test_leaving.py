"""Nothing leads out of the kiosk but the staff's code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from kiosk.home_page import HomePage
from kiosk.staff_code import LOCKED_S, TRIES, StaffCode
from kiosk.top_bar import MarkButton
from tests.kiosk.driver import Driver, Opener
from ui.widgets.keypad import Keypad

CODE = "2468"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def mark(driver: Driver) -> MarkButton:
    return driver.window.findChildren(MarkButton)[-1]


def enter(driver: Driver, code: str) -> None:
    pad = driver.dialog.findChildren(Keypad)[-1]
    pad.set_text(code)
    driver.touch(pad.keys()[-1])


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, CONTROL),
        (Qt.Key.Key_W, CONTROL),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_keys_that_close_other_programs_do_nothing(
    kiosk: Opener, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    driver = kiosk(exit_code=CODE)

    driver.press(key, modifier)

    assert driver.window.isVisible()
    assert isinstance(driver.window.page, HomePage)
    assert not driver.window.overlays.is_open


def test_a_close_of_the_window_system_is_not_heard(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE)
    handle = driver.window.windowHandle()
    assert handle is not None

    handle.close()
    driver.window.close()

    assert driver.window.isVisible()


def test_there_is_no_menu_at_the_other_mouse_button(kiosk: Opener) -> None:
    driver = kiosk()
    at = driver.window.rect().center()

    QApplication.sendEvent(driver.window, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at))

    assert QApplication.activePopupWidget() is None


def test_the_mark_and_the_right_code_lead_out(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE)
    driver.touch(mark(driver))

    with driver.qtbot.waitSignal(driver.window.left):
        enter(driver, CODE)

    assert not driver.window.isVisible()


def test_the_chord_opens_the_pad_too(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE)

    driver.press(Qt.Key.Key_F10, CONTROL, SHIFT)

    assert driver.dialog.findChildren(Keypad)


def test_a_wrong_code_says_how_many_tries_are_left_and_then_shuts_the_pad(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE, languages=("en",))
    driver.touch(mark(driver))

    for left in range(TRIES - 1, 0, -1):
        enter(driver, "1111")
        driver.see(f"Wrong code. Tries left: {left}")
    enter(driver, "1111")
    driver.see("No tries left. Try again at ")
    pad = driver.dialog.findChildren(Keypad)[-1]
    assert pad.is_locked
    driver.touch(driver.dialog.button("close"))
    driver.touch(mark(driver))

    driver.see("No tries left. Try again at ")
    assert driver.window.isVisible()


def test_the_code_is_covered_while_it_is_typed(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE)
    driver.touch(mark(driver))
    pad = driver.dialog.findChildren(Keypad)[-1]
    pad.set_text(CODE)

    assert CODE[:-1] not in pad.entry.shown()


def test_without_a_code_the_mark_does_nothing(kiosk: Opener) -> None:
    driver = kiosk(exit_code=None)

    driver.touch(mark(driver))
    driver.press(Qt.Key.Key_F10, CONTROL, SHIFT)

    assert not driver.window.overlays.is_open


def test_the_pad_goes_when_nobody_types(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE, idle_ask_s=0.3)
    driver.touch(mark(driver))
    assert driver.window.overlays.is_open

    driver.qtbot.waitUntil(lambda: not driver.window.overlays.is_open)
    driver.page(HomePage)


def test_the_program_itself_may_close_it(kiosk: Opener) -> None:
    driver = kiosk(exit_code=CODE)

    with driver.qtbot.waitSignal(driver.window.left):
        driver.window.leave()
    driver.window.leave()

    assert not driver.window.isVisible()


def test_full_screen_covers_the_whole_screen(kiosk: Opener) -> None:
    driver = kiosk()

    driver.window.show_full_screen()

    assert driver.window.isFullScreen()
    assert driver.window.geometry() == driver.window.screen().geometry()
    assert driver.window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_the_code_opens_again_after_its_pause() -> None:
    now = [0.0]
    code = StaffCode(CODE, clock=lambda: now[0])
    for _ in range(TRIES):
        assert not code.accepts("1")
    assert not code.accepts(CODE), "also the right one waits"

    now[0] = LOCKED_S + 1

    assert code.accepts(CODE)


def test_a_kiosk_without_a_code_accepts_nothing() -> None:
    assert not StaffCode(None).accepts("")
