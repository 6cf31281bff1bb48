"""The two shapes of Dawr, the bead (a patient) and the arch (a door), and the mark made of both."""

from __future__ import annotations

import enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

FOOT_RADIUS = 0.09
"""Of the arch's width; its lower corners are square where it stands on an edge."""


class Fill(enum.Enum):
    """How full a bead is; the longer a patient waits the fuller."""

    EMPTY = "empty"
    HALF = "half"
    FULL = "full"


def arch_path(rect: QRectF, *, on_edge: bool) -> QPainterPath:
    """A door as large as rect: a half circle above, square feet where it stands on an edge."""
    width, left, top = rect.width(), rect.left(), rect.top()
    foot = 0.0 if on_edge else min(width * FOOT_RADIUS, max(0.0, rect.height() - width / 2))
    path = QPainterPath(QPointF(left, rect.bottom() - foot))
    path.lineTo(left, top + width / 2)
    path.arcTo(QRectF(left, top, width, width), 180, -180)
    path.lineTo(rect.right(), rect.bottom() - foot)
    if foot:
        side = 2 * foot
        path.arcTo(QRectF(rect.right() - side, rect.bottom() - side, side, side), 0, -90)
        path.lineTo(left + foot, rect.bottom())
        path.arcTo(QRectF(left, rect.bottom() - side, side, side), 270, -90)
    else:
        path.lineTo(left, rect.bottom())
    path.closeSubpath()
    return path


def paint_bead(
    painter: QPainter, center: QPointF, diameter: float, color: QColor, fill: Fill = Fill.FULL
) -> None:
    """Paint a bead; an empty or half one is a ring whose start half is filled in for HALF."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is Fill.FULL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(center, diameter / 2, diameter / 2)
    else:
        stroke = max(1.5, diameter * 0.12)
        paint_ring(painter, center, diameter, color, stroke)
        if fill is Fill.HALF:
            inner = QRectF(0, 0, diameter - stroke, diameter - stroke)
            inner.moveCenter(center)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPie(inner, -90 * 16, 180 * 16)
    painter.restore()


def paint_ring(
    painter: QPainter, center: QPointF, diameter: float, color: QColor, stroke: float
) -> None:
    """Paint a ring that is `diameter` wide from outer edge to outer edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, stroke))
    radius = (diameter - stroke) / 2
    painter.drawEllipse(center, radius, radius)
    painter.restore()


def paint_mark(painter: QPainter, rect: QRectF, arch: QColor, bead: QColor) -> None:
    """Paint the mark of Dawr, a door with a bead in it, as large as it fits into rect."""
    width = min(rect.width(), rect.height() * MARK_RATIO)
    door = QRectF(0, 0, width, width / MARK_RATIO)
    door.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(arch_path(door, on_edge=True), arch)
    center = QPointF(door.center().x(), door.top() + door.height() * 0.48)
    paint_bead(painter, center, width * 0.47, bead)
    painter.restore()


MARK_RATIO = 0.87
"""Width of the mark over its height."""
