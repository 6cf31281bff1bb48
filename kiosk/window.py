"""The patient's window: shows the screen for where the visit is, and goes back to the start by itself."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from domain.feed import Link
from domain.names import name_in
from domain.ports import KioskPort, Press
from domain.tickets import Catalogue, Clinic
from kiosk import dialogs, words
from kiosk.clinic_page import ClinicPage
from kiosk.clinics import Clinics, KioskFeed, Offer
from kiosk.idle import IdleClock
from kiosk.issuing import Issuing
from kiosk.issuing_page import IssuingPage
from kiosk.look import Look
from kiosk.out_page import OutPage
from kiosk.pages import Pages
from kiosk.patient_page import PatientPage
from kiosk.printing import Paper, Printing
from kiosk.rail import Rail
from kiosk.reading import Reading
from kiosk.reasons import Reason
from kiosk.scanner import Scanner
from kiosk.screen import Screen
from kiosk.settings import KioskSettings
from kiosk.staff_code import StaffCode
from kiosk.store_watch import StoreWatch
from kiosk.ticket_page import TicketPage
from kiosk.top_bar import TopBar
from kiosk.touches import Touches
from kiosk.veil import Veil
from kiosk.visit import NEEDS, Need, Step, Visit
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.keypad import Keypad
from ui.widgets.toast import Toast

log = logging.getLogger(__name__)

LEAVE_KEY = Qt.Key.Key_F10
LEAVE_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
UNASKED = frozenset({Step.HOME, Step.ISSUING, Step.TICKET})
"""Where nobody is asked "are you still there?": nothing is lost, or an answer or 20 s are waited for."""


class KioskWindow(QWidget):
    """Put together from the parts that know; keeps the look, the screen and the dialog of the moment.

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
        needs: Sequence[Need] = NEEDS,
        print_tasks: Tasks | None = None,
    ) -> None:
        """`print_tasks` keeps a slow printer from holding up the database's answers."""
        super().__init__()
        self._port, self._tasks, self._settings = port, tasks, settings
        self._may_leave = False
        self._clinics = Clinics(feed, self)
        self._watch = StoreWatch(port, tasks, settings.check_s, settings.retry_s, self)
        issuing = Issuing(port, tasks, settings.retry_s, settings.lost_answer_s, self)
        self.visit = Visit(issuing, needs, self)
        self._printing = Printing(port, print_tasks or tasks, settings.printer, self)
        self._pages = Pages(settings, self.visit, self._clinics, self._printing, self)
        self._scanner = Scanner(self)
        self._code = StaffCode(settings.exit_code)
        self._reading = Reading(settings.voice)
        self._idle = IdleClock(settings.idle_ask_s, settings.idle_reset_s, self)
        self._calm = self._timer(settings.idle_ask_s, self.begin_again)
        self._stay = self._timer(settings.ticket_stay_s, self.begin_again)
        self._veil = Veil(self, settings.settle_ms)
        self._touches = Touches(self)
        self._away_since: dt.datetime | None = None
        self._lost_at: dt.datetime | None = None
        self._dialog: Dialog | None = None
        self._screen: Screen | None = None
        self._toast: Toast | None = None
        self._look = self._first_look()
        self._prepare()
        self._wire(issuing)

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
        self._may_leave = True
        if self.close():
            self.left.emit()

    @Slot()
    def begin_again(self) -> None:
        """Back to the first screen for the next patient; nothing of this one is kept."""
        self._idle.stop()
        self._calm.stop()
        self._close_dialog()
        if self._toast is not None:
            self._toast.hide()
        self._scanner.forget()
        self._printing.forget()
        self._reading.turn(on=False)
        self._look = self._first_look()
        self.visit.forget()

    # -- putting together --------------------------------------------------------------------

    def _timer(self, seconds: float, over: object) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.setInterval(round(seconds * 1000))
        timer.timeout.connect(over)  # type: ignore[arg-type]
        return timer

    def _prepare(self) -> None:
        self.setWindowTitle("Dawr")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._settings.hide_cursor:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _wire(self, issuing: Issuing) -> None:
        self.visit.changed.connect(self._enter)
        self._clinics.changed.connect(self._show_offers)
        self._clinics.link_changed.connect(self._show_link)
        self._watch.reached.connect(self._reached)
        self._watch.away.connect(self._away)
        issuing.lost.connect(self._watch.lost)
        self._printing.changed.connect(self._show_paper)
        self._idle.asked.connect(self.ask_whether_there)
        self._idle.over.connect(self.begin_again)
        self._touches.touched.connect(self._touched)
        self._scanner.scanned.connect(self._pages.give_patient)
        self._scanner.unreadable.connect(self._unreadable)
        pages = self._pages
        pages.started.connect(self.start)
        pages.unavailable.connect(self._say_why_not)
        pages.gender_asked.connect(self._ask_gender)
        pages.print_again.connect(self._print)
        pages.over.connect(self.begin_again)

    def _first_look(self) -> Look:
        settings = self._settings
        return Look(
            self._languages()[0],
            self.size() if self.isVisible() else QSize(),
            digits=settings.digits,
            zone=self._zone(),
            motion=settings.motion,
        )

    def _languages(self) -> tuple[str, ...]:
        """The site's languages that this kiosk speaks, the site's first one first."""
        catalogue = self._clinics.catalogue
        spoken = self._settings.languages
        site = catalogue.site.languages if catalogue is not None else ()
        return tuple(each for each in site if each in spoken) or spoken

    def _zone(self) -> str:
        catalogue = self._clinics.catalogue
        return self._settings.time_zone if catalogue is None else catalogue.site.time_zone

    def _site_name(self) -> str:
        catalogue = self._clinics.catalogue
        return "" if catalogue is None else name_in(catalogue.site.names, self._look.language)

    # -- the screen --------------------------------------------------------------------------

    def _show(self, *, turn: bool = False) -> None:
        """Make the screen anew with the look and values of now; `turn` is another page, not another look."""
        if self._look.size.isEmpty() or not self.isVisible():
            return
        old = self._screen
        before = old.grab() if turn and old is not None and self._look.motion else None
        screen = self._make_screen()
        screen.setParent(self)
        screen.setGeometry(self.rect())
        if old is not None:
            old.hide()
            old.deleteLater()
        self._screen = screen
        screen.show()
        self._toast = Toast(self._look.theme, screen.stage)
        self._show_link(self._clinics.link)
        if turn:
            self._veil.cover(before, rtl=self._look.rtl)
            self._read()
        if self._dialog is not None:
            self._dialog.raise_()

    def _make_screen(self) -> Screen:
        look = self._look
        page = self._pages.make(look, self._languages(), self._away_since)
        out = isinstance(page, OutPage)
        home = self.visit.step is Step.HOME and not out and self._clinics.catalogue is not None
        back = not out and self.visit.step in (
            Step.NEED, Step.CLINIC, Step.PATIENT, Step.PRIORITY
        )
        bar = TopBar(look, self._site_name(), dark=home)
        bar.mark.clicked.connect(self.ask_staff_code)
        reading = self._reading.is_on if self._reading.is_possible else None
        rail = Rail(
            look, self._languages(), reading=reading, back=back, dark=home, choosing=home
        )
        for name, wish in self._wishes().items():
            getattr(rail, name).connect(wish)
        return Screen(look, bar, page, rail, dark=home)

    def _wishes(self) -> dict[str, object]:
        return {
            "larger": self._wish_larger,
            "contrast": self._wish_contrast,
            "lower": self._wish_lower,
            "read": self._wish_reading,
            "help": self.ask_for_help,
            "language": self.ask_language,
            "back": self._go_back,
        }

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
        self._close_dialog()
        self._scanner.forget()
        self._stay.stop()
        if step is Step.TICKET:
            self._stay.start()
            self._print()
        self._touched()
        self._show(turn=True)

    @Slot(object)
    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        if self._screen is None:
            return
        self._screen.bar.show_site(self._site_name())
        if isinstance(self.page, ClinicPage):
            self.page.show_offers(offers)

    @Slot(object)
    def _show_link(self, link: Link) -> None:
        if link is not Link.STALE:
            self._lost_at = None
        elif self._lost_at is None:
            self._lost_at = dt.datetime.now(dt.UTC)
        if self._screen is not None:
            self._screen.bar.show_link(link, self._lost_at)

    @Slot(object)
    def _show_paper(self, paper: Paper) -> None:
        if isinstance(self.page, TicketPage):
            self.page.show_paper(paper)

    @Slot()
    def _print(self) -> None:
        ticket, clinic = self.visit.ticket, self._pages.ticket_clinic()
        if ticket is not None and clinic is not None:
            self._printing.print_ticket(ticket, clinic, self._look.language)

    # -- the database ------------------------------------------------------------------------

    @Slot(object)
    def _reached(self, catalogue: Catalogue) -> None:
        unseen = isinstance(self.page, IssuingPage) and self.visit.step is Step.HOME
        first = unseen or self._clinics.catalogue is None  # the feed may have brought it before
        back = self._away_since is not None
        self._away_since = None
        self._clinics.take_catalogue(catalogue)
        if first:
            self._look = replace(
                self._look, language=self._languages()[0], zone=self._zone()
            )
        if first or back:
            self._touched()
            self._show(turn=True)

    @Slot(object)
    def _away(self, tried_at: dt.datetime) -> None:
        was_here = self._away_since is None
        self._away_since = tried_at
        if isinstance(self.page, OutPage):
            self.page.show_try(tried_at)
        elif was_here:
            self._close_dialog()
            self._touched()
            self._show(turn=True)

    # -- the patient's wishes ----------------------------------------------------------------

    @Slot(str)
    def start(self, language: str) -> None:
        self._look = self._look.speaking(language)
        self.visit.start()
        self._watch.check()

    @Slot()
    def _wish_larger(self) -> None:
        self.restyle(replace(self._look, larger=not self._look.larger))

    @Slot()
    def _wish_contrast(self) -> None:
        self.restyle(replace(self._look, contrast=not self._look.contrast))

    @Slot()
    def _wish_lower(self) -> None:
        self.restyle(replace(self._look, lower=not self._look.lower))

    @Slot()
    def _wish_reading(self) -> None:
        self._reading.turn(on=not self._reading.is_on)
        self._show()
        self._read()

    def restyle(self, look: Look) -> None:
        self._look = look
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self.visit.go_back()

    @Slot()
    def ask_for_help(self) -> None:
        if self._screen is not None:
            self._screen.rail.buttons["help"].set_waiting(True)
        self._tasks.run(partial(self._port.ask_for_help, Press()), self._helped, self._unhelped)

    @Slot(object)
    def _helped(self, _nothing: object) -> None:
        self._end_help_wait()
        if self._toast is not None:
            self._toast.say(self._look.say(words.HELP_CALLED))

    @Slot(object)
    def _unhelped(self, error: Exception) -> None:
        log.warning("staff could not be told that help is asked for: %s", type(error).__name__)
        self._end_help_wait()
        if self._toast is not None:
            self._toast.say_error(self._look.say(words.HELP_FAILED))

    def _end_help_wait(self) -> None:
        if self._screen is not None:
            self._screen.rail.buttons["help"].set_waiting(False)

    # -- dialogs -----------------------------------------------------------------------------

    def _open(self, dialog: Dialog, answered: object) -> None:
        self._close_dialog()
        self._dialog = dialog
        dialog.setLayoutDirection(self._look.direction)
        dialog.answered.connect(answered)  # type: ignore[arg-type]
        dialog.open()

    def _close_dialog(self) -> None:
        """Take the dialog away without an answer."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.answered.disconnect()
            dialog.close_with("")

    @Slot(object)
    def ask_whether_there(self, seconds: int) -> None:
        if self._dialog is not None and self._dialog.objectName() == "idle":
            self._dialog.set_text(self._look.say(words.IDLE_TEXT, seconds))
            return
        dialog = dialogs.ask_whether_there(self._look, self, seconds)
        dialog.setObjectName("idle")
        self._open(dialog, self._say_there)

    @Slot(str)
    def _say_there(self, answer: str) -> None:
        self._dialog = None
        if answer == dialogs.RESTART:
            self.begin_again()
        else:
            self._idle.touch()

    @Slot(object, object)
    def _say_why_not(self, clinic: Clinic, why: Reason) -> None:
        self._open(dialogs.say_why_not(self._look, self, clinic, why), self._closed)

    @Slot(str)
    def _closed(self, _answer: str) -> None:
        self._dialog = None

    @Slot(object, object)
    def _ask_gender(self, clinic: Clinic, only: Reason) -> None:
        self._asked_clinic = clinic
        self._open(dialogs.ask_gender(self._look, self, clinic, only), self._answer_gender)

    @Slot(str)
    def _answer_gender(self, answer: str) -> None:
        self._dialog = None
        if answer == dialogs.GO_ON:
            self._pages.choose_clinic(self._asked_clinic, asked=True)

    @Slot()
    def ask_language(self) -> None:
        asked = dialogs.ask_language(self._look, self, self._languages())
        self._open(asked, self._take_language)

    @Slot(str)
    def _take_language(self, language: str) -> None:
        self._dialog = None
        if language:
            self.restyle(self._look.speaking(language))

    @Slot()
    def ask_staff_code(self) -> None:
        """Ask for the code that leaves the kiosk; without one there is no way out by touch."""
        if self._settings.exit_code is None:
            return
        dialog, self._code_pad = dialogs.ask_staff_code(self._look, self)
        self._code_pad.accepted.connect(self._try_code)
        self._show_tries(self._code_pad)
        self._open(dialog, self._closed)

    @Slot(str)
    def _try_code(self, typed: str) -> None:
        if self._code.accepts(typed):
            self._close_dialog()
            self.leave()
            return
        self._code_pad.clear()
        if self._code.locked_for_s == 0:
            said = self._look.say(words.CODE_WRONG, self._code.tries_left)
            self._code_pad.set_wrong(said)
        self._show_tries(self._code_pad)

    def _show_tries(self, pad: Keypad) -> None:
        locked_s = self._code.locked_for_s
        if locked_s > 0:
            opens_at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=locked_s + 60)
            pad.set_locked(self._look.say(words.CODE_LOCKED, time=self._look.time(opens_at)))

    # -- somebody is there -------------------------------------------------------------------

    @Slot()
    def _touched(self) -> None:
        """Begin to wait anew, for as long as the step of the visit waits."""
        step = self.visit.step
        self._calm.stop()
        if step is Step.TICKET:
            self._idle.stop()
            self._stay.start()
        elif step is Step.HOME or self._away_since is not None:
            self._idle.stop()
            self._calm.start()
        elif step in UNASKED:
            self._idle.stop()
        else:
            if self._dialog is not None and self._idle.is_asking:
                return  # only the dialog's buttons answer
            self._idle.touch()

    @Slot()
    def _unreadable(self) -> None:
        if isinstance(self.page, PatientPage):
            self.page.say_unreadable()

    def names_first(self, button: QAbstractButton) -> bool:
        """While reading aloud the first touch of a button says its name; not that of Read aloud itself."""
        read = None if self._screen is None else self._screen.rail.buttons.get("read")
        return button is not read and self._reading.names_first(self._look.language, button)

    # -- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A card reader's keys, and the staff's chord; no other key does anything."""
        event.accept()
        if event.key() == LEAVE_KEY and event.modifiers() == LEAVE_CHORD:
            self.ask_staff_code()
        elif isinstance(self.page, PatientPage) and self._dialog is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._scanner.end()
            elif event.text().isprintable():
                self._scanner.take(event.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.size() != self._look.size:
            self._look = replace(self._look, size=self.size())
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look = replace(self._look, size=self.size())
        self._touches.names_first = self.names_first if self._reading.is_possible else None
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
        self._close_dialog()
        for stopping in (self._watch, self._idle, self._calm, self._stay, self._veil):
            stopping.stop()
        self.visit.changed.disconnect(self._enter)
        self.visit.forget()
        event.accept()
