"""What a tile shows, put together before it is painted: a test can ask where its texts lie."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.fitting import Setting, fit, mirrored
from kiosk.look import Look
from ui.icons import paint_icon
from ui.shapes import paint_bead
from ui.text import TextBlock, TextSpot

ICON = 1.04
"""An icon beside words, in their size."""


class Picture:
    """Parts of a widget of that width, placed from its start; right to left they are mirrored."""

    def __init__(self, look: Look, width: float) -> None:
        self._look, self._width = look, width
        self._texts: list[tuple[TextBlock, QRectF, QColor]] = []
        self._shapes: list[Callable[[QPainter], None]] = []
        self._signs: list[QRectF] = []

    def draw(self, painter: QPainter) -> None:
        for shape in self._shapes:
            shape(painter)
        for block, rect, ink in self._texts:
            block.draw(painter, rect, ink)

    def spots(self) -> list[TextSpot]:
        return [block.spot(rect) for block, rect, _ in self._texts]

    def signs(self) -> list[QRectF]:
        """Where the icons stand; no words may lie there."""
        return self._signs

    def place(self, rect: QRectF) -> QRectF:
        """Where a part stands in the widget."""
        return mirrored(rect, self._width, rtl=self._look.rtl)

    def text(self, block: TextBlock, rect: QRectF, ink: QColor) -> None:
        self._texts.append((block, self.place(rect), ink))

    def icon(self, name: str, rect: QRectF, ink: QColor) -> None:
        place, rtl = self.place(rect), self._look.rtl
        self._signs.append(place)
        self._shapes.append(lambda painter: paint_icon(painter, name, place, ink, mirrored=rtl))

    def bead(self, rect: QRectF, ink: QColor) -> None:
        place = self.place(rect)
        self._shapes.append(lambda painter: paint_bead(painter, place.center(), place.width(), ink))

    def bar(self, rect: QRectF, ink: QColor, radius: float = 0.0) -> None:
        place = self.place(rect)
        self._shapes.append(lambda painter: _paint_bar(painter, place, ink, radius))

    def line(self, icon: str, block: TextBlock, at: QRectF, ink: QColor) -> float:
        """An icon with words beside it in a row; answers where the words end."""
        size = block.style.font.pixelSize() * ICON
        self.icon(icon, QRectF(at.left(), at.center().y() - size / 2, size, size), ink)
        left = at.left() + size + self._look.px(10)
        self.text(block, QRectF(left, at.top(), at.right() - left, at.height()), ink)
        return left + block.size().width()


def beside_icon(
    look: Look, text: str, role: str, width: float, *, bold: bool = False, lines: int = 1
) -> TextBlock:
    """Words that stand beside an icon in a row of that width."""
    px = look.theme.px(role)
    least = 0.8 if lines > 1 else 0.7
    return fit(look, text, Setting(px, bold, lines, least), width - px * ICON - look.px(10))


def fits(block: TextBlock) -> bool:
    """Whether the words stand whole."""
    return not (block.elided or block.overflows)


def _paint_bar(painter: QPainter, rect: QRectF, ink: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(rect, radius, radius)
