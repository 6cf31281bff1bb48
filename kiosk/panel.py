"""A quiet box with an icon and a sentence: a fact of the ticket, a note, what to do."""

from __future__ import annotations

import enum
import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.fitting import UNBOUNDED, Setting, fit, mirrored
from kiosk.look import Look
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedWidget

EDGE = 7
"""The words keep this far from the box's upper and lower edge."""


class Tone(enum.Enum):
    """Ground, ink, icon and outline (colour roles of the theme; no outline is empty)."""

    FACT = ("panel", "text", "icon", "")
    NOTE = ("soft", "number", "icon", "")
    ATTENTION = ("attention_soft", "on_attention_soft", "on_attention_soft", "")
    CARD = ("card", "text", "second_action", "hairline")


class Panel(ThemedWidget):
    """Shows one sentence, nothing to touch; in high contrast an outline replaces the ground."""

    def __init__(  # noqa: PLR0913  each is one property of a box, most optional
        self,
        look: Look,
        icon: str,
        text: str,
        tone: Tone = Tone.FACT,
        *,
        role: str = "fact",
        lines: int = 2,
        centered: bool = False,
    ) -> None:
        super().__init__(look.theme)
        self._look, self._icon, self._text, self._tone = look, icon, text, tone
        self._role, self._lines, self._centered = role, lines, centered
        self.setLayoutDirection(look.direction)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._text

    def say(self, icon: str, text: str, tone: Tone) -> None:
        """Show something else."""
        self._icon, self._text, self._tone = icon, text, tone
        self.setAccessibleName(text)
        self.changed()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        block = self._block(width - self._left() - self._pad(), UNBOUNDED)
        return self._tall(block)

    def _tall(self, block: TextBlock) -> int:
        """Larger words stand closer to the edge: the room is for them."""
        share = 0.4 if self._look.larger else 0.7
        return math.ceil(block.size().height() + 2 * self._pad() * share)

    def sizeHint(self) -> QSize:
        block = self._block(UNBOUNDED, UNBOUNDED)
        wide = math.ceil(block.size().width()) + self._left() + self._pad() + 2
        return QSize(wide, self._tall(block))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(84))

    def text_rects(self) -> list[TextSpot]:
        block, place, _ = self._places()
        return [block.spot(place, QRectF(self.rect()))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, sign, outline = self._tone.value
        color = self.theme.color
        stroke = self.theme.stroke("kiosk_touch") if outline or self._look.contrast else 0.0
        edge = color(outline or "hairline")
        box = Box(color(ground), edge, stroke, QColor(color(ink)))
        paint_box(painter, QRectF(self.rect()), self._look.px(28), box)
        block, place, icon = self._places()
        paint_icon(painter, self._icon, icon, color(sign), mirrored=self._look.rtl)
        block.draw(painter, place, color(ink))

    def _pad(self) -> int:
        return self._look.px(28)

    def _side(self) -> float:
        return self.theme.px(self._role) * 1.15

    def _left(self) -> int:
        return round(self._pad() + self._side() + self._look.px(20))

    def _block(self, width: float, height: float) -> TextBlock:
        setting = Setting(self.theme.px(self._role), True, self._lines, 0.6)
        return fit(self._look, self._text, setting, width, height)

    def _places(self) -> tuple[TextBlock, QRectF, QRectF]:
        """The words, where they stand, and where the icon stands."""
        room = self.width() - self._left() - self._pad()
        block = self._block(room, self.height() + 1 - 2 * self._look.px(EDGE))
        shift = (room - block.size().width()) / 2 if self._centered else 0.0
        shift = max(0.0, shift)
        icon = QRectF(self._pad() + shift, (self.height() - self._side()) / 2, *[self._side()] * 2)
        place = QRectF(self._left() + shift, 0, room - shift, self.height())
        rtl, width = self._look.rtl, self.width()
        return block, mirrored(place, width, rtl=rtl), mirrored(icon, width, rtl=rtl)


def dashed_line(painter: QPainter, look: Look, left: float, right: float, y: float) -> None:
    """The line along which a paper ticket would be torn."""
    pen = painter.pen()
    pen.setColor(look.color("hairline"))
    pen.setWidthF(look.px(3))
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawLine(round(left), round(y), round(right), round(y))
