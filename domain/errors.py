"""The refusals the product knows: what is wrong, with the facts a person or a program needs.

Each has the code of the HTTP contract. The sentences people read live with the windows and the
server, in their languages; `str()` is English for the log.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar


class Refusal(Exception):
    """Something was asked that cannot be done now. Nothing was changed."""

    code: ClassVar[str] = "REFUSED"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.code + (f" {facts}" if facts else ""))

    def instant(self, name: str) -> dt.datetime | None:
        """A fact that is an instant, aware, or None when it is not there."""
        value = self.facts.get(name)
        if isinstance(value, str):
            return dt.datetime.fromisoformat(value)
        return value if isinstance(value, dt.datetime) else None


class InvalidInput(Refusal):
    code = "INVALID_INPUT"


class Unauthorized(Refusal):
    code = "UNAUTHORIZED"


class NotAllowed(Refusal):
    code = "FORBIDDEN"


class ClinicNotFound(Refusal):
    code = "CLINIC_NOT_FOUND"


class RoomNotFound(Refusal):
    code = "ROOM_NOT_FOUND"


class TicketNotFound(Refusal):
    code = "TICKET_NOT_FOUND"


class NotInQueue(Refusal):
    code = "NOT_IN_QUEUE"


class NobodyWaiting(Refusal):
    code = "NO_PATIENTS_WAITING"


class TicketInHand(Refusal):
    """The room already has as many patients as places; facts: ticket."""

    code = "TICKET_IN_HAND"


class WrongState(Refusal):
    """Facts: state (as in the HTTP contract), by (name or None for time), at."""

    code = "WRONG_STATE"


class TooEarly(Refusal):
    """Facts: at, the instant from which it is allowed."""

    code = "TOO_EARLY"


class TooLateToUndo(Refusal):
    """Facts: at, the instant until which it could have been undone, or None when it never could."""

    code = "TOO_LATE_TO_UNDO"


class AlreadyWaiting(Refusal):
    code = "ALREADY_WAITING"


class ClinicClosed(Refusal):
    """Facts: until, when it opens, or None when not today."""

    code = "CLINIC_CLOSED"


class ClinicPaused(Refusal):
    """Facts: reason, until."""

    code = "CLINIC_PAUSED"


class OtherGender(Refusal):
    """The clinic serves the other gender; facts: gender, the one it serves."""

    code = "CLINIC_OTHER_GENDER"


class KeyReused(Refusal):
    """The idempotency key was used before with another payload."""

    code = "IDEMPOTENCY_KEY_REUSED"


class InProgress(Refusal):
    code = "IN_PROGRESS"


class Busy(Refusal):
    """Too much at once, or a lock not got in time; try again. Facts: retry_after_s."""

    code = "BUSY"


class StoreAway(Busy):
    """The database cannot be reached, or is not set up; facts: why, one plain English sentence."""
