"""Makes the page for where the visit is now, and carries the patient's answers to the visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from domain.states import Priority
from domain.tickets import Clinic
from kiosk import words
from kiosk.clinic_page import ClinicPage
from kiosk.clinics import Clinics
from kiosk.farewell_page import FarewellPage, farewell_words
from kiosk.home_page import HomePage
from kiosk.issuing_page import IssuingPage
from kiosk.leave_pages import LeavePages
from kiosk.look import Look
from kiosk.need_page import NeedPage
from kiosk.needs import LEAVE, SEE_CLINIC, Need, Step
from kiosk.notice_page import BusyPage, NoticePage
from kiosk.out_page import OutPage
from kiosk.patient_page import PatientPage
from kiosk.printing import Printing
from kiosk.priority_page import PriorityPage
from kiosk.reasons import ANYBODY
from kiosk.refusals import explain
from kiosk.route_pages import RoutePages
from kiosk.settings import KioskSettings
from kiosk.ticket_page import TicketPage
from kiosk.visit import Visit


class Pages(QObject):
    """Every page is made anew with the look and the values of the moment, and thrown away after.

    Signals:
        started: str, the language chosen at home. Each counts.
        unavailable: (Clinic, Reason) touched though it gives no numbers. Each counts.
        gender_asked: Clinic that serves one gender alone. Each counts.
        over: the patient has done, or wants to begin at the first screen.
    """

    started = Signal(str)
    unavailable = Signal(object, object)
    gender_asked = Signal(object)
    over = Signal()

    def __init__(
        self,
        settings: KioskSettings,
        visit: Visit,
        clinics: Clinics,
        printing: Printing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._visit = settings, visit
        self._clinics, self._printing = clinics, printing
        self._makers: dict[Step, Callable[[Look], QWidget]] = {
            Step.HOME: self._home,
            Step.NEED: self._need,
            Step.CLINIC: self._clinic,
            Step.PATIENT: self._patient,
            Step.PRIORITY: self._priority,
            Step.ISSUING: self._issuing,
            Step.BUSY: self._busy,
            Step.REFUSED: self._refused,
            Step.TICKET: self._ticket,
            Step.FAREWELL: self._farewell,
            **RoutePages(settings, visit, clinics, self).makers,
            **LeavePages(visit, clinics, self).makers,
        }

    def make(
        self, look: Look, languages: tuple[str, ...], away_since: dt.datetime | None
    ) -> QWidget:
        """The page to show now. `away_since` is the last try at a database that does not answer."""
        self._look, self._languages = look, languages
        if away_since is not None and self._visit.step not in (Step.TICKET, Step.FAREWELL):
            return OutPage(look, away_since, languages)
        if self._clinics.catalogue is None:
            return IssuingPage(look, "")
        return self._makers[self._visit.step](look)

    @Slot(str)
    def take_reading(self, reading: str) -> None:
        """What a bar-code reader read is the answer to the question of the moment."""
        visit = self._visit
        if visit.step is Step.PATIENT:
            visit.give_patient(reading)
        elif visit.step is Step.CODE:
            visit.give_code(reading)
        else:
            visit.give_token(reading)

    def choose_clinic(self, clinic: Clinic, *, asked: bool = False) -> None:
        """Go on with a clinic; one for a gender alone is asked about where the kiosk is for all."""
        gender = None if self._settings.gender == ANYBODY else self._settings.gender
        if gender is None and clinic.gender != ANYBODY:
            gender = clinic.gender
            if not asked:
                self.gender_asked.emit(clinic)
                return
        self._visit.choose_clinic(clinic, gender)

    @Slot(object)
    def agree_to_clinic(self, clinic: Clinic) -> None:
        """The patient was asked about a clinic for one gender, and it is for them."""
        self.choose_clinic(clinic, asked=True)

    def _home(self, look: Look) -> QWidget:
        page = HomePage(look, self._languages)
        page.chosen.connect(self.started)
        return page

    def _need(self, look: Look) -> QWidget:
        page = NeedPage(look, self._visit.needs)
        page.chosen.connect(self._choose_need)
        page.back.connect(self._go_back)
        return page

    def _clinic(self, look: Look) -> QWidget:
        page = ClinicPage(look, self._clinics.offers(), self._settings.gender)
        page.chosen.connect(self._choose_clinic)
        page.unavailable.connect(self.unavailable)
        page.back.connect(self._go_back)
        return page

    def _patient(self, look: Look) -> QWidget:
        settings, needed = self._settings, self._visit.answers.exam is not None
        days = settings.patient_kept_days
        page = PatientPage(look, settings.patient_digits, days, needed=needed)
        page.keypad.set_text(self._visit.typed)
        page.keypad.edited.connect(self._keep_typed)
        page.given.connect(self._give_patient)
        page.back.connect(self._go_back)
        return page

    def _priority(self, look: Look) -> QWidget:
        page = PriorityPage(look)
        page.chosen.connect(self._choose_priority)
        page.back.connect(self._go_back)
        return page

    def _issuing(self, look: Look) -> QWidget:
        leaves = self._visit.need is LEAVE
        return IssuingPage(look, words.CHECKING if leaves else words.ISSUING)

    def _busy(self, look: Look) -> QWidget:
        page = BusyPage(look, self._visit.busy_s)
        page.again.connect(self._try_again)
        page.restart.connect(self.over)
        return page

    def _refused(self, look: Look) -> QWidget:
        visit = self._visit
        if visit.refusal is None:
            return IssuingPage(look)
        now, catalogue = dt.datetime.now(dt.UTC), self._clinics.catalogue
        clinic = visit.answers.clinic if visit.need is SEE_CLINIC else None
        why = explain(look, visit.refusal, clinic, now, catalogue)
        again = words.CHOOSE_CLINIC if visit.need is SEE_CLINIC else words.BACK
        page = NoticePage(look, why, look.say(again))
        page.again.connect(self._go_back)
        page.restart.connect(self.over)
        return page

    def _ticket(self, look: Look) -> QWidget:
        ticket = self._visit.ticket
        clinic = self._ticket_clinic()
        if ticket is None or clinic is None:
            return IssuingPage(look)
        url, visit = self._settings.follow_url, self._visit
        left = visit.left is not None
        page = TicketPage(
            look, ticket, clinic, url, self._printing.paper, route=visit.route, left=left
        )
        page.done.connect(self.over)
        page.print_again.connect(self.print_ticket)
        return page

    def _farewell(self, look: Look) -> QWidget:
        visit = self._visit
        title, text = farewell_words(look, visit.route, left=visit.left is not None)
        page = FarewellPage(look, title, text, visit.route)
        page.done.connect(self.over)
        return page

    @Slot()
    def print_ticket(self) -> None:
        """Put the number drawn on paper, in the language of the screen."""
        ticket, clinic = self._visit.ticket, self._ticket_clinic()
        if ticket is not None and clinic is not None:
            self._printing.print_ticket(ticket, clinic, self._look.language)

    def _ticket_clinic(self) -> Clinic | None:
        """The clinic of the number drawn, as it is now; it may be another than was chosen."""
        ticket, catalogue = self._visit.ticket, self._clinics.catalogue
        found = catalogue.clinic(ticket.clinic) if ticket is not None and catalogue else None
        return found or self._visit.answers.clinic

    @Slot(object)
    def _give_patient(self, patient: str | None) -> None:
        self._visit.give_patient(patient)

    @Slot(object)
    def _choose_need(self, need: Need) -> None:
        self._visit.choose_need(need)

    @Slot(object)
    def _choose_clinic(self, clinic: Clinic) -> None:
        self.choose_clinic(clinic)

    @Slot(str)
    def _keep_typed(self, digits: str) -> None:
        self._visit.keep_typed(digits)

    @Slot(object)
    def _choose_priority(self, priority: Priority) -> None:
        self._visit.choose_priority(priority)

    @Slot()
    def _go_back(self) -> None:
        self._visit.go_back()

    @Slot()
    def _try_again(self) -> None:
        self._visit.try_again()
