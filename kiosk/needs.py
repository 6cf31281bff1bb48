"""What people come to a kiosk for, and which of it this site can do."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from domain.routes import ExamType
from domain.tickets import Catalogue
from kiosk import words
from kiosk.reasons import ANYBODY


class Step(enum.Enum):
    """What the screen asks or says now."""

    HOME = "home"
    NEED = "need"
    CLINIC = "clinic"
    EXAM = "exam"
    SECTION = "section"
    PATIENT = "patient"
    PRIORITY = "priority"
    CODE = "code"
    LEAVING = "leaving"
    NUMBER = "number"
    PIN = "pin"
    ISSUING = "issuing"
    BUSY = "busy"
    REFUSED = "refused"
    TICKET = "ticket"
    FAREWELL = "farewell"


QUESTIONS = (
    Step.NEED,
    Step.CLINIC,
    Step.EXAM,
    Step.SECTION,
    Step.PATIENT,
    Step.PRIORITY,
    Step.CODE,
    Step.LEAVING,
    Step.NUMBER,
    Step.PIN,
)
"""The steps that ask something, from which one can go back."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something people come for: its icon, its words and the question it begins with."""

    icon: str
    sentence: str
    first: Step


SEE_CLINIC = Need("internal", words.NEED_CLINIC, Step.CLINIC)
APPOINTMENT = Need("appointment", words.NEED_APPOINTMENT, Step.CODE)
EXAM = Need("route", words.NEED_ROUTE, Step.EXAM)
LEAVE = Need("done", words.NEED_LEAVE, Step.LEAVING)


def needs_of(catalogue: Catalogue | None, gender: str = ANYBODY) -> tuple[Need, ...]:
    """What the site offers at a kiosk for `gender`; with one alone nobody is asked."""
    if catalogue is None:
        return (SEE_CLINIC,)
    offered = (
        (SEE_CLINIC, True),
        (APPOINTMENT, catalogue.takes_bookings),
        (EXAM, bool(exams_for(catalogue, gender))),
        (LEAVE, any(clinic.pin_required for clinic in catalogue.clinics)),
    )
    return tuple(need for need, there in offered if there)


def exams_for(catalogue: Catalogue, gender: str) -> tuple[ExamType, ...]:
    """The exams a kiosk for `gender` offers, each once, however many sections it has."""
    found: dict[str, ExamType] = {}
    for exam in catalogue.exams:
        if ANYBODY in (gender, exam.gender) or exam.gender == gender:
            found.setdefault(exam.code, exam)
    return tuple(found.values())


def section_of(catalogue: Catalogue, exam: str, gender: str) -> str | None:
    """The section that kiosk or exam leave no choice about; None has to be asked."""
    if gender != ANYBODY:
        return gender
    sections = {each.gender for each in catalogue.exams if each.code == exam}
    return sections.pop() if len(sections) == 1 and ANYBODY not in sections else None
