"""The patient's route as beads on a line: done, here, still to come. Pressed, it can be changed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.routes import Route, RouteStop, StopStatus
from staff.look import Look
from staff.words import translate
from ui.shapes import paint_bead, paint_ring
from ui.text import TextBlock, TextSpot, draw_number, number_width, style_of
from ui.widgets.painting import outline_pen
from ui.widgets.themed import ThemedButton

MOST, FEWEST = 5, 3
"""Stops side by side: the one before, the one now, and those that follow; fewer for long names."""
_BEAD_PX = 40.0
"""Of a bead without a name: then there is place for more of them."""
_LINES = 2
"""Of a name at most."""
_SMALL, _LARGE, _TOP, _LINE = 14.0, 22.0, 14.0, 2.0
_NAME_TOP, _GAP, _MORE = 28.0, 6.0, 34.0
_CLOSE_PX = 28
"""Of the beads alone, where the window is low; their names stand in the tool tip."""


@dataclass(frozen=True, slots=True)
class InSight:
    """The stops that are shown, and how many there are before and after them."""

    stops: tuple[RouteStop, ...]
    before: int
    after: int


class RouteStrand(ThemedButton):
    """Hidden for a patient without a route. The strand runs in the reading direction.

    Names stand below the beads as far as there is room for them: long ones in two lines, or fewer
    of them. Where the route goes on, so does the line, with the number of clinics not shown.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._route: Route | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._hint = translate("Staff", "Change the route (Ctrl+E)")
        self.hide()

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
        return self.seen.stops

    @property
    def seen(self) -> InSight:
        return self._in_sight(self.lines)

    @property
    def lines(self) -> int:
        """So many lines of a name there is room for; none where the beads stand alone."""
        return next((n for n in range(_LINES, 0, -1) if self.height() >= self._height(n)), 0)

    def focus_radius(self) -> float:
        return float(self.theme.radius("button"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        seen = self._in_sight(_LINES)
        width = self._name_px(seen)
        lines = max((self._name(one, width).line_count for one in seen.stops), default=1)
        return QSize(300, self._height(lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _CLOSE_PX)

    def text_rects(self) -> list[TextSpot]:
        lines = self.lines
        if not lines:
            return []
        seen = self._in_sight(lines)
        spots: list[TextSpot] = []
        for place in range(len(seen.stops)):
            name, rect = self._placed(seen, place, lines)
            spot = name.spot(rect)
            # A very long name ends with an ellipsis; the dialog of the route has it whole.
            cut = spot.cut and len(seen.stops) > FEWEST
            spots.append(TextSpot(spot.text, spot.ink, spot.missing_glyphs, cut))
        return spots

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self.lines
        seen = self._in_sight(lines)
        if not seen.stops:
            return
        painter.setPen(QPen(theme.color("outline"), _LINE))
        painter.drawLine(self._center(seen, 0), self._center(seen, len(seen.stops) - 1))
        self._paint_more(painter, seen)
        for place, stop in enumerate(seen.stops):
            self._paint_stop(painter, self._center(seen, place), stop)
            if lines:
                name, rect = self._placed(seen, place, lines)
                ink = theme.color("text" if is_here(stop) else "second_text")
                name.draw(painter, rect, ink)

    def _paint_more(self, painter: QPainter, seen: InSight) -> None:
        """The line goes on in dashes to the number of clinics that are not in sight."""
        theme = self.theme
        dashes = outline_pen(theme.color("outline"), _LINE, dashed=True)
        font, color = theme.number_font("small"), theme.color("second_text")
        for more, place, edge in (
            (seen.before, 0, _MORE / 2),
            (seen.after, len(seen.stops) - 1, self.width() - _MORE / 2),
        ):
            if not more:
                continue
            words = f"+{self._look.wording.number(more)}"
            room = QRectF(0, 0, number_width(words, font) + 2 * _GAP, 2 * _TOP)
            room.moveCenter(QPointF(self._turned(edge), _TOP))
            bead = self._center(seen, place)
            near = room.right() if bead.x() > room.right() else room.left()
            painter.setPen(dashes)
            painter.drawLine(bead, QPointF(near, _TOP))
            draw_number(painter, words, font, room, color)

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

    def _in_sight(self, lines: int) -> InSight:
        """As many stops as there is width for, with names in so many lines or without."""
        if not lines:
            return self._around_here(max(MOST, int((self.width() - 2 * _MORE) // _BEAD_PX)))
        seen = self._around_here(MOST)
        for count in range(MOST - 1, FEWEST - 1, -1):
            width = self._name_px(seen)
            names = [self._name(one, width, lines) for one in seen.stops]
            if not any(name.elided or name.overflows for name in names):
                break
            seen = self._around_here(count)
        return seen

    def _around_here(self, count: int) -> InSight:
        stops = () if self._route is None else self._route.stops
        here = next((n for n, one in enumerate(stops) if is_here(one)), len(stops) - 1)
        first = max(0, min(here - 1, len(stops) - count))
        shown = stops[first : first + count]
        return InSight(shown, first, len(stops) - first - len(shown))

    def _height(self, lines: int) -> int:
        pitch = style_of(self.theme, self.theme.font("small")).pitch
        return math.ceil(_NAME_TOP + lines * pitch + 3)

    def _center(self, seen: InSight, place: int) -> QPointF:
        lead, width = self._slots(seen)
        return QPointF(self._turned(lead + width * (place + 0.5)), _TOP)

    def _slots(self, seen: InSight) -> tuple[float, float]:
        """Where the first stop's part begins, and how wide each is."""
        lead, tail = (_MORE if more else 0.0 for more in (seen.before, seen.after))
        return lead, (self.width() - lead - tail) / max(1, len(seen.stops))

    def _turned(self, x: float) -> float:
        return self.width() - x if self.runs_rtl else x

    def _name_px(self, seen: InSight) -> float:
        return max(1.0, self._slots(seen)[1] - _GAP)

    def _placed(self, seen: InSight, place: int, lines: int) -> tuple[TextBlock, QRectF]:
        """A name and where it stands; each begins on the same line."""
        width = self._name_px(seen)
        name = self._name(seen.stops[place], width, lines)
        height = name.line_count * name.style.pitch
        left = self._center(seen, place).x() - width / 2
        return name, QRectF(left, _NAME_TOP, width, height)

    def _name(self, stop: RouteStop, width: float, lines: int = _LINES) -> TextBlock:
        font = self.theme.font("small", bold=is_here(stop))
        style = style_of(self.theme, font, Qt.AlignmentFlag.AlignHCenter)
        words = self._look.wording.name(stop.names)
        return TextBlock(words, style, width, max_lines=lines)


def is_here(stop: RouteStop) -> bool:
    """Whether the patient is at this clinic, or is to go there now."""
    return stop.status in (StopStatus.IN_QUEUE, StopStatus.READY)


def route_words(route: Route, look: Look) -> str:
    """The exam and how far the patient is, in a line."""
    number = look.wording.number
    far = translate("Staff", "{done} of {total} clinics done")
    far = far.format(done=number(route.done), total=number(route.total))
    return f"{look.wording.name(route.names)} · {far}"
