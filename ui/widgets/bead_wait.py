"""How long a patient has waited: a bead that fills, and the minutes beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import Digits, format_number
from ui.shapes import Fill, paint_bead
from ui.text import TextBlock, TextSpot, TextStyle, cap_height, draw_number, number_width, style_of
from ui.theme import Theme, tokens
from ui.widgets.themed import ThemedWidget
from ui.words import MINUTES, word

_GAP = 0.45  # of the bead's diameter


@dataclass(frozen=True, slots=True)
class WaitLimits:
    """From how many minutes on a wait is half a bead, needs attention, is late."""

    half: int
    attention: int
    late: int


def usual_limits() -> WaitLimits:
    """The limits of the design; a site may set others."""
    return WaitLimits(**tokens()["wait_limits_min"])


def wait_look(minutes: int, limits: WaitLimits) -> tuple[Fill, str, bool]:
    """The bead of a wait: how full, its colour role, and whether it carries a "!"."""
    if minutes >= limits.late:
        return Fill.FULL, "danger", True
    if minutes >= limits.attention:
        return Fill.FULL, "attention", False
    return (Fill.HALF if minutes >= limits.half else Fill.EMPTY), "text", False


def paint_wait_bead(
    painter: QPainter, center: QPointF, diameter: float, theme: Theme, look: tuple[Fill, str, bool]
) -> None:
    """Paint only the bead, for lists and their legend; the "!" stands in the ground's colour."""
    fill, role, urgent = look
    paint_bead(painter, center, diameter, theme.color(role), fill)
    if urgent:
        box = QRectF(0, 0, diameter, diameter)
        box.moveCenter(center)
        font = theme.number_font("body", px=round(diameter * 0.75))
        draw_number(painter, "!", font, box, theme.color("card"))


def paint_wait(  # noqa: PLR0913  a painter's place, look and value
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    minutes: int,
    limits: WaitLimits,
    *,
    digits: Digits = Digits.WESTERN,
    rtl: bool = False,
) -> None:
    """Paint bead, minutes and their unit at the start of rect."""
    parts = _Parts.of(theme, minutes, digits)
    look = wait_look(minutes, limits)
    bead, number, unit = parts.places(rect, rtl=rtl)
    paint_wait_bead(painter, bead.center(), parts.diameter, theme, look)
    color = theme.color(look[1])
    draw_number(painter, parts.number, theme.number_font(parts.role), number, color)
    parts.unit.draw(painter, unit, color if look[1] != "text" else theme.color("second_text"))


def wait_size(theme: Theme, minutes: int, digits: Digits = Digits.WESTERN) -> QSizeF:
    return _Parts.of(theme, minutes, digits).size()


class BeadWait(ThemedWidget):
    """One wait in whole minutes."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        limits: WaitLimits | None = None,
        digits: Digits = Digits.WESTERN,
    ) -> None:
        super().__init__(theme, parent)
        self._limits = limits or usual_limits()
        self._digits = digits
        self._minutes = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        self.setAccessibleName(f"{minutes} {word(self.theme.language, MINUTES)}")
        self.changed()

    def sizeHint(self) -> QSize:
        size = wait_size(self.theme, self._minutes, self._digits)
        return QSize(math.ceil(size.width()), math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_rects(self) -> list[TextSpot]:
        parts = _Parts.of(self.theme, self._minutes, self._digits)
        _, number, unit = parts.places(QRectF(self.rect()), rtl=self.runs_rtl)
        return [TextSpot(parts.number, number), parts.unit.spot(unit)]

    def paint(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        paint_wait(
            painter,
            rect,
            self.theme,
            self._minutes,
            self._limits,
            digits=self._digits,
            rtl=self.runs_rtl,
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Bead, number and unit of one wait, measured."""

    role: str
    diameter: float
    number: str
    number_size: QSizeF
    unit: TextBlock

    @staticmethod
    def of(theme: Theme, minutes: int, digits: Digits) -> _Parts:
        role = "list_number" if theme.surface == "staff" else "body"
        number = format_number(minutes, digits)
        font = theme.number_font(role)
        style: TextStyle = style_of(theme, theme.font("body", bold=False))
        unit = TextBlock(word(theme.language, MINUTES), style)
        size = QSizeF(number_width(number, font), cap_height(font))
        return _Parts(role, theme.px(role) * 0.95, number, size, unit)

    def size(self) -> QSizeF:
        gap = self.diameter * _GAP
        width = self.diameter + 2 * gap + self.number_size.width() + self.unit.size().width()
        return QSizeF(width, max(self.diameter, self.unit.size().height()))

    def places(self, rect: QRectF, *, rtl: bool) -> tuple[QRectF, QRectF, QRectF]:
        gap, middle = self.diameter * _GAP, rect.center().y()
        sizes = (QSizeF(self.diameter, self.diameter), self.number_size, self.unit.size())
        placed, x = [], rect.left()
        for size in sizes:
            each = QRectF(x, middle - size.height() / 2, size.width(), size.height())
            if rtl:
                each.moveRight(rect.right() - (x - rect.left()))
            placed.append(each)
            x += size.width() + gap
        return placed[0], placed[1], placed[2]
