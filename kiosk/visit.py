"""One patient's way from language to ticket: which question comes next, and what was answered.

It knows no widget and no clock. What a patient said is forgotten with `forget`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from domain.errors import BookingNotFound, IncorrectPin, PinLocked, Refusal
from domain.ports import KioskPort, Left, LoggedIn, LogIn, TicketClue
from domain.routes import Route
from domain.states import Priority
from domain.tickets import Clinic, IssuedTicket, TicketRequest
from kiosk.needs import SEE_CLINIC, Need, Step
from kiosk.pressing import Ask, Pressing

ASKED_AGAIN = {Step.CODE: (BookingNotFound,), Step.PIN: (IncorrectPin, PinLocked)}
"""Refusals of what was typed: the same question stays, with what was typed."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the patient has said so far."""

    clinic: Clinic | None = None
    exam: str | None = None
    patient: str | None = None
    gender: str | None = None
    leaving: TicketClue | None = None


class Visit(QObject):
    """Takes the answers in order and asks the database when the last one is given.

    Signals:
        changed: Step; newest wins.
    """

    changed = Signal(object)

    def __init__(self, port: KioskPort, pressing: Pressing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port, self._pressing = port, pressing
        self.needs: tuple[Need, ...] = (SEE_CLINIC,)
        self.forget()
        pressing.answered.connect(self._answered)
        pressing.refused.connect(self._refused)
        pressing.busy.connect(self._busy)
        pressing.given_up.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Drop everything the patient said, and what was drawn; the next one begins at home."""
        self.answers = Answers()
        self.need = SEE_CLINIC
        self._trail: list[Step] = []
        self._sent = ""
        self.ticket: IssuedTicket | None = None
        self.route: Route | None = None
        self.left: Left | None = None
        self.refusal: Refusal | None = None
        self.busy_s = 0
        self._pressing.forget()
        self._go(Step.HOME)

    def start(self, needs: Sequence[Need]) -> None:
        """The language is chosen; `needs` is what the site can do."""
        if self.step is not Step.HOME:
            return
        self.needs = tuple(needs)
        if len(self.needs) > 1:
            self._ask(Step.NEED)
        else:
            self._begin(self.needs[0])

    def choose_need(self, need: Need) -> None:
        if self.step is Step.NEED:
            self._begin(need)

    def choose_clinic(self, clinic: Clinic, gender: str | None) -> None:
        """`gender` is what the patient is known to be by this choice or this kiosk, else None."""
        if self.step is Step.CLINIC:
            self.answers = Answers(clinic=clinic, gender=gender)
            self._ask(Step.PATIENT)

    def choose_exam(self, exam: str, section: str | None) -> None:
        """`section` is known where exam or kiosk leave no choice; else it is asked."""
        if self.step is Step.EXAM:
            self.answers = Answers(exam=exam, gender=section)
            self._ask(Step.SECTION if section is None else Step.PATIENT)

    def choose_section(self, section: str) -> None:
        """Male or female."""
        if self.step is Step.SECTION:
            self.answers = replace(self.answers, gender=section)
            self._ask(Step.PATIENT)

    def choose_leaving(self, clinic: Clinic) -> None:
        """The clinic the patient has finished at."""
        if self.step is Step.LEAVING:
            self.answers = Answers(clinic=clinic)
            self._ask(Step.NUMBER)

    def keep_typed(self, text: str) -> None:
        """What stands in the field, so that a change of look loses none of it."""
        self.typed = text

    def give_patient(self, patient: str | None) -> None:
        """An identifier typed or scanned; None is somebody who would rather not say."""
        if self.step is not Step.PATIENT:
            return
        self.answers = replace(self.answers, patient=patient)
        if self.answers.exam is None:
            self._ask(Step.PRIORITY)
        elif patient is not None and self.answers.gender is not None:
            request = LogIn(patient, self.answers.gender, self.answers.exam)
            self._send(partial(self._port.log_in, request=request))

    def choose_priority(self, priority: Priority) -> None:
        """The last answer: the number is drawn. A second touch finds another step."""
        given = self.answers
        if self.step is Step.PRIORITY and given.clinic is not None:
            request = TicketRequest(given.clinic.code, given.patient, priority, gender=given.gender)
            self._send(partial(self._port.issue_ticket, request=request))

    def give_code(self, code: str) -> None:
        """An appointment's code, typed or scanned."""
        if self.step is Step.CODE:
            self._send(partial(self._port.check_in, code=code), code)

    def give_number(self, number: int) -> None:
        """The number of the ticket in the clinic chosen before."""
        if self.step is Step.NUMBER and self.answers.clinic is not None:
            self._leave(TicketClue(clinic=self.answers.clinic.code, number=number))

    def give_token(self, token: str) -> None:
        """The code on the ticket was read: it says both clinic and number."""
        if self.step in (Step.LEAVING, Step.NUMBER):
            self._leave(TicketClue(token=token))

    def give_pin(self, pin: str) -> None:
        """The clinic's PIN: with the right one the ticket ends and the next is drawn."""
        clue = self.answers.leaving
        if self.step is Step.PIN and clue is not None:
            self._send(partial(self._port.leave, clue=clue, pin=pin), pin)

    def try_again(self) -> None:
        """Send the same press once more after the database was busy."""
        if self.step is Step.BUSY:
            self._go(Step.ISSUING)
            self._pressing.send()

    def go_back(self) -> None:
        """To the question before; from a refusal to the first of this need."""
        if self.step is Step.REFUSED:
            self._trail = self._trail[: self._trail.index(self.need.first) + 1]
        elif self.step in self._trail:
            self._trail.pop()
        else:
            return
        self.refusal = None
        if not self._trail:
            self.forget()
            return
        if self._trail[-1] in (self.need.first, Step.NEED):
            self.answers = Answers()
        self._go(self._trail[-1])

    def _begin(self, need: Need) -> None:
        self.need, self.answers = need, Answers()
        self._ask(need.first)

    def _leave(self, clue: TicketClue) -> None:
        self.answers = replace(self.answers, leaving=clue)
        self._ask(Step.PIN)

    def _ask(self, step: Step) -> None:
        """The next question; one goes back from it to the one before."""
        self.refusal = None
        self._trail.append(step)
        self._go(step)

    def _send(self, ask: Ask, typed: str = "") -> None:
        """The last answer is given; `typed` comes back into the field when it was wrong."""
        self.refusal, self._sent = None, typed
        self._go(Step.ISSUING)
        self._pressing.press(ask)

    @Slot(object)
    def _answered(self, answer: IssuedTicket | LoggedIn | Left) -> None:
        self._sent = ""
        self._end()
        if isinstance(answer, IssuedTicket):
            self.ticket = answer
        elif isinstance(answer, LoggedIn):
            self.ticket, self.route = answer.ticket, answer.route
        else:
            self.left, self.ticket, self.route = answer, answer.next, answer.route
        self._go(Step.FAREWELL if self.ticket is None else Step.TICKET)

    @Slot(object)
    def _refused(self, refusal: Refusal) -> None:
        self.refusal = refusal
        asked, typed = self._trail[-1], self._sent
        self._sent = ""
        if isinstance(refusal, ASKED_AGAIN.get(asked, ())):
            self._go(asked, typed)
        else:
            self._end()
            self._go(Step.REFUSED)

    @Slot(object)
    def _busy(self, seconds: int) -> None:
        self.busy_s = seconds
        self._go(Step.BUSY)

    def _end(self) -> None:
        """What was asked has its answer: who asked it is not kept."""
        self.answers = replace(self.answers, patient=None, leaving=None)

    def _go(self, step: Step, typed: str = "") -> None:
        self.step, self.typed = step, typed
        self.changed.emit(step)
