"""The patient's route as beads on a line: done, here, still to come. Pressed, it can be changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.routes import Route, RouteStop, StopStatus
from staff.look import Look
from staff.words import translate
from ui.shapes import paint_bead, paint_ring
from ui.text import TextBlock, TextSpot, style_of
from ui.widgets.themed import ThemedButton

MOST = 5
"""Stops side by side: the one before, the one now, and those that follow."""
_SMALL, _LARGE, _TOP, _LINE = 14.0, 22.0, 14.0, 2.0
_NAME_TOP = 30.0
_CLOSE_PX = 28
"""Of the beads alone, where the window is low; their names stand in the tool tip."""


class RouteStrand(ThemedButton):
    """Hidden for a patient without a route. The strand runs in the reading direction."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._route: Route | None = None
        self._close = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = translate("Staff", "Change the route (Ctrl+E)")
        self.hide()

    def set_close(self, close: bool) -> None:
        """Beads without names, where the window is low."""
        if close != self._close:
            self._close = close
            self.changed()

    def show_route(self, route: Route | None) -> None:
        self.setVisible(route is not None)
        if route != self._route:
            self._route = route
            words = "" if route is None else route_words(route, self._look)
            self.setAccessibleName(words)
            self.setToolTip("\n".join([words, *self._names(), self._hint]))
            self.changed()

    @property
    def stops(self) -> tuple[RouteStop, ...]:
        """Those in sight, in the order of the route."""
        if self._route is None:
            return ()
        stops = self._route.stops
        here = next((n for n, one in enumerate(stops) if is_here(one)), len(stops) - 1)
        first = max(0, min(here - 1, len(stops) - MOST))
        return stops[first : first + MOST]

    def focus_radius(self) -> float:
        return float(self.theme.radius("button"))

    def sizeHint(self) -> QSize:
        if self._close:
            return QSize(300, _CLOSE_PX)
        line = style_of(self.theme, self.theme.font("small")).pitch
        return QSize(300, round(_NAME_TOP + line + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def text_rects(self) -> list[TextSpot]:
        spots: list[TextSpot] = []
        for place, stop in enumerate(() if self._close else self.stops):
            rect = self._name_rect(place)
            spot = self._name(stop, rect).spot(rect)
            # A long name ends with an ellipsis; the dialog of the route has it whole.
            spots.append(TextSpot(spot.text, spot.ink, spot.missing_glyphs, cut=False))
        return spots

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stops = self.stops
        if not stops:
            return
        painter.setPen(QPen(theme.color("outline"), _LINE))
        first, last = self._center(0), self._center(len(stops) - 1)
        painter.drawLine(first, last)
        for place, stop in enumerate(stops):
            self._paint_stop(painter, self._center(place), stop)
            if self._close:
                continue
            rect = self._name_rect(place)
            ink = theme.color("text" if is_here(stop) else "second_text")
            self._name(stop, rect).draw(painter, rect, ink)

    def _paint_stop(self, painter: QPainter, center: QPointF, stop: RouteStop) -> None:
        theme = self.theme
        if stop.status is StopStatus.COMPLETED:
            paint_bead(painter, center, _SMALL, theme.color("action"))
            return
        size = _LARGE if is_here(stop) else _SMALL
        paint_bead(painter, center, size, theme.color("card"))
        color = theme.color("action" if is_here(stop) else "outline")
        paint_ring(painter, center, size, color, 4.0 if is_here(stop) else _LINE)

    def _names(self) -> list[str]:
        stops = () if self._route is None else self._route.stops
        return [self._look.wording.name(one.names) for one in stops]

    def _center(self, place: int) -> QPointF:
        width = self.width() / max(1, len(self.stops))
        x = width * (place + 0.5)
        return QPointF(self.width() - x if self.runs_rtl else x, _TOP)

    def _name_rect(self, place: int) -> QRectF:
        width = self.width() / max(1, len(self.stops))
        rect = QRectF(0, _NAME_TOP, width - 6, self.height() - _NAME_TOP)
        rect.moveCenter(QPointF(self._center(place).x(), rect.center().y()))
        return rect

    def _name(self, stop: RouteStop, rect: QRectF) -> TextBlock:
        font = self.theme.font("small", bold=is_here(stop))
        style = style_of(self.theme, font, Qt.AlignmentFlag.AlignHCenter)
        words = self._look.wording.name(stop.names)
        return TextBlock(words, style, max(1.0, rect.width()), max_lines=1)


def is_here(stop: RouteStop) -> bool:
    """Whether the patient is at this clinic, or is to go there now."""
    return stop.status in (StopStatus.IN_QUEUE, StopStatus.READY)


def route_words(route: Route, look: Look) -> str:
    """The exam and how far the patient is, in a line."""
    number = look.wording.number
    far = translate("Staff", "{done} of {total} clinics done")
    far = far.format(done=number(route.done), total=number(route.total))
    return f"{look.wording.name(route.names)} · {far}"
