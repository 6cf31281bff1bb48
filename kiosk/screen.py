"""One whole picture: the bar above, the page, and the help rail below or at the end."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.look import Look
from kiosk.rail import Rail
from kiosk.top_bar import TopBar


class Screen(QWidget):
    """Holds the three; `dark` is the ground of the first screen."""

    def __init__(self, look: Look, bar: TopBar, page: QWidget, rail: Rail, *, dark: bool) -> None:
        super().__init__()
        self.look, self.bar, self.page, self.rail = look, bar, page, rail
        self._dark = dark
        self.setLayoutDirection(look.direction)
        self.stage = QWidget()
        column = QVBoxLayout(self.stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(page, 1)
        layout = QVBoxLayout(self) if look.portrait else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stage, 1)
        layout.addWidget(rail)

    def message_place(self) -> QRect:
        """Where a message lies for a while: over site and clock, where nothing is touched."""
        px = self.look.px
        place = self.bar.geometry().adjusted(px(16), px(6), -px(16), -px(6))
        if self.look.rtl:
            place.setRight(self.bar.mark.geometry().left() - 1)
        else:
            place.setLeft(self.bar.mark.geometry().right() + 1)
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.look.theme
        ground = theme.on_dark().color("bar") if self._dark else theme.color("ground")
        QPainter(self).fillRect(self.rect(), ground)
