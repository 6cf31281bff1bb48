"""The next free slots, for those who lost one: read once for all who lost it at the same time."""

from __future__ import annotations

import time
from typing import Any

from server.cache.flights import Flights
from storage.pool import Pool
from storage.slots import READ_NEXT_FREE

Slots = list[dict[str, Any]]


class Alternatives:
    """Each is told a read that began after he had lost, so what he lost is never among them."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._flights: Flights[tuple[float, Slots]] = Flights()

    async def of(self, slot: int | None, hold: str | None) -> Slots:
        """The five soonest free slots of the clinic that a slot or a hold is of."""
        asked = time.monotonic()

        async def read() -> tuple[float, Slots]:
            began = time.monotonic()
            return began, await self._pool.read(READ_NEXT_FREE, {"slot": slot, "hold": hold})

        _, found = await self._flights.join(f"{slot}:{hold}", read, lambda one: one[0] >= asked)
        return found
