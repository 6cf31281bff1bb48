"""How far a patient is on the route: one ring a clinic, as on the phone, and the words for it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from domain.routes import Route, StopStatus
from kiosk import words
from kiosk.fitting import Setting, fit, mirrored
from kiosk.look import Look
from ui.icons import paint_icon
from ui.shapes import paint_bead, paint_ring
from ui.text import TextBlock, TextSpot
from ui.widgets.themed import ThemedWidget

RING = 60
LATER = 0.8
"""A clinic that comes later is so much smaller."""


def place_sentence(look: Look, route: Route) -> str:
    """Which of its clinics the patient is at: "Clinic 3 of 10", with the exam's name."""
    number = min(route.total, route.done + (0 if route.completed else 1))
    place = look.say(words.STOP_OF, number=look.number(number), total=look.number(route.total))
    return f"{look.name(route.names)} · {place}"


class RouteStrip(ThemedWidget):
    """Rings in the order of the route, in reading order.

    Filled with a check where it is done, thick with the patient where he goes now, empty later.
    """

    def __init__(self, look: Look, route: Route, *, in_line: bool = False) -> None:
        """`in_line` sets the words beside the rings, as they always are on a low screen."""
        super().__init__(look.theme)
        self._look, self._route = look, route
        self._stacked = look.portrait and not in_line
        self.setLayoutDirection(look.direction)
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return place_sentence(self._look, self._route)

    def sizeHint(self) -> QSize:
        look = self._look
        words_high = look.theme.px("body") * look.theme.line_height()
        if self._stacked:
            return QSize(look.px(900), math.ceil(words_high) + look.px(RING + 18))
        return QSize(look.px(900), max(math.ceil(words_high), look.px(RING)) + look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.sizeHint().height())

    def text_rects(self) -> list[TextSpot]:
        block, place = self._words()
        return [block.spot(place)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block, place = self._words()
        block.draw(painter, place, self.theme.color("text"))
        places = self._places()
        painter.setPen(QPen(self.theme.color("strand"), self._look.px(5)))
        painter.drawLine(places[0], places[-1])
        for stop, middle in zip(self._route.stops, places, strict=True):
            self._paint_stop(painter, stop.status, middle)

    def _words(self) -> tuple[TextBlock, QRectF]:
        look = self._look
        share = 1.0 if self._stacked else 0.42
        room = self.width() * share
        block = fit(look, self.text(), Setting(look.theme.px("body"), True, 1, 0.6), room)
        height = block.size().height() if self._stacked else self.height()
        return block, mirrored(QRectF(0, 0, room, height), self.width(), rtl=look.rtl)

    def _size(self) -> float:
        """A ring's width: smaller where a route has very many."""
        room = self.width() * (1.0 if self._stacked else 0.56)
        return min(self._look.px(RING), room / max(1, len(self._route.stops)) * 0.8)

    def _places(self) -> list[QPointF]:
        """The rings' middles from the start, evenly spaced along the lower edge."""
        look, size = self._look, self._size()
        count = max(1, len(self._route.stops))
        begin = size / 2 + (look.px(4) if self._stacked else self.width() * 0.44)
        room = self.width() - begin - size / 2 - look.px(4)
        step = min(room / max(1, count - 1), size * 2.6)
        y = self.height() - look.px(RING) / 2 - look.px(4)
        along = [begin + index * step for index in range(count)]
        return [QPointF(self.width() - x if look.rtl else x, y) for x in along]

    def _paint_stop(self, painter: QPainter, status: StopStatus, place: QPointF) -> None:
        color, size = self.theme.color, self._size()
        sign = QRectF(0, 0, size * 0.52, size * 0.52)
        sign.moveCenter(place)
        if status is StopStatus.COMPLETED:
            paint_bead(painter, place, size, color("action"))
            paint_icon(painter, "check", sign, color("on_action"))
            return
        now = status in (StopStatus.IN_QUEUE, StopStatus.READY)
        wide = size if now else size * LATER
        paint_bead(painter, place, wide - 2, color("card"))
        paint_ring(
            painter, place, wide, color("bead" if now else "strand"), size * (0.1 if now else 0.06)
        )
        if now:
            paint_icon(painter, "user", sign, color("bead"))
