"""A ticket's number, large; it runs left to right in every language and is never squeezed."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import TextSpot, cap_height, draw_number, number_width, start_of
from ui.theme import Theme
from ui.widgets.themed import ThemedWidget

_LEADING = 1.12  # of the digits' height
_ROUND = 1.04  # as high are round digits, which reach over the others above and below


class NumberLabel(ThemedWidget):
    """A number or a label such as L-031 in a type role, as tall as its digits.

    Args:
        px: A size that no role has, in the design's pixels.
        alignment: AlignLeading, AlignTrailing or AlignHCenter.
    """

    def __init__(  # noqa: PLR0913  each is one property of a text, all but the words optional
        self,
        theme: Theme,
        text: str = "",
        role: str = "",
        *,
        px: int = 0,
        color: str = "number",
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._text, self._role, self._px = text, role, px
        self._color, self._alignment = color, alignment
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.changed()

    def set_color(self, color: str) -> None:
        self._color = color
        self.update()

    def set_px(self, px: int) -> None:
        """Another size in the design's pixels, in place of the role's."""
        self._px = px
        self.changed()

    def sizeHint(self) -> QSize:
        font = self._font()
        width = math.ceil(number_width(self._text, font))
        return QSize(width, math.ceil(cap_height(font) * _LEADING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_rects(self) -> list[TextSpot]:
        if not self._text:
            return []
        font, rect = self._font(), QRectF(self.rect())
        ink = QRectF(0, 0, number_width(self._text, font), cap_height(font))
        ink.moveCenter(rect.center())
        side = self._side()
        if side & Qt.AlignmentFlag.AlignLeading:
            ink.moveLeft(rect.left())
        elif side & Qt.AlignmentFlag.AlignTrailing:
            ink.moveRight(rect.right())
        whole = ink.height() * _ROUND
        cut = ink.width() > rect.width() + 1 or whole > rect.height() + 1
        return [TextSpot(self._text, ink, cut=cut)]

    def paint(self, painter: QPainter) -> None:
        if self._text:
            color = self.theme.color(self._color)
            rect = QRectF(self.rect())
            draw_number(painter, self._text, self._font(), rect, color, self._side())

    def _font(self) -> QFont:
        px = self.theme.scaled(self._px) if self._px else None
        return self.theme.number_font(self._role, px=px)

    def _side(self) -> Qt.AlignmentFlag:
        sides = {
            Qt.AlignmentFlag.AlignLeading: start_of(self.runs_rtl),
            Qt.AlignmentFlag.AlignTrailing: start_of(not self.runs_rtl),
        }
        return sides.get(self._alignment, Qt.AlignmentFlag.AlignHCenter)
