"""The desk's words for acts, states and classes, and how it writes times, minutes and numbers.

Sentences about refusals live in staff/refusals.py.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from domain.names import Names, name_in
from domain.states import Priority, TicketState
from domain.tickets import Clinic, DeskTicket
from staff.orders import Act
from ui.languages import Digits, format_time, in_digits, isolate
from ui.theme import Theme
from ui.widgets.pill import PillFace
from ui.widgets.status_pill import Status, status_face

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Wording:
    """How one site's desk writes: its language, its digits, its time zone, its clinics' names."""

    language: str = "en"
    digits: Digits = Digits.WESTERN
    zone: dt.tzinfo = dt.UTC
    clinics: tuple[Clinic, ...] = ()

    def time(self, at: dt.datetime) -> str:
        """Hours and minutes at the site, isolated."""
        return format_time(at.astimezone(self.zone), self.digits)

    def bare_time(self, at: dt.datetime) -> str:
        """Hours and minutes standing alone."""
        return in_digits(f"{at.astimezone(self.zone):%H:%M}", self.digits)

    def number(self, number: int) -> str:
        return in_digits(str(number), self.digits)

    def label(self, text: str) -> str:
        """A ticket's label inside a sentence: left to right whatever stands around it."""
        return isolate(in_digits(text, self.digits), left_to_right=True)

    def bare_label(self, text: str) -> str:
        """A ticket's label standing alone, where nothing can turn it round."""
        return in_digits(text, self.digits)

    def name(self, names: Names) -> str:
        return name_in(names, self.language)

    def clinic(self, code: str) -> str:
        """A clinic's name inside a sentence, isolated; its code while no name is known."""
        named = next((one for one in self.clinics if one.code == code), None)
        return isolate(code.upper() if named is None else self.name(named.names))

    def span(self, seconds: float) -> str:
        """Minutes and seconds inside a sentence, 6:18 or 1:02:09, isolated."""
        return isolate(self.bare_span(seconds), left_to_right=True)

    def bare_span(self, seconds: float) -> str:
        """Minutes and seconds of a timer that stands alone."""
        whole = max(0, int(seconds))
        hours, rest = divmod(whole, 3600)
        minutes, left = divmod(rest, 60)
        text = f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"
        return in_digits(text, self.digits)


def act_name(act: Act) -> str:
    """The verb on the act's button."""
    return {
        Act.CALL_NEXT: translate("Staff", "Call next"),
        Act.CALL_CHOSEN: translate("Staff", "Call now"),
        Act.RECALL: translate("Staff", "Recall"),
        Act.START: translate("Staff", "Start"),
        Act.DONE: translate("Staff", "Done"),
        Act.NO_SHOW: translate("Staff", "No-show"),
        Act.REACTIVATE: translate("Staff", "Back in line"),
        Act.HOLD: translate("Staff", "Hold"),
        Act.RESUME: translate("Staff", "Resume"),
        Act.TRANSFER: translate("Staff", "Transfer"),
        Act.CANCEL: translate("Staff", "Cancel"),
        Act.PRIORITY: translate("Staff", "Priority"),
        Act.UNDO: translate("Staff", "Undo"),
        Act.NOTE: translate("Staff", "Note"),
        Act.WALK_IN: translate("Staff", "Register walk-in"),
        Act.LEAVE: translate("Staff", "Done, PIN"),
        Act.ROUTE: translate("Staff", "Change route"),
        Act.NEW_PIN: translate("Staff", "New PIN"),
        Act.CHECK_IN: translate("Staff", "Check in"),
        Act.CANCEL_BOOKING: translate("Staff", "Cancel appointment"),
    }[act]


ACT_ICONS: dict[Act, str] = {
    Act.CALL_NEXT: "call",
    Act.CALL_CHOSEN: "call",
    Act.RECALL: "recall",
    Act.START: "start",
    Act.DONE: "done",
    Act.NO_SHOW: "no-show",
    Act.REACTIVATE: "undo",
    Act.HOLD: "hold",
    Act.RESUME: "start",
    Act.TRANSFER: "transfer",
    Act.CANCEL: "close",
    Act.PRIORITY: "priority",
    Act.UNDO: "undo",
    Act.NOTE: "note",
    Act.WALK_IN: "walk-in",
    Act.LEAVE: "key",
    Act.ROUTE: "route",
    Act.NEW_PIN: "key",
    Act.CHECK_IN: "check",
    Act.CANCEL_BOOKING: "close",
}


def state_name(state: TicketState, language: str) -> str:
    """The word on the state's pill."""
    return status_face(Theme("staff", language), Status.of_state(state)).words


def state_of_status(status: object) -> TicketState | None:
    """The state another program's word stands for, e.g. IN_SERVICE; None when unknown."""
    return next((state for state in TicketState if status in (state.status, state.value)), None)


def class_name(priority: Priority) -> str:
    return {
        Priority.NONE: translate("Staff", "Regular"),
        Priority.ELDERLY: translate("Staff", "Older person"),
        Priority.PREGNANT: translate("Staff", "Pregnant"),
        Priority.DISABILITY: translate("Staff", "Disability"),
        Priority.EMERGENCY: translate("Staff", "Emergency"),
    }[priority]


_CLASS_ICONS = {
    Priority.EMERGENCY: "warning",
    Priority.ELDERLY: "elderly",
    Priority.PREGNANT: "pregnant",
    Priority.DISABILITY: "wheelchair",
}


def class_icon(priority: Priority) -> str:
    """The icon of a class; a regular one has none."""
    return _CLASS_ICONS.get(priority, "")


def class_face(theme: Theme, ticket: DeskTicket) -> PillFace | None:
    """The pill of a patient's class; a regular one has a plain word and no pill."""
    if ticket.priority is not Priority.NONE:
        return _priority_face(theme, ticket.priority)
    return status_face(theme, Status.APPOINTMENT) if ticket.source == "booking" else None


def all_class_faces(theme: Theme) -> list[PillFace]:
    """Every pill a row's class can have, to measure its column."""
    faces = [_priority_face(theme, one) for one in Priority if one is not Priority.NONE]
    return [*faces, status_face(theme, Status.APPOINTMENT)]


def _priority_face(theme: Theme, priority: Priority) -> PillFace:
    if priority is Priority.EMERGENCY:
        return status_face(theme, Status.EMERGENCY)
    return replace(
        status_face(theme, Status.PRIORITY),
        icon=_CLASS_ICONS[priority],
        words=class_name(priority),
    )


def who(ticket: DeskTicket) -> str:
    """How to speak of the patient: the name, else the id, else that neither was given."""
    return ticket.name or ticket.patient or translate("Staff", "No name given")


def undo_words(kind: str) -> str:
    """What an undo takes back; `kind` is the event's word."""
    sentences = {
        "ENTERED": translate("Staff", "Undo walk-in"),
        "CALLED": translate("Staff", "Undo call"),
        "IN_SERVICE": translate("Staff", "Undo start"),
        "COMPLETED": translate("Staff", "Undo done"),
        "NO_SHOW": translate("Staff", "Undo no-show"),
        "HELD": translate("Staff", "Undo hold"),
        "RESUMED": translate("Staff", "Undo resume"),
        "TRANSFERRED": translate("Staff", "Undo transfer"),
        "CANCELLED": translate("Staff", "Undo cancel"),
        "REACTIVATED": translate("Staff", "Undo return"),
        "PRIORITY_CHANGED": translate("Staff", "Undo priority"),
    }
    return sentences.get(kind.upper(), act_name(Act.UNDO))
