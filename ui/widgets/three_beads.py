"""Three beads that take turns: something is on its way. There are no spinners in Dawr."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.painting import THREE, paint_three_beads
from ui.widgets.themed import ThemedWidget

BEAT_MS = 400


class ThreeBeads(ThemedWidget):
    """Moves while it is visible and the theme allows motion; `diameter` in the design's pixels."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        diameter: int = 24,
        color: str = "bead",
    ) -> None:
        super().__init__(theme, parent)
        self._diameter, self._color = diameter, color
        self._phase = 0
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._next_beat)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme.scaled(self._diameter)
        return QSize(side * (THREE + 1), side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.theme.motion:
            self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def paint(self, painter: QPainter) -> None:
        color = self.theme.color(self._color)
        paint_three_beads(painter, QRectF(self.rect()), color, self._phase, rtl=self.runs_rtl)

    @Slot()
    def _next_beat(self) -> None:
        self._phase = (self._phase + 1) % THREE
        self.update()
