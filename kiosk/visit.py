"""One patient's way from language to ticket: which question comes next, and what was answered.

It knows no widget and no clock. What a patient said is forgotten with `forget`.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from domain.errors import Refusal
from domain.states import Priority
from domain.tickets import Clinic, IssuedTicket, TicketRequest
from kiosk import words
from kiosk.issuing import Issuing


class Step(enum.Enum):
    """What the screen asks or says now."""

    HOME = "home"
    NEED = "need"
    CLINIC = "clinic"
    PATIENT = "patient"
    PRIORITY = "priority"
    ISSUING = "issuing"
    BUSY = "busy"
    REFUSED = "refused"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Need:
    """Something people come for: its icon, its words and the question it begins with."""

    icon: str
    sentence: str
    first: Step


NEEDS = (Need("internal", words.NEED_CLINIC, Step.CLINIC),)
"""What this kiosk can do. With one alone nobody is asked."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the patient has said so far."""

    clinic: Clinic | None = None
    patient: str | None = None
    gender: str | None = None


class Visit(QObject):
    """Takes the answers in order and draws the number when the last one is given.

    Signals:
        changed: Step; newest wins.
    """

    changed = Signal(object)

    def __init__(
        self, issuing: Issuing, needs: Sequence[Need] = NEEDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.needs = tuple(needs)
        self._issuing = issuing
        self.forget()
        issuing.issued.connect(self._issued)
        issuing.refused.connect(self._refused)
        issuing.busy.connect(self._busy)
        issuing.given_up.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Drop everything the patient said, and the number drawn; the next one begins at home."""
        self.answers = Answers()
        self.ticket: IssuedTicket | None = None
        self.refusal: Refusal | None = None
        self.busy_s = 0
        self._issuing.forget()
        self._go(Step.HOME)

    def start(self) -> None:
        """The language is chosen."""
        if self.step is Step.HOME:
            self._go(Step.NEED if len(self.needs) > 1 else self.needs[0].first)

    def choose_need(self, need: Need) -> None:
        if self.step is Step.NEED:
            self._go(need.first)

    def choose_clinic(self, clinic: Clinic, gender: str | None) -> None:
        """`gender` is what the patient is known to be by this choice or this kiosk, else None."""
        if self.step is Step.CLINIC:
            self.answers = Answers(clinic=clinic, gender=gender)
            self._go(Step.PATIENT)

    def keep_typed(self, digits: str) -> None:
        """What stands in the field, so that a change of look loses none of it."""
        if self.step is Step.PATIENT:
            self.typed = digits

    def give_patient(self, patient: str | None) -> None:
        """An identifier typed or scanned; None is somebody who would rather not say."""
        if self.step is Step.PATIENT:
            self.answers = replace(self.answers, patient=patient)
            self._go(Step.PRIORITY)

    def choose_priority(self, priority: Priority) -> None:
        """The last answer: the number is drawn. A second touch finds another step."""
        clinic = self.answers.clinic
        if self.step is not Step.PRIORITY or clinic is None:
            return
        self._go(Step.ISSUING)
        self._issuing.issue(
            TicketRequest(clinic.code, self.answers.patient, priority, gender=self.answers.gender)
        )

    def try_again(self) -> None:
        """Send the same press once more after the database was busy."""
        if self.step is Step.BUSY:
            self._go(Step.ISSUING)
            self._issuing.send()

    def go_back(self) -> None:
        before = self._before().get(self.step)
        if before is Step.HOME:
            self.forget()
        elif before is not None:
            if before is Step.CLINIC:
                self.answers = Answers()
            self.refusal = None
            self._go(before)

    def _before(self) -> dict[Step, Step]:
        asked = len(self.needs) > 1
        return {
            Step.NEED: Step.HOME,
            Step.CLINIC: Step.NEED if asked else Step.HOME,
            Step.PATIENT: Step.CLINIC,
            Step.PRIORITY: Step.PATIENT,
            Step.REFUSED: Step.CLINIC,
        }

    @Slot(object)
    def _issued(self, ticket: IssuedTicket) -> None:
        self.ticket = ticket
        self.answers = replace(self.answers, patient=None)
        self._go(Step.TICKET)

    @Slot(object)
    def _refused(self, refusal: Refusal) -> None:
        self.refusal = refusal
        self.answers = replace(self.answers, patient=None)
        self._go(Step.REFUSED)

    @Slot(object)
    def _busy(self, seconds: int) -> None:
        self.busy_s = seconds
        self._go(Step.BUSY)

    def _go(self, step: Step) -> None:
        self.step = step
        self.typed = ""
        self.changed.emit(step)
