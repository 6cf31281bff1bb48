"""The patient's window: the screen for where the visit is, and back to the start by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from domain.feed import Link
from domain.ports import KioskPort
from domain.tickets import Catalogue
from kiosk import words
from kiosk.clinic_page import ClinicPage
from kiosk.clinics import Clinics, KioskFeed, Offer
from kiosk.help_call import HelpCall
from kiosk.look import Look
from kiosk.needs import QUESTIONS, Step, needs_of
from kiosk.out_page import OutPage
from kiosk.overlays import Overlays
from kiosk.pages import Pages
from kiosk.patience import Patience
from kiosk.pressing import Pressing
from kiosk.printing import Paper, Printing
from kiosk.rail import Rail
from kiosk.reading import Reading
from kiosk.readings import READINGS
from kiosk.scanner import Scanner
from kiosk.screen import Screen
from kiosk.settings import KioskSettings
from kiosk.site_look import first_look, languages_of, site_name
from kiosk.staff_code import StaffCode
from kiosk.store_watch import StoreWatch
from kiosk.ticket_page import TicketPage
from kiosk.top_bar import TopBar
from kiosk.touches import Touches
from kiosk.veil import Veil
from kiosk.visit import Visit
from ui.tasks import Tasks
from ui.widgets.toast import Toast

LEAVE_KEY = Qt.Key.Key_F10
LEAVE_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class KioskWindow(QWidget):
    """Put together from the parts that know; keeps the look and the screen of the moment.

    A close event does nothing: staff leave with their code (touch the mark, or Ctrl+Shift+F10), and
    the program with `leave`.

    Signals:
        left: staff have given their code, or the program asked; the window is closed.
    """

    left = Signal()

    def __init__(
        self,
        port: KioskPort,
        feed: KioskFeed,
        tasks: Tasks,
        settings: KioskSettings,
        *,
        print_tasks: Tasks | None = None,
    ) -> None:
        """`print_tasks` keeps a slow printer from holding up the database's answers."""
        super().__init__(windowTitle="Dawr")
        self.settings = settings
        self._may_leave = False
        self.clinics = Clinics(feed, self)
        self._watch = StoreWatch(port, tasks, settings.check_s, settings.retry_s, self)
        pressing = Pressing(tasks, settings.retry_s, settings.lost_answer_s, self)
        self.visit = Visit(port, pressing, self)
        self._printing = Printing(port, print_tasks or tasks, settings.printer, self)
        self._pages = Pages(settings, self.visit, self.clinics, self._printing, self)
        self._scanner = Scanner(self)
        self._reading = Reading(settings.voice)
        self._help = HelpCall(port, tasks, self)
        self._patience = Patience(settings, self)
        self._veil = Veil(self, settings.settle_ms)
        self._touches = Touches(self)
        self._away_since: dt.datetime | None = None
        self._knows_site = False
        self._screen: Screen | None = None
        self._toast: Toast | None = None
        self._look = self._first_look()
        self.overlays = Overlays(self, self._look, StaffCode(settings.exit_code))
        self._prepare()
        self._wire(pressing)

    # -- for the program ---------------------------------------------------------------------

    def show_full_screen(self) -> None:
        """Cover the whole screen; said twice, as without a window manager once was not enough."""
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        area = self.screen().geometry()
        self.setGeometry(area)
        self.showFullScreen()
        self.setGeometry(area)

    def leave(self) -> None:
        """Close for good; the only way a close is let through."""
        if self._may_leave:
            return
        self._may_leave = True
        self.close()
        self.left.emit()

    @Slot()
    def begin_again(self) -> None:
        """Back to the first screen for the next patient; nothing of this one is kept."""
        self._patience.stop()
        self.overlays.close()
        if self._toast is not None:
            self._toast.hide()
        self._scanner.forget()
        self._printing.forget()
        self._reading.turn(on=False)
        self._look = self._first_look()
        self.visit.forget()

    # -- putting together --------------------------------------------------------------------

    def _prepare(self) -> None:
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self.settings.hide_cursor:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _wire(self, pressing: Pressing) -> None:
        self.visit.changed.connect(self._enter)
        self.clinics.changed.connect(self._show_offers)
        self.clinics.link_changed.connect(self._show_link)
        self._watch.reached.connect(self._reached)
        self._watch.away.connect(self._away)
        pressing.lost.connect(self._watch.lost)
        self._printing.changed.connect(self._show_paper)
        self._help.told.connect(self._say_told)
        self._help.failed.connect(self._say_not_told)
        self._patience.asked.connect(self.overlays.ask_whether_there)
        self._patience.over.connect(self.begin_again)
        self._touches.touched.connect(self._touched)
        self._scanner.scanned.connect(self._pages.take_reading)
        self._scanner.unreadable.connect(self._unreadable)
        pages = self._pages
        pages.started.connect(self.start)
        overlays = self.overlays
        pages.unavailable.connect(overlays.say_why_not)
        pages.gender_asked.connect(overlays.ask_gender)
        overlays.stayed.connect(self._patience.somebody_is_there)
        overlays.restarted.connect(self.begin_again)
        overlays.language_chosen.connect(self._take_language)
        overlays.clinic_agreed.connect(pages.agree_to_clinic)
        overlays.code_right.connect(self.leave)
        pages.over.connect(self.begin_again)

    def _first_look(self) -> Look:
        size = self.size() if self.isVisible() else QSize()
        return first_look(self.settings, self.clinics.catalogue, size)

    def _languages(self) -> tuple[str, ...]:
        return languages_of(self.settings, self.clinics.catalogue)

    def _site_name(self) -> str:
        return site_name(self.clinics.catalogue, self._look.language)

    # -- the screen --------------------------------------------------------------------------

    def _show(self, *, turn: bool = False) -> None:
        """Make the screen anew from the values of now; `turn` says that it is another page."""
        if self._look.size.isEmpty() or not self.isVisible():
            return
        old = self._screen
        before = old.grab() if turn and old is not None and self._look.motion else None
        self.overlays.look = self._look
        screen = self._make_screen()
        screen.setParent(self)
        screen.setGeometry(self.rect())
        if old is not None:
            old.hide()
            old.deleteLater()
        self._screen = screen
        screen.show()
        self._toast = Toast(self._look.theme, screen.stage, at=screen.message_place)
        self._show_link(self.clinics.link)
        self._show_help_pending()
        if turn:
            self._veil.cover(before, rtl=self._look.rtl)
            self._read()
        self.overlays.on_top()

    def _make_screen(self) -> Screen:
        look = self._look
        page = self._pages.make(look, self._languages(), self._away_since)
        out = isinstance(page, OutPage)
        home = self.visit.step is Step.HOME and not out and self.clinics.catalogue is not None
        back = not out and self.visit.step in QUESTIONS
        bar = TopBar(look, self._site_name(), dark=home)
        bar.mark.clicked.connect(self.ask_staff_code)
        reading = self._reading.is_on if self._reading.is_possible else None
        rail = Rail(look, self._languages(), reading=reading, back=back, dark=home, choosing=home)
        rail.touched.connect(self._grant)
        return Screen(look, bar, page, rail, dark=home)

    @property
    def look(self) -> Look:
        """How it looks and speaks now."""
        return self._look

    @property
    def page(self) -> QWidget | None:
        """The page shown now."""
        return None if self._screen is None else self._screen.page

    def _read(self) -> None:
        sentences = getattr(self.page, "sentences", None)
        if sentences is not None:
            self._reading.read(self._look.language, sentences())

    @Slot(object)
    def _enter(self, step: Step) -> None:
        """The visit is at another question."""
        self.overlays.close()
        self._scanner.expect(READINGS.get(step))
        if step is Step.TICKET:
            self._pages.print_ticket()
        self._patience.stop()
        self._touched()
        self._show(turn=True)

    @Slot(object)
    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        if not self._knows_site and self.clinics.catalogue is not None:
            self._meet_site()
        elif self._screen is not None:
            self._screen.bar.show_site(self._site_name())
            if isinstance(self.page, ClinicPage):
                self.page.show_offers(offers)

    def _meet_site(self) -> None:
        """The first catalogue, from database or feed: now its language and clock are known."""
        self._knows_site = True
        self._look = self._first_look()
        self._show(turn=True)

    @Slot(object)
    def _show_link(self, link: Link) -> None:
        if self._screen is not None:
            self._screen.bar.show_link(link, self.clinics.lost_at)

    @Slot(object)
    def _show_paper(self, paper: Paper) -> None:
        if isinstance(self.page, TicketPage):
            self.page.show_paper(paper)

    # -- the database ------------------------------------------------------------------------

    @Slot(object)
    def _reached(self, catalogue: Catalogue) -> None:
        back = self._away_since is not None
        self._away_since = None
        self.clinics.take_site(catalogue)
        if back:
            self._touched()
            self._show(turn=True)

    @Slot(object)
    def _away(self, tried_at: dt.datetime) -> None:
        was_here = self._away_since is None
        self._away_since = tried_at
        if isinstance(self.page, OutPage):
            self.page.show_try(tried_at)
        elif was_here:
            self.overlays.close()
            self._touched()
            self._show(turn=True)

    # -- the patient's wishes ----------------------------------------------------------------

    @Slot(str)
    def start(self, language: str) -> None:
        self._look = self._look.speaking(language)
        self.visit.start(needs_of(self.clinics.catalogue, self.settings.gender))
        self._watch.check()

    @Slot(str)
    def _grant(self, wish: str) -> None:
        """A button of the help rail was touched."""
        look = self._look
        wishes: dict[str, Callable[[], None]] = {
            "larger": partial(self.restyle, replace(look, larger=not look.larger)),
            "contrast": partial(self.restyle, replace(look, contrast=not look.contrast)),
            "lower": partial(self.restyle, replace(look, lower=not look.lower)),
            "read": self._turn_reading,
            "help": self.ask_for_help,
            "language": partial(self.overlays.ask_language, self._languages()),
            "back": self.visit.go_back,
        }
        wishes[wish]()

    def _turn_reading(self) -> None:
        self._reading.turn(on=not self._reading.is_on)
        self._show()
        self._read()

    def restyle(self, look: Look) -> None:
        """Show the same in another look."""
        self._look = look
        self._show()

    @Slot()
    def ask_for_help(self) -> None:
        self._help.ask()
        self._show_help_pending()

    @Slot()
    def _say_told(self) -> None:
        self._show_help_pending()
        if self._toast is not None:
            self._toast.say(self._look.say(words.HELP_CALLED))

    @Slot()
    def _say_not_told(self) -> None:
        self._show_help_pending()
        if self._toast is not None:
            self._toast.say_error(self._look.say(words.HELP_FAILED))

    def _show_help_pending(self) -> None:
        if self._screen is not None:
            self._screen.rail.buttons["help"].set_waiting(self._help.is_pending)

    @Slot()
    def ask_staff_code(self) -> None:
        """Ask for the code that leaves the kiosk; without one there is no way out by touch."""
        if self.settings.exit_code is not None:
            self.overlays.ask_staff_code()

    @Slot(str)
    def _take_language(self, language: str) -> None:
        self.restyle(self._look.speaking(language))

    # -- somebody is there -------------------------------------------------------------------

    @Slot()
    def _touched(self) -> None:
        """Begin to wait anew, for as long as the step of the visit waits."""
        self._patience.wait(self.visit.step, away=self._away_since is not None)

    @Slot()
    def _unreadable(self) -> None:
        say = getattr(self.page, "say_unreadable", None)
        if say is not None:
            say()

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A card reader's keys, and the staff's chord; no other key does anything."""
        event.accept()
        if event.key() == LEAVE_KEY and event.modifiers() == LEAVE_CHORD:
            self.ask_staff_code()
        elif not self.overlays.is_open and not isinstance(self.page, OutPage):
            self._scanner.hear(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.size() != self._look.size:
            self._look = replace(self._look, size=self.size())
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look = replace(self._look, size=self.size())
        self._touches.names_first = self._reading.names_first
        self._touches.begin()
        self._show()
        self._watch.check()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._touches.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave:
            event.ignore()
            return
        self.overlays.close()
        self._watch.stop()
        self._patience.stop()
        self._veil.stop()
        self.visit.changed.disconnect(self._enter)
        self.visit.forget()
        event.accept()
