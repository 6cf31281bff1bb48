"""The arch that stands for a door, with the room's name in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from display.pieces import Number, Placed, Words, first_that_fits, in_both, place_row, row_width
from display.words import ROOM, Tongues
from ui.shapes import arch_path
from ui.text import TextBlock, TextStyle, number_width
from ui.theme import Theme

_WORD_WIDTH = 0.8
_NAME_WIDTH, _LONG_NAME_WIDTH = 0.84, 0.96


@dataclass(frozen=True, slots=True)
class DoorLook:
    """Colours and sizes of a door: of the word "Room" and of the room's name.

    `word_at` and `name_at` are the heights of their middles, from 0 at the top of the arch to 1.
    """

    fill: QColor
    word: QColor
    name: QColor
    word_px: int
    least_px: int
    name_px: int
    word_at: float
    name_at: float


def paint_door(painter: QPainter, arch: QRectF, look: DoorLook) -> None:
    painter.fillPath(arch_path(arch, on_edge=True), look.fill)


def paint_unsure_door(painter: QPainter, arch: QRectF, theme: Theme, width: float) -> None:
    """A door of which it is not known whether it still holds: dashed, without fill."""
    painter.save()
    pen = dashed_pen(theme, width)
    inside = arch.adjusted(width / 2, width / 2, -width / 2, width)
    painter.setClipRect(arch)
    painter.strokePath(arch_path(inside, on_edge=True), pen)
    painter.restore()


def dashed_pen(theme: Theme, width: float) -> QPen:
    """The outline of what may no longer hold, in dashes that can be told from far away."""
    pen = QPen(theme.color("outline_off"), width)
    pen.setDashPattern([3.0, 1.8])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def door_pieces(
    theme: Theme, tongues: Tongues, room: str, arch: QRectF, look: DoorLook
) -> list[Placed]:
    """The word above, the room's name below it, both in the middle of the arch."""
    lines = tongues.say(ROOM)
    sizes = range(look.word_px, look.least_px - 1, -2)
    rows = [in_both(theme, lines, px, (look.word, look.word)) for px in sizes]
    rows.append(in_both(theme, lines[:1], look.least_px, (look.word, look.word)))
    width = arch.width() * _WORD_WIDTH
    row = first_that_fits(rows, width)
    centre = QRectF(0, 0, row_width(row), look.word_px * 1.5)
    centre.moveCenter(arch.center())
    centre.moveTop(arch.top() + arch.height() * look.word_at - centre.height() / 2)
    return [*place_row(row, centre, rtl=theme.is_rtl), _name(theme, room, arch, look)]


def _name(theme: Theme, room: str, arch: QRectF, look: DoorLook) -> Placed:
    """The room's name as large as it fits; a long one in two lines."""
    place = QRectF(0, 0, arch.width() * _NAME_WIDTH, arch.height() * 0.5)
    place.moveCenter(arch.center())
    place.moveTop(arch.top() + arch.height() * look.name_at - place.height() / 2)
    for px in range(look.name_px, look.word_px, -2):
        font = figure_font(theme, room, px)
        if number_width(room, font) <= place.width():
            return Number(room, font, look.name), place
    wide = arch.width() * (_LONG_NAME_WIDTH - _NAME_WIDTH) / 2
    place.adjust(-wide, 0, wide, 0)
    return _long_name(theme, room, place, look), place


def _long_name(theme: Theme, room: str, place: QRectF, look: DoorLook) -> Words:
    """Two lines as large as they fit; one that never fits is cut."""
    blocks = [_two_lines(theme, room, place.width(), px) for px in (look.word_px, look.least_px)]
    fitting = [block for block in blocks if not (block.elided or block.overflows)]
    return Words((fitting or blocks[-1:])[0], look.name)


def _two_lines(theme: Theme, text: str, width: float, px: int) -> TextBlock:
    centre = Qt.AlignmentFlag.AlignHCenter
    style = TextStyle(theme.font_px(px, bold=True), theme.line_height(), theme.is_rtl, centre)
    return TextBlock(text, style, width, max_lines=2)


def figure_font(theme: Theme, text: str, px: int) -> QFont:
    """The font of numbers, or the one of words where the text has letters that it lacks."""
    if text.isascii():
        return theme.number_font("call_number", px=px)
    return theme.font_px(px, bold=True)
