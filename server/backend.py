"""What one server process stands on: its pool, its callers, its feed. Started and ended as one."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Sequence

import structlog

from domain.limits import parse_networks
from server.addresses import Proxies
from server.alternatives import Alternatives
from server.cache.cache import Cache
from server.cache.shared import SharedAnswers
from server.callers import Callers
from server.feed.hub import HEARTBEAT_S, LONGEST_S, Hub
from server.limiter import Limiter
from server.metrics import Metrics
from server.notices.courier import Courier
from server.notices.targets import Targets
from server.options import NOTHING_SET, Options
from server.upkeep import Upkeep
from storage.chores import Chores
from storage.listener import Listener
from storage.pool import SIZE, Pool

END_S = 0.3
"""A task that ends takes no time, unless it waits for a database that does not answer."""

_log = structlog.get_logger("dawr.server")


class Backend:
    """One for each process."""

    def __init__(
        self,
        conninfo: str,
        options: Options = NOTHING_SET,
        *,
        pool_size: int = SIZE,
        heartbeat_s: float = HEARTBEAT_S,
        longest_s: float = LONGEST_S,
    ) -> None:
        self.options = options
        self._began = time.monotonic()
        self.metrics = Metrics()
        self.pool = Pool(conninfo, "dawr server", pool_size, self.metrics, _say)
        self.callers = Callers(self.pool)
        self.limiter = Limiter(self.pool, options)
        self.proxies = Proxies(options.trusted_proxies)
        self.hub = Hub(
            conninfo,
            self.pool,
            heartbeat_s=heartbeat_s,
            longest_s=longest_s,
            metrics=self.metrics,
        )
        shared = None if options.redis_url is None else SharedAnswers(options.redis_url)
        self.cache = Cache(self.hub.follower, shared, self.metrics.came_from)
        self.alternatives = Alternatives(self.pool)
        targets = Targets(parse_networks(options.webhook_networks))
        self.courier = Courier(self.pool, targets, options.phone_url)
        self.hub.others.append(self.courier)
        self._upkeep = Upkeep(Chores(conninfo), self.ring)
        self._listener = Listener(conninfo, self.hub.follower.heard, self._linked)

    def glance(self) -> dict[str, object]:
        """How this process is, for administrators."""
        return {
            "uptime_seconds": int(time.monotonic() - self._began),
            "open_feeds": len(self.hub),
            "feed_is_fresh": self.hub.follower.is_live,
        }

    def ring(self) -> None:
        """A move is committed: the feed should look at once."""
        self.hub.follower.ring()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Connect and follow until the block ends; does not wait for the database."""
        await self.pool.open()
        tasks = [
            asyncio.create_task(self._listener.run(), name="listener"),
            asyncio.create_task(self.hub.follower.run(), name="follower"),
            asyncio.create_task(self.hub.watches.run(), name="watches"),
            asyncio.create_task(self.courier.run(), name="courier"),
            asyncio.create_task(self._upkeep.run(), name="upkeep"),
        ]
        try:
            yield
        finally:
            self.hub.close()
            await _end(tasks)
            await self.cache.close()
            await self.courier.close()
            await self._upkeep.close()
            await self.hub.follower.close()
            await self.pool.close()

    def _linked(self, is_there: bool) -> None:
        """The listener's connection alone says nothing of the pool's, but is reason to look."""
        self.pool.look()
        self.hub.follower.linked(is_there)


def _say(is_there: bool) -> None:
    _log.info("database is there") if is_there else _log.warning("database is away")


async def _end(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel them, and those that do not end once more: then psycopg waits for no answer."""
    for _ in range(2):
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=END_S)
