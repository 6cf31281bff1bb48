"""One clinic of the wall: icon, names, how many wait, or why nobody is called; laid out in three ways.

WIDE is for one or two clinics (with a bead a person), TALL for three to six in one row, FLAT for two
rows, the last of them in the main language only.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from display.called import icon_of
from display.counts import ClinicCount
from display.door import figure_font
from display.namestack import NamePlace, name_pieces
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
from display.words import Lines, Tongues
from domain.states import ClinicState
from ui.languages import format_number
from ui.theme import Theme

UNKNOWN = "?"
MOST_BEADS = 6
_HEIGHT = 162
_STATE_ICONS = {ClinicState.CLOSED: "lock", ClinicState.PAUSED: "hold"}


class CellShape(enum.Enum):
    WIDE = "wide"
    TALL = "tall"
    FLAT = "flat"
    FLAT_ONE_LANGUAGE = "flat_one_language"


@dataclass(frozen=True, slots=True)
class CellPlan:
    """Where one cell stands, in which shape. `why` says, in the wall's languages, why nobody is called."""

    theme: Theme
    tongues: Tongues
    rect: QRectF
    shape: CellShape
    why: Lines = ()

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
    def slack(self) -> float:
        """How much higher the cell is than the design's, in design pixels, half of it."""
        return (self.rect.height() / self.theme.scale - _HEIGHT) / 2


def cell_pieces(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    """All that stands in the cell of this clinic."""
    if plan.shape is CellShape.WIDE:
        return _wide(plan, clinic)
    return _tall(plan, clinic) if plan.shape is CellShape.TALL else _flat(plan, clinic)


def _wide(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme, drop = plan.theme, plan.slack
    rtl = theme.is_rtl
    icon = Icon(icon_of(clinic.icon), theme.scaled(84), theme.color("icon"), rtl)
    figures = _figures(plan, clinic, theme.px("count"), 48)
    line = plan.line(32, drop, _HEIGHT)
    placed = [(icon, plan.place(32, drop, 84, _HEIGHT)), *place_row_at_end(figures, line, rtl=rtl)]
    free = line.width() - row_width(figures) - theme.scaled(84 + 28 + 32)
    names = plan.place(32 + 84 + 28, drop + 12, free / theme.scale, 92)
    placed += name_pieces(NamePlace(theme, names, plan.why[:1]), _names(plan, clinic))
    beads = plan.place(32 + 84 + 28, drop + 110, free / theme.scale, 30)
    return placed + place_row(_beads(theme, clinic), beads, rtl=rtl)


def _tall(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme, drop = plan.theme, plan.slack
    rtl = theme.is_rtl
    top = plan.line(24, drop + 12, 62)
    icon: Row = [(0.0, Icon(icon_of(clinic.icon), theme.scaled(56), theme.color("icon"), rtl))]
    figures = _figures(plan, clinic, theme.px("count"), 40)
    placed = place_row(icon, top, rtl=rtl) + place_row_at_end(figures, top, rtl=rtl)
    names = NamePlace(theme, plan.line(24, drop + 74, 84), plan.why[:1], tight=True)
    return placed + name_pieces(names, _names(plan, clinic))


def _flat(plan: CellPlan, clinic: ClinicCount) -> list[Placed]:
    theme = plan.theme
    rtl, scale = theme.is_rtl, theme.scale
    height = plan.rect.height() / scale
    icon = Icon(icon_of(clinic.icon), theme.scaled(45), theme.color("icon"), rtl)
    figures = _figures(plan, clinic, theme.px("label"), 0)
    line = plan.line(18, 0, height)
    placed = [(icon, plan.place(18, 0, 45, height)), *place_row_at_end(figures, line, rtl=rtl)]
    free = line.width() - row_width(figures) - theme.scaled(45 + 14 + 12)
    rect = plan.place(18 + 45 + 14, 3, free / scale, height - 6)
    alone = plan.shape is CellShape.FLAT_ONE_LANGUAGE
    names = NamePlace(theme, rect, plan.why[:1], tight=True, one_language=alone)
    return placed + name_pieces(names, _names(plan, clinic))


def _figures(plan: CellPlan, clinic: ClinicCount, px: int, people: float) -> Row:
    """The count, with what it counts before it; where nobody is called the state's icon instead."""
    theme = plan.theme
    row: Row = []
    state = _STATE_ICONS.get(clinic.state)
    if state is not None:
        side = theme.scaled(people or 40)
        row.append((0.0, Icon(state, side, theme.color("attention"), theme.is_rtl)))
    elif people:
        icon = Icon("people", theme.scaled(people), theme.color("second_text"), theme.is_rtl)
        row.append((0.0, icon))
    if state is None or clinic.waiting:
        row.append((theme.space(0), _count(plan, clinic.waiting, px, theme.color("text"))))
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
