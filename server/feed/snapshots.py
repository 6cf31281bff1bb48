"""The state whole, read once for all who ask for it at the same time.

Who asks while a read is running waits for the next one, which begins after he asked: what he did
before is in it. So however many clients come at once, two reads serve them all.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextvars import Context
from typing import Any

from server.feed import frames
from server.feed.ids import encode
from storage.feed_log import SITE_STREAM
from storage.kiosk_desk import READ_BOARD
from storage.pool import Pool

Codes = tuple[str, ...]


class Snapshot:
    """A board of one instant, with the positions it is true as of."""

    def __init__(self, board: Mapping[str, Any], *, with_site: bool) -> None:
        self.positions: dict[int, int] = {
            clinic["clinic_id"]: clinic["position"] for clinic in board["clinics"]
        }
        if with_site:
            self.positions[SITE_STREAM] = board["site_position"]
        self.frame = frames.connected(board, encode(self.positions))


class Snapshots:
    """Reads boards, single flights of them."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._running: dict[tuple[Codes, bool], asyncio.Task[Snapshot]] = {}
        self._next: dict[tuple[Codes, bool], asyncio.Task[Snapshot]] = {}

    async def read(self, codes: Codes, *, with_site: bool) -> Snapshot:
        """The clinics of these codes as they are now."""
        key = (codes, with_site)
        flight = self._next.get(key)
        if flight is None:
            flight = asyncio.create_task(self._fly(key), context=Context())
            self._next[key] = flight
        return await asyncio.shield(flight)

    async def _fly(self, key: tuple[Codes, bool]) -> Snapshot:
        before = self._running.get(key)
        if before is not None:
            await asyncio.wait([before])
        flight = self._next.pop(key)
        self._running[key] = flight
        try:
            codes, with_site = key
            board = await self._pool.read(READ_BOARD, {"codes": list(codes)})
            return Snapshot(board, with_site=with_site)
        finally:
            if self._running.get(key) is flight:
                del self._running[key]
