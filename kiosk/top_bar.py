"""The bar above every screen: mark, site, clock, and the link only when it is lost."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.feed import Link
from kiosk.fitting import Setting
from kiosk.look import Look
from kiosk.sentence import Sentence
from ui.shapes import MARK_RATIO, paint_mark
from ui.widgets.clock import Clock
from ui.widgets.link_badge import LinkBadge
from ui.widgets.themed import ThemedButton

HEIGHT = 150
LOW_HEIGHT = 120
MARK_PX = 60
TOUCH_PX = 96
BESIDE = 12
"""The site's name stands so far beyond what staff touch, that a message may lie over it."""


class MarkButton(ThemedButton):
    """The mark of Dawr; staff touch it to leave. To patients it does not look like a button."""

    def __init__(self, look: Look, *, dark: bool) -> None:
        super().__init__(look.theme.on_dark() if dark else look.theme)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(look.px(TOUCH_PX), look.px(TOUCH_PX))
        self.setAccessibleName("Dawr")

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        height = self._look.px(MARK_PX)
        width = height * MARK_RATIO
        left = self.width() - width if self._look.rtl else 0.0
        place = QRectF(left, (self.height() - height) / 2, width, height)
        color = self.theme.color
        paint_mark(QPainter(self), place, color("mark"), color("mark_bead"))


class TopBar(QWidget):
    """Shows the site and the time; `mark` is the staff's way out."""

    def __init__(self, look: Look, site: str, *, dark: bool = False) -> None:
        super().__init__()
        self._look = look
        self.setLayoutDirection(look.direction)
        self.mark = MarkButton(look, dark=dark)
        # in lower reach nothing above can be touched
        self.mark.setEnabled(not look.lower)
        px = look.px
        name = Setting(look.theme.px("tile_name"), bold=True, lines=1, least=0.6)
        self.site = Sentence(look, site, name, dark=dark)
        theme = look.theme.on_dark() if dark else look.theme
        self.clock = Clock(theme, self._now, role="fact", digits=look.digits)
        self.badge = LinkBadge(theme)
        layout = QHBoxLayout(self)
        start, end = px(64), px(56)
        edges = (end, start) if look.rtl else (start, end)
        layout.setContentsMargins(edges[0], 0, edges[1], 0)
        layout.setSpacing(px(28))
        layout.addWidget(self.mark)
        layout.addSpacing(-px(TOUCH_PX - MARK_PX - BESIDE))
        layout.addWidget(self.site, 1)
        layout.addWidget(self.badge)
        layout.addWidget(self.clock)
        self.setFixedHeight(px(HEIGHT if look.portrait else LOW_HEIGHT))

    def show_site(self, site: str) -> None:
        self.site.set_text(site)

    def show_link(self, link: Link, lost_at: dt.datetime | None) -> None:
        """The badge is there only while the link is lost; `lost_at` is when that was noticed."""
        self.badge.set_since("" if lost_at is None else self._look.time(lost_at))
        self.badge.show_link(link)

    def _now(self) -> dt.datetime:
        return dt.datetime.now(ZoneInfo(self._look.zone))
