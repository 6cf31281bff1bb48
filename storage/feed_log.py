"""Reading the event log as the feed needs it: by position, on a connection of its own.

Its own, so that the feed flows while every connection of the pool waits for a lock.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from storage.doorbell import CHANNEL
from storage.own_connection import OwnConnection
from storage.pool import Pool

SITE_STREAM = 0
"""The stream of the site itself: help asked, notices of stations. Others are clinics' ids."""
PAGE = 1000
PATIENCE_S = 3.0
"""A look takes milliseconds and waits for no lock of a move: so long means that it hangs."""

_READ = (
    "select clinic_id, clinic, position, kind, ticket_id, number, label, room, at, service_day,"
    " current, waiting, in_service, completed, total, facts, station"
    " from dawr.read_events(%(streams)s, %(after)s, %(at_most)s)"
)
_RING = "select set_config('synchronous_commit', 'off', true), pg_notify(%(channel)s, '')"
"""A ring needs no disk; the setting ends with the statement."""
_HEADS = "select clinic_id, clinic, position from dawr.read_heads()"


class FeedEvent(NamedTuple):
    """One event of the log, with the clinic's numbers after it. Nothing personal is in it."""

    stream: int
    clinic: str | None
    position: int
    kind: str
    ticket_id: int | None
    number: int | None
    label: str | None
    room: str | None
    at: dt.datetime
    service_day: dt.date
    current: int
    waiting: int
    in_service: int
    completed: int
    total: int
    facts: dict[str, Any] | None
    station: str | None


class Head(NamedTuple):
    """Where a stream stands."""

    stream: int
    clinic: str | None
    position: int


@dataclass(frozen=True, slots=True)
class Pulse:
    """The database's clock when it was asked, which database this is, and what is no event there.

    place: of this site in this database alone. stamp: another one whenever the site, its rooms,
    clinics, hours, routes or schedules are.
    """

    time: float
    place: str
    stamp: str
    asked_at: float

    def now(self) -> float:
        """The database's clock, in seconds since 1970; ahead by as long as asking it took."""
        return self.time + time.monotonic() - self.asked_at


class FeedLog(OwnConnection):
    """The log on one connection, whose backend rings for this process and need not be heard."""

    def __init__(self, conninfo: str) -> None:
        super().__init__(conninfo, "dawr feed", PATIENCE_S)

    async def events(self, after: Mapping[int, int], at_most: int = PAGE) -> list[FeedEvent]:
        """What followed these positions by stream, in commit order within each stream."""
        return [FeedEvent(*row) for row in await self._rows(_READ, _after(after, at_most))]

    async def heads(self) -> list[Head]:
        """Every stream of the site."""
        return [Head(*row) for row in await self._rows(_HEADS)]

    async def pulse(self) -> Pulse | None:
        """How the database stands; None where it knows no site of this login."""
        asked_at = time.monotonic()
        ((told,),) = await self._rows("select dawr.read_pulse()")
        return None if told is None else Pulse(**told, asked_at=asked_at)

    async def ring(self) -> None:
        """Tell the other processes that something happened."""
        await self._rows(_RING, {"channel": CHANNEL})


async def read_events(pool: Pool, after: Mapping[int, int], at_most: int = PAGE) -> list[FeedEvent]:
    """The same on a connection of the pool: for a client that comes back after long."""
    rows = await pool.rows(_READ, _after(after, at_most))
    return [FeedEvent(*row) for row in rows]


def _after(positions: Mapping[int, int], at_most: int) -> dict[str, object]:
    return {
        "streams": list(positions),
        "after": list(positions.values()),
        "at_most": at_most,
    }
