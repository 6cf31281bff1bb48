"""The doorbell's ear: a connection of its own that listens, and connects again whenever it is lost.

A ring says only that something may have happened; what did is read by position from the feed log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import psycopg
from psycopg import AsyncConnection, sql

from storage.connections import bounded
from storage.doorbell import CHANNEL

FIRST_DELAY_S = 0.1
LONGEST_DELAY_S = 1.0


class Listener:
    """Listens for ever.

    Args:
        ring: called with the backend that rang; also once after each connection.
        linked: called with True when connected and False when that was lost.
    """

    def __init__(
        self, conninfo: str, ring: Callable[[int], None], linked: Callable[[bool], None]
    ) -> None:
        self._conninfo = bounded(conninfo, "dawr listener")
        self._ring = ring
        self._linked = linked

    async def run(self) -> None:
        """Until cancelled."""
        delay_s = FIRST_DELAY_S
        while True:
            try:
                await self._listen()
            except (psycopg.Error, OSError, TimeoutError):
                pass
            else:
                delay_s = FIRST_DELAY_S
            self._linked(False)
            await asyncio.sleep(delay_s)
            delay_s = min(delay_s * 2, LONGEST_DELAY_S)

    async def _listen(self) -> None:
        """Connect and hear rings; returns when a connection that stood is lost."""
        connection = await AsyncConnection.connect(self._conninfo, autocommit=True)
        try:
            await connection.execute(sql.SQL("listen {}").format(sql.Identifier(CHANNEL)))
            self._linked(True)
            self._ring(0)
            try:
                async for note in connection.notifies():
                    self._ring(note.pid)
            except psycopg.Error:
                return
        finally:
            await connection.close()
