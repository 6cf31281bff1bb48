"""The keypad: typed by touch, by keys and by a card reader, the same way round everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from domain.names import LANGUAGES
from tests.ui.conftest import Show
from tests.ui.looks import looks, share
from tests.ui.overlap import assert_no_clipping, texts
from tests.ui.screens import WRONG
from ui.languages import Digits
from ui.theme import Theme
from ui.widgets.keypad import Keypad

KIOSK = Theme("kiosk")


def press(pad: Keypad, *keys: str) -> None:
    buttons = pad.keys()
    for wanted in keys:
        key = next(each for each in buttons if each.text() == wanted)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("theme", looks("kiosk", "staff"), ids=str)
def test_nothing_is_clipped_in_any_look(show: Show, theme: Theme) -> None:
    pad = Keypad(theme)
    pad.set_text("28475")
    pad.set_wrong(WRONG[theme.language])

    assert_no_clipping(show(theme, pad, width=800, height=1000))


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_run_from_the_left_in_every_language(show: Show, language: str) -> None:
    pad = Keypad(Theme("kiosk", language))
    show(Theme("kiosk", language), pad)
    keys = pad.keys()
    corners = [(key.y(), key.x()) for key in keys]

    assert corners == sorted(corners)
    assert [key.text() for key in keys][:9] == list("123456789")
    assert keys[10].text() == "0"


def test_keys_are_large_enough_for_a_finger(show: Show) -> None:
    pad = Keypad(KIOSK)
    show(KIOSK, pad)

    keys = pad.keys()
    assert all(key.height() >= 160 and key.width() >= 160 for key in keys)
    assert all(key.minimumSizeHint().height() >= 96 for key in keys)


def test_what_is_touched_is_typed_and_accepted(show: Show) -> None:
    pad = Keypad(KIOSK)
    show(KIOSK, pad)
    accepted, edited = QSignalSpy(pad.accepted), QSignalSpy(pad.edited)

    press(pad, "2", "8", "0", "Erase", "4", "OK")

    assert accepted.at(0) == ["284"]
    assert [edited.at(i)[0] for i in range(edited.count())] == ["2", "28", "280", "28", "284"]


def test_a_card_reader_types_and_ends_with_enter(show: Show) -> None:
    pad = Keypad(KIOSK)
    show(KIOSK, pad)
    accepted = QSignalSpy(pad.accepted)
    pad.setFocus()

    QTest.keyClicks(pad, "1029384756")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClick(pad, Qt.Key.Key_Return)

    assert accepted.at(0) == ["102938475"]


def test_keys_reach_the_pad_through_a_focused_button(show: Show) -> None:
    pad = Keypad(KIOSK)
    show(KIOSK, pad)

    QTest.keyClicks(pad.keys()[4], "47")

    assert pad.text() == "47"


@pytest.mark.parametrize(("letters", "typed"), [(True, "A1b2"), (False, "12")])
def test_letters_are_taken_only_where_they_belong(show: Show, letters: bool, typed: str) -> None:
    pad = Keypad(KIOSK, letters=letters)
    show(KIOSK, pad)

    QTest.keyClicks(pad, "A1-b2;")

    assert pad.text() == typed


def test_digits_of_any_keyboard_are_one_number(show: Show) -> None:
    pad = Keypad(KIOSK, digits=Digits.ARABIC)
    show(KIOSK, pad)

    press(pad, "٤", "٧")

    assert pad.text() == "47"
    assert pad.entry.shown() == "٤٧"


def test_the_field_takes_no_more_than_it_may(show: Show) -> None:
    pad = Keypad(KIOSK, longest=3)
    show(KIOSK, pad)

    QTest.keyClicks(pad, "12345")
    pad.set_text("999999")

    assert pad.text() == "123"


def test_digits_stand_in_groups_for_reading_back(show: Show) -> None:
    pad = Keypad(KIOSK)
    pad.set_text("284751234")

    assert pad.entry.shown() == "2847 5123 4"


def test_the_longest_number_fits_its_field(show: Show) -> None:
    pad = Keypad(KIOSK)
    pad.set_text("12345678901234567890")

    assert_no_clipping(show(KIOSK, pad, width=700, height=1000))


def test_a_secret_is_shown_for_a_second_then_covered(show: Show, qtbot: QtBot) -> None:
    pad = Keypad(KIOSK, secret=True)
    show(KIOSK, pad)

    press(pad, "4", "7")
    assert pad.entry.shown() == "•7"

    qtbot.waitUntil(lambda: pad.entry.shown() == "••", timeout=3000)
    assert pad.text() == "47"


def test_a_wrong_number_is_said_and_its_digits_stay(show: Show) -> None:
    pad = Keypad(KIOSK)
    window = show(KIOSK, pad, width=800, height=1000)
    pad.set_text("47")

    pad.set_wrong("Wrong PIN. Tries left: 2")
    assert pad.text() == "47"
    assert "Wrong PIN. Tries left: 2" in texts(window)
    assert share(pad.entry, KIOSK.color("brick")) > 0

    press(pad, "1")
    assert "Wrong PIN. Tries left: 2" not in texts(window)
    assert share(pad.entry, KIOSK.color("brick")) == 0


def test_a_locked_pad_takes_nothing_and_says_why(show: Show) -> None:
    pad = Keypad(KIOSK)
    window = show(KIOSK, pad, width=800, height=1000)
    accepted = QSignalSpy(pad.accepted)
    pad.set_locked("No tries left. Please ask the staff")

    QTest.keyClicks(pad, "47")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    press(pad, "1", "OK")

    assert (pad.text(), accepted.count()) == ("", 0)
    assert "No tries left. Please ask the staff" in texts(window)
    pad.clear_state()
    press(pad, "1")
    assert pad.text() == "1"


def test_another_language_names_the_keys_anew(show: Show) -> None:
    pad = Keypad(KIOSK)
    show(KIOSK, pad)

    pad.set_theme(replace(KIOSK, language="ar"))

    assert [pad.keys()[9].text(), pad.keys()[11].text()] == ["مسح", "تم"]
