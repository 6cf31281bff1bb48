"""The top of the wall: mark, the site's name, state of the link, date and clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter

from display.door import figure_font
from display.pieces import (
    Number,
    Placed,
    Row,
    first_that_fits,
    in_both,
    mirrored,
    place_row,
    place_row_at_end,
    row_width,
    words,
)
from display.wallview import WallView
from domain.feed import Link
from domain.names import Names
from ui.languages import format_date, in_digits
from ui.shapes import paint_mark
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.pill import PillFace, paint_pill, pill_size, pill_spot
from ui.words import LINK_CONNECTING, LINK_LIVE, LINK_LOST, LINK_NEVER, word

_MARK = (8, 12, 49, 56)
_AFTER_MARK = 80


@dataclass(frozen=True, slots=True)
class BarValue:
    """What the bar says. `now` and `lost_at`, when the link was lost if it was, are local."""

    now: dt.datetime
    site: Names = field(default_factory=dict)
    link: Link = Link.CONNECTING
    lost_at: dt.datetime | None = None


class BarView(WallView):
    """Paints the last value it was handed."""

    _value: BarValue | None = None

    @Slot(object)
    def show_bar(self, value: BarValue) -> None:
        """Show the time to the minute, the site and the link; the same value costs nothing."""
        if value != self._value:
            self._value = value
            self.changed()

    def paint_ground(self, painter: QPainter) -> None:
        theme, whole = self.theme, QRectF(self.rect())
        box = QRectF(*(theme.scaled(each) for each in _MARK))
        paint_mark(
            painter,
            mirrored(box, whole, rtl=theme.is_rtl),
            theme.color("mark"),
            theme.color("mark_bead"),
        )

    def lay_out(self) -> list[Placed]:
        value = self._value
        if value is None:
            return []
        whole, rtl = QRectF(self.rect()), self.theme.is_rtl
        end = self._end(value)
        after = self.theme.scaled(_AFTER_MARK)
        room = whole.width() - after - row_width(end) - self.theme.space(4)
        names = first_that_fits(self._names(value.site, room), room)
        start = mirrored(QRectF(after, 0, whole.width() - after, whole.height()), whole, rtl=rtl)
        return place_row(names, start, rtl=rtl) + place_row_at_end(end, whole, rtl=rtl)

    def _names(self, site: Names, room: float) -> list[Row]:
        """The site's names, the best way first: smaller, then in one language, then cut."""
        lines = self.tongues.names(site)
        colors = self.theme.color("text"), self.theme.color("second_text")
        full, least = self.theme.px("site"), self.theme.px("ticker")
        rows = [in_both(self.theme, lines, px, colors) for px in (full, least)]
        rows.append(in_both(self.theme, lines[:1], least, colors))
        font = self.theme.font_px(least, bold=True)
        rows.append([(0.0, words(self.theme, lines[0][1], font, colors[0], room))])
        return rows

    def _end(self, value: BarValue) -> Row:
        theme, second = self.theme, self.theme.color("second_text")
        date = format_date(value.now.date(), self.tongues.first, self.tongues.digits)
        clock = in_digits(f"{value.now:%H:%M}", self.tongues.digits)
        rows: Row = [(0.0, self._badge(value))]
        rows.append((theme.space(3), words(theme, date, theme.font("ticker"), second)))
        number = Number(clock, figure_font(theme, clock, theme.px("clock")), theme.color("text"))
        rows.append((theme.space(3), number))
        return rows

    def _badge(self, value: BarValue) -> _Pill:
        language = self.tongues.first
        if value.link is Link.LIVE:
            face = PillFace("link-live", word(language, LINK_LIVE), "soft", "second_text")
        elif value.link is Link.CONNECTING:
            said = word(language, LINK_CONNECTING)
            face = PillFace("clock", said, "off", "second_text", "outline_off", dashed=True)
        else:
            lost, soft, ink = self._lost(value), "attention_soft", "on_attention_soft"
            face = PillFace("link-lost", lost, soft, ink, ink)
        return _Pill(self.theme, face)

    def _lost(self, value: BarValue) -> str:
        if value.lost_at is None:
            return word(self.tongues.first, LINK_NEVER)
        said = word(self.tongues.first, LINK_LOST)
        return said.replace("{time}", self.tongues.time(value.lost_at))


@dataclass(frozen=True, slots=True)
class _Pill:
    """The link's badge as a piece of the bar."""

    theme: Theme
    face: PillFace

    @property
    def width(self) -> float:
        return pill_size(self.theme, self.face).width()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        paint_pill(painter, rect, self.theme, self.face, rtl=self.theme.is_rtl)

    def spot(self, rect: QRectF) -> TextSpot | None:
        return pill_spot(rect, self.theme, self.face, rtl=self.theme.is_rtl)
