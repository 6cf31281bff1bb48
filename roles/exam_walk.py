"""The exam of a short day: log in at the kiosk, be called, leave with the PIN, go on."""

from __future__ import annotations

import secrets
from collections.abc import Generator, Iterator
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from domain.tickets import Clinic, IssuedTicket
from kiosk.choices_page import ChoicesPage
from kiosk.digits_page import DigitsPage
from kiosk.need_page import NeedPage
from kiosk.needs import EXAM, LEAVE, Need, Step
from kiosk.patient_page import PatientPage
from kiosk.ticket_page import TicketPage
from kiosk.window import KioskWindow
from roles.desktop import Desktop
from roles.plain import Plain
from staff.open_desk import OpenDesk
from ui.widgets.keypad import Keypad

P = TypeVar("P", bound=QWidget)

PATIENT_DIGITS = 11


class Day(Protocol):
    """What a short day lends: its windows, and touches on them."""

    desktop: Desktop
    kiosk: KioskWindow

    def choose_language(self, language: str) -> None: ...
    def page(self, kind: type[P]) -> P: ...
    def expect(self, kind: type[P]) -> P: ...
    def tap(self, button: QAbstractButton) -> None: ...
    def picture(self, name: str, language: str, what: str) -> str: ...
    def open_desk(self, language: str, clinic: Clinic) -> OpenDesk: ...
    def call(self, desk: OpenDesk, label: str) -> None: ...
    def go_home(self) -> None: ...


class ExamWalk:
    """One patient through the first clinic of the first exam the site offers."""

    def __init__(self, day: Day) -> None:
        self._day = day

    def play(self, language: str) -> Iterator[str]:
        """A line for each step; nothing where the site has no exams or asks for no PINs."""
        day, needs = self._day, self._needs(language)
        if EXAM not in needs or LEAVE not in needs:
            return
        ticket = yield from self._log_in(language)
        clinic = self._clinic_of(ticket)
        desk = day.open_desk(language, clinic)
        day.call(desk, ticket.label)
        seen = desk.state.scene.desk_list
        pin = None if seen is None else seen.pins.get(clinic.code)
        if pin is None:
            raise Plain(f"The desk shows no PIN of {clinic.code}.")
        yield from self._leave(language, ticket, pin)

    def _needs(self, language: str) -> tuple[Need, ...]:
        """What the kiosk offers; where it is one thing alone it has asked nothing."""
        self._day.choose_language(language)
        return self._day.kiosk.visit.needs

    def _log_in(self, language: str) -> Generator[str, None, IssuedTicket]:
        day = self._day
        self._choose_need(EXAM)
        exams = day.expect(ChoicesPage)
        yield day.picture("kiosk", language, "exams")
        day.tap(exams.tiles[0])
        self._reach(Step.SECTION)
        day.tap(day.page(ChoicesPage).tiles[0])
        patient = day.expect(PatientPage)
        digits = "".join(str(1 + secrets.randbelow(9)) for _ in range(PATIENT_DIGITS))
        self._type(patient.keypad, digits)
        day.expect(TicketPage)
        ticket = self._held()
        yield day.picture("kiosk", language, f"exam ticket {ticket.label}")
        day.go_home()
        return ticket

    def _leave(self, language: str, ticket: IssuedTicket, pin: str) -> Iterator[str]:
        day = self._day
        day.choose_language(language)
        self._choose_need(LEAVE)
        tile = day.expect(ChoicesPage).tile(ticket.clinic)
        if tile is None:
            raise Plain(f"The kiosk does not let anybody leave {ticket.clinic}.")
        day.tap(tile)
        self._type(day.expect(DigitsPage).keypad, str(ticket.number))
        self._reach(Step.PIN)
        yield day.picture("kiosk", language, "PIN")
        self._type(day.page(DigitsPage).keypad, pin)
        day.expect(TicketPage)
        yield day.picture("kiosk", language, f"next ticket {self._held().label}")
        day.go_home()

    def _choose_need(self, need: Need) -> None:
        page = self._day.page(NeedPage)
        self._day.tap(page.tiles[self._day.kiosk.visit.needs.index(need)])

    def _type(self, pad: Keypad, digits: str) -> None:
        """Touch the keys, then OK."""
        keys = pad.keys()
        for digit in digits:
            self._day.tap(next(key for key in keys if key.text() == digit))
        self._day.tap(keys[-1])

    def _reach(self, step: Step) -> None:
        day = self._day
        what = f"the kiosk's question {step.value}"
        day.desktop.until(lambda: day.kiosk.visit.step is step, what)

    def _held(self) -> IssuedTicket:
        ticket = self._day.kiosk.visit.ticket
        if ticket is None:
            raise Plain("The kiosk shows a ticket that it does not have.")
        return ticket

    def _clinic_of(self, ticket: IssuedTicket) -> Clinic:
        catalogue = self._day.kiosk.clinics.catalogue
        clinic = None if catalogue is None else catalogue.clinic(ticket.clinic)
        if clinic is None:
            raise Plain(f"The kiosk does not know the clinic {ticket.clinic}.")
        return clinic
