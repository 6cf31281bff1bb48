"""A window's connection: opened when needed, reopened when lost, one move at a time.

For the serial storage worker of a window, not for two threads at once. The server has a pool.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import psycopg
from psycopg import errors as pg
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from domain.correlation import correlated
from domain.errors import Busy, Refusal
from domain.ports import Press
from storage import moves
from storage.connections import bounded, refusals
from storage.doorbell import Doorbell
from storage.moves import Move, Pressed, TicketRef, payload_digest

T = TypeVar("T")
Rows = psycopg.Cursor[tuple[Any, ...]]
"""One is kept for the connection's life: making one costs a tenth of a press's own time."""

RETRIES = 3
"""Deadlock and serialization failures only. Source: the specification's section on overload."""


AGAIN = (pg.DeadlockDetected, pg.SerializationFailure)
"""Where PostgreSQL asks to try the whole transaction again."""


def retrying() -> Retrying:
    """Three more tries with exponential back-off and jitter."""
    return Retrying(
        retry=retry_if_exception_type(AGAIN),
        stop=stop_after_attempt(RETRIES),
        wait=wait_random_exponential(multiplier=0.02, max=0.5),
        reraise=True,
    )


_log = logging.getLogger(__name__)


class Session:
    """One bounded autocommit connection. Every method raises refusals of domain.errors."""

    def __init__(self, conninfo: str, application: str) -> None:
        self._conninfo = bounded(conninfo, application)
        self._cursor: Rows | None = None
        self._doorbell = Doorbell(self._conninfo)

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
        with correlated(press.correlation):
            try:
                answer = self._run(lambda rows: moves.perform(rows, move, pressed, ref, **given))
            except Refusal as refusal:
                _log.info("%s: %s", move.function, refusal.code)
                raise
            _log.info("%s: %s", move.function, "nothing to do" if answer is None else "done")
        self._doorbell.ring()
        return answer

    def read(self, statement: str, given: dict[str, object]) -> Any:
        """The single value of a reading function."""
        row = self._run(lambda rows: rows.execute(statement, given, prepare=True).fetchone())
        return None if row is None else row[0]

    def close(self) -> None:
        """End the session: ring what is left to ring, close both connections."""
        self._doorbell.close()
        self._drop()

    def _drop(self) -> None:
        """Close a connection that was lost; the next call opens another."""
        if self._cursor is not None:
            self._cursor.connection.close()
            self._cursor = None

    def _run(self, work: Callable[[Rows], T]) -> T:
        with refusals():
            try:
                return self._once(work)
            except AGAIN:
                answer: T = retrying()(self._once, work)
                return answer

    def _once(self, work: Callable[[Rows], T]) -> T:
        """Run the work; once more when a connection that stood before turns out to be lost.

        That is safe because a move carries its press's key and a read changes nothing.
        """
        stood = self._cursor is not None
        try:
            return work(self._connected())
        except (
            psycopg.OperationalError,
            psycopg.InterfaceError,
            pg.ReadOnlySqlTransaction,
        ) as lost:
            if not self._is_lost(lost):
                raise
            self._drop()
            if not stood:
                raise
        return work(self._connected())

    def _connected(self) -> Rows:
        if self._cursor is None:
            self._cursor = psycopg.connect(self._conninfo, autocommit=True).cursor()
        return self._cursor

    def _is_lost(self, error: psycopg.Error) -> bool:
        """Whether the connection is of no more use: broken, or to what became a standby."""
        gone = self._cursor is None or self._cursor.connection.closed
        return gone or isinstance(error, pg.ReadOnlySqlTransaction)


def done(answer: T | None) -> T:
    """The answer of a move that always has one."""
    if answer is None:
        raise Busy(retry_after_s=1)
    return answer
