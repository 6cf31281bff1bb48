"""Has time pass in every clinic and old data forgotten, beside the feed, which only reads.

A clinic that is locked is passed over until the next check, and holds up no other and no feed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from domain.errors import Refusal
from storage.chores import Chores

CHECK_S = 5.0
FORGET_EVERY = 60
"""Checks between two batches of expired keys, counts and personal data: about 5 minutes."""

_log = structlog.get_logger("dawr.upkeep")


class Upkeep:
    """The one of a process.

    Args:
        ring: called when something was appended that the feed should look for.
    """

    def __init__(self, chores: Chores, ring: Callable[[], None]) -> None:
        self._chores = chores
        self._ring = ring
        self._checks = 0

    async def run(self) -> None:
        """For ever; what could not be done is tried again at the next check."""
        while True:
            await self._done(self._pass_time())
            if self._checks % FORGET_EVERY == 0:
                for forget in (
                    self._chores.forget_keys,
                    self._chores.forget_rates,
                    self._chores.erase_personal_data,
                ):
                    await self._done(forget())
            self._checks += 1
            await asyncio.sleep(CHECK_S)

    async def close(self) -> None:
        """Close its connection, once run() has ended."""
        await self._chores.close()

    async def _pass_time(self) -> None:
        due = await self._chores.clinics_due()
        passed = [await self._done(self._chores.pass_time(stream)) for stream in due]
        if any(passed):
            self._ring()

    async def _done(self, chore: Awaitable[None]) -> bool:
        try:
            await chore
        except Refusal:
            return False
        except Exception:  # noqa: BLE001 - one chore that fails keeps nobody from the others
            _log.exception("upkeep fault")
            await self._chores.close()
            return False
        return True
