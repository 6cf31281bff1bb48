"""What a server does every few seconds for the database: time passes, and what is old is forgotten.

On a connection of its own: it waits for locks of moves, and the feed must not wait with it.
"""

from __future__ import annotations

from storage.connections import STATEMENT_TIMEOUT_MS
from storage.own_connection import OwnConnection

PATIENCE_S = STATEMENT_TIMEOUT_MS / 1000 + 2
"""Its own limit is 2 s shorter."""


class Chores(OwnConnection):
    """Whichever server comes first does each; a second time there is nothing left to do."""

    def __init__(self, conninfo: str) -> None:
        super().__init__(conninfo, "dawr chores", PATIENCE_S)

    async def clinics_due(self) -> list[int]:
        """The streams in which time alone has something to change."""
        return [stream for (stream,) in await self._rows("select dawr.clinics_due()")]

    async def pass_time(self, stream: int) -> None:
        """Append what time alone has changed there."""
        await self._rows("select dawr.pass_time(%(clinic)s)", {"clinic": stream})

    async def forget_keys(self) -> None:
        """Delete a batch of expired idempotency records."""
        await self._rows("select dawr.forget_keys()")

    async def forget_rates(self) -> None:
        """Delete a batch of counts that no longer limit anybody."""
        await self._rows("select dawr.forget_rates()")

    async def erase_personal_data(self) -> None:
        """Erase a batch of what is personal and older than the site keeps it."""
        await self._rows("select dawr.erase_personal_data()")
