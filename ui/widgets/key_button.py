"""One key of the keypad: a digit, or a sign with its word."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, TextStyle, cap_height, draw_number, number_width, style_of
from ui.theme import Theme
from ui.widgets.big_button import PRESS_PX
from ui.widgets.painting import Look, paint_box
from ui.widgets.themed import ThemedButton

_SIZES = {"kiosk": QSize(246, 160), "staff": QSize(88, 60)}
_NARROW = 0.45
_ROOM = 28
"""Of the width of a key, left free beside its sign and word."""
_DIGIT_PX = {"kiosk": 76, "staff": 28}


class KeyButton(ThemedButton):
    """A key; the one that accepts is filled, a narrow one stands beside many. It never mirrors.

    Signals:
        typed(str): what stands on the key, at each press.
    """

    typed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        *,
        accepts: bool = False,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon, self._accepts, self._narrow = icon, accepts, narrow
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_text(text)
        self.clicked.connect(self._type)

    @Slot()
    def _type(self) -> None:
        self.typed.emit(self.text())

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.changed()

    def focus_radius(self) -> float:
        return self.theme.radius("button")

    def sizeHint(self) -> QSize:
        size = _SIZES.get(self.theme.surface, _SIZES["kiosk"])
        wide = size.width() * (_NARROW if self._narrow else 1)
        return QSize(self.theme.scaled(round(wide)), self.theme.scaled(size.height()))

    def minimumSizeHint(self) -> QSize:
        """Room for a sign beside its word, and never less than a finger needs."""
        words = TextBlock(self.text(), self._words_style()).size()
        least = self.sizeHint() * 0.6
        if self._narrow:
            return QSize(self.theme.scaled(96), least.height())
        wide = words.width() + (self._sign_side() + self._gap() if self._icon else 0) + _ROOM
        return QSize(max(least.width(), math.ceil(wide)), least.height())

    def text_rects(self) -> list[TextSpot]:
        if self._icon:
            return [self._block().spot(self._places()[1], QRectF(self.rect()))]
        font = self._font()
        ink = QRectF(0, 0, number_width(self.text(), font), cap_height(font))
        ink.moveCenter(QRectF(self.rect()).center())
        return [TextSpot(self.text(), ink, inside=QRectF(self.rect()))]

    def paint(self, painter: QPainter) -> None:
        look = self._look()
        down = self.theme.scaled(PRESS_PX) if self.isDown() else 0
        box = QRectF(self.rect()).adjusted(0, down, 0, 0)
        paint_box(painter, box, self.focus_radius(), look)
        painter.translate(0, down)
        if not self._icon:
            draw_number(painter, self.text(), self._font(), QRectF(self.rect()), look.ink)
            return
        icon, words = self._places()
        paint_icon(painter, self._icon, icon, look.ink)
        self._block().draw(painter, words, look.ink)

    def _look(self) -> Look:
        color = self.theme.color
        width = self.theme.stroke("staff" if self.theme.surface == "staff" else "kiosk_touch")
        if not self.isEnabled():
            ink = color("second_text")
            return Look(color("off"), color("outline_off"), width, ink, dashed=True)
        if self.isDown():
            fill = "action_pressed" if self._accepts else "action"
            return Look(color(fill), color(fill), 0, color("on_action"))
        if self._accepts:
            return Look(color("action"), color("action"), 0, color("on_action"))
        return Look(color("card"), color("outline"), width, color("text"))

    def _font(self) -> QFont:
        px = self.theme.scaled(_DIGIT_PX.get(self.theme.surface, 76))
        return self.theme.number_font("body", px=px)

    def _block(self) -> TextBlock:
        return TextBlock(self.text(), self._words_style(), max(1, self.width() - 8))

    def _words_style(self) -> TextStyle:
        font = self.theme.font("body", bold=True)
        return style_of(self.theme, font, Qt.AlignmentFlag.AlignHCenter)

    def _gap(self) -> float:
        return self.theme.px("body") * 0.4

    def _sign_side(self) -> float:
        return self.theme.px("body") * 1.5

    def _places(self) -> tuple[QRectF, QRectF]:
        """The sign above its word, both in the middle; before it where the key is low."""
        side, gap, height = self._sign_side(), self._gap(), self.height()
        words = self._block().size()
        top = (height - side - words.height()) / 2
        low = top < self.theme.stroke("kiosk_touch") + self.theme.px("body") * 0.15
        if low and side + gap + words.width() <= self.width() - _ROOM:
            left = (self.width() - side - gap - words.width()) / 2
            icon = QRectF(left, (height - side) / 2, side, side)
            return icon, QRectF(icon.right() + gap, 0, words.width() + 1, height)
        icon = QRectF((self.width() - side) / 2, top, side, side)
        return icon, QRectF(0, icon.bottom(), self.width(), words.height())
