"""Who listens, and how what is new reaches them: encoded once for a channel, sent to all of it.

A channel is all clients that follow the same. Its live clients are at the same positions; who
joins is first told what he missed. No event is lost or told twice: positions decide, and between
the decision and the joining nothing is awaited.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from typing import Protocol

from domain.errors import Refusal
from domain.states import ANNOUNCED_KINDS
from server.feed import frames
from server.feed.follower import Follower
from server.feed.ids import encode
from server.feed.snapshots import Snapshots
from server.feed.subscriber import Following, State, Subscriber, piece
from server.feed.watches import Watches
from server.metrics import Metrics
from storage.feed_log import FeedEvent, FeedLog, read_events
from storage.pool import Pool

HEARTBEAT_S = 15.0
LONGEST_S = 300.0
MOST_REPLAYED = 1000
"""Further behind than this a client gets the state whole."""
MOST_MISSED = 10_000
AT_ONCE = 100
"""Clients written to before the loop gets its turn: then those really hear it, and others act."""


class Other(Protocol):
    """Who is no client but wants to know at once that something happened."""

    @property
    def is_wanting(self) -> bool: ...

    def changed(self) -> None: ...


class Channel:
    """The live clients that follow the same, and where they all are.

    While a round is told to them, whoever has not heard it is still at `before`.
    """

    def __init__(self, following: Following, positions: dict[int, int]) -> None:
        self.following = following
        self.positions = positions
        self.members: dict[Subscriber, None] = {}
        self.before = positions
        self.batch = 0

    def begin(self, batch: int) -> None:
        """A round: the positions go on from here."""
        self.before, self.positions = self.positions, dict(self.positions)
        self.batch = batch

    def end(self) -> None:
        """Everybody has heard it."""
        self.before = self.positions

    def where(self, client: Subscriber) -> dict[int, int]:
        """How far this member has been told."""
        return self.positions if client.batch >= self.batch else self.before


class Hub:
    """All clients of this process."""

    def __init__(
        self,
        conninfo: str,
        pool: Pool,
        *,
        heartbeat_s: float = HEARTBEAT_S,
        longest_s: float = LONGEST_S,
        metrics: Metrics | None = None,
    ) -> None:
        self._metrics = metrics or Metrics()
        self.follower = Follower(
            FeedLog(conninfo), self.deliver, self._is_wanted, self._metrics.lag.set
        )
        self.snapshots = Snapshots(pool)
        self.watches = Watches(pool, self._is_full, self._end)
        self.others: list[Other] = []
        self.is_closed = False
        self.pool = pool
        self._heartbeat_s = heartbeat_s
        self._longest_s = longest_s
        self._channels: dict[Following, Channel] = {}
        self._clients: dict[Subscriber, None] = {}
        self._batch = 0
        self._beat = piece(frames.HEARTBEAT)

    def __len__(self) -> int:
        return len(self._clients)

    @property
    def behind(self) -> int:
        """How many clients are being told what they missed."""
        return sum(client.state is State.BEHIND for client in self._clients)

    @property
    def channels(self) -> int:
        return len(self._channels)

    def _is_wanted(self) -> bool:
        return bool(self._clients) or any(one.is_wanting for one in self.others)

    def add(self, client: Subscriber) -> None:
        """Count a client and wind its clocks."""
        self._clients[client] = None
        self._metrics.feeds.inc()
        client.after("beat", self._heartbeat_s, lambda: self._heartbeat(client))
        client.after("end", self._longest_s, lambda: self._end(client))

    def remove(self, client: Subscriber) -> None:
        """A client has gone; nothing of it stays."""
        client.leave()
        if client in self._clients:
            del self._clients[client]
            self._metrics.feeds.dec()
        self.watches.remove(client)
        self._part(client)

    def close(self) -> None:
        """End every stream."""
        self.is_closed = True
        for client in list(self._clients):
            self._end(client)

    async def catch_up(self, client: Subscriber) -> None:
        """Tell a client what followed its positions; once it is level, join it to its channel."""
        while client.state is State.BEHIND:
            if self._is_ahead(client.positions):
                await self.follower.refresh(whole=not self._knows(client.positions))
            missed = self.follower.tail.after(client.positions)
            if missed is None:
                missed = await self.replay(client.positions)
            if missed is None:
                await self._start_anew(client)
            elif missed:
                await client.send(
                    b"".join(self._frames(client.following, client.positions, missed))
                )
            elif not self._is_ahead(client.positions):
                self._join(client)

    async def replay(self, positions: dict[int, int]) -> list[FeedEvent] | None:
        """What followed, from the database; None when that is too much to be told one by one."""
        behind = sum(self.follower.seen.get(one, seen) - seen for one, seen in positions.items())
        if behind > MOST_REPLAYED:
            return None
        return await read_events(self.pool, positions)

    def _knows(self, positions: dict[int, int]) -> bool:
        return positions.keys() <= self.follower.seen.keys()

    def _is_ahead(self, positions: dict[int, int]) -> bool:
        """Whether they were read elsewhere, and this process has not come so far yet."""
        seen = self.follower.seen
        return any(position > seen.get(stream, -1) for stream, position in positions.items())

    def _frames(
        self,
        following: Following,
        positions: dict[int, int],
        events: Iterable[FeedEvent],
        only: frozenset[str] | None = None,
    ) -> Iterator[bytes]:
        """The messages of these events; moves the positions along, also past what is not told."""
        for event in events:
            if event.position <= positions.get(event.stream, event.position):
                continue
            positions[event.stream] = event.position
            if (following.is_staff or frames.is_public(event.kind)) and (
                only is None or event.kind in only
            ):
                yield frames.framed(b"queue_update", frames.update(event), encode(positions))

    def _join(self, client: Subscriber) -> None:
        channel = self._channels.get(client.following)
        if channel is None:
            channel = Channel(client.following, dict(client.positions))
            self._channels[client.following] = channel
        channel.members[client] = None
        client.batch = self._batch
        client.state = State.LIVE
        self.watches.joined(client)

    def _part(self, client: Subscriber) -> None:
        channel = self._channels.get(client.following)
        if channel is not None:
            channel.members.pop(client, None)
            if not channel.members:
                del self._channels[client.following]

    async def deliver(self, events: list[FeedEvent]) -> None:
        """Hand on what is new: all channels move along at once, then their clients are told."""
        self._batch += 1
        batch = self._batch
        work = []
        for channel in self._channels.values():
            channel.begin(batch)
            told = b"".join(self._frames(channel.following, channel.positions, events))
            if told:
                work.append((channel, told, list(channel.members)))
            else:
                channel.end()
        for channel, told, members in work:
            await self._spread(batch, told, members)
            channel.end()
        self.watches.changed(events)
        for one in self.others:
            one.changed()

    async def _spread(self, batch: int, told: bytes, members: list[Subscriber]) -> None:
        message = piece(told)
        for count, client in enumerate(members, start=1):
            if client.state is State.LIVE and client.batch < batch:
                if client.push(message):
                    client.batch = batch
                else:
                    self._is_full(client)
            if count % AT_ONCE == 0:
                await asyncio.sleep(0)

    def _is_full(self, client: Subscriber) -> None:
        self._fall_behind(client, self._channels[client.following].where(client))

    def _fall_behind(self, client: Subscriber, positions: dict[int, int]) -> None:
        """Its socket is full: keep nothing for it; once it takes something again it starts anew."""
        self._part(client)
        client.state = State.BEHIND
        client.positions = dict(positions)
        self.watches.forget(client)
        client.work = asyncio.create_task(self._recover(client))

    async def _recover(self, client: Subscriber) -> None:
        try:
            await client.send(b"")
            await self._start_anew(client)
            await self.catch_up(client)
        except Refusal:
            client.state = State.ENDED
        if client.state is State.ENDED:
            await client.finish()

    async def _start_anew(self, client: Subscriber) -> None:
        """The calls it missed, each of which counts, then the state whole."""
        following = client.following
        snapshot = await self.snapshots.read(following.codes, with_site=following.is_staff)
        told = await self._missed_calls(client, snapshot.positions)
        client.positions = dict(snapshot.positions)
        await client.send(told + snapshot.frame)

    async def _missed_calls(self, client: Subscriber, until: dict[int, int]) -> bytes:
        told: list[bytes] = []
        positions = dict(client.positions)
        for _ in range(MOST_MISSED // MOST_REPLAYED):
            events = await read_events(self.pool, positions, MOST_REPLAYED)
            known = [one for one in events if one.position <= until.get(one.stream, 0)]
            told += self._frames(client.following, positions, known, ANNOUNCED_KINDS)
            if len(events) < MOST_REPLAYED:
                break
        return b"".join(told)

    def _heartbeat(self, client: Subscriber) -> None:
        """Keep the line warm, unless the feed itself does not know how things stand."""
        if client.state is State.LIVE and self.follower.is_live and not client.push(self._beat):
            self._is_full(client)
        if client.state is not State.ENDED:
            client.after("beat", self._heartbeat_s, lambda: self._heartbeat(client))

    def _end(self, client: Subscriber) -> None:
        self._part(client)
        client.end()
