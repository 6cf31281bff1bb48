"""What people see of tickets and clinics: frozen values, from the database to the windows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from domain.names import Names
from domain.routes import ExamType, Route
from domain.slots import Booking
from domain.states import ClinicState, Priority, TicketState
from domain.waits import Estimate

TicketId = NewType("TicketId", int)


def label(prefix: str, number: int) -> str:
    """The number as people read it: at least three digits, L-031, and L-1000 after L-999."""
    return f"{prefix}-{number:03d}"


@dataclass(frozen=True, slots=True)
class Site:
    """One building: its names, its clock and its languages, the first being the main one."""

    code: str
    names: Names
    time_zone: str
    day_turns_at: dt.time
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clinic:
    """A clinic as the public may see it. `code` is lower case; at `until` its state changes."""

    code: str
    names: Names
    prefix: str
    floor: str
    gender: str
    state: ClinicState
    waiting: int
    icon: str = ""
    room: str | None = None
    reason: str | None = None
    until: dt.datetime | None = None
    pin_required: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The site with its clinics in order: what a screen needs before its first picture.

    `takes_bookings` says that there are slots to book; `pin_digits` is how long its PINs are.
    """

    site: Site
    clinics: tuple[Clinic, ...]
    exams: tuple[ExamType, ...] = ()
    takes_bookings: bool = False
    pin_digits: int = 2

    def clinic(self, code: str) -> Clinic | None:
        return next((one for one in self.clinics if one.code == code), None)


@dataclass(frozen=True, slots=True)
class TicketRequest:
    """What a person asks for. `patient` is the identifier typed or scanned."""

    clinic: str
    patient: str | None = None
    priority: Priority = Priority.NONE
    name: str | None = None
    mobile: str | None = None
    gender: str | None = None
    party_size: int = 1
    practitioner: str | None = None


@dataclass(frozen=True, slots=True)
class IssuedTicket:
    """A number that is certainly in the database. `ahead` and `estimate` are as of that instant.

    `existing` says the patient held it already. `estimate` is None while nothing is known.
    """

    ticket_id: TicketId
    clinic: str
    number: int
    label: str
    token: str
    state: TicketState
    arrived_at: dt.datetime
    ahead: int
    estimate: Estimate | None
    entered: int
    exited: int
    waiting: int
    floor: str
    room: str | None = None
    patient: str | None = None
    priority: Priority = Priority.NONE
    existing: bool = False


@dataclass(frozen=True, slots=True)
class CalledTicket:
    """A ticket called to a room; `finished` is the number the same press ended, if any."""

    ticket_id: TicketId
    clinic: str
    number: int
    label: str
    room: str | None
    waiting: int
    called_at: dt.datetime
    finished: int | None = None


@dataclass(frozen=True, slots=True)
class MovedTicket:
    """A ticket after a move; after a transfer the new one. `next` is what its end drew."""

    ticket_id: TicketId
    clinic: str
    number: int
    label: str
    state: TicketState
    room: str | None
    at: dt.datetime
    token: str
    waiting: int
    next: IssuedTicket | None = None


@dataclass(frozen=True, slots=True)
class DeskTicket:
    """A row of the staff window, with what only staff may read. Times are aware UTC.

    `route` is told of patients in hand alone.
    """

    ticket_id: TicketId
    clinic: str
    number: int
    label: str
    state: TicketState
    priority: Priority
    source: str
    arrived_at: dt.datetime
    name: str | None = None
    patient: str | None = None
    room: str | None = None
    called_at: dt.datetime | None = None
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    recalls: int = 0
    party_size: int = 1
    practitioner: str | None = None
    note: str | None = None
    reason: str | None = None
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """Today's numbers of the chosen clinics; waits in seconds, None while not known."""

    waiting: int = 0
    served: int = 0
    mean_wait_s: float | None = None
    longest_wait_s: float | None = None
    no_shows: int = 0


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """The last move of this desk that can still be taken back, and until when."""

    ticket_id: TicketId
    label: str
    kind: str
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class DeskList:
    """All a desk shows, read in one go by the database's clock.

    `waiting` is in the order of calling, `in_hand` is this room's, `aside` holds the held and the
    no-shows of the service day, newest first. `pins` maps each of the desk's clinics that asks for
    one to its PIN of today; `bookings` are the appointments of the local date, soonest first.
    """

    read_at: dt.datetime
    waiting: tuple[DeskTicket, ...] = ()
    in_hand: tuple[DeskTicket, ...] = ()
    aside: tuple[DeskTicket, ...] = ()
    today: Today = field(default_factory=Today)
    undo: UndoOffer | None = None
    usual_service_s: int | None = None
    no_show_grace_s: int = 300
    pins: Mapping[str, str] = field(default_factory=dict)
    bookings: tuple[Booking, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """A place patients are called to; so many at once."""

    name: str
    floor: str
    places: int


@dataclass(frozen=True, slots=True)
class DeskChoices:
    """What the staff window offers at its opening: rooms and clinics of the site."""

    site: Site
    rooms: tuple[Room, ...]
    clinics: tuple[Clinic, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a person works: a room or none, and clinics, each with its credit in seconds.

    A credit makes a clinic's patients count as that much earlier; it is never a strict preference.
    """

    room: str | None
    clinics: tuple[str, ...]
    credits_s: tuple[int, ...] = ()
    practitioner: str | None = None
