"""The pieces a view of the wall is made of, words, number, icon, beads, and how they fit in a row.

A piece knows its width and paints itself into a rectangle; the view decides where that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from display.words import Lines
from ui.icons import paint_icon
from ui.shapes import paint_bead
from ui.text import TextBlock, TextSpot, TextStyle, cap_height, draw_number, number_width, start_of
from ui.theme import Theme

BETWEEN_LANGUAGES = 0.42
"""Of the letters' size: the gap between the same words in two languages."""


class Piece(Protocol):
    """Something that stands in a rectangle of a view."""

    @property
    def width(self) -> float: ...

    def paint(self, painter: QPainter, rect: QRectF, /) -> None: ...

    def spot(self, rect: QRectF, /) -> TextSpot | None: ...


Placed: TypeAlias = tuple[Piece, QRectF]
Row: TypeAlias = list[tuple[float, Piece]]
"""Pieces with the gap before each."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one language and colour; `cut` says that it was shortened before it came here."""

    block: TextBlock
    color: QColor
    cut: bool = False

    @property
    def width(self) -> float:
        return self.block.size().width()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        self.block.draw(painter, rect, self.color)

    def spot(self, rect: QRectF) -> TextSpot | None:
        spot = self.block.spot(rect)
        return replace(spot, cut=spot.cut or self.cut)


@dataclass(frozen=True, slots=True)
class Number:
    """A ticket number, a count, a time: one line, always left to right inside itself.

    It stands in the middle of its place, or at the start of it where `rtl` says which side that is.
    """

    text: str
    font: QFont
    color: QColor
    rtl: bool | None = None

    @property
    def width(self) -> float:
        return number_width(self.text, self.font)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        align = centre if self.rtl is None else start_of(self.rtl)
        draw_number(painter, self.text, self.font, rect, self.color, align)

    def spot(self, rect: QRectF) -> TextSpot | None:
        ink = QRectF(0, 0, self.width, cap_height(self.font))
        ink.moveCenter(rect.center())
        if self.rtl is not None:
            ink.moveLeft(rect.left())
            ink = mirrored(ink, rect, rtl=self.rtl)
        boxes = TextBlock(self.text, TextStyle(self.font, 1.0)).missing_glyphs()
        return TextSpot(self.text, ink, boxes, cut=self.width > rect.width() + 1)


@dataclass(frozen=True, slots=True)
class Icon:
    """A square icon as high as it is wide, whatever the height of its place."""

    name: str
    side: float
    color: QColor
    rtl: bool = False

    @property
    def width(self) -> float:
        return self.side

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        square = QRectF(0, 0, self.side, self.side)
        square.moveCenter(rect.center())
        paint_icon(painter, self.name, square, self.color, mirrored=self.rtl)

    def spot(self, _rect: QRectF) -> TextSpot | None:
        return None


@dataclass(frozen=True, slots=True)
class Beads:
    """So many people, one bead each."""

    count: int
    diameter: float
    color: QColor
    rtl: bool

    @property
    def width(self) -> float:
        return self.diameter * (1.5 * self.count - 0.5) if self.count else 0.0

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        for index in range(self.count):
            along = self.diameter * (0.5 + 1.5 * index)
            x = rect.right() - along if self.rtl else rect.left() + along
            paint_bead(painter, QPointF(x, rect.center().y()), self.diameter, self.color)

    def spot(self, _rect: QRectF) -> TextSpot | None:
        return None


def words(theme: Theme, text: str, font: QFont, color: QColor, width: float | None = None) -> Words:
    """A text on one line in the theme's language, cut with an ellipsis where a width is given."""
    style = TextStyle(font, theme.line_height(), theme.is_rtl, start_of(theme.is_rtl))
    if width is None:
        return Words(TextBlock(text, style), color)
    return Words(TextBlock(text, style, width, max_lines=1), color)


def in_both(
    theme: Theme,
    lines: Lines,
    px: int,
    colors: tuple[QColor, QColor],
    between: float = BETWEEN_LANGUAGES,
) -> Row:
    """The same words in two languages side by side, the main one bold; each in its own colour."""
    row: Row = []
    for index, (language, text) in enumerate(lines):
        font = theme.font_px(px, bold=index == 0)
        row.append((px * between, words(theme.speaking(language), text, font, colors[index])))
    return row


def row_width(row: Row) -> float:
    """The width of a row; the gap before its first piece does not count."""
    return sum(gap + piece.width for gap, piece in row) - (row[0][0] if row else 0.0)


def first_that_fits(rows: Iterable[Row], width: float) -> Row:
    """The first of the rows, given from best to least, that is no wider; else the last."""
    row: Row = []
    for each in rows:
        row = each
        if row_width(row) <= width:
            break
    return row


def place_row(row: Row, rect: QRectF, *, rtl: bool) -> list[Placed]:
    """Set the pieces one after another from the start of rect."""
    placed: list[Placed] = []
    along = -row[0][0] if row else 0.0
    for gap, piece in row:
        along += gap
        left = rect.right() - along - piece.width if rtl else rect.left() + along
        placed.append((piece, QRectF(left, rect.top(), piece.width, rect.height())))
        along += piece.width
    return placed


def place_row_at_end(row: Row, rect: QRectF, *, rtl: bool) -> list[Placed]:
    """The same, so that the row finishes at the end of rect."""
    width = row_width(row)
    left = rect.left() if rtl else rect.right() - width
    return place_row(row, QRectF(left, rect.top(), width, rect.height()), rtl=rtl)


def mirrored(rect: QRectF, within: QRectF, *, rtl: bool) -> QRectF:
    """A rectangle measured from the left, measured from the right where lines begin there."""
    if not rtl:
        return rect
    left = within.left() + within.right() - rect.right()
    return QRectF(left, rect.top(), rect.width(), rect.height())


def paint_all(painter: QPainter, placed: Sequence[Placed]) -> None:
    for piece, rect in placed:
        piece.paint(painter, rect)


def spots(placed: Sequence[Placed]) -> list[TextSpot]:
    """Each text among the pieces, as a test looks at it."""
    return [spot for piece, rect in placed if (spot := piece.spot(rect)) is not None]
