"""What the signs beside the appointments mean."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.slots import BookingState
from staff.booking_words import booking_state_icon, booking_state_name
from staff.look import Look
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, style_of
from ui.widgets.themed import ThemedWidget

_ICON, _GAP, _BETWEEN = 16.0, 5.0, 12.0
_USUAL_PX = 216
_STATES = (BookingState.CHECKED_IN, BookingState.BOOKED)


class BookingLegend(ThemedWidget):
    """Each sign with its words on one line, or one below the other where that is too narrow."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(_USUAL_PX, self.heightForWidth(_USUAL_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, math.ceil(self._line()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(max(rect.bottom() for _, rect, _ in self._placed(width)))

    def text_rects(self) -> list[TextSpot]:
        return [block.spot(rect) for block, rect, _ in self._placed(self.width())]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, color = QPainter(self), self.theme.color("second_text")
        for (block, rect, icon), state in zip(self._placed(self.width()), _STATES, strict=True):
            block.draw(painter, rect, color)
            paint_icon(painter, booking_state_icon(state), icon, color)

    def _line(self) -> float:
        style = style_of(self.theme, self.theme.font("small"))
        return max(TextBlock(booking_state_name(one), style).size().height() for one in _STATES)

    def _placed(self, width: float) -> list[tuple[TextBlock, QRectF, QRectF]]:
        """Each state's words with their place, and the place of its sign."""
        style, line, placed = style_of(self.theme, self.theme.font("small")), self._line(), []
        x = y = 0.0
        for state in _STATES:
            block = TextBlock(booking_state_name(state), style)
            wide = block.size().width()
            if x and x + _ICON + _GAP + wide > width:
                x, y = 0.0, y + line
            icon = QRectF(x, y + (line - _ICON) / 2, _ICON, _ICON)
            rect = QRectF(icon.right() + _GAP, y, wide, line)
            x = rect.right() + _BETWEEN
            if self.theme.is_rtl:
                icon.moveRight(width - icon.left())
                rect.moveRight(width - rect.left())
            placed.append((block, rect, icon))
        return placed
