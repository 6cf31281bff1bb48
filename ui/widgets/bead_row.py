"""So many people wait: one bead a person up to six, then a plus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.text import draw_number
from ui.theme import Theme

MOST_BEADS = 6
_STEP = 1.33  # of the bead's diameter, from centre to centre


def bead_row_width(count: int, diameter: float) -> float:
    """The width of the row for so many people."""
    slots = min(count, MOST_BEADS) + (count > MOST_BEADS)
    return 0.0 if slots == 0 else diameter * (1 + _STEP * (slots - 1))


def paint_bead_row(  # noqa: PLR0913  a painter's place, look and value
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    count: int,
    diameter: float,
    color: QColor,
    *,
    rtl: bool,
) -> None:
    """Paint the row from the start of rect, in its vertical middle."""
    for slot in range(min(count, MOST_BEADS) + (count > MOST_BEADS)):
        along = diameter / 2 + slot * diameter * _STEP
        x = rect.right() - along if rtl else rect.left() + along
        center = QPointF(x, rect.center().y())
        if slot == MOST_BEADS:
            box = QRectF(0, 0, diameter, diameter)
            box.moveCenter(center)
            font = theme.number_font("body", px=max(1, round(diameter * 1.5)))
            draw_number(painter, "+", font, box, color)
        else:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(color)
            painter.setBrush(color)
            radius = diameter / 2 - 0.5
            painter.drawEllipse(center, radius, radius)
            painter.restore()
