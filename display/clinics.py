"""The clinics of the wall, one to twelve, in cells that share the room they have."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter

from display.cell import CellPlan, CellShape, cell_pieces
from display.counts import ClinicCount
from display.pieces import Placed, mirrored
from display.wallview import WallView
from display.words import Lines, state_words
from domain.states import ClinicState
from ui.widgets.painting import Look, paint_box

_ONE_ROW = 6
_WIDE = 2
_BOTH_LANGUAGES = 10
_OUTLINE = 3


@dataclass(frozen=True, slots=True)
class ClinicsValue:
    """The clinics in their order; `zone` tells local times of `until`. Counts are "?" while stale."""

    clinics: tuple[ClinicCount, ...] = ()
    zone: dt.tzinfo = dt.UTC
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
        placed: list[Placed] = []
        for index, clinic in enumerate(self._value.clinics):
            known = replace(clinic, waiting=None) if self._value.stale else clinic
            shape = shape_of(len(self._value.clinics))
            rect, why = self._cell(index), self._why(clinic)
            placed += cell_pieces(CellPlan(self.theme, self.tongues, rect, shape, why), known)
        return placed

    def _cell(self, index: int) -> QRectF:
        rows, columns = grid_of(len(self._value.clinics))
        whole, gap = QRectF(self.rect()), self.theme.space(0)
        width = (whole.width() - gap * (columns - 1)) / columns
        height = (whole.height() - gap * (rows - 1)) / rows
        row, column = divmod(index, columns)
        cell = QRectF(column * (width + gap), row * (height + gap), width, height)
        return mirrored(cell, whole, rtl=self.theme.is_rtl)

    def _why(self, clinic: ClinicCount) -> Lines:
        if clinic.state is ClinicState.OPEN:
            return ()
        until = None if clinic.until is None else clinic.until.astimezone(self._value.zone)
        return state_words(self.tongues, clinic.state, until)
