"""The main call of the wall, and what stands in its place while there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from display.callbanner import CallPlan, call_pieces, door_look
from display.called import Called
from display.door import dashed_pen, paint_door, paint_unsure_door
from display.emptybanner import empty_pieces, paint_empty_mark
from display.pieces import Placed
from display.pulse import Pulse
from display.wallview import WallView
from display.words import Tongues
from domain.feed import Announcement
from domain.names import Names
from ui.theme import Theme
from ui.widgets.painting import Look, paint_box

OUTLINE = 12
_DASHED = 6


@dataclass(frozen=True, slots=True)
class BannerValue:
    """What the banner says. `announced` is the announcement under way; None is quiet."""

    call: Called | None = None
    announced: Announcement | None = None
    stale: bool = False
    opening_hours: Names = field(default_factory=dict)


class BannerView(WallView):
    """Paints the last value it was handed; each new announcement starts the pulse once."""

    def __init__(
        self, theme: Theme, tongues: Tongues, *, motion: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tongues, parent)
        self._value = BannerValue()
        self.pulse = Pulse(motion=motion, parent=self)
        self.pulse.changed.connect(self.update)

    @property
    def value(self) -> BannerValue:
        return self._value

    @Slot(object)
    def show_banner(self, value: BannerValue) -> None:
        before, self._value = self._value, value
        if value == before:
            return
        if value.stale or value.call is None or _label(value) != _label(before):
            self.pulse.stop()
        is_new = value.announced is not None and value.announced != before.announced
        if is_new and not value.stale:
            self.pulse.start()
        self.changed()

    def lay_out(self) -> list[Placed]:
        whole = QRectF(self.rect())
        if self._value.call is not None:
            return call_pieces(self._plan(whole), self.tongues, self._value.call)
        if self._value.stale:
            return []
        return empty_pieces(self.theme, self.tongues, self._value.opening_hours, whole)

    def paint_ground(self, painter: QPainter) -> None:
        whole, call = QRectF(self.rect()), self._value.call
        self._paint_box(painter, whole)
        if call is None:
            paint_empty_mark(painter, self.theme, whole, alone=self._value.stale)
        elif call.room is not None:
            self._paint_door(painter, self._plan(whole))
        if self.pulse.is_outlined:
            outline = QPen(self.theme.color("white"), self.theme.scaled(OUTLINE))
            self._stroke(painter, whole, outline)

    def _paint_box(self, painter: QPainter, whole: QRectF) -> None:
        theme = self.theme
        if self._value.stale:
            self._stroke(painter, whole, dashed_pen(theme, theme.scaled(_DASHED)))
            return
        fill = between(theme.color("turn"), theme.color("turn_soft"), self.pulse.level)
        if self._value.call is None:
            fill = theme.color("card")
        paint_box(painter, whole, theme.radius("call"), Look(fill, fill, 0, theme.color("text")))

    def _stroke(self, painter: QPainter, whole: QRectF, pen: QPen) -> None:
        half, radius = pen.widthF() / 2, self.theme.radius("call")
        path = QPainterPath()
        inside = whole.adjusted(half, half, -half, -half)
        path.addRoundedRect(inside, radius - half, radius - half)
        painter.strokePath(path, pen)

    def _paint_door(self, painter: QPainter, plan: CallPlan) -> None:
        arch = plan.place(plan.arch())
        if self._value.stale:
            paint_unsure_door(painter, arch, self.theme, self.theme.scaled(_DASHED))
        else:
            paint_door(painter, arch, door_look(self.theme, stale=False))

    def _plan(self, whole: QRectF) -> CallPlan:
        return CallPlan(self.theme, whole, self._value.stale)


def between(one: QColor, other: QColor, share: float) -> QColor:
    """The colour that lies so far from one to the other."""
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return QColor(*(round(low + (high - low) * share) for low, high in pairs))


def _label(value: BannerValue) -> str | None:
    return None if value.call is None else value.call.label
