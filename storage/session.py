"""A window's connection: opened when needed, reopened when lost, one move at a time.

For the serial storage worker of a window, not for two threads at once. The server has a pool.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import psycopg
from psycopg import errors as pg
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from domain.errors import Busy
from domain.ports import Press
from storage import moves
from storage.connections import bounded, refusals
from storage.moves import Move, Pressed, TicketRef, payload_digest

T = TypeVar("T")

CHANNEL = "dawr_feed"
"""The doorbell: its payload is a clinic's code, or empty for the site's own stream."""

RETRIES = 3
"""Deadlock and serialization failures only. Source: the specification's section on overload."""


def retrying() -> Retrying:
    """Three tries with exponential back-off and jitter, where PostgreSQL asks to try again."""
    return Retrying(
        retry=retry_if_exception_type((pg.DeadlockDetected, pg.SerializationFailure)),
        stop=stop_after_attempt(RETRIES),
        wait=wait_random_exponential(multiplier=0.02, max=0.5),
        reraise=True,
    )


class Session:
    """One bounded autocommit connection. Every method raises refusals of domain.errors."""

    def __init__(self, conninfo: str, application: str) -> None:
        self._conninfo = bounded(conninfo, application)
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None

    def move(
        self,
        move: Move[T],
        press: Press,
        ref: TicketRef | None = None,
        **given: object,
    ) -> T | None:
        """Run a move under the press's key, then ring the feed's doorbell."""
        pressed = Pressed(
            correlation=press.correlation,
            key=press.key,
            key_scope=f"window:{move.function}",
            payload=payload_digest(move.function, ref, given),
        )
        answer = self._run(lambda conn: moves.perform(conn, move, pressed, ref, **given))
        self.ring(str(given.get("clinic") or ""))
        return answer

    def read(self, statement: str, given: dict[str, object]) -> Any:
        """The single value of a reading function."""
        row = self._run(lambda conn: conn.execute(statement, given, prepare=True).fetchone())
        return None if row is None else row[0]

    def ring(self, clinic: str) -> None:
        """Ring after the commit; a lost ring is found by the servers' 5 s check."""
        if self._connection is None or self._connection.closed:
            return
        try:
            self._connection.execute("select pg_notify(%s, %s)", [CHANNEL, clinic], prepare=True)
        except psycopg.Error:
            self.close()

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _run(self, work: Callable[[psycopg.Connection[tuple[Any, ...]]], T]) -> T:
        with refusals():
            try:
                answer: T = retrying()(self._once, work)
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                if not isinstance(error, pg.LockNotAvailable | pg.QueryCanceled):
                    self.close()
                raise
            return answer

    def _once(self, work: Callable[[psycopg.Connection[tuple[Any, ...]]], T]) -> T:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(self._conninfo, autocommit=True)
        return work(self._connection)


def done(answer: T | None) -> T:
    """The answer of a move that always has one."""
    if answer is None:
        raise Busy(retry_after_s=1)
    return answer
