"""Answers that many ask for and few things change: read once, served until one of these happens.

An answer is served only while it is certain: every clinic it tells of stands where the feed saw
it last, all that was rung is seen, its time is not over, and the follower is sure of all this.
So nothing has to be found and deleted when a clinic changes: the feed has seen a newer position,
and no answer of that clinic equals it any more, here or in a Redis.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Literal, Protocol

from server.cache.answer import Answer
from server.cache.flights import Flights
from server.cache.shared import SharedAnswers
from storage.feed_log import Pulse

MOST_KEPT = 2048
"""Answers of a clinic's numbers are a few; those of slots one for each clinic and day."""

Read = Callable[[], Awaitable[Answer]]


class Sight(Protocol):
    """What the cache needs of the follower; tests hand in a smaller one."""

    seen: dict[int, int]
    pulse: Pulse | None

    async def level(self) -> bool: ...


Source = Literal["memory", "redis", "database"]


class Cache:
    """The answers of one server process.

    Args:
        shared: a Redis that other processes know too; None: memory alone.
        came_from: told of each answer that was looked for, for whoever measures.
    """

    def __init__(
        self,
        follower: Sight,
        shared: SharedAnswers | None = None,
        came_from: Callable[[Source], None] | None = None,
    ) -> None:
        self.counts: Counter[Source] = Counter()
        self._came_from = came_from
        self._follower = follower
        self._shared = shared
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._flights: Flights[Answer] = Flights()

    def __len__(self) -> int:
        return len(self._kept)

    async def body(self, key: str, read: Read) -> bytes:
        """The answer under this key; what `read` brings where none is kept that is true.

        Args:
            key: the call with all it depends on, but for the site and the language.
        """
        if not await self._follower.level():
            return (await self._flights.join(key, self._counted(read), _never)).body
        kept = self._kept.get(key)
        if kept is not None and self._is_true(kept):
            self._kept.move_to_end(key)
            self._count("memory")
            return kept.body
        seen = dict(self._follower.seen)

        def is_enough(found: Answer) -> bool:
            return found.covers(seen) and not self._is_over(found)

        return (await self._flights.join(key, lambda: self._fetch(key, read), is_enough)).body

    async def close(self) -> None:
        if self._shared is not None:
            await self._shared.close()

    def _count(self, source: Source) -> None:
        self.counts[source] += 1
        if self._came_from is not None:
            self._came_from(source)

    def _is_true(self, answer: Answer) -> bool:
        pulse = self._follower.pulse
        return pulse is not None and answer.is_true(self._follower.seen, pulse)

    def _is_over(self, answer: Answer) -> bool:
        pulse = self._follower.pulse
        return pulse is None or pulse.now() >= answer.ends_at

    def _counted(self, read: Read) -> Read:
        async def counted() -> Answer:
            self._count("database")
            return await read()

        return counted

    async def _fetch(self, key: str, read: Read) -> Answer:
        pulse = self._follower.pulse
        if pulse is None:
            return await self._counted(read)()
        place = f"dawr:{pulse.place}:{key}"
        if self._shared is not None:
            found = await self._shared.find(place)
            if found is not None and self._is_true(found):
                self._count("redis")
                self._keep(key, found)
                return found
        answer = replace(await self._counted(read)(), stamp=pulse.stamp)
        lasts_s = answer.ends_at - pulse.now()
        if lasts_s > 0:
            self._keep(key, answer)
            if self._shared is not None:
                await self._shared.keep(place, answer, lasts_s)
        return answer

    def _keep(self, key: str, answer: Answer) -> None:
        self._kept[key] = answer
        self._kept.move_to_end(key)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)


def _never(_: Answer) -> bool:
    """A read that began before one asked is not enough where nothing else can be known."""
    return False
