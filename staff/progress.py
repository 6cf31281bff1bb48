"""How much of the usual service time has gone by, as a bar that fills from the start."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from staff.look import Look
from ui.widgets.themed import ThemedWidget


class Progress(ThemedWidget):
    """Full at the usual time; beyond it the bar is clay. Nothing is known: no bar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._part: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def part(self) -> float | None:
        return self._part

    def set_part(self, part: float | None) -> None:
        if part != self._part:
            self._part = part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("soft"))
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(self.theme.color("soft"))
        painter.drawRoundedRect(whole, radius, radius)
        if not self._part:
            return
        bar = QRectF(whole)
        bar.setWidth(max(whole.height(), whole.width() * min(1.0, self._part)))
        if self.runs_rtl:
            bar.moveRight(whole.right())
        color = self.theme.color("attention" if self._part > 1 else "action")
        painter.setPen(color)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, radius, radius)
