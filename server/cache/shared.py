"""Answers in a Redis that several servers share. Away, slow or full, it is as if it were empty.

It holds nothing that is needed: what it answers is checked like an answer of this process's own,
and an answer that cannot be kept there is kept here. Keys are never listed, asked or scanned.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

import structlog
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, RedisError  # noqa: A004 - Redis has its own

from server.cache.answer import Answer

REPLY_S = 0.2
"""Reading the answer anew takes a few milliseconds; so a slow Redis is worth no longer wait."""
AGAIN_S = 2.0
CONNECTIONS = 8

_log = structlog.get_logger("dawr.cache")


class SharedAnswers:
    """For one server process."""

    def __init__(self, url: str) -> None:
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=CONNECTIONS,
            timeout=REPLY_S,
            socket_timeout=REPLY_S,
            socket_connect_timeout=REPLY_S,
            retry=Retry(NoBackoff(), 1, (ConnectionError,)),  # it may have closed an idle one
            client_name="dawr",
        )
        self._redis = Redis.from_pool(pool)
        self._again_at = 0.0
        self._is_away = False

    async def find(self, key: str) -> Answer | None:
        """The answer under this key, true or not; None where there is none to be had."""
        packed = await self._ask(lambda: self._redis.get(key))
        if not isinstance(packed, bytes):
            return None
        try:
            return Answer.unpacked(packed)
        except ValueError:
            return None

    async def keep(self, key: str, answer: Answer, for_s: float) -> None:
        """Keep an answer for so long at the most."""
        lasts_ms = max(1, int(for_s * 1000))
        await self._ask(lambda: self._redis.set(key, answer.packed(), px=lasts_ms))

    async def close(self) -> None:
        await self._redis.aclose()

    async def _ask(self, command: Callable[[], Awaitable[object]]) -> object:
        if time.monotonic() < self._again_at:
            return None
        try:
            told = await command()
        except (RedisError, OSError, TimeoutError) as error:
            self._lost(error)
            return None
        if self._is_away:
            self._is_away = False
            _log.info("redis is there")
        return told

    def _lost(self, error: Exception) -> None:
        self._again_at = time.monotonic() + AGAIN_S
        if not self._is_away:
            self._is_away = True
            _log.warning("redis is away, answers are kept in memory", why=type(error).__name__)
