"""A sentence on the screen, wrapped at the design's line height, smaller before it is cut."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.fitting import UNBOUNDED, Setting, fit
from kiosk.look import Look
from ui.text import TextBlock, TextSpot
from ui.widgets.themed import ThemedWidget

EDGE_PX = 2


class Sentence(ThemedWidget):
    """Shows one text. It becomes smaller (to `least` of its size) before it loses a letter."""

    def __init__(
        self, look: Look, text: str, setting: Setting, color: str = "text", *, dark: bool = False
    ) -> None:
        super().__init__(look.theme.on_dark() if dark else look.theme)
        self._look, self._text, self._setting, self._color = look, text, setting, color
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(setting.lines != 1)
        self.setSizePolicy(policy)
        self.setLayoutDirection(look.direction)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.changed()

    def hasHeightForWidth(self) -> bool:
        return self._setting.lines != 1

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._block(width - 2 * EDGE_PX).size().height())

    def sizeHint(self) -> QSize:
        size = self._block(UNBOUNDED).size()
        return QSize(math.ceil(size.width()) + 2 * EDGE_PX + 1, math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        setting = self._setting
        line = setting.px * self.theme.line_height()
        return QSize(setting.px * 2, math.ceil(line * (setting.least if setting.lines != 1 else 1)))

    def text_rects(self) -> list[TextSpot]:
        if not self._text:
            return []
        return [self._block(self._inner(), self.height()).spot(self._place())]

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            block = self._block(self._inner(), self.height())
            block.draw(painter, self._place(), self.theme.color(self._color))

    def _place(self) -> QRectF:
        """Letters may lean a little over their own width: there is an edge for it on both sides."""
        return QRectF(self.rect()).adjusted(EDGE_PX, 0, -EDGE_PX, 0)

    def _inner(self) -> int:
        return self.width() - 2 * EDGE_PX

    def _block(self, width: float, height: float = UNBOUNDED) -> TextBlock:
        # half a pixel of grace: heights were rounded up when the layout asked
        return fit(self._look, self._text, self._setting, width, height + 1)
