"""The clinics of the wall, one to twelve, in cells that share the room they have."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter

from display.cell import CellPlan, CellShape, best_name_px, cell_pieces
from display.counts import ClinicCount
from display.pieces import Placed, mirrored
from display.wallview import WallView
from display.why import Why, why_off
from domain.states import ClinicState
from ui.widgets.painting import Look, paint_box

_ONE_ROW = 6
_WIDE = 2
_BOTH_LANGUAGES = 10
_OUTLINE = 3


@dataclass(frozen=True, slots=True)
class ClinicsValue:
    """The clinics in their order; `zone` makes `until` local. Counts are "?" while stale."""

    clinics: tuple[ClinicCount, ...] = ()
    zone: dt.tzinfo | None = None
    stale: bool = False


def grid_of(count: int) -> tuple[int, int]:
    """Rows and columns for so many clinics: one row up to six, then two."""
    if count <= _ONE_ROW:
        return 1, max(1, count)
    return 2, (count + 1) // 2


def shape_of(count: int) -> CellShape:
    if count <= _WIDE:
        return CellShape.WIDE
    if count <= _ONE_ROW:
        return CellShape.TALL
    return CellShape.FLAT if count <= _BOTH_LANGUAGES else CellShape.FLAT_ONE_LANGUAGE


class ClinicsView(WallView):
    """Paints the last value it was handed."""

    _value = ClinicsValue()

    @property
    def value(self) -> ClinicsValue:
        return self._value

    @Slot(object)
    def show_clinics(self, value: ClinicsValue) -> None:
        if value != self._value:
            self._value = value
            self.changed()

    def paint_ground(self, painter: QPainter) -> None:
        theme, radius = self.theme, self.theme.radius("clinic")
        ground, ink = theme.color("ground"), theme.color("text")
        for index, clinic in enumerate(self._value.clinics):
            off = clinic.state is not ClinicState.OPEN
            outline = theme.color("outline_off" if off else "outline")
            look = Look(ground, outline, theme.scaled(_OUTLINE), ink, dashed=off)
            paint_box(painter, self._cell(index), radius, look)

    def lay_out(self) -> list[Placed]:
        cells = [self._planned(index) for index in range(len(self._value.clinics))]
        fitting = [px for plan, clinic in cells if (px := best_name_px(plan, clinic)) is not None]
        same = min(fitting, default=0)
        return [piece for plan, clinic in cells for piece in cell_pieces(plan, clinic, same)]

    def _planned(self, index: int) -> tuple[CellPlan, ClinicCount]:
        clinic = self._value.clinics[index]
        known = replace(clinic, waiting=None) if self._value.stale else clinic
        shape, why = shape_of(len(self._value.clinics)), self._why(clinic)
        return CellPlan(self.theme, self.tongues, self._cell(index), shape, why), known

    def _cell(self, index: int) -> QRectF:
        rows, columns = grid_of(len(self._value.clinics))
        whole, gap = QRectF(self.rect()), self.theme.space(0)
        width = (whole.width() - gap * (columns - 1)) / columns
        height = (whole.height() - gap * (rows - 1)) / rows
        row, column = divmod(index, columns)
        cell = QRectF(column * (width + gap), row * (height + gap), width, height)
        return mirrored(cell, whole, rtl=self.theme.is_rtl)

    def _why(self, clinic: ClinicCount) -> Why | None:
        if clinic.state is ClinicState.OPEN:
            return None
        until = None if clinic.until is None else clinic.until.astimezone(self._value.zone)
        return why_off(self.tongues, clinic.state, until)
