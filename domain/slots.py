"""Bookable times and bookings as people see them: frozen values, and the form of a booking's code.

What may be held, booked or checked in, and when, is decided in the database alone.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import NewType

SlotId = NewType("SlotId", int)

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of a booking's code: no I, O, 0 or 1, which people take for one another."""
CODE_LENGTH = 8

_BETWEEN = re.compile(r"[\s\-_.·]+")
_CODE = re.compile(f"[{CODE_LETTERS}]{{{CODE_LENGTH}}}")


class SlotStatus(enum.StrEnum):
    """What a time is at this instant; held only as long as the ten minutes run."""

    FREE = "FREE"
    HELD = "HELD"
    BOOKED = "BOOKED"


class BookingState(enum.StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Slot:
    """A bookable time in a clinic. Times are aware UTC."""

    slot_id: SlotId
    clinic: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    status: SlotStatus


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment as the desk's list of the day shows it, with what only staff may read.

    The patient can check in from `opens_at` until `closes_at`, both included; `ticket` is the label
    he got by it. Times are aware UTC. Name and patient are None when unknown or erased.
    """

    code: str
    clinic: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    state: BookingState
    opens_at: dt.datetime
    closes_at: dt.datetime
    name: str | None = None
    patient: str | None = None
    ticket: str | None = None

    def may_check_in(self, now: dt.datetime) -> bool:
        """Whether checking in is worth offering; the database judges it again by its own clock."""
        return self.state is BookingState.BOOKED and self.opens_at <= now <= self.closes_at


@dataclass(frozen=True, slots=True)
class DayBookings:
    """The appointments of some clinics on one local date, soonest first, as of `read_at`."""

    day: dt.date
    read_at: dt.datetime
    bookings: tuple[Booking, ...] = ()


def booking_code(text: str) -> str | None:
    """The code in what somebody typed or scanned, None when it cannot be one.

    Small letters, full-width ones, blanks and hyphens between are taken as people mean them;
    digits of other scripts too.
    """
    plain = "".join(_plain(letter) for letter in unicodedata.normalize("NFKC", text))
    found = _BETWEEN.sub("", plain).upper()
    return found if _CODE.fullmatch(found) else None


def spoken_code(code: str) -> str:
    """The code in two groups of four, as it is shown and read aloud."""
    return f"{code[:4]}-{code[4:]}"


def _plain(letter: str) -> str:
    return str(unicodedata.decimal(letter, letter))
