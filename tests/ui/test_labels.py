"""Labels, the clock, the code: they ask for their room, keep their direction, and hide nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from domain.names import LANGUAGES
from tests.ui.conftest import Show
from tests.ui.looks import columns, looks, picture, share
from tests.ui.overlap import assert_no_clipping, faults, texts
from tests.ui.screens import SENTENCES
from ui.languages import Digits
from ui.theme import Theme
from ui.widgets.clock import Clock
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.mark import Mark
from ui.widgets.number_label import NumberLabel
from ui.widgets.qr_view import QUIET_ZONE, QrView, qr_modules
from ui.widgets.themed import restyle

KIOSK = Theme("kiosk")
URL = "http://192.168.1.20:8765/t/AbCdEfGhIj12"
AT = dt.datetime(2026, 11, 21, 10, 42, tzinfo=dt.UTC)


@pytest.mark.parametrize("theme", looks("kiosk"), ids=str)
def test_a_long_sentence_wraps_and_is_whole(show: Show, theme: Theme) -> None:
    label = FittingLabel(theme, SENTENCES[theme.language] * 2, "title")

    assert_no_clipping(show(theme, label, width=700, height=1400))


def test_a_label_asks_for_the_height_its_width_needs(show: Show) -> None:
    label = FittingLabel(KIOSK, SENTENCES["en"], "title")

    assert label.hasHeightForWidth()
    assert label.heightForWidth(400) > label.heightForWidth(1600)
    assert label.heightForWidth(1600) == label.sizeHint().height()


def test_a_label_falls_back_to_a_smaller_role_before_it_cuts(show: Show) -> None:
    label = FittingLabel(KIOSK, "Internal medicine", "title", max_lines=1, smaller=["body"])
    window = show(KIOSK, label, width=400, height=120)

    assert_no_clipping(window)
    assert label.toolTip() == ""


def test_what_is_cut_can_still_be_read_as_a_tool_tip(show: Show) -> None:
    label = FittingLabel(KIOSK, SENTENCES["en"], "title", max_lines=1)
    show(KIOSK, label, width=300, height=120)

    assert label.toolTip() == SENTENCES["en"]
    assert label.accessibleName() == SENTENCES["en"]


def test_a_shorter_text_takes_the_tool_tip_away(show: Show) -> None:
    label = FittingLabel(KIOSK, SENTENCES["en"], "title", max_lines=1)
    show(KIOSK, label, width=300, height=120)

    label.set_text("Eyes")

    assert label.toolTip() == ""


@pytest.mark.parametrize(("language", "at_left"), [("en", True), ("ar", False)])
def test_a_label_begins_at_the_start_of_its_window(
    show: Show, language: str, at_left: bool
) -> None:
    theme = Theme("kiosk", language)
    label = FittingLabel(theme, "L-031")
    show(theme, label, width=600)

    assert (label.text_rects()[0].ink.left() < 20) is at_left


def test_larger_text_is_larger_everywhere(show: Show) -> None:
    label = FittingLabel(KIOSK, "Eyes")
    window = show(KIOSK, label)
    before = label.sizeHint()

    restyle(window, replace(KIOSK, larger_text=True))

    assert label.sizeHint().height() == pytest.approx(before.height() * 1.25, abs=2)


def test_a_part_on_its_own_ground_keeps_it(show: Show) -> None:
    bar = FittingLabel(KIOSK.on_dark(), "Al Noor Clinic")
    body = FittingLabel(KIOSK, "Eyes")
    window = show(KIOSK, bar, body)

    restyle(window, replace(KIOSK, larger_text=True))

    assert bar.theme.is_dark
    assert not body.theme.is_dark
    assert bar.theme.larger_text


def test_parts_inside_parts_take_the_new_look(show: Show) -> None:
    inner = QWidget()
    label = FittingLabel(KIOSK, "Eyes")
    QVBoxLayout(inner).addWidget(label)
    window = show(KIOSK, inner)

    restyle(window, replace(KIOSK, high_contrast=True))

    assert label.theme.high_contrast


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_is_the_same_in_every_language(show: Show, language: str) -> None:
    theme = Theme("kiosk", language)
    number, english = (
        NumberLabel(theme, "L-031", "ticket_number"),
        NumberLabel(KIOSK, "L-031", "ticket_number"),
    )
    show(theme, number)
    show(KIOSK, english)

    assert picture(number) == picture(english)


def test_a_number_has_all_the_room_it_needs(show: Show) -> None:
    number = NumberLabel(KIOSK, "L-1000", "ticket_number")

    window = show(KIOSK, number)

    assert_no_clipping(window)
    assert number.minimumSizeHint() == number.sizeHint()  # it is never squeezed


def test_a_number_whose_round_digits_are_cut_says_so(show: Show) -> None:
    number = NumberLabel(KIOSK, "L-1000", "ticket_number")
    window = show(KIOSK, number)

    number.setFixedHeight(number.sizeHint().height() * 9 // 10)

    assert any("cut" in fault for fault in faults(window))


@pytest.mark.parametrize(
    ("alignment", "language", "side"),
    [
        (Qt.AlignmentFlag.AlignLeading, "en", "left"),
        (Qt.AlignmentFlag.AlignLeading, "ar", "right"),
        (Qt.AlignmentFlag.AlignTrailing, "ar", "left"),
    ],
)
def test_a_number_keeps_to_its_side(
    show: Show, alignment: Qt.AlignmentFlag, language: str, side: str
) -> None:
    theme = Theme("kiosk", language)
    number = NumberLabel(theme, "L-031", "title", alignment=alignment)
    show(theme, number, width=900)

    ink = columns(number, theme.color("number"))
    middle = number.width() / 2
    assert (max(ink) < middle) if side == "left" else (min(ink) > middle)


def test_the_code_can_be_read_back_from_the_screen(show: Show) -> None:
    for theme in (KIOSK, replace(KIOSK, high_contrast=True)):
        code = QrView(theme, URL)
        show(theme, code)
        modules = qr_modules(URL)
        dot = code.width() // (len(modules) + 2 * QUIET_ZONE)
        image = picture(code)
        middle = QUIET_ZONE * dot + dot // 2

        seen = tuple(
            tuple(
                image.pixelColor(middle + column * dot, middle + row * dot).lightness() < 128
                for column in range(len(modules))
            )
            for row in range(len(modules))
        )
        assert seen == modules
        assert dot * len(modules) <= 203 < (dot + 1) * len(modules)


def test_the_code_has_its_quiet_zone_in_every_look(show: Show) -> None:
    for theme in (KIOSK, replace(KIOSK, high_contrast=True), KIOSK.on_dark()):
        code = QrView(theme, URL)
        show(theme, code)
        dot = code.width() // (len(qr_modules(URL)) + 2 * QUIET_ZONE)
        image = picture(code)

        edge = [image.pixelColor(x, y) for x in range(code.width()) for y in range(4 * dot)]
        assert {color.name() for color in edge} == {KIOSK.color("white").name()}


def test_an_empty_code_is_not_painted(show: Show) -> None:
    code = QrView(KIOSK, "")
    show(KIOSK, code)

    assert share(code, KIOSK.color("black")) == 0


def test_the_clock_shows_the_time_it_is_given(show: Show, qtbot: QtBot) -> None:
    now = [AT]
    clock = Clock(KIOSK, lambda: now[0])
    window = show(KIOSK, clock)
    assert texts(window) == ["10:42"]

    now[0] = AT.replace(minute=43)

    qtbot.waitUntil(lambda: clock.time() == "10:43", timeout=3000)
    assert clock.accessibleName() == "10:43"


def test_a_hidden_clock_is_right_when_it_is_shown_again(show: Show) -> None:
    now = [AT]
    clock = Clock(KIOSK, lambda: now[0])
    window = show(KIOSK, clock)
    clock.hide()
    now[0] = AT.replace(hour=5)

    clock.show()

    assert texts(window) == ["05:42"]


def test_the_clock_has_the_digits_of_the_site_and_never_turns_round(show: Show) -> None:
    theme = Theme("staff", "ar")
    clock = Clock(theme, lambda: AT, digits=Digits.ARABIC)

    assert texts(show(theme, clock)) == ["١٠:٤٢"]


def test_the_mark_fits_its_bar(show: Show) -> None:
    mark = Mark(KIOSK)
    show(KIOSK, mark)

    assert mark.height() == 60
    assert share(mark, KIOSK.color("marigold")) > 0.1
