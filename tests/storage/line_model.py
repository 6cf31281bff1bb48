"""A small pure model of the line, against which the database is held: no SQL, no clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

CREDIT = {"none": dt.timedelta(0), "elderly": dt.timedelta(minutes=15)}
CREDIT["emergency"] = dt.timedelta(days=36525)
IN_HAND = ("called", "serving")


@dataclass
class ModelTicket:
    clinic: str
    label: str
    arrived: dt.datetime
    priority: str = "none"
    state: str = "waiting"
    room: str | None = None
    overnight: bool = True

    @property
    def key(self) -> dt.datetime:
        return self.arrived - CREDIT[self.priority]


@dataclass
class Line:
    """Tickets by id, and each clinic's counter of the open day."""

    tickets: dict[int, ModelTicket] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)

    def next_number(self, clinic: str) -> int:
        self.counters[clinic] = self.counters.get(clinic, 0) + 1
        return self.counters[clinic]

    def of(self, *states: str) -> list[int]:
        return sorted(one for one, ticket in self.tickets.items() if ticket.state in states)

    def next_in(self, clinics: tuple[str, ...]) -> int | None:
        """Whoever is called next in these clinics: the least virtual arrival, then the older id."""
        waiting = [one for one in self.of("waiting") if self.tickets[one].clinic in clinics]
        return min(waiting, key=lambda one: (self.tickets[one].key, one), default=None)

    def in_room(self, room: str) -> list[int]:
        return [one for one in self.of(*IN_HAND) if self.tickets[one].room == room]

    def turn(self, overnight: set[str]) -> None:
        """A new day: numbers from 1; waiting and held expire, save where it is open overnight."""
        self.counters.clear()
        for one in self.of("waiting", "held"):
            if self.tickets[one].clinic not in overnight:
                self.tickets[one].state = "expired"
