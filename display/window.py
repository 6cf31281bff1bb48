"""The waiting-room window: it hears the feed, keeps calls, counts and time, and hands views values.

It needs no database and no credential. What it shows while the link is lost is what it last heard.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from display.announcer import Announcer
from display.banner import BannerValue
from display.bar import BarValue
from display.called import called
from display.calls import Calls
from display.clinics import ClinicsValue
from display.counts import Counts
from display.history import SHOWN
from display.settings import DisplaySettings
from display.siteclock import SiteClock
from display.wall import Wall
from display.words import Tongues
from domain.feed import Link, QueueUpdate, Snapshot
from domain.names import Names
from domain.tickets import Catalogue
from ui.theme import tokens

TICK_MS = 1000
"""How often the wall looks at the clock: for the minute, and for the turn of the day."""
MOST_LANGUAGES = 2


class DisplayFeed(Protocol):
    """The part of ui.feed.Feed this window needs; tests hand in a smaller one."""

    catalogue_changed: SignalInstance
    snapshot: SignalInstance
    updated: SignalInstance
    link_changed: SignalInstance


class DisplayWindow(QWidget):
    """The wall. Whoever makes it starts the feed after it, and stops it."""

    def __init__(
        self, feed: DisplayFeed, settings: DisplaySettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Dawr")
        self._settings = settings
        self._clock = SiteClock(settings.clocks)
        self._calls = Calls()
        self._counts = Counts(settings.clinics)
        self._catalogue: Catalogue | None = None
        self._link = Link.CONNECTING
        self._stale = False
        self._lost_at: dt.datetime | None = None
        self._day_began: dt.datetime | None = None
        tongues = Tongues(settings.languages[:MOST_LANGUAGES], settings.digits)
        self.wall = Wall(tongues, motion=settings.motion, parent=self)
        self.wall.ticker.show_sentence(settings.ticker)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.wall)
        self.announcer = Announcer(self._calls, self._clock, settings.voice, self)
        self.announcer.changed.connect(self._show_calls)
        self._follow(feed)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.pass_time)
        self._tick.start()
        self.pass_time()

    def _follow(self, feed: DisplayFeed) -> None:
        feed.catalogue_changed.connect(self.show_catalogue)
        feed.snapshot.connect(self.show_snapshot)
        feed.updated.connect(self.show_update)
        feed.link_changed.connect(self.show_link)

    def changeEvent(self, event: QEvent) -> None:
        """A wall that fills its screen shows no pointer."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            full = self.isFullScreen()
            shape = Qt.CursorShape.BlankCursor if full else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    @Slot(object)
    def show_catalogue(self, catalogue: Catalogue) -> None:
        """Take the site's names, clock and languages, and its clinics."""
        self._catalogue = catalogue
        site = catalogue.site
        self._clock.settle(site.time_zone, site.day_turns_at)
        self._counts.take_catalogue(catalogue)
        if site.languages:
            languages = site.languages[:MOST_LANGUAGES]
            self.wall.speak(Tongues(languages, self._settings.digits))
        self.pass_time()

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the state whole; calls in it that were missed are announced while they are fresh."""
        self._clock.set(snapshot.at)
        self._begin_day_if_due()
        self._counts.resync(snapshot)
        self._calls.resync(snapshot, self._clock.now())
        self.pass_time()

    @Slot(object)
    def show_update(self, update: QueueUpdate) -> None:
        """Take one change: a call waits for its turn on the banner, a count is replaced."""
        self._clock.reached(update.at)
        self._begin_day_if_due()
        self._counts.take(update)
        self._calls.take(update, self._clock.now())
        self.pass_time()

    @Slot(object)
    def show_link(self, link: Link) -> None:
        """Admit a lost link until the server is heard again; a new attempt alone proves nothing."""
        self._link = link
        if link is Link.STALE and not self._stale:
            silence = dt.timedelta(seconds=tokens()["time_s"]["link_stale"])
            self._lost_at = None if self._catalogue is None else self._clock.now() - silence
        if link is not Link.CONNECTING:
            self._stale = link is Link.STALE
        self.announcer.silent = self._stale
        self.wall.notice.show_lost(self._local_loss())
        self.pass_time()

    @Slot()
    def pass_time(self) -> None:
        """Look at the clock: turn the day if it is due, announce who is next, show what changed."""
        self._begin_day_if_due()
        self.announcer.advance()
        self._show_rest()

    def _begin_day_if_due(self) -> None:
        began = self._clock.day_began_at()
        if began != self._day_began:
            self._day_began = began
            self._calls.begin_day(began)

    @Slot()
    def _show_calls(self) -> None:
        board = self._calls.board(SHOWN)
        call = None if board.banner is None else called(board.banner, self._catalogue)
        new = board.banner if board.announcing else None
        hours = self._settings.opening_hours
        self.wall.banner.show_banner(BannerValue(call, new, self._stale, hours))
        history = tuple(called(each, self._catalogue) for each in board.history)
        self.wall.history.show_calls(history)

    def _show_rest(self) -> None:
        now = self._clock.local().replace(second=0, microsecond=0)
        site: Names = {} if self._catalogue is None else self._catalogue.site.names
        link = Link.STALE if self._stale else self._link
        self.wall.bar.show_bar(BarValue(now, site, link, self._local_loss()))
        clinics = self._counts.shown()
        self.wall.clinics.show_clinics(ClinicsValue(clinics, self._clock.zone, self._stale))
        has_calls = self._calls.board(SHOWN).banner is not None
        self.wall.make_room(stale=self._stale, calls=has_calls, clinics=bool(clinics))
        self.wall.ticker.pass_time(self._clock.elapsed())

    def _local_loss(self) -> dt.datetime | None:
        return None if self._lost_at is None else self._clock.local(self._lost_at)
