"""Rings the feed's doorbell after commits: off the path of moves, on a connection of its own.

NOTIFY inside a move would serialise all commits of the database, and waiting for one after a move
would double the press. So a thread rings at most once a BEAT for all clinics that changed
meanwhile. A ring that is lost is found by the servers' 5 s check.
"""

from __future__ import annotations

import threading
from typing import Any

import psycopg

CHANNEL = "dawr_feed"
"""Its payload is a clinic's code, or empty for the site's own stream; only a hint where to look."""

BEAT_S = 0.01
"""Ten times shorter than the 100 ms in which a change must be pushed."""


class Doorbell:
    """Rings for one window. Its thread starts with the first ring and ends with close()."""

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self._wake = threading.Condition()
        self._changed: set[str] = set()
        self._closing = False
        self._thread: threading.Thread | None = None

    def ring(self, clinic: str) -> None:
        """Say that a clinic changed; returns at once and never fails."""
        with self._wake:
            self._changed.add(clinic)
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="doorbell", daemon=True)
                self._thread.start()
            self._wake.notify()

    def close(self) -> None:
        """Ring what is left, then end; bounded by the connection's own time-outs."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        connection: psycopg.Connection[tuple[Any, ...]] | None = None
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._changed or self._closing)
                changed, self._changed = self._changed, set()
                closing = self._closing
            if changed:
                connection = self._ring_for(changed, connection)
            if closing:
                break
            with self._wake:
                self._wake.wait_for(lambda: self._closing, timeout=BEAT_S)
        if connection is not None:
            connection.close()

    def _ring_for(
        self, changed: set[str], connection: psycopg.Connection[tuple[Any, ...]] | None
    ) -> psycopg.Connection[tuple[Any, ...]] | None:
        """One NOTIFY for each clinic; answers the connection for next time, None when it was lost."""
        try:
            if connection is None or connection.closed:
                connection = psycopg.connect(self._conninfo, autocommit=True)
                connection.execute("set synchronous_commit = off")  # a ring needs no disk
            connection.execute(
                "select pg_notify(%s, clinic) from unnest(%s::text[]) clinic",
                [CHANNEL, sorted(changed)],
                prepare=True,
            )
        except psycopg.Error:
            if connection is not None:
                connection.close()
            return None
        return connection
