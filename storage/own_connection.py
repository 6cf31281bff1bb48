"""A connection of one's own, beside the pool: opened when needed, dropped when lost or silent.

For one task. It decides nothing about what is asked on it.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Mapping, Sequence
from typing import Any

import psycopg
from psycopg import AsyncConnection

from domain.errors import StoreAway
from storage.connections import bounded, refusals


class OwnConnection:
    """Every call raises refusals of domain.errors; after StoreAway the next one connects anew.

    Args:
        patience_s: a statement that is not answered for so long is given up, and its socket.
    """

    def __init__(self, conninfo: str, application: str, patience_s: float) -> None:
        self._conninfo = bounded(conninfo, application)
        self._patience_s = patience_s
        self._connection: AsyncConnection[tuple[Any, ...]] | None = None

    @property
    def backend(self) -> int:
        """The process that serves it, -1 while there is none."""
        return -1 if self._connection is None else self._connection.info.backend_pid

    async def close(self) -> None:
        """Close the connection; the next call opens another."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _rows(
        self, statement: str, given: Mapping[str, object] | None = None
    ) -> Sequence[tuple[Any, ...]]:
        try:
            with refusals():
                return await self._answer(statement, given)
        except StoreAway:
            await self.close()
            raise

    async def _answer(
        self, statement: str, given: Mapping[str, object] | None
    ) -> Sequence[tuple[Any, ...]]:
        if self._connection is None:
            self._connection = await AsyncConnection.connect(self._conninfo, autocommit=True)
        loop = asyncio.get_running_loop()
        patience = loop.call_later(self._patience_s, _cut, self._connection)
        try:
            cursor = await self._connection.execute(statement, given, prepare=True)
            return await cursor.fetchall()
        finally:
            patience.cancel()


def _cut(connection: AsyncConnection[tuple[Any, ...]]) -> None:
    """Shut its socket: whoever waits for it hears at once that it is lost.

    A statement that is cancelled instead asks the server to end it and waits for that, up to 10 s.
    """
    with (
        contextlib.suppress(OSError, psycopg.Error),
        socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as plug,
    ):
        plug.shutdown(socket.SHUT_RDWR)
