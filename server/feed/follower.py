"""The one reader of a process: follows every stream of the site, and hands on what is new.

Rung by the doorbell, by this process's own moves and by its own 5 s check. A ring says nothing but
"look"; what is new is always read by position, and nothing but reading waits on its connection.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable

import structlog

from domain.errors import Refusal, StoreAway
from server.feed.tail import Tail
from storage.feed_log import PAGE, FeedEvent, FeedLog, Pulse

CHECK_S = 5.0
"""Source: the specification: finds within 5 s what a lost bell would miss."""
BEAT_S = 0.005
"""Between two reads: so rings are coalesced under load; a lone one is answered at once."""
AGAIN_S = 0.5
LEVEL_S = 1.0
"""Whoever wants to be level waits so long for a look, which may wait for a lock; then he reads for
himself. A look takes milliseconds, but a crowd that asks at once keeps the loop busy for longer."""
REFRESH_S = 5.0
"""Whoever cannot do without a look waits so long for it; then the feed counts as away."""
LOOKED_S = CHECK_S + 2.0
"""A follower that has not looked for so long hangs, and may have missed whatever was rung."""
_AWAY = "The database cannot be reached."

Deliver = Callable[[list[FeedEvent]], Awaitable[None]]

_log = structlog.get_logger("dawr.feed")


class Follower:
    """Where every stream stands, and the newest events.

    Args:
        deliver: called with what is new, in order, after `seen` and `tail` know it.
        wanted: whether anybody listens; where nobody does, only the 5 s check reads.
        lagging: told by how many seconds the feed is behind, when that changes.
    """

    def __init__(
        self,
        log: FeedLog,
        deliver: Deliver,
        wanted: Callable[[], bool],
        lagging: Callable[[float], None] | None = None,
    ) -> None:
        self.seen: dict[int, int] = {}
        self.clinics: dict[str, int] = {}
        self.tail = Tail()
        self.is_fresh = False
        """Whether the last look at the database that ended succeeded."""
        self.is_linked = False
        """Whether bells are heard; the listener's connection says so."""
        self.pulse: Pulse | None = None
        self._rung = 0
        self._level = 0
        self._looked_at = time.monotonic()
        self._lagging = lagging or _to_nobody
        self._log = log
        self._deliver = deliver
        self._wanted = wanted
        self._wake = asyncio.Event()
        self._is_ours = False
        self._waiting: list[asyncio.Future[None]] = []
        self._check_at = 0.0

    def heard(self, backend: int) -> None:
        """Somebody rang, perhaps ourselves."""
        if backend != self._log.backend:
            self._rung += 1
            self._wake.set()

    def ring(self) -> None:
        """A move of this process is committed: look, and tell the other processes."""
        self._is_ours = True
        self._rung += 1
        self._wake.set()

    def linked(self, is_there: bool) -> None:
        """Bells are heard again, or not any more; what was rung meanwhile has to be looked for."""
        self.is_linked = is_there
        self.heard(0)

    @property
    def is_live(self) -> bool:
        """Whether it follows: its last look succeeded, and of late. One that hangs ends nothing."""
        return self.is_fresh and time.monotonic() - self._looked_at < LOOKED_S

    @property
    def is_sure(self) -> bool:
        """Whether it can know of changes at once: it follows, and bells are heard."""
        return self.is_live and self.is_linked

    async def level(self) -> bool:
        """Whether `seen` holds all that was rung before this call; waits a moment for it to be so.

        A move of this process rings before it is answered, so its caller finds it here. Where
        nothing was rung nothing is asked; where something was, one look serves all who wait.
        """
        if self.is_sure and self._level < self._rung:
            with contextlib.suppress(TimeoutError, StoreAway):
                async with asyncio.timeout(LEVEL_S):
                    await self.refresh()
                    return self.is_sure
            return False
        return self.is_sure

    async def refresh(self, *, whole: bool = False) -> None:
        """Return when a look that began after this call is done; a whole one finds new clinics.

        Raises:
            StoreAway: it failed, or hangs.
        """
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        if whole:
            self._check_at = 0.0
        self._wake.set()
        try:
            async with asyncio.timeout(REFRESH_S):
                await waiting
        except TimeoutError:
            raise StoreAway(retry_after_s=2, why=_AWAY) from None

    async def close(self) -> None:
        """Close the log's connection, once run() has ended."""
        await self._log.close()

    async def run(self) -> None:
        """Follow for ever; a database that is away is asked again until it is back."""
        while True:
            try:
                await self._look()
            except Exception as error:  # noqa: BLE001 - the feed outlives whatever the database does
                await self._lost(error)

    async def _look(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, self._check_at - time.monotonic())):
                await self._wake.wait()
        self._wake.clear()
        rung = self._rung
        waiting, self._waiting = self._waiting, []
        is_ours, self._is_ours = self._is_ours, False
        try:
            if is_ours:
                await self._log.ring()
            is_due = time.monotonic() >= self._check_at
            if is_due:
                await self._check()
            if is_due or waiting or self._wanted():
                await self._read()
                self._level, self._looked_at = rung, time.monotonic()
        except BaseException:
            self._fail(waiting)
            raise
        for one in waiting:
            if not one.done():
                one.set_result(None)
        if not self.is_fresh:
            self._lagging(0.0)
        self.is_fresh = True
        await asyncio.sleep(BEAT_S)

    async def _check(self) -> None:
        """What no event tells: the database's clock, and clinics that were added meanwhile."""
        self.pulse = await self._log.pulse()
        for head in await self._log.heads():
            if head.stream not in self.seen:
                self.seen[head.stream] = head.position
                self.tail.begin(head.stream, head.position)
            if head.clinic is not None:
                self.clinics[head.clinic] = head.stream
        self._check_at = time.monotonic() + CHECK_S

    async def _read(self) -> None:
        """What is new, a page at a time; between knowing a page and telling it nothing is awaited.

        A page whose reading fails before that is read again; who joins meanwhile is before it.
        """
        while True:
            events = await self._log.events(self.seen)
            if any(event.kind == "SETTINGS_CHANGED" for event in events):
                self.pulse = await self._log.pulse()
            for event in events:
                self.seen[event.stream] = event.position
            self.tail.add(events)
            if events:
                await self._deliver(events)
                self._say_lag(events)
            if len(events) < PAGE:
                return

    async def _lost(self, error: Exception) -> None:
        if self.is_fresh:
            _log.warning("feed lost", why=type(error).__name__)
        if not isinstance(error, Refusal):
            _log.error("feed fault", exc_info=error)
        self.is_fresh = False
        self._lagging(time.monotonic() - self._looked_at)
        waiting, self._waiting = self._waiting, []
        self._fail(waiting)
        with contextlib.suppress(Exception):
            await self._log.close()
        self._check_at = 0.0
        self._wake.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_S):
                await self._wake.wait()

    def _say_lag(self, events: list[FeedEvent]) -> None:
        """How old the oldest of them was when it had been handed on, if anybody waited for it."""
        if self.pulse is not None and self._wanted():
            oldest = min(event.at for event in events).timestamp()
            self._lagging(max(0.0, self.pulse.now() - oldest))

    @staticmethod
    def _fail(waiting: list[asyncio.Future[None]]) -> None:
        for one in waiting:
            if not one.done():
                one.set_exception(StoreAway(retry_after_s=2, why=_AWAY))


def _to_nobody(_: float) -> None:
    """Nobody measures."""
