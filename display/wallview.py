"""What every part of the wall is: it lays its pieces out once a change, and paints them."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from display.pieces import Placed, paint_all, spots
from display.words import Tongues
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.themed import ThemedWidget


class WallView(ThemedWidget):
    """Shows the value it was last handed, in the wall's languages."""

    def __init__(self, theme: Theme, tongues: Tongues, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.tongues = tongues
        self._placed: list[Placed] | None = None

    def speak(self, theme: Theme, tongues: Tongues) -> None:
        """Take another look and other languages."""
        self.tongues = tongues
        self.set_theme(theme)

    def changed(self) -> None:
        self._placed = None
        self.update()

    def text_rects(self) -> list[TextSpot]:
        return spots(self.placed())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        paint_all(painter, self.placed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = None

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies under the pieces; nothing, unless a view says otherwise."""

    def lay_out(self) -> list[Placed]:
        """Make the pieces of the value shown; a view says how."""
        raise NotImplementedError  # this class is no view; abc and Qt's own metaclass do not mix

    def placed(self) -> list[Placed]:
        """The pieces shown now, each with its place in this widget."""
        if self._placed is None:
            self._placed = self.lay_out()
        return self._placed
