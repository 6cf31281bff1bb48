"""What became of tickets after their call: taken back, missed, or nothing the wall must know.

A call taken back stays so for every copy of it that a later snapshot may still carry.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from typing import TypeAlias, TypeVar

from domain.feed import Announcement, QueueUpdate
from domain.states import EventKind

MOST_REMEMBERED = 2000
"""More than the tickets of a busy site's day that can still change; the oldest is forgotten."""

_TAKES_BACK = frozenset(
    {
        EventKind.CANCELLED,
        EventKind.TRANSFERRED,
        EventKind.HELD,
        EventKind.EXPIRED,
        EventKind.REACTIVATED,
    }
)
_CALL_OUTLIVES_UNDOING = frozenset({EventKind.IN_SERVICE, EventKind.COMPLETED, EventKind.NO_SHOW})

Ticket: TypeAlias = tuple[str, str]
K = TypeVar("K")
V = TypeVar("V")


def ticket_of(call: Announcement) -> Ticket:
    """Clinic and label: what a call is about, whenever it was made."""
    return call.clinic, call.ticket


def remember(memory: OrderedDict[K, V], key: K, value: V) -> None:
    """Keep the newest facts; of very many the oldest is forgotten."""
    memory[key] = value
    memory.move_to_end(key)
    if len(memory) > MOST_REMEMBERED:
        memory.popitem(last=False)


class Fates:
    """Remembers the last thing that happened to each ticket."""

    def __init__(self) -> None:
        self._taken_back_at: OrderedDict[Ticket, dt.datetime] = OrderedDict()
        self._last: OrderedDict[Ticket, EventKind] = OrderedDict()

    def follow(self, update: QueueUpdate) -> None:
        """Take one change of one ticket.

        Undoing takes the call back unless what is undone is known to have come after it: undoing
        "started" leaves the patient called. Not knowing, the wall rather invites nobody.
        """
        if update.ticket is None or update.kind is EventKind.PRIORITY_CHANGED:
            return
        ticket = (update.clinic, update.ticket)
        undone = self._last.get(ticket) if update.kind is EventKind.UNDONE else None
        if update.kind in _TAKES_BACK or (
            update.kind is EventKind.UNDONE and undone not in _CALL_OUTLIVES_UNDOING
        ):
            remember(self._taken_back_at, ticket, update.at)
        remember(self._last, ticket, update.kind)

    def is_taken_back(self, call: Announcement) -> bool:
        at = self._taken_back_at.get(ticket_of(call))
        return at is not None and call.at <= at

    def is_missed(self, call: Announcement) -> bool:
        """Whether the patient did not come."""
        return self._last.get(ticket_of(call)) is EventKind.NO_SHOW
