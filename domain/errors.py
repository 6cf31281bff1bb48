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


class IncorrectPin(Refusal):
    """The clinic's code is another; facts: attempts_left, 0 when this was the last try."""

    code = "INCORRECT_PIN"


class PinLocked(Refusal):
    """Too many wrong codes; facts: retry_after_s, until."""

    code = "PIN_LOCKED"


class WrongQueueNumber(Refusal):
    """The number is not that of the patient's ticket; no try of a code was counted."""

    code = "INCORRECT_QUEUE_NUMBER"


class WrongSequence(Refusal):
    """Another clinic of the route comes first; facts: due, its code."""

    code = "WRONG_SEQUENCE"


class PreviousNotCompleted(Refusal):
    """The patient is not done where he holds a ticket of the route; facts: due, that clinic."""

    code = "PREVIOUS_NOT_COMPLETED"


class NotOnRoute(Refusal):
    """The clinic is not on the patient's route; facts: clinic."""

    code = "CLINIC_NOT_IN_PATH"


class SlotNotFound(Refusal):
    code = "SLOT_NOT_FOUND"


class HoldNotFound(Refusal):
    """The hold is unknown, or was released."""

    code = "HOLD_NOT_FOUND"


class BookingNotFound(Refusal):
    code = "NOT_FOUND"


class PairingNotFound(Refusal):
    """No station waits under this code, or the secret is another; which of both is not told."""

    code = "NOT_FOUND"


class SlotTaken(Refusal):
    """Somebody else has the slot; facts: next_available, up to five free ones, soonest first."""

    code = "SLOT_TAKEN"


class HoldExpired(Refusal):
    """The ten minutes are over; facts: next_available as in SlotTaken."""

    code = "HOLD_EXPIRED"


class HoldUsed(Refusal):
    """The hold is a booking already."""

    code = "HOLD_USED"


class AlreadyHolding(Refusal):
    """The patient holds another slot of this clinic; facts: expires_at."""

    code = "ALREADY_HOLDING"


class OutsideCheckInWindow(Refusal):
    """Facts: opens_at, closes_at, the instants between which the patient can check in."""

    code = "OUTSIDE_CHECK_IN_WINDOW"


class RateLimited(Refusal):
    """Too often; facts: retry_after_s, limit, remaining, reset_s."""

    code = "RATE_LIMITED"


class Busy(Refusal):
    """Too much at once, or a lock not got in time; try again. Facts: retry_after_s."""

    code = "BUSY"


class StoreAway(Busy):
    """The database cannot be reached, or is not set up; facts: why, one plain English sentence."""
