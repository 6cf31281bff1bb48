"""The questions that codes answer: an appointment's, a ticket's number, a clinic's PIN."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from domain.digits import ascii_digits
from domain.errors import BookingNotFound, IncorrectPin, PinLocked
from kiosk import words
from kiosk.choices_page import Choice, ChoicesPage
from kiosk.clinics import Clinics
from kiosk.code_page import CodePage
from kiosk.digits_page import DigitsPage
from kiosk.issuing_page import IssuingPage
from kiosk.look import Look
from kiosk.needs import Step
from kiosk.number_page import NumberPage, icon_of, label_sentence
from kiosk.visit import Visit

TWO = 2
"""Digits, of which the title speaks in a word."""


class LeavePages(QObject):
    """Makes its pages, and carries what is typed to the visit."""

    def __init__(self, visit: Visit, clinics: Clinics, parent: QObject) -> None:
        super().__init__(parent)
        self._visit, self._clinics = visit, clinics
        self.makers: dict[Step, Callable[[Look], QWidget]] = {
            Step.CODE: self._code,
            Step.LEAVING: self._leaving,
            Step.NUMBER: self._number,
            Step.PIN: self._pin,
        }

    def _code(self, look: Look) -> QWidget:
        page = CodePage(look)
        page.pad.set_text(self._visit.typed)
        if isinstance(self._visit.refusal, BookingNotFound):
            page.say_wrong(look.say(words.APPT_UNKNOWN))
        page.pad.edited.connect(self._keep_typed)
        page.given.connect(self._give_code)
        page.back.connect(self._go_back)
        return page

    def _leaving(self, look: Look) -> QWidget:
        catalogue = self._clinics.catalogue
        clinics = () if catalogue is None else catalogue.clinics
        choices = [
            Choice(clinic.code, icon_of(clinic), look.name(clinic.names))
            for clinic in clinics
            if clinic.pin_required
        ]
        page = ChoicesPage(look, look.say(words.LEAVE_TITLE), choices, look.say(words.LEAVE_HINT))
        page.chosen.connect(self._choose_leaving)
        page.back.connect(self._go_back)
        return page

    def _number(self, look: Look) -> QWidget:
        clinic = self._visit.answers.clinic
        if clinic is None:
            return IssuingPage(look, "")
        page = NumberPage(look, clinic)
        page.keypad.set_text(self._visit.typed)
        page.keypad.edited.connect(self._keep_typed)
        page.given.connect(self._give_number)
        page.back.connect(self._go_back)
        return page

    def _pin(self, look: Look) -> QWidget:
        catalogue, visit = self._clinics.catalogue, self._visit
        length = TWO if catalogue is None else catalogue.pin_digits
        title = look.say(words.PIN_TITLE)
        if length != TWO:
            title = look.say(words.PIN_TITLE_LONGER, length)
        page = DigitsPage(
            look,
            title,
            look.say(words.PIN_HINT),
            note=("key", self._ticket_said(look)),
            digits=(length, length),
            too_short=look.say(words.PIN_SHORT),
            secret=True,
        )
        page.keypad.set_text(visit.typed)
        self._say_tries(look, page)
        page.keypad.edited.connect(self._keep_typed)
        page.given.connect(self._give_pin)
        page.back.connect(self._go_back)
        return page

    def _ticket_said(self, look: Look) -> str:
        """Which ticket it is about; a code that was read does not say."""
        clue, clinic = self._visit.answers.leaving, self._visit.answers.clinic
        if clue is None or clue.number is None or clinic is None:
            return look.say(words.TICKET_READ)
        return label_sentence(look, clinic, clue.number)

    def _say_tries(self, look: Look, page: DigitsPage) -> None:
        """After a wrong PIN: how many tries are left, or that there are none."""
        refusal = self._visit.refusal
        if isinstance(refusal, IncorrectPin):
            left = refusal.facts.get("attempts_left")
            if isinstance(left, int) and left > 0:
                page.say_wrong(look.say(words.PIN_WRONG, left))
            else:
                page.say_locked(look.say(words.PIN_LOCKED))
        elif isinstance(refusal, PinLocked):
            page.say_locked(look.say(words.PIN_LOCKED), self._until(look, refusal))

    def _until(self, look: Look, refusal: PinLocked) -> str:
        """From when it can be tried again; the minute shown is then over."""
        until, wait_s = refusal.instant("until"), refusal.facts.get("retry_after_s")
        if until is None and isinstance(wait_s, int | float):
            until = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=wait_s)
        if until is None:
            return ""
        time = look.time(until + dt.timedelta(seconds=59))
        return look.say(words.PIN_LOCKED_UNTIL, time=time)

    @Slot(str)
    def _keep_typed(self, text: str) -> None:
        self._visit.keep_typed(text)

    @Slot(str)
    def _give_code(self, code: str) -> None:
        self._visit.give_code(code)

    @Slot(object)
    def _choose_leaving(self, code: str) -> None:
        catalogue = self._clinics.catalogue
        clinic = None if catalogue is None else catalogue.clinic(code)
        if clinic is not None:
            self._visit.choose_leaving(clinic)

    @Slot(str)
    def _give_number(self, digits: str) -> None:
        self._visit.give_number(int(ascii_digits(digits)))

    @Slot(str)
    def _give_pin(self, pin: str) -> None:
        self._visit.give_pin(ascii_digits(pin))

    @Slot()
    def _go_back(self) -> None:
        self._visit.go_back()
