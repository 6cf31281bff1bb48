"""A door that nobody stands in: a dashed arch, without any fill."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shapes import arch_path
from ui.theme import Theme
from ui.widgets.painting import outline_pen
from ui.widgets.themed import ThemedWidget


class EmptyDoor(ThemedWidget):
    """As large as the room above the words allows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(76, 92)

    def minimumSizeHint(self) -> QSize:
        return QSize(76, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(outline_pen(self.theme.color("outline_off"), 2.0, dashed=True))
        side = min(self.width() - 4.0, (self.height() - 4.0) * 0.84)
        door = QRectF(0, 0, side, side / 0.84)
        door.moveCenter(QRectF(self.rect()).center())
        painter.drawPath(arch_path(door, on_edge=False))
