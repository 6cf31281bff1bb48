"""One client of the feed: what it follows, how far it is, and its socket."""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import cast

from starlette.types import Message, Send


class State(enum.Enum):
    """BEHIND: it is being told what it missed, or its socket is full. LIVE: told at once."""

    BEHIND = enum.auto()
    LIVE = enum.auto()
    ENDED = enum.auto()


@dataclass(frozen=True, slots=True)
class Following:
    """What is followed: clinics by code and stream; staff also hear the site's own stream."""

    codes: tuple[str, ...]
    streams: tuple[int, ...]
    is_staff: bool = False


_END: Message = {"type": "http.response.body", "body": b"", "more_body": False}


def piece(data: bytes) -> Message:
    """A part of a stream, made once for all who get it."""
    return {"type": "http.response.body", "body": data, "more_body": True}


class Subscriber:
    """A client. `positions` counts only while it is BEHIND; LIVE it is where its channel is."""

    __slots__ = ("_send", "_timers", "batch", "following", "positions", "state", "work")

    def __init__(self, following: Following, positions: dict[int, int], send: Send) -> None:
        self.following = following
        self.positions = positions
        self.state = State.BEHIND
        self.batch = 0
        self.work: asyncio.Task[None] | None = None
        self._send = send
        self._timers: dict[str, asyncio.TimerHandle] = {}

    def push(self, message: Message) -> bool:
        """Send without waiting; False when its socket is full, and then nothing of it was sent.

        The server's send runs to its end at once unless it has to wait for the socket, and it
        waits before it writes.
        """
        sending = cast("Coroutine[object, None, None]", self._send(message))
        try:
            sending.send(None)
        except StopIteration:
            return True
        sending.close()
        return False

    async def send(self, data: bytes) -> None:
        """Send, waiting for the socket."""
        await self._send(piece(data))

    def after(self, name: str, seconds: float, act: Callable[[], None]) -> None:
        """Do something later, unless the client has gone by then."""
        self._timers[name] = asyncio.get_running_loop().call_later(seconds, act)

    def end(self) -> None:
        """End the stream from our side; the client comes back with its last id."""
        was, self.state = self.state, State.ENDED
        if was is State.LIVE and not self.push(_END):
            self.work = asyncio.create_task(self.finish())

    async def finish(self) -> None:
        """The same for a client that is behind, once its socket takes it."""
        await self._send(_END)

    def leave(self) -> None:
        """The client has gone: forget its timers and whatever is done for it."""
        self.state = State.ENDED
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if self.work is not None:
            self.work.cancel()
