"""Text in three scripts: nothing clipped, no boxes, lines as the design has them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from domain.names import LANGUAGES
from ui.languages import format_date, isolate
from ui.text import ELLIPSIS, TextBlock, TextStyle, cap_height, draw_number, start_of, style_of
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
THAI = "ที่นี่ ปู่ ญู่"
ARABIC = "أهلًا وسهلًا. تباين عالٍ، مؤقتًا"
ENGLISH = "Photograph the screen (by room 3)"
ALL = {"th": THAI, "ar": ARABIC, "en": ENGLISH}
SIZES = (14, 34, 64, 104)


def style(language: str, px: int = 34, *, bold: bool = True) -> TextStyle:
    theme = Theme("kiosk", language)
    return style_of(theme, theme.font_px(px, bold=bold), start_of(theme.is_rtl))


def painted(block: TextBlock, rect: QRectF, image_rect: QRectF) -> QImage:
    image = QImage(image_rect.size().toSize(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        block.draw(painter, rect, Theme("kiosk").color("black"))
    return image


def inked_rows(image: QImage) -> list[int]:
    columns = range(image.width())
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).alpha() > 40 for x in columns)
    ]


@pytest.mark.parametrize("px", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_lies_inside_the_size_a_text_asks_for(language: str, px: int) -> None:
    """What a widget of this size would show is all there is: nothing is painted outside."""
    block = TextBlock(ALL[language], style(language, px))
    size = block.size()
    around = QRectF(0, 0, size.width() + 80, size.height() + 80)

    rows = inked_rows(painted(block, QRectF(40, 40, size.width(), size.height()), around))

    assert rows
    assert min(rows) >= 40
    assert max(rows) < 40 + size.height()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ink_it_speaks_of_is_where_it_paints(language: str) -> None:
    block = TextBlock(ALL[language], style(language, 64))
    size = block.size()
    rect = QRectF(0, 0, size.width(), size.height())

    rows = inked_rows(painted(block, rect, rect))

    ink = block.spot(rect).ink
    assert ink.top() == pytest.approx(min(rows), abs=2)
    assert ink.bottom() == pytest.approx(max(rows) + 1, abs=2)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("text", [*ALL.values(), "٠١٢٣٤٥٦٧٨٩", "๐๑๒๓๔๕๖๗๘๙", "’“”…·–−→°€"])
def test_no_letter_is_a_box(text: str, bold: bool) -> None:
    assert not TextBlock(text, style("en", bold=bold)).missing_glyphs()


def test_a_box_would_be_noticed() -> None:
    assert TextBlock("\U000f1234", style("en")).missing_glyphs()


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_have_all_their_letters(language: str) -> None:
    for month in range(1, 13):
        text = format_date(dt.date(2026, month, 9), language, year=True)
        assert not TextBlock(text, style(language)).missing_glyphs()


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_the_designs_distance_apart(language: str) -> None:
    words = f"{ALL[language]} " * 5
    block = TextBlock(words, style(language, 100), 500)
    lines = block.line_count
    theme = Theme("kiosk", language)

    assert lines >= 3
    pitch = theme.line_height() * 100
    assert lines * pitch <= block.size().height() <= lines * pitch + 60


def test_thai_breaks_between_words_although_it_has_no_spaces() -> None:
    block = TextBlock("กรุณาติดต่อเคาน์เตอร์ต้อนรับแล้วรอสักครู่", style("th", bold=False), 300)

    assert block.line_count == 2
    assert not block.overflows


def test_a_text_too_long_ends_with_an_ellipsis_and_fits() -> None:
    block = TextBlock("Please go to the reception desk", style("en"), 250, max_lines=1)

    assert block.elided
    assert block.line_count == 1
    assert block.size().width() <= 250
    assert block.text.startswith("Please")


def test_an_ellipsis_comes_only_where_it_is_needed() -> None:
    assert not TextBlock("short", style("en"), 250, max_lines=1).elided
    assert ELLIPSIS not in TextBlock("short", style("en"), 250, max_lines=1).text


def test_a_word_wider_than_its_place_is_admitted() -> None:
    assert TextBlock("Otorhinolaryngology", style("en"), 80).overflows


def test_alignment_moves_the_lines() -> None:
    theme = Theme("kiosk")
    wide = QRectF(0, 0, 800, 60)
    lefts = []
    for side in (start_of(rtl=False), Qt.AlignmentFlag.AlignHCenter, start_of(rtl=True)):
        block = TextBlock("L-031", style_of(theme, theme.font_px(34), side), 800)
        lefts.append(block.spot(wide).ink.left())

    assert lefts == sorted(lefts)
    assert lefts[0] < 10
    assert lefts[2] > 600


def test_bold_parts_are_wider() -> None:
    plain = TextBlock("Next is L-030", style("en", bold=False)).size().width()

    assert (
        TextBlock("Next is L-030", style("en", bold=False), bold=["L-030"]).size().width() > plain
    )


def test_an_isolated_label_keeps_its_order_in_an_arabic_sentence() -> None:
    """L-031 stays L-031: its letter stands left of its digits."""
    block = TextBlock(f"التالي {isolate('L-031')} طارئ", style("ar", 64))
    plain = TextBlock("التالي L-031 طارئ", style("ar", 64))

    assert block.size().width() == pytest.approx(plain.size().width(), abs=2)


@pytest.mark.parametrize("side", ["start", "middle", "end"])
def test_a_number_stands_in_the_middle_of_its_height(side: str) -> None:
    font = Theme("kiosk").number_font("ticket_number")
    sides = {
        "start": start_of(rtl=False),
        "middle": Qt.AlignmentFlag.AlignHCenter,
        "end": start_of(rtl=True),
    }
    image = QImage(1000, 400, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    rect = QRectF(0, 0, 1000, 400)

    with QPainter(image) as painter:
        color = Theme("kiosk").color("black")
        ink = draw_number(painter, "L-031", font, rect, color, sides[side])

    rows = inked_rows(image)
    assert sum((min(rows), max(rows))) / 2 == pytest.approx(200, abs=4)
    assert ink.height() == pytest.approx(cap_height(font))
    assert rect.contains(ink)
