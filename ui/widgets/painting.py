"""Small pieces that several widgets paint: outlined boxes, key hints, three beads."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.shapes import paint_bead
from ui.text import TextBlock, TextStyle
from ui.theme import Theme

_DASH = (2.4, 2.0)  # in widths of the pen
THREE = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How a box is drawn: fill, outline (width 0 is none), dashed or not, and what stands on it."""

    fill: QColor
    outline: QColor
    width: float
    ink: QColor
    dashed: bool = False


def outline_pen(color: QColor, width: float, *, dashed: bool) -> QPen:
    """A pen for an outline; dashes mean stale, closed, unknown or not available."""
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        thin = max(1.0, width)
        pen.setDashPattern([part * 3 / thin if thin > 3 else part for part in _DASH])  # noqa: PLR2004
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_box(painter: QPainter, rect: QRectF, radius: float, look: Look) -> None:
    """Paint a rounded box whose outline lies inside rect."""
    half = look.width / 2
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    paint_shape(painter, path, look)


def paint_shape(painter: QPainter, path: QPainterPath, look: Look) -> None:
    """Fill and outline any path; its outline lies half outside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, look.fill)
    if look.width > 0:
        painter.strokePath(path, outline_pen(look.outline, look.width, dashed=look.dashed))
    painter.restore()


def paint_three_beads(
    painter: QPainter, rect: QRectF, color: QColor, phase: int, *, rtl: bool
) -> None:
    """Paint the sign of waiting: three beads, the strong one wandering with phase."""
    diameter = min(rect.height(), rect.width() / 4)
    gap = (rect.width() - THREE * diameter) / 2
    for index in range(THREE):
        shade = QColor(color)
        shade.setAlphaF((1.0, 0.7, 0.4)[(index - phase) % THREE])
        place = THREE - 1 - index if rtl else index
        x = rect.left() + diameter / 2 + place * (diameter + gap)
        paint_bead(painter, QPointF(x, rect.center().y()), diameter, shade)


def hint_block(theme: Theme, hint: str, role: str) -> tuple[TextBlock, QSizeF]:
    """A key's name and the size of the box around it; always left to right."""
    block = TextBlock(hint, TextStyle(theme.font(role, bold=True), 1.25))
    size = block.size()
    pad = theme.px(role) * 0.45
    height = size.height() + pad * 0.5
    return block, QSizeF(max(size.width() + 2 * pad, height), height)


def paint_hint(
    painter: QPainter, theme: Theme, hint: str, role: str, rect: QRectF, ink: QColor
) -> None:
    """Paint a key's name in its small box, in the middle of rect."""
    block, size = hint_block(theme, hint, role)
    box = QRectF(QPointF(0, 0), size)
    box.moveCenter(rect.center())
    clear = QColor(ink)
    clear.setAlpha(0)
    width = theme.stroke("hairline") * 1.5
    paint_box(painter, box, size.height() * 0.25, Look(clear, ink, width, ink))
    words = QRectF(QPointF(0, 0), block.size())
    words.moveCenter(box.center())
    block.draw(painter, words, ink)
