"""One clinic of the wall: icon, names, how many wait, or why nobody is called.

WIDE is for one or two clinics (with a bead a person), TALL for three to six in one row, FLAT for
two rows, the fullest of them in the main language only.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from display.called import icon_of
from display.counts import ClinicCount
from display.door import figure_font
from display.namestack import NamePlace, best_px, name_pieces
from display.pieces import (
    Beads,
    Icon,
    Number,
    Placed,
    Row,
    mirrored,
    place_row,
    place_row_at_end,
    row_width,
)
from display.why import Why
from display.words import Lines, Tongues
from ui.languages import format_number
from ui.theme import Theme

UNKNOWN = "?"
MOST_BEADS = 6
_HEIGHT = 162
_WIDE_PAD, _WIDE_ICON, _WIDE_TEXT = 32, 84, 144
_TALL_PAD = 24
_FLAT_PAD, _FLAT_ICON, _FLAT_TEXT = 18, 45, 77
_TALL_PITCH, _FLAT_PITCH = 1.25, 1.24
"""Of lines, in sizes of the letters; Thai and Arabic marks fit, which the ink is measured for."""


class CellShape(enum.Enum):
    WIDE = "wide"
    TALL = "tall"
    FLAT = "flat"
    FLAT_ONE_LANGUAGE = "flat_one_language"


_FIGURES: dict[CellShape, tuple[str, int]] = {
    CellShape.WIDE: ("count", 48),
    CellShape.TALL: ("count", 40),
    CellShape.FLAT: ("label", 0),
    CellShape.FLAT_ONE_LANGUAGE: ("label", 0),
}
"""The count's size, and that of the icon before it."""


@dataclass(frozen=True, slots=True)
class CellPlan:
    """Where one cell stands, in which shape. `why` says why nobody is called."""

    theme: Theme
    tongues: Tongues
    rect: QRectF
    shape: CellShape
    why: Why | None = None

    def place(self, left: float, top: float, width: float, height: float) -> QRectF:
        """A place measured in design pixels from the start and top of the cell."""
        scaled = self.theme.scaled
        rect = QRectF(scaled(left), scaled(top), scaled(width), scaled(height))
        return mirrored(rect.translated(self.rect.topLeft()), self.rect, rtl=self.theme.is_rtl)

    def line(self, pad: float, top: float, height: float) -> QRectF:
        """A line from edge to edge, so far within them."""
        inset = self.theme.scaled(pad)
        rect = QRectF(self.rect.left() + inset, 0, self.rect.width() - 2 * inset, 0)
        rect.setTop(self.rect.top() + self.theme.scaled(top))
        rect.setHeight(self.theme.scaled(height))
        return rect

    @property
    def height(self) -> float:
        """In design pixels."""
        return self.rect.height() / self.theme.scale

    @property
    def slack(self) -> float:
        """How much higher the cell is than the design's, in design pixels, half of it."""
        return (self.height - _HEIGHT) / 2


def cell_pieces(plan: CellPlan, clinic: ClinicCount, name_px: int) -> list[Placed]:
    """All that stands in the cell of this clinic, its name no larger than `name_px`."""
    shapes = {CellShape.WIDE: _wide, CellShape.TALL: _tall}
    placed = shapes.get(plan.shape, _flat)(plan, clinic)
    names = replace(_name_place(plan, clinic), most_px=name_px)
    return placed + name_pieces(names, _names(plan, clinic))


def best_name_px(plan: CellPlan, clinic: ClinicCount) -> int | None:
    """The largest size at which this clinic's names fit in full; None when they cannot."""
    return best_px(_name_place(plan, clinic), _names(plan, clinic))


