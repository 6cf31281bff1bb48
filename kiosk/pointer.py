"""In lower reach, the word that the buttons are below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.fitting import Setting, fit, mirrored
from kiosk.look import Look
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot
from ui.widgets.themed import ThemedWidget


class Pointer(ThemedWidget):
    """An arrow and a line of words in the action's colour."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look.theme)
        self._look, self._text = look, text
        self.setLayoutDirection(look.direction)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), round(self.theme.px("fact") * 1.9))

    def text_rects(self) -> list[TextSpot]:
        block, place = self._words()
        return [block.spot(place)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.theme.color("action")
        side = self._look.px(72)
        sign = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, "reach", mirrored(sign, self.width(), rtl=self._look.rtl), ink)
        block, place = self._words()
        block.draw(painter, place, ink)

    def _words(self) -> tuple[TextBlock, QRectF]:
        left = self._look.px(100)
        room = self.width() - left
        setting = Setting(self.theme.px("fact"), bold=True, lines=1)
        block = fit(self._look, self._text, setting, room)
        place = QRectF(left, 0, room, self.height())
        return block, mirrored(place, self.width(), rtl=self._look.rtl)
