"""Slots, holds and bookings as Python sees them: the moves, the reads, and what a lost race means.

Nothing is decided here; the rules live in storage/moves/*.sql.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import errors as pg

from domain.errors import Busy, SlotTaken
from domain.ports import Press
from domain.slots import DayBookings
from domain.tickets import IssuedTicket
from storage.answers import Answer, Issued, instant
from storage.answers_visit import booking_of
from storage.moves import Move
from storage.session import Session, done

READ_SLOTS = "select dawr.read_slots(%(clinic)s, %(day)s, %(only_free)s)"
READ_LASTING_SLOTS = "select dawr.read_lasting_slots(%(clinic)s, %(day)s, %(only_free)s)"
READ_NEXT_FREE = "select dawr.read_next_free(slot => %(slot)s, hold => %(hold)s)"
READ_BOOKINGS = "select dawr.read_bookings(%(clinics)s, %(day)s)"

LOST = (pg.DeadlockDetected, pg.SerializationFailure)
"""What a race for a slot may end in for those who lose it, once trying again has not helped."""
BROKEN = (pg.UniqueViolation, pg.ForeignKeyViolation)
"""A rule that a constraint carries a second time, and that another's work came to before."""


@dataclass(frozen=True, slots=True)
class SlotMoved:
    """A slot after a move, as every move of slots answers it."""

    answer: Answer

    @staticmethod
    def of(answer: Answer) -> SlotMoved:
        return SlotMoved(answer)

    @property
    def replayed(self) -> bool:
        return bool(self.answer.get("replayed"))


HOLD_SLOT = Move("hold_slot", ("slot", "patient", "mobile", "address"), SlotMoved.of)
RELEASE_HOLD = Move("release_hold", ("hold",), SlotMoved.of)
CONFIRM_BOOKING = Move("confirm_booking", ("hold", "name", "mobile"), SlotMoved.of)
CANCEL_BOOKING = Move("cancel_booking", ("code",), SlotMoved.of)
CHECK_IN = Move("check_in", ("code", "holder"), Issued.of)


@contextmanager
def races() -> Iterator[None]:
    """A race lost for a slot means that it is taken, whichever way the database said so.

    Raises:
        SlotTaken: a deadlock, or a constraint that another's work came to first.
        Busy: whether the slot can be had could not be checked at all; nothing was done.
    """
    try:
        yield
    except Busy as busy:
        if isinstance(busy.__cause__, LOST):
            raise SlotTaken from busy
        raise
    except BROKEN as violation:
        raise SlotTaken from violation
    except psycopg.Error as fault:
        raise Busy(retry_after_s=1) from fault


def check_in(session: Session, press: Press, code: str) -> IssuedTicket:
    """Make an appointment a ticket, at a kiosk or a desk; `existing` when it was one already."""
    ticket = done(session.move(CHECK_IN, press, code=code))
    return ticket.ticket(ticket.answer["patient"])


def cancel_booking(session: Session, press: Press, code: str) -> None:
    """Call an appointment off; its time is free at once."""
    done(session.move(CANCEL_BOOKING, press, code=code))


def read_bookings(
    session: Session, clinics: Sequence[str], day: dt.date | None = None
) -> DayBookings:
    """The appointments of a local date, today's without one; names are in it, so it is audited."""
    return bookings_of(session.read(READ_BOOKINGS, {"clinics": list(clinics), "day": day}))


def bookings_of(answer: Answer) -> DayBookings:
    return DayBookings(
        day=dt.date.fromisoformat(answer["day"]),
        read_at=instant(answer["read_at"]),
        bookings=tuple(booking_of(one) for one in answer["bookings"]),
    )