def _wide(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme, drop, rtl = plan.theme, plan.slack, plan.theme.is_rtl
    icon = Icon(icon_of(clinic.icon), theme.scaled(_WIDE_ICON), theme.color("icon"), rtl)
    line = plan.line(_WIDE_PAD, drop, _HEIGHT)
    figures = place_row_at_end(_figures(plan, clinic), line, rtl=rtl)
    beads = plan.place(_WIDE_TEXT, drop + 116, _WIDE_PAD, 26)
    in_row = place_row(_beads(theme, clinic), beads, rtl=rtl)
    return [(icon, plan.place(_WIDE_PAD, drop, _WIDE_ICON, _HEIGHT)), *figures, *in_row]


def _tall(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme, rtl = plan.theme, plan.theme.is_rtl
    top = plan.line(_TALL_PAD, plan.slack + 12, 62)
    icon: Row = [(0.0, Icon(icon_of(clinic.icon), theme.scaled(56), theme.color("icon"), rtl))]
    figures = place_row_at_end(_figures(plan, clinic), top, rtl=rtl)
    return place_row(icon, top, rtl=rtl) + figures


def _flat(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme, rtl = plan.theme, plan.theme.is_rtl
    icon = Icon(icon_of(clinic.icon), theme.scaled(_FLAT_ICON), theme.color("icon"), rtl)
    line = plan.line(_FLAT_PAD, 0, plan.height)
    figures = place_row_at_end(_figures(plan, clinic), line, rtl=rtl)
    return [(icon, plan.place(_FLAT_PAD, 0, _FLAT_ICON, plan.height)), *figures]


def _name_place(plan: CellPlan, clinic: ClinicCount) -> NamePlace:
    """Beside the icon, or below it in a tall cell; what the figures leave."""
    theme, why = plan.theme, plan.why
    first, second = theme.px("clinic_first"), theme.px("clinic_second")
    if plan.shape is CellShape.TALL:
        rect = plan.line(_TALL_PAD, plan.slack + 73, 82)
        return NamePlace(theme, rect, _TALL_PITCH, first, second, why)
    taken = row_width(_figures(plan, clinic)) / theme.scale
    width = plan.rect.width() / theme.scale - taken
    if plan.shape is CellShape.WIDE:
        free = width - _WIDE_TEXT - _WIDE_PAD - theme.space(3) / theme.scale
        rect = plan.place(_WIDE_TEXT, plan.slack + 8, free, 104)
        return NamePlace(theme, rect, _TALL_PITCH, theme.px("site"), first, why)
    free = width - _FLAT_TEXT - _FLAT_PAD - 12
    rect = plan.place(_FLAT_TEXT, 4, free, plan.height - 8)
    alone = plan.shape is CellShape.FLAT_ONE_LANGUAGE
    return NamePlace(theme, rect, _FLAT_PITCH, second, second, why, alone)


def _figures(plan: CellPlan, clinic: ClinicCount) -> Row:
    """The count, with what it counts before it; where nobody is called words take its place."""
    theme = plan.theme
    px, people = _FIGURES[plan.shape]
    if plan.why is not None and not (people and clinic.waiting):
        return []
    row: Row = []
    if people:
        icon = Icon("people", theme.scaled(people), theme.color("second_text"), theme.is_rtl)
        row.append((0.0, icon))
    row.append((theme.space(0), _count(plan, clinic.waiting, theme.px(px), theme.color("text"))))
    return row


def _count(plan: CellPlan, waiting: int | None, px: int, color: QColor) -> Number:
    text = UNKNOWN if waiting is None else format_number(waiting, plan.tongues.digits)
    return Number(text, figure_font(plan.theme, text, px), color)


def _beads(theme: Theme, clinic: ClinicCount) -> Row:
    waiting = clinic.waiting or 0
    color = theme.color("strand")
    beads = Beads(min(waiting, MOST_BEADS), theme.scaled(26), color, theme.is_rtl)
    row: Row = [(0.0, beads)]
    if waiting > MOST_BEADS:
        row.append((theme.space(0), Number("+", theme.number_font("ticker"), color)))
    return row


def _names(plan: CellPlan, clinic: ClinicCount) -> Lines:
    return plan.tongues.names(clinic.names or {plan.tongues.first: clinic.code.upper()})
