"""Joining the feed in the narrow moments, step by step: nothing is told twice, nothing is lost."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

import pytest
from starlette.types import Message

from server.feed.hub import AT_ONCE, HEARTBEAT_S, Hub
from server.feed.subscriber import Following, State, Subscriber
from storage.feed_log import FeedEvent
from storage.pool import Pool
from tests.server.conftest import until
from tests.server.test_feed_ids import event

LAB = Following(("lab",), (1,))


class Socket:
    """Remembers the numbers of the events it was sent; may act when something comes."""

    def __init__(self, number: int = 0) -> None:
        self.number = number
        self.heard: list[int] = []
        self.others: list[Subscriber] = []
        self.hub: Hub | None = None
        self.is_open = asyncio.Event()
        self.is_open.set()

    async def send(self, message: Message) -> None:
        await self.is_open.wait()  # as the server waits for a full socket, before it writes
        found = re.findall(rb'"total":(\d+)', message["body"])
        self.heard += [int(one) for one in found]
        while self.others and self.hub is not None:
            await start_over(self.hub, self.others.pop())


async def start_over(hub: Hub, client: Subscriber) -> None:
    """What happens to a client that fell behind before the first event, and recovered."""
    hub.remove(client)
    client.state, client.positions = State.BEHIND, {1: 0}
    await hub.catch_up(client)


@pytest.fixture
def hub() -> Hub:
    return made()


def made(heartbeat_s: float = HEARTBEAT_S) -> Hub:
    """A hub that has read nothing yet, of a database that nobody asks."""
    hub = Hub("host=nowhere", Pool("host=nowhere", "test"), heartbeat_s=heartbeat_s)
    hub.follower.seen[1] = 0
    hub.follower.tail.begin(1, 0)
    return hub


async def read(hub: Hub, *positions: int) -> None:
    """What the follower does with what it read."""
    events = [event(1, position)._replace(total=position) for position in positions]
    hub.follower.seen[1] = positions[-1]
    hub.follower.tail.add(events)
    await hub.deliver(events)


async def join(hub: Hub, socket: Socket, position: int) -> Subscriber:
    client = Subscriber(LAB, {1: position}, socket.send)
    await hub.catch_up(client)
    return client


async def test_who_joins_hears_what_he_missed_then_what_is_new(hub: Hub) -> None:
    early, late = Socket(), Socket()
    await join(hub, early, 0)
    await read(hub, 1, 2, 3)

    await join(hub, late, 1)
    await read(hub, 4)

    assert early.heard == [1, 2, 3, 4]
    assert late.heard == [2, 3, 4]


async def test_who_is_ahead_of_this_process_waits_for_it(
    hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """His snapshot was read after two changes that this process has not read yet."""
    here, ahead = Socket(), Socket()
    await join(hub, here, 0)

    async def refresh(*, whole: bool = False) -> None:
        await read(hub, 1, 2)

    monkeypatch.setattr(hub.follower, "refresh", refresh)
    await join(hub, ahead, 2)
    await read(hub, 3)

    assert here.heard == [1, 2, 3]
    assert ahead.heard == [3]


async def test_who_comes_back_while_others_are_still_told_hears_it_once(hub: Hub) -> None:
    """One that was told by its own catching up is passed over by the round that is under way."""
    sockets = [Socket(number) for number in range(AT_ONCE + 20)]
    clients = [await join(hub, socket, 0) for socket in sockets]
    sockets[0].hub, sockets[0].others = hub, [clients[-1]]

    await read(hub, 1)

    assert [socket.heard for socket in sockets] == [[1]] * len(sockets)


@dataclass(frozen=True)
class Board:
    """The state whole, of which nothing is looked at."""

    positions: dict[int, int]
    frame: bytes = b""


async def test_a_socket_found_full_before_its_turn_in_a_round_loses_no_call_of_that_round(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A heartbeat meets the full socket of one who has not been told yet what others have."""
    hub = made(heartbeat_s=0.0)
    sockets = [Socket(number) for number in range(2 * AT_ONCE + 1)]
    clients = [await join(hub, socket, 0) for socket in sockets]
    called = event(1, 1)._replace(kind="CALLED", total=1)

    async def log(_: Pool, after: dict[int, int], __: int) -> list[FeedEvent]:
        return [called] if after[1] < called.position else []

    async def board(*_: object, **__: object) -> Board:
        return Board({1: 1})

    monkeypatch.setattr("server.feed.hub.read_events", log)
    monkeypatch.setattr(hub.snapshots, "read", board)
    hub.follower.is_fresh = True
    hub.follower.seen[1] = 1
    hub.add(clients[-1])
    sockets[-1].is_open.clear()

    await hub.deliver([called])
    was = clients[-1].state
    sockets[-1].is_open.set()
    await until(lambda: clients[-1].state is State.LIVE, "it is level")
    hub.remove(clients[-1])

    assert was is State.BEHIND
    assert [socket.heard for socket in sockets] == [[1]] * len(sockets)


async def test_a_full_socket_gets_nothing_of_a_message() -> None:
    written: list[Message] = []
    never = asyncio.Event()

    async def send(message: Message) -> None:
        await never.wait()  # as the server waits for a full socket, before it writes
        written.append(message)

    client = Subscriber(LAB, {1: 0}, send)

    assert not client.push({"type": "http.response.body", "body": b"x", "more_body": True})
    never.set()
    await asyncio.sleep(0)
    assert written == []
