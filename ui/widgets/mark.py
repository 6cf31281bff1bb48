"""The mark of Dawr as a widget."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shapes import MARK_RATIO, paint_mark
from ui.theme import Theme
from ui.widgets.themed import ThemedWidget

_HEIGHTS = {"kiosk": 60, "staff": 31, "display": 58}


class Mark(ThemedWidget):
    """A door with a marigold bead; `height` in the design's pixels, else that of the bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, height: int = 0) -> None:
        super().__init__(theme, parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self.theme.scaled(self._height or _HEIGHTS.get(self.theme.surface, 48))
        return QSize(math.ceil(height * MARK_RATIO), height)

    def paint(self, painter: QPainter) -> None:
        color = self.theme.color
        paint_mark(painter, QRectF(self.rect()), color("mark"), color("mark_bead"))
