"""A ticket's states, the moves between them, and the words other programs know them by.

The database's functions decide; this table lets windows offer only what is valid now, and a test
holds it against the functions. The picture is docs/understand/states.md.
"""

from __future__ import annotations

import enum


class TicketState(enum.StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    NO_SHOW = "no_show"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    EXPIRED = "expired"

    @property
    def status(self) -> str:
        """The word of the HTTP contract, e.g. IN_SERVICE."""
        return "IN_SERVICE" if self is TicketState.SERVING else self.value.upper()


OPEN_STATES = frozenset(
    {TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.HELD}
)
IN_HAND_STATES = frozenset({TicketState.CALLED, TicketState.SERVING})
OVER_STATES = frozenset(TicketState) - OPEN_STATES


class Move(enum.StrEnum):
    """What a person can do to one ticket; the value is the database function's name."""

    CALL_CHOSEN = "call_chosen"
    RECALL = "recall"
    START = "start_service"
    DONE = "finish"
    NO_SHOW = "mark_no_show"
    REACTIVATE = "reactivate"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    CANCEL = "cancel"
    UNDO = "undo"
    PRIORITY = "change_priority"


VALID_FROM: dict[Move, frozenset[TicketState]] = {
    Move.CALL_CHOSEN: frozenset({TicketState.WAITING}),
    Move.RECALL: frozenset({TicketState.CALLED}),
    Move.START: frozenset({TicketState.CALLED}),
    Move.DONE: IN_HAND_STATES,
    Move.NO_SHOW: frozenset({TicketState.CALLED}),
    Move.REACTIVATE: frozenset({TicketState.NO_SHOW}),
    Move.HOLD: frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.SERVING}),
    Move.RESUME: frozenset({TicketState.HELD}),
    Move.TRANSFER: OPEN_STATES,
    Move.CANCEL: OPEN_STATES,
    Move.PRIORITY: frozenset({TicketState.WAITING, TicketState.HELD}),
}


class Priority(enum.StrEnum):
    NONE = "none"
    ELDERLY = "elderly"
    PREGNANT = "pregnant"
    DISABILITY = "disability"
    EMERGENCY = "emergency"


class ClinicState(enum.StrEnum):
    OPEN = "OPEN"
    CLOSED = "CLOSED"
    PAUSED = "PAUSED"


class EventKind(enum.StrEnum):
    """What happened, as the event log and the feed say it."""

    ENTERED = "ENTERED"
    CALLED = "CALLED"
    RECALLED = "RECALLED"
    IN_SERVICE = "IN_SERVICE"
    COMPLETED = "COMPLETED"
    NO_SHOW = "NO_SHOW"
    HELD = "HELD"
    RESUMED = "RESUMED"
    TRANSFERRED = "TRANSFERRED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    REACTIVATED = "REACTIVATED"
    UNDONE = "UNDONE"
    PRIORITY_CHANGED = "PRIORITY_CHANGED"
    RESET = "RESET"
    DAY_TURNED = "DAY_TURNED"
    CLINIC_OPENED = "CLINIC_OPENED"
    CLINIC_CLOSED = "CLINIC_CLOSED"
    CLINIC_PAUSED = "CLINIC_PAUSED"
    # For staff and kiosks only:
    NOTED = "NOTED"
    STATION_NOTICE = "STATION_NOTICE"
    HELP_ASKED = "HELP_ASKED"
    SETTINGS_CHANGED = "SETTINGS_CHANGED"
    PIN_CHANGED = "PIN_CHANGED"
    ROUTE_EDITED = "ROUTE_EDITED"
    SLOT_HELD = "SLOT_HELD"
    HOLD_RELEASED = "HOLD_RELEASED"
    HOLD_EXPIRED = "HOLD_EXPIRED"
    SLOT_BOOKED = "SLOT_BOOKED"
    BOOKING_CANCELLED = "BOOKING_CANCELLED"
    STATION_APPROVED = "STATION_APPROVED"


SLOT_KINDS = frozenset(
    {
        EventKind.SLOT_HELD,
        EventKind.HOLD_RELEASED,
        EventKind.HOLD_EXPIRED,
        EventKind.SLOT_BOOKED,
        EventKind.BOOKING_CANCELLED,
    }
)
"""Changes of a clinic's appointments; its line is as it was."""
STAFF_ONLY_KINDS = SLOT_KINDS | {
    EventKind.NOTED,
    EventKind.STATION_NOTICE,
    EventKind.HELP_ASKED,
    EventKind.SETTINGS_CHANGED,
    EventKind.STATION_APPROVED,
    EventKind.PIN_CHANGED,
    EventKind.ROUTE_EDITED,
}
ANNOUNCED_KINDS = frozenset({EventKind.CALLED, EventKind.RECALLED})
