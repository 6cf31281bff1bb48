"""The theme says what the tokens say, and its colours keep the contrast they promise."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from ui.theme import ASSETS, Theme, motion_ms, roles, tokens

SURFACES = ("kiosk", "staff", "display", "phone", "print_576")
AAA, AA, SHAPES = 7.0, 4.5, 3.0

# What is read (or seen) on what. Large or bold text with an icon needs AA, shapes need 3.
READ_ON = [
    ("text", "ground", AAA),
    ("text", "card", AAA),
    ("text", "panel", AAA),
    ("second_text", "ground", AAA),
    ("second_text", "card", AAA),
    ("second_text", "off", AAA),
    ("number", "ground", AAA),
    ("number", "card", AAA),
    ("on_action", "action", AAA),
    ("on_action", "action_pressed", AAA),
    ("second_action", "card", AAA),
    ("on_turn", "turn", AAA),
    ("on_turn", "turn_pressed", AAA),
    ("on_turn_soft", "turn_soft", AAA),
    ("on_attention_soft", "attention_soft", AA),
    ("attention", "card", AAA),
    ("on_danger_soft", "danger_soft", AA),
    ("on_danger_fill", "danger_fill", AAA),
    ("danger", "card", AAA),
    ("on_priority_soft", "priority_soft", AAA),
    ("on_paper", "paper", AAA),
    ("outline", "ground", SHAPES),
    ("outline_off", "off", SHAPES),
    ("focus", "ground", SHAPES),
]


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "row", tokens()["contrast"], ids=lambda row: f"{row['text']}-{row['ground']}"
)
def test_the_contrast_table_of_the_design_is_true(row: dict[str, object]) -> None:
    theme = Theme("kiosk")

    found = contrast(theme.color(str(row["text"])), theme.color(str(row["ground"])))

    assert round(found, 2) == row["ratio"]


@pytest.mark.parametrize(("ink", "ground", "least"), READ_ON)
@pytest.mark.parametrize(
    "look",
    [
        Theme("kiosk"),
        Theme("kiosk", dark=True),
        Theme("display"),
        Theme("staff", high_contrast=True),
        Theme("display", high_contrast=True),
    ],
    ids=str,
)
def test_roles_can_be_read_in_every_look(look: Theme, ink: str, ground: str, least: float) -> None:
    assert contrast(look.color(ink), look.color(ground)) >= least


@pytest.mark.parametrize("name", [*tokens()["color"], *sorted(roles())])
def test_high_contrast_knows_black_white_and_yellow_alone(name: str) -> None:
    color = Theme("kiosk", high_contrast=True).color(name)

    assert color in [Theme("kiosk").color(each) for each in ("black", "white", "hc_yellow")]


def test_what_can_be_touched_is_outlined_against_a_card() -> None:
    theme = Theme("kiosk")

    assert contrast(theme.color("outline"), theme.color("card")) >= SHAPES


def test_an_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError, match="mauve"):
        Theme("kiosk").color("mauve")


def test_an_unknown_surface_is_refused() -> None:
    with pytest.raises(ValueError, match="watch"):
        Theme("watch")


@pytest.mark.parametrize("surface", SURFACES)
def test_every_size_of_the_design_is_there(surface: str) -> None:
    theme = Theme(surface)

    for role, px in tokens()["type_px"][surface].items():
        if role != "larger_text_factor":
            assert theme.px(role) == px


def test_larger_text_is_a_quarter_larger() -> None:
    assert Theme("kiosk", larger_text=True).px("button") == round(42 * 1.25)


def test_a_wall_of_twice_the_pixels_doubles_everything() -> None:
    twice = Theme("display", scale=2)

    assert (twice.px("call_number"), twice.space(4), twice.radius("call")) == (800, 128, 96)


def test_what_can_be_touched_has_a_wider_outline_in_high_contrast() -> None:
    touched = ("kiosk_touch", "kiosk_second_choice", "staff")
    loud = Theme("kiosk", high_contrast=True)

    assert [loud.stroke(name) for name in touched] == [4, 4, 4]
    assert loud.stroke("hairline") == 1


def test_a_ground_of_its_own_survives_another_look() -> None:
    bar = Theme("staff").on_dark()

    assert bar.color("text") == Theme("staff").color("white")
    assert replace(bar, language="ar").is_dark
    assert bar.speaking("ar").is_rtl


@pytest.mark.parametrize(("language", "height"), [("en", 1.25), ("ar", 1.45), ("th", 1.5)])
def test_lines_are_as_far_apart_as_the_language_needs(language: str, height: float) -> None:
    assert Theme("kiosk", language).line_height() == height


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("surface", "bold"), list(product(SURFACES, (True, False))))
def test_fonts_are_the_shipped_ones(surface: str, bold: bool) -> None:
    font = Theme(surface).font(next(iter(tokens()["type_px"][surface])), bold=bold)

    assert QFontInfo(font).family() == "Noto Sans"
    assert QFontInfo(font).bold() is bold
    assert not QFontInfo(font).italic()


def test_ticket_numbers_are_bold_and_tight(qapp: QApplication) -> None:
    font = Theme("kiosk").number_font("ticket_number")

    assert font.weight() == QFont.Weight.Bold
    assert font.letterSpacing() == pytest.approx(-0.015 * 272, abs=0.05)


def test_the_tokens_are_whole() -> None:
    assert json.loads((ASSETS / "tokens.json").read_text(encoding="utf-8"))["name"] == "Dawr"
    assert motion_ms("toast") == 6000


def test_the_fonts_are_small_and_come_with_their_licence() -> None:
    fonts = list((ASSETS / "fonts").glob("*.ttf"))

    assert len(fonts) == 6
    assert sum(font.stat().st_size for font in fonts) < 1_000_000
    for family in ("NotoSans", "NotoSansArabic", "NotoSansThai"):
        licence = (ASSETS / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence
