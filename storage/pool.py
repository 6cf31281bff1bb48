"""The server's connections: a bounded pool with a bounded line of waiters; moves and reads on it.

Beyond its bounds a caller gets Busy, never a hang. It holds on to no connection of a database that
is away and takes new ones as soon as it returns.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from contextvars import Context
from typing import Any, TypeVar

import psycopg
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool, PoolTimeout, TooManyRequests
from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from domain.errors import Busy, StoreAway
from storage import moves
from storage.connections import STATEMENT_TIMEOUT_MS, bounded, refusals
from storage.moves import Move, Pressed, TicketRef
from storage.session import AGAIN, RETRIES

T = TypeVar("T")
Connection = AsyncConnection[tuple[Any, ...]]

SIZE = 8
"""Source: decision 4: 64 raw connections were 1.5 to 2.4 times slower, with 20 times the p95."""
MOST_WAITING = 512
WAIT_S = 3.0
REPLY_S = STATEMENT_TIMEOUT_MS / 1000 + 2
"""A database that says nothing for so long is given up; its own limit is 2 s shorter."""
RECONNECT_S = 1.0
AGAIN_S = 0.2
"""Between two looks for a database that is away."""
READ = "read"
_AWAY = "The database cannot be reached."


class Watch:
    """What the pool tells whoever measures it; does nothing by itself."""

    def taken(self) -> None:
        """A connection was handed out."""

    def given_back(self) -> None:
        """It is free again."""

    def moved(self, function: str, answer: object) -> None:
        """A move was made, or, with a repeated key, had been; None: it found nothing to do."""

    def took(self, work: str, seconds: float) -> None:
        """A transaction is over, well or not. `work`: the move's function, or `read`."""


class Pool:
    """At most `size` autocommit connections. Every call raises refusals of domain.errors.

    Args:
        said: called with False when the database turns out to be away, True when it is back.
    """

    def __init__(
        self,
        conninfo: str,
        application: str,
        size: int = SIZE,
        watch: Watch | None = None,
        said: Callable[[bool], None] | None = None,
    ) -> None:
        self._watch = watch or Watch()
        self._said = said
        self.away = False
        """Known to be away: callers are refused at once instead of waiting for nothing."""
        self.taken = 0
        """How often a connection was handed out."""
        self._conninfo = bounded(conninfo, application)
        self._looking: asyncio.Task[None] | None = None
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            self._conninfo,
            kwargs={"autocommit": True},
            min_size=min(2, size),
            max_size=size,
            open=False,
            timeout=WAIT_S,
            max_waiting=MOST_WAITING,
            reconnect_timeout=RECONNECT_S,
            reconnect_failed=lambda _: self.look(),
            num_workers=2,
        )

    async def open(self) -> None:
        """Begin to connect; does not wait for it."""
        await self._pool.open()

    async def close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        await self._pool.close(timeout=0.2)

    def look(self) -> None:
        """See whether the database is there, and replace what is broken; for whoever doubts it.

        It is done for everybody, so not under the id of the request that noticed.
        """
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look(), context=Context())

    async def _look(self) -> None:
        """Until it is there: nobody else would find out, for while it is away nobody asks it."""
        while True:
            await self._pool.check()
            was, self.away = self.away, not await self._is_there()
            if self.away != was and self._said is not None:
                self._said(was)
            if not self.away:
                return
            await asyncio.sleep(AGAIN_S)

    async def _is_there(self) -> bool:
        """Whether a free connection has stood the check, or another one can be made."""
        if self._pool.get_stats()["pool_available"]:
            return True
        try:
            connection = await AsyncConnection.connect(self._conninfo)
        except (psycopg.Error, OSError):
            return False
        await connection.close()
        return True

    async def move(
        self, move: Move[T], pressed: Pressed, ref: TicketRef | None = None, **given: object
    ) -> T | None:
        """Run a move: one round trip, one transaction; None when it found nothing to do."""

        async def work(conn: Connection) -> T | None:
            return await moves.perform_async(conn, move, pressed, ref, **given)

        answer = await self._run(work, move.function)
        self._watch.moved(move.function, answer)
        return answer

    async def read(self, statement: str, given: Mapping[str, object] | None = None) -> Any:
        """The single value of a reading function."""

        async def read(conn: Connection) -> Any:
            row = await (await conn.execute(statement, given, prepare=True)).fetchone()
            return None if row is None else row[0]

        return await self._run(read)

    async def rows(
        self, statement: str, given: Mapping[str, object] | None = None
    ) -> list[tuple[Any, ...]]:
        """Every row of a reading function."""

        async def read(conn: Connection) -> list[tuple[Any, ...]]:
            return await (await conn.execute(statement, given, prepare=True)).fetchall()

        return await self._run(read)

    async def _run(self, work: Callable[[Connection], Awaitable[T]], name: str = READ) -> T:
        if self.away:
            raise StoreAway(retry_after_s=2, why=_AWAY)
        with refusals():
            try:
                return await self._once(work, name)
            except AGAIN:
                return await _again()(self._once, work, name)

    async def _once(self, work: Callable[[Connection], Awaitable[T]], name: str) -> T:
        try:
            conn = await self._pool.getconn()
        except (PoolTimeout, TooManyRequests):
            raise Busy(retry_after_s=1) from None
        self.taken += 1
        self._watch.taken()
        began = time.perf_counter()
        try:
            async with asyncio.timeout(REPLY_S):
                return await work(conn)
        except TimeoutError:
            await conn.close()
            raise StoreAway(retry_after_s=2, why=_AWAY) from None
        except psycopg.Error:
            if conn.closed:
                self.look()
            raise
        finally:
            self._watch.took(name, time.perf_counter() - began)
            await self._pool.putconn(conn)
            self._watch.given_back()


def _again() -> AsyncRetrying:
    """Three more tries, with exponential back-off and jitter."""
    return AsyncRetrying(
        retry=retry_if_exception_type(AGAIN),
        stop=stop_after_attempt(RETRIES),
        wait=wait_random_exponential(multiplier=0.02, max=0.5),
        reraise=True,
    )
