"""The banner while nobody has been called today: the mark, the opening hours, and where to look."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from display.pieces import Placed, Row, first_that_fits, in_both, place_row, row_width
from display.words import APPEARS_HERE, OPEN_HOURS, Lines, Tongues
from domain.names import Names
from ui.shapes import paint_mark
from ui.theme import Theme

_MARK_HEIGHT, _MARK_SHARE = 178, 0.38
_MARK_AT = 0.33
_FIRST_LINE_AT = 0.66
_SECOND_LINE_AT = 0.84
_SIZES = (100, 90, 80, 70)
"""Per cent of the letters' size, tried in this order."""


def paint_empty_mark(painter: QPainter, theme: Theme, whole: QRectF, *, alone: bool) -> None:
    """The mark above the words; in the middle when it stands alone."""
    height = min(theme.scaled(_MARK_HEIGHT), whole.height() * _MARK_SHARE)
    box = QRectF(0, 0, whole.width(), height)
    at = 0.5 if alone else _MARK_AT
    box.moveTop(whole.top() + whole.height() * at - box.height() / 2)
    paint_mark(painter, box, theme.color("mark"), theme.color("mark_bead"))


def empty_pieces(theme: Theme, tongues: Tongues, hours: Names, whole: QRectF) -> list[Placed]:
    """Where the number will appear and, if they are known, the hours."""
    text, second = theme.color("text"), theme.color("second_text")
    label = theme.px("label")
    lines = [(tongues.say(APPEARS_HERE), label, _FIRST_LINE_AT)]
    if hours:
        lines.append((_hours(tongues, hours), theme.px("ticker"), _SECOND_LINE_AT))
    placed: list[Placed] = []
    for said, px, at in lines:
        rows: list[Row] = [
            in_both(theme, said, px * size // 100, (text, second)) for size in _SIZES
        ]
        rows.append(in_both(theme, said[:1], px * _SIZES[-1] // 100, (text, second)))
        row = first_that_fits(rows, whole.width() - 2 * theme.space(4))
        box = QRectF(0, 0, row_width(row), px * 1.6)
        box.moveCenter(whole.center())
        box.moveTop(whole.top() + whole.height() * at - box.height() / 2)
        placed += place_row(row, box, rtl=theme.is_rtl)
    return placed


def _hours(tongues: Tongues, hours: Names) -> Lines:
    return tuple(
        (language, tongues.only(language).say(OPEN_HOURS, hours=text)[0][1])
        for language, text in tongues.names(hours)
    )
