"""The dark bar on top: mark, site, pages, and at its end the link, the room and the time."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from staff.look import Look
from staff.page_tabs import PageTab, PageTabs
from staff.scene import Scene
from staff.serving_card import room_words
from staff.words import translate
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.link_badge import LinkBadge
from ui.widgets.mark import Mark
from ui.widgets.number_label import NumberLabel
from ui.widgets.themed import ThemedWidget

HEIGHT_PX = 60
DESK, BOOKINGS, ASIDE = 0, 1, 2
"""The pages in reading order."""
SITE_PX = 320
"""A longer name of a site ends with an ellipsis."""


class TitleBar(ThemedWidget):
    """Shows where one is and whether the server is heard.

    Signals:
        page_opened(int): another page was chosen.
        desk_asked(): the person wants to choose room and clinics again.
    """

    page_opened = Signal(int)
    desk_asked = Signal()

    def __init__(self, look: Look, site: str, parent: QWidget | None = None) -> None:
        dark = look.theme.on_dark()
        super().__init__(dark, parent)
        self._look = look
        self.setFixedHeight(HEIGHT_PX)
        self.site = FittingLabel(dark, site, "panel_title", max_lines=1)
        self.site.setMaximumWidth(SITE_PX)
        self.pages = PageTabs(look, self._pages())
        self.badge = LinkBadge(dark)
        self.room = PageTab(dark, "", "room")
        self.room.setCheckable(False)
        self.room.setToolTip(translate("Staff", "Choose room and clinics again"))
        self.time = NumberLabel(dark, "", "list_number", color="text")
        self.pages.opened.connect(self.page_opened)
        self.room.clicked.connect(self.desk_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20, 0)
        row.setSpacing(look.theme.space(4))
        row.addWidget(Mark(dark))
        row.addWidget(self.site)
        row.addSpacing(24)
        row.addWidget(self.pages)
        row.addStretch(1)
        row.addWidget(self.badge)
        row.addWidget(self.room)
        row.addWidget(self.time)
        self.show_choosing()

    def set_site(self, name: str) -> None:
        self.site.set_text(name)

    def show_choosing(self) -> None:
        """No desk is open yet: no pages, no room."""
        self.pages.hide()
        self.room.hide()
        self.time.hide()

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        wording = self._look.wording
        self.pages.show()
        self.room.show()
        self.room.set_words(room_words(scene.desk.room))
        self.badge.show_link(scene.link)
        since = scene.link_since
        self.badge.set_since("" if since is None else wording.bare_time(since))
        self.pages.tabs[ASIDE].set_words(self._aside(scene))
        self.time.setVisible(now is not None)
        if now is not None:
            self.time.set_text(wording.bare_time(now))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.theme.color("bar"))

    def _aside(self, scene: Scene) -> str:
        """The page's name with how many are there, where somebody is or it is not known."""
        words = self._pages()[ASIDE][0]
        aside = 0 if scene.desk_list is None else len(scene.desk_list.aside)
        if aside and not scene.is_connected:
            return f"{words} (?)"
        return f"{words} ({self._look.wording.number(aside)})" if aside else words

    def _pages(self) -> list[tuple[str, str]]:
        return [
            (translate("Staff", "Desk"), "room"),
            (translate("Staff", "Appointments"), "appointment"),
            (translate("Staff", "Held and no-show"), "hold"),
        ]
