"""Patients who watch their own place on the feed: one read for all of them whenever a line moves.

Nothing here is on the way of the events themselves: changes only mark who has to be looked at, and
one task reads them together, so that many changes cost one read and no client ever costs one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import structlog

from domain.errors import Refusal
from domain.notices import Place, kind_of
from domain.states import EventKind
from server.feed import frames
from server.feed.subscriber import State, Subscriber, piece
from storage.feed_log import FeedEvent
from storage.places import Found, read_places
from storage.pool import Pool

BEAT_S = 0.02
"""Between two reads: a lone change is told at once, a busy line's are told together."""
AGAIN_S = 0.5
MOST_AT_ONCE = 1000
"""Tickets of one read; more of them take another."""
TOLD_AT_ONCE = 100

_log = structlog.get_logger("dawr.feed")


class Watched:
    """One ticket asked for, where it stands now, and who watches it, perhaps by its token."""

    __slots__ = ("asked", "by", "found", "frame", "told")

    def __init__(self, found: Found) -> None:
        self.asked = found.asked
        self.found = found
        self.told: dict[Subscriber, bytes | None] = {}
        self.by: dict[Subscriber, str] = {}
        self.frame = _frame(found, is_new_ticket=found.place.ticket_id != found.asked)

    def learn(self, found: Found) -> bool:
        """Take a newer reading; whether it is news, and so has a frame of its own."""
        before, self.found = self.found.place, found
        if found.place.news == before.news:
            return False
        self.frame = _frame(found, is_new_ticket=found.place.ticket_id != before.ticket_id)
        return True

    def strangers(self) -> list[Subscriber]:
        """Who watches by a token that is not the ticket's any more."""
        return [one for one, token in self.by.items() if token != self.found.asked_token]


def _frame(found: Found, *, is_new_ticket: bool) -> bytes:
    place: Place = found.place
    kind = kind_of(place, is_new_ticket=is_new_ticket and place.ticket_id != found.asked)
    return frames.notice(kind, place, has_gone_on=place.ticket_id != found.asked)


class Watches:
    """All who watch in this process.

    Args:
        fall_behind: called with a client whose socket is full.
        end: called with a client that may watch no more.
    """

    def __init__(
        self,
        pool: Pool,
        fall_behind: Callable[[Subscriber], None],
        end: Callable[[Subscriber], None],
    ) -> None:
        self.reads = 0
        """How often the database was asked, for the tests that count."""
        self._pool = pool
        self._fall_behind = fall_behind
        self._end = end
        self._by_ticket: dict[int, Watched] = {}
        self._by_client: dict[Subscriber, Watched] = {}
        self._by_stream: dict[int, dict[Watched, None]] = {}
        self._lasting: dict[Watched, None] = {}
        self._stale: dict[Watched, None] = {}
        self._untold: dict[Watched, None] = {}
        self._wake = asyncio.Event()

    def __len__(self) -> int:
        return len(self._by_ticket)

    def add(self, client: Subscriber, found: Found, seen: int, token: str | None = None) -> bytes:
        """Watch for a client; answers the notice of the present state, which is then told.

        Args:
            seen: how far this process has read the clinic's stream; when that is further than
                the reading, it is read again.
            token: by which he asked for the ticket; None: he may watch whatever its token is.
        """
        watched = self._by_ticket.get(found.asked)
        if watched is None:
            watched = self._by_ticket[found.asked] = Watched(found)
            self._place(watched)
        elif watched.found.place.news != found.place.news:
            self._mark([watched])
        if seen > found.position:
            self._mark([watched])
        self._by_client[client] = watched
        if token is not None:
            watched.by[client] = token
            if token != watched.found.asked_token:
                watched.told[client] = None
                self._mark([watched])
                return b""
        watched.told[client] = watched.frame
        return watched.frame

    def remove(self, client: Subscriber) -> None:
        """A client has gone."""
        watched = self._by_client.pop(client, None)
        if watched is None:
            return
        del watched.told[client]
        watched.by.pop(client, None)
        if not watched.told:
            del self._by_ticket[watched.asked]
            self._displace(watched)
            self._stale.pop(watched, None)
            self._untold.pop(watched, None)

    def changed(self, events: Iterable[FeedEvent]) -> None:
        """Something happened: look again at whom it may concern."""
        if not self._by_ticket:
            return
        for event in events:
            self._mark(self._by_stream.get(event.stream, ()))
            if event.kind == EventKind.ENTERED:
                self._mark(self._lasting)

    def forget(self, client: Subscriber) -> None:
        """A client starts anew: what it was told counts no more."""
        watched = self._by_client.get(client)
        if watched is not None:
            watched.told[client] = None

    def joined(self, client: Subscriber) -> None:
        """A client is level: it is told what it has not been told meanwhile."""
        watched = self._by_client.get(client)
        if watched is not None and watched.told[client] is not watched.frame:
            self._untold[watched] = None
            self._wake.set()

    async def run(self) -> None:
        """For ever; while the database is away what is stale stays so."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._round()
            except Refusal:
                await self._again()
            except Exception:  # noqa: BLE001 - notices outlive whatever the database does
                _log.exception("notice fault")
                await self._again()
            await asyncio.sleep(BEAT_S)

    async def _again(self) -> None:
        await asyncio.sleep(AGAIN_S)
        self._wake.set()

    async def _round(self) -> None:
        while self._stale:
            batch = list(islice(self._stale, MOST_AT_ONCE))
            for watched in batch:
                del self._stale[watched]
            try:
                await self._read(batch)
            except BaseException:
                self._mark(one for one in batch if self._by_ticket.get(one.asked) is one)
                raise
        untold, self._untold = self._untold, {}
        await self._tell(list(untold))

    async def _read(self, batch: Sequence[Watched]) -> None:
        self.reads += 1
        found = await read_places(self._pool, [one.asked for one in batch])
        for watched in batch:
            new = found.get(watched.asked)
            if new is None or self._by_ticket.get(watched.asked) is not watched:
                continue
            self._displace(watched)
            if watched.learn(new):
                self._untold[watched] = None
            self._place(watched)
            for stranger in watched.strangers():
                self._end(stranger)

    async def _tell(self, untold: Sequence[Watched]) -> None:
        count = 0
        for watched in untold:
            frame = watched.frame
            message = piece(frame)
            for client in list(watched.told):
                if client.state is not State.LIVE or watched.told.get(client, frame) is frame:
                    continue
                if client.push(message):
                    watched.told[client] = frame
                else:
                    self._fall_behind(client)
                count += 1
                if count % TOLD_AT_ONCE == 0:
                    await asyncio.sleep(0)

    def _mark(self, stale: Iterable[Watched]) -> None:
        for watched in stale:
            self._stale[watched] = None
        if self._stale:
            self._wake.set()

    def _place(self, watched: Watched) -> None:
        self._by_stream.setdefault(watched.found.stream, {})[watched] = None
        if watched.found.may_go_on:
            self._lasting[watched] = None

    def _displace(self, watched: Watched) -> None:
        there = self._by_stream[watched.found.stream]
        del there[watched]
        if not there:
            del self._by_stream[watched.found.stream]
        self._lasting.pop(watched, None)
