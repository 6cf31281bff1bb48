"""The strip that admits a lost link: since when, and where to ask."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter

from display.pieces import Icon, Placed, Row, first_that_fits, place_row, words
from display.wallview import WallView
from display.words import LINK_LOST, NEVER_LINKED
from ui.widgets.painting import Look, paint_box

_ICON = 78
_OUTLINE = 6
_RING = 4


class NoticeView(WallView):
    """Says in both languages that the numbers below may be old."""

    _since: dt.datetime | None = None

    @Slot(object)
    def show_lost(self, since: dt.datetime | None) -> None:
        """Name the local time of the loss; None when there never was a link."""
        self._since = since
        self.changed()

    def paint_ground(self, painter: QPainter) -> None:
        theme = self.theme
        ring, whole = theme.scaled(_RING), QRectF(self.rect())
        soft, ink = theme.color("attention_soft"), theme.color("on_attention_soft")
        paint_box(painter, whole, theme.radius("clinic") + ring, Look(soft, soft, 0, ink))
        inner = whole.adjusted(ring, ring, -ring, -ring)
        paint_box(
            painter, inner, theme.radius("clinic"), Look(soft, ink, theme.scaled(_OUTLINE), ink)
        )

    def lay_out(self) -> list[Placed]:
        theme = self.theme
        pad = theme.space(3) + theme.scaled(_RING)
        inside = QRectF(self.rect()).adjusted(pad, 0, -pad, 0)
        sizes = (38, 36, 34, 32, 30, 28, 26)
        rows = (self._row(theme.scaled(px)) for px in sizes)
        return place_row(first_that_fits(rows, inside.width()), inside, rtl=theme.is_rtl)

    def _row(self, px: int) -> Row:
        theme, ink = self.theme, self.theme.color("on_attention_soft")
        if self._since is None:
            lines = self.tongues.say(NEVER_LINKED)
        else:
            lines = self.tongues.say(LINK_LOST, time=self.tongues.time(self._since))
        row: Row = [(0.0, Icon("link-lost", theme.scaled(_ICON), ink, theme.is_rtl))]
        for language, text in lines:
            chunk = words(theme.speaking(language), text, theme.font_px(px, bold=True), ink)
            row.append((theme.space(2), chunk))
        return row
