"""The queue as one sees it oneself: you (a ring), the people ahead (beads), the door at the end."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.shapes import arch_path, paint_bead, paint_ring
from ui.text import draw_number
from ui.theme import Theme, motion_ms
from ui.widgets.painting import Look, outline_pen, paint_shape
from ui.widgets.themed import ThemedWidget
from ui.words import STRAND_NEXT, STRAND_UNKNOWN, Ui, word

MOST_BEADS = 8
"""More people than that are a "+" beside the ring: nobody counts further."""
_END, _BEAD, _LINE, _RING = 0.83, 0.44, 0.05, 0.07  # of the strand's height
_HEIGHTS = {"kiosk": 105, "staff": 63, "display": 105}


class Strand(ThemedWidget):
    """Shows how many are ahead; a bead that goes walks through the door and the others move on.

    The strand runs in reading order: the ring at the start, the door at the end.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, height: int = 0) -> None:
        super().__init__(theme, parent)
        self._height = height or _HEIGHTS.get(theme.surface, 84)
        self._ahead: int | None = None
        self._leaving = 1.0
        self._walk = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._walk.setDuration(motion_ms("bead"))
        self._walk.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._walk.valueChanged.connect(self._step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_again()

    @property
    def ahead(self) -> int | None:
        return self._ahead

    def set_ahead(self, ahead: int | None) -> None:
        """How many are called before this patient; None when that is not known now."""
        before, self._ahead = self._ahead, ahead
        self._walk.stop()
        self._leaving = 1.0
        goes = before is not None and ahead is not None and ahead < before <= MOST_BEADS
        if goes and self.isVisible() and self.theme.motion:
            self._leaving = 0.0
            self._walk.start()
        self._name_again()
        self.update()

    def sizeHint(self) -> QSize:
        height = self.theme.scaled(self._height)
        return QSize(height * 6, height)

    def minimumSizeHint(self) -> QSize:
        height = self.theme.scaled(self._height)
        return QSize(height * 3, height)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._walk.stop()
        self._leaving = 1.0

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_people(painter)
        self._paint_self(painter)
        self._paint_door(painter)

    def _paint_line(self, painter: QPainter) -> None:
        height = self.height()
        pen = QPen(self.theme.color("strand"), max(2.0, height * _LINE))
        if self._ahead is None:
            pen = outline_pen(self.theme.color("outline_off"), pen.widthF(), dashed=True)
        painter.setPen(pen)
        begin, end = height * _END, self.width() - height * _END
        if self._ahead is not None and self._ahead > MOST_BEADS:
            plus = self._places(MOST_BEADS, more=True)[0]
            painter.drawLine(self._at(begin), self._at(plus - height * _BEAD * 0.6))
            begin = plus + height * _BEAD * 0.6
        painter.drawLine(self._at(begin), self._at(end))

    def _paint_people(self, painter: QPainter) -> None:
        color, size = self.theme.color("bead"), self.height() * _BEAD
        if self._ahead is None:
            return
        places = self._places(min(self._ahead, MOST_BEADS), more=self._ahead > MOST_BEADS)
        if self._leaving < 1.0:
            before = self._places(min(self._ahead + 1, MOST_BEADS), more=False)
            door = self.width() - self.height() * _END / 2
            places = [
                old + (new - old) * self._leaving
                for old, new in zip(before, [*places, door], strict=True)
            ]
        if self._ahead > MOST_BEADS:
            box = QRectF(0, 0, size * 1.4, size * 1.4)
            box.moveCenter(self._at(places.pop(0)))
            draw_number(painter, "+", self.theme.number_font("body", px=round(size)), box, color)
        for place in places:
            paint_bead(painter, self._at(place), size, color)

    def _paint_self(self, painter: QPainter) -> None:
        size = self.height() * _END
        center = self._at(size / 2)
        paint_bead(painter, center, size - 2, self.theme.color("card"))
        paint_ring(painter, center, size, self.theme.color("bead"), self.height() * _RING)
        paint_icon(painter, "user", _square(center, size * 0.5), self.theme.color("bead"))

    def _paint_door(self, painter: QPainter) -> None:
        height, width = float(self.height()), self.height() * _END
        center = self._at(self.width() - width / 2)
        box = QRectF(center.x() - width / 2, 0, width, height).adjusted(1, 1, -1, -1)
        known = self._ahead is not None
        color = self.theme.color
        look = Look(
            color("turn" if known else "off"),
            color("on_turn" if known else "outline_off"),
            2 * self.theme.scale,
            color("on_turn" if known else "second_text"),
            dashed=not known,
        )
        paint_shape(painter, arch_path(box, on_edge=False), look)
        paint_icon(painter, "call", _square(box.center(), width * 0.5), look.ink)

    def _places(self, count: int, *, more: bool) -> list[float]:
        """Distances of the beads from the start, evenly spaced; the last is next to the door."""
        slots = count + 1 if more else count
        end, bead = self.height() * _END, self.height() * _BEAD
        free = self.width() - 2 * end - slots * bead
        gap = free / (slots + 1)
        return [end + gap + bead / 2 + index * (gap + bead) for index in range(slots)]

    def _at(self, from_start: float) -> QPointF:
        x = self.width() - from_start if self.runs_rtl else from_start
        return QPointF(x, self.height() / 2)

    def _name_again(self) -> None:
        language = self.theme.language
        if self._ahead is None:
            self.setAccessibleName(word(language, STRAND_UNKNOWN))
        elif self._ahead == 0:
            self.setAccessibleName(word(language, STRAND_NEXT))
        else:
            self.setAccessibleName(Ui(language).people_ahead(self._ahead))

    @Slot(object)
    def _step(self, value: float) -> None:
        self._leaving = float(value)
        self.update()


def _square(center: QPointF, side: float) -> QRectF:
    square = QRectF(0, 0, side, side)
    square.moveCenter(center)
    return square
