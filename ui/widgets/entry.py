"""The field above the keypad: what was typed, large, with a cursor; secrets turn into dots."""

from __future__ import annotations

import enum
import math

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QFont, QHideEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shapes import paint_bead
from ui.text import TextSpot, cap_height, draw_number, number_width
from ui.theme import Theme
from ui.widgets.painting import Look, paint_box
from ui.widgets.themed import ThemedWidget

SHOWN_MS = 1000
"""A typed digit of a secret can be read for this long."""
GROUP = 4
"""Digits stand in groups of this many, for reading back."""

_PX = {"kiosk": 96, "staff": 60}
_SMALLEST_PX = 40
_CURSOR = 1.3  # of a digit's height
_EDGE = 16
"""Of the field's height above and below the cursor."""
DOT, DOT_ROOM = 0.5, 0.9
"""Of a digit's height: a dot, and the room it takes, so that dots can be counted."""


class EntryState(enum.Enum):
    """How the field is outlined."""

    OPEN = "open"
    WRONG = "wrong"
    LOCKED = "locked"


class Entry(ThemedWidget):
    """Shows a number as it is typed, in groups of four; it always runs left to right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, secret: bool = False):
        super().__init__(theme, parent)
        self._text = ""
        self._secret = secret
        self._state = EntryState.OPEN
        self._shown = False
        self._cover = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._cover.timeout.connect(self._hide_digits)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> EntryState:
        return self._state

    def set_state(self, state: EntryState) -> None:
        self._state = state
        self.update()

    def set_text(self, text: str) -> None:
        """Show this; the last digit of a secret stays readable for a second."""
        grew = len(text) > len(self._text)
        self._text = text
        self._shown = self._secret and grew
        if self._shown and self.isVisible():
            self._cover.start()
        self.update()

    def cover(self) -> None:
        """Turn a secret's last digit into a dot at once, as it was not typed just now."""
        self._cover.stop()
        self._hide_digits()

    def shown(self) -> str:
        """What can be read in the field now; a covered digit is a bullet."""
        if not self._secret:
            groups = [self._text[i : i + GROUP] for i in range(0, len(self._text), GROUP)]
            return " ".join(groups)
        covered = len(self._text) - (1 if self._shown else 0)
        return "•" * covered + self._text[covered:]

    def sizeHint(self) -> QSize:
        px = self.theme.scaled(_PX.get(self.theme.surface, 96))
        return QSize(px * 8, math.ceil(px * 1.75))

    def text_rects(self) -> list[TextSpot]:
        font = self._font()
        text = self.shown()
        if not text:
            return []
        ink = QRectF(0, 0, _width(text, font), cap_height(font) * _CURSOR)
        ink.moveCenter(QRectF(self.rect()).center())
        return [TextSpot(text, ink, inside=QRectF(self.rect()))]

    def paint(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        look = self._look()
        paint_box(painter, rect, self.theme.radius("button"), look)
        font, text = self._font(), self.shown()
        width = _width(text, font)
        left = rect.center().x() - width / 2
        for character in text:
            step = _step(character, font)
            box = QRectF(left, rect.top(), step, rect.height())
            if character == "•":
                paint_bead(painter, box.center(), cap_height(font) * DOT, look.ink)
            else:
                draw_number(painter, character, font, box, look.ink)
            left += step
        if self._state is not EntryState.LOCKED:
            height = cap_height(font) * _CURSOR
            cursor = QRectF(QPointF(left + 6, rect.center().y() - height / 2), rect.center())
            cursor.setSize(QSize(max(2, font.pixelSize() // 20), round(height)).toSizeF())
            painter.fillRect(cursor, look.outline)

    @Slot()
    def _hide_digits(self) -> None:
        self._shown = False
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._cover.stop()
        self._shown = False

    def _look(self) -> Look:
        color = self.theme.color
        width = self.theme.stroke("kiosk_second_choice")
        if self._state is EntryState.LOCKED:
            ink = color("second_text")
            return Look(color("off"), color("outline_off"), width, ink, dashed=True)
        outline = "danger" if self._state is EntryState.WRONG else "second_action"
        return Look(color("card"), color(outline), width, color("number"))

    def _font(self) -> QFont:
        """As large as the text leaves room for; long numbers from a card are smaller."""
        px = self.theme.scaled(_PX.get(self.theme.surface, 96))
        tall = cap_height(self.theme.number_font("body", px=100)) / 100 * _CURSOR
        px = min(px, math.floor(max(1, self.height() - self.theme.scaled(_EDGE)) / tall))
        room = self.width() - 2 * self.theme.radius("button")
        font = self.theme.number_font("body", px=px)
        width = _width(self.shown(), font)
        if room > 0 and width > room:
            px = max(self.theme.scaled(_SMALLEST_PX) // 2, math.floor(px * room / width))
            font = self.theme.number_font("body", px=px)
        return font


def _step(character: str, font: QFont) -> float:
    return cap_height(font) * DOT_ROOM if character == "•" else number_width(character, font)


def _width(text: str, font: QFont) -> float:
    """How wide the field's text is painted."""
    if "•" not in text:
        return number_width(text, font)
    return sum(_step(character, font) for character in text)
