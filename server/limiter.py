"""Whether a caller may ask once more: counted in PostgreSQL for all servers, in memory without it.

What the database lets in is counted in memory too. So a process goes on counting where it stood
when the database goes, and whom it alone has let in often enough it refuses without asking.
"""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

import structlog

from domain.errors import Busy, RateLimited
from domain.limits import SPAN_S, parse_limits
from server.addresses import ADDRESS, MOST_KNOWN, home_of, parsed
from server.callers import ADMIN, PATIENT, STAFF, Caller
from server.counting import Counting
from server.options import Options
from server.recent import Recent, Standing
from storage.pool import Pool
from storage.rates import Counted, count_requests

LIMITED = "dawr.limited"
"""The headers that say how a limited caller stands, for whatever the answer will be.

None of them where he may ask as often as he likes; not there at all where nobody asked how often.
"""
COUNTED = frozenset({"POST", "DELETE"})
SAY_AGAIN_S = 60.0

_log = structlog.get_logger("dawr.server")


class Limiter:
    """The limits of a process. Fails neither open in silence nor closed without a database."""

    def __init__(self, pool: Pool, options: Options) -> None:
        self._options = options
        self._pool = pool
        self._networks = parse_limits(options.rate_limit_networks)
        self._recent = Recent()
        self._counting = Counting(self._count_together)
        self._is_said = False
        self._say_at = 0.0
        self._of_address = lru_cache(MOST_KNOWN)(self._find_address)

    async def judge(self, scope: MutableMapping[str, Any], caller: Caller) -> None:
        """Count a request where it counts, and keep its headers in the scope.

        Raises:
            RateLimited: it is one too many.
        """
        if scope["method"] not in COUNTED:
            return
        scope[LIMITED] = []
        subject, limit = self._subject(scope[ADDRESS], caller)
        if limit == 0:
            return
        standing = await self._count(subject, limit)
        scope[LIMITED] = headers(standing)
        if standing.retry_after_s is not None:
            raise RateLimited(
                retry_after_s=standing.retry_after_s,
                limit=limit,
                remaining=0,
                reset_s=standing.reset_s,
            )

    def _subject(self, address: str, caller: Caller) -> tuple[str, int]:
        """Who is counted, and how often he may ask; 0 is as often as he likes."""
        if caller.scope in (STAFF, ADMIN):
            return "", 0
        if caller.scope != PATIENT:
            return f"station {caller.name}", self._options.rate_limit_per_station
        return self._of_address(address)

    def _find_address(self, address: str) -> tuple[str, int]:
        found = parsed(address)
        limits = (each for network, each in self._networks if found and found in network)
        limit = next(limits, self._options.rate_limit_per_address)
        return f"address {home_of(address)}", limit

    async def _count(self, subject: str, limit: int) -> Standing:
        refused = self._recent.full(subject, limit, time.monotonic())
        if refused is not None:
            return refused
        try:
            counted = await self._counting.one_more(subject, limit)
        except Busy as why:
            self._say(why)
            return self._recent.count(subject, limit, time.monotonic())
        self._say(None)
        if counted.retry_after_s is None:
            self._recent.count(subject, limit, time.monotonic())
        return counted

    async def _count_together(self, subject: str, limit: int, hits: int) -> Counted:
        return await count_requests(self._pool, subject, limit, SPAN_S, hits)

    def _say(self, why: Busy | None) -> None:
        """Say where requests are counted when that changes, once a minute at most."""
        if why is None:
            if self._is_said:
                self._is_said = False
                _log.info("requests are counted in the database again")
            return
        now = time.monotonic()
        if not self._is_said and now >= self._say_at:
            self._is_said, self._say_at = True, now + SAY_AGAIN_S
            _log.warning("requests are counted in memory", why=why.facts.get("why", why.code))


def headers(standing: Standing) -> list[tuple[bytes, bytes]]:
    """How a limited caller stands, as raw headers; Reset is in seconds from now."""
    return [
        (b"x-ratelimit-limit", b"%d" % standing.limit),
        (b"x-ratelimit-remaining", b"%d" % standing.remaining),
        (b"x-ratelimit-reset", b"%d" % standing.reset_s),
    ]
