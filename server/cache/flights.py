"""One read for all who want the same at the same time, if it began late enough for them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """The reads that are under way, one for each key; nobody's own, so under nobody's id."""

    def __init__(self) -> None:
        self._flying: dict[str, asyncio.Task[T]] = {}

    async def join(
        self, key: str, read: Callable[[], Awaitable[T]], is_enough: Callable[[T], bool]
    ) -> T:
        """What the read under way brings if that is enough, else what one begun after it brings.

        Whoever comes and whoever leaves: a read goes on for the others. A refusal is everybody's.
        """
        earlier = self._flying.get(key)
        if earlier is not None:
            found = await asyncio.shield(earlier)
            if is_enough(found):
                return found
        flight = self._flying.get(key)
        if flight is None or flight is earlier:
            flight = asyncio.create_task(self._fly(read), context=Context())
            self._flying[key] = flight
            flight.add_done_callback(lambda done: self._landed(key, done))
        return await asyncio.shield(flight)

    async def _fly(self, read: Callable[[], Awaitable[T]]) -> T:
        return await read()

    def _landed(self, key: str, flight: asyncio.Task[T]) -> None:
        if self._flying.get(key) is flight:
            del self._flying[key]
        if not flight.cancelled():
            flight.exception()  # looked at, also where all who waited have left
