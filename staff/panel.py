"""A card on the desk: white, a thin outline, round corners. And the small grounds inside one."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedWidget


class Panel(ThemedWidget):
    """The ground that others are laid on.

    Args:
        fill: The theme's role of the ground.
        radius: The theme's role of the corners.
        outlined: With the hairline of a card, or without any.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        fill: str = "card",
        radius: str = "panel",
        outlined: bool = True,
    ) -> None:
        super().__init__(theme, parent)
        self._fill = fill
        self._radius = radius
        self._outlined = outlined

    def set_fill(self, fill: str) -> None:
        self._fill = fill
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        outlined = self._outlined or theme.high_contrast
        box = Box(
            theme.color(self._fill),
            theme.color("hairline"),
            1.2 if outlined else 0.0,
            theme.color("text"),
        )
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), theme.radius(self._radius), box)
