"""What the follower does when its log fails or waits in the narrow moments, step by step."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pytest

from domain.errors import StoreAway
from server.feed.hub import Hub
from storage.feed_log import PAGE, FeedEvent, FeedLog, Head, Pulse
from storage.pool import Pool
from tests.server.conftest import until
from tests.server.test_feed_ids import event
from tests.server.test_hub import Socket, join

SETTINGS = "SETTINGS_CHANGED"


class Log(FeedLog):
    """A log in memory. Its pulse can be held back, and fail as often as it is told to."""

    def __init__(self) -> None:
        super().__init__("host=nowhere")
        self.written: list[FeedEvent] = []
        self.pulses = 0
        self.failures = 0
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    def write(self, kind: str) -> None:
        position = len(self.written) + 1
        self.written.append(event(1, position)._replace(kind=kind, total=position))

    async def events(self, after: Mapping[int, int], at_most: int = PAGE) -> list[FeedEvent]:
        return [one for one in self.written if one.position > after[1]]

    async def heads(self) -> list[Head]:
        return [Head(1, "lab", 0)]

    async def pulse(self) -> Pulse | None:
        self.pulses += 1
        await self.may_answer.wait()
        if self.failures:
            self.failures -= 1
            raise StoreAway(retry_after_s=1)
        return None

    async def ring(self) -> None:
        """Nobody else is there."""


@pytest.fixture
async def log() -> Log:
    return Log()


@asynccontextmanager
async def following(log: Log, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hub]:
    """A hub that follows it."""
    monkeypatch.setattr("server.feed.hub.FeedLog", lambda _: log)
    hub = Hub("host=nowhere", Pool("host=nowhere", "test"))
    task = asyncio.create_task(hub.follower.run())
    try:
        await hub.follower.refresh(whole=True)
        yield hub
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_what_came_with_a_change_of_settings_is_told_though_the_database_fails_then(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = Socket()
    async with following(log, monkeypatch) as hub:
        hub.add(await join(hub, socket, 0))
        log.failures = 1
        log.write("CALLED")
        log.write(SETTINGS)
        hub.follower.ring()
        await until(lambda: log.failures == 0, "it fails")
        log.write("CALLED")
        hub.follower.ring()
        await until(lambda: socket.heard[-1:] == [3], "it goes on")

    assert socket.heard == [1, 3]


async def test_who_joins_while_a_change_of_settings_is_looked_at_hears_it_once(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, late = Socket(), Socket()
    async with following(log, monkeypatch) as hub:
        hub.add(await join(hub, here, 0))
        log.may_answer.clear()
        before = log.pulses
        log.write("CALLED")
        log.write(SETTINGS)
        hub.follower.ring()
        await until(lambda: log.pulses > before, "it looks")
        hub.add(await join(hub, late, 0))
        log.may_answer.set()
        log.write("CALLED")
        hub.follower.ring()
        await until(lambda: here.heard[-1:] == late.heard[-1:] == [3], "both hear what follows")

    assert here.heard == late.heard == [1, 3]
