"""Rings the feed's doorbell after commits: off the path of moves, on a connection of its own.

NOTIFY inside a move would serialise all commits of the database, and waiting for one after a move
would double the press. So a thread rings, at most once a BEAT for all that
changed meanwhile. A ring that is lost is found by the servers' 5 s check.
"""

from __future__ import annotations

import threading
from typing import Any

import psycopg

CHANNEL = "dawr_feed"
"""A ring says nothing but: look. What is new is always read by position."""

BEAT_S = 0.025
"""A quarter of the 100 ms in which a change must be pushed; a lone ring waits for none."""


class Doorbell:
    """Rings for one window. Its thread starts with the first ring and ends with close()."""

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self._lock = threading.Lock()
        self._rung = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def ring(self) -> None:
        """Say that something changed; returns at once and never fails."""
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="doorbell", daemon=True)
                self._thread.start()
        self._rung.set()

    def close(self) -> None:
        """Ring what is left, then end; bounded by the connection's own time-outs."""
        self._closing.set()
        self._rung.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        """Asleep until rung; then for a beat deaf to rings, which so wake nobody."""
        connection: psycopg.Connection[tuple[Any, ...]] | None = None
        while True:
            self._rung.wait()
            self._rung.clear()  # before looking, so that no ring and no end is overlooked
            is_last = self._closing.is_set()
            connection = self._ring_once(connection)
            if is_last:
                break
            self._closing.wait(BEAT_S)
        if connection is not None:
            connection.close()

    def _ring_once(
        self, connection: psycopg.Connection[tuple[Any, ...]] | None
    ) -> psycopg.Connection[tuple[Any, ...]] | None:
        """Ring; answers the connection for next time, None when it was lost."""
        try:
            if connection is None or connection.closed:
                connection = psycopg.connect(self._conninfo, autocommit=True)
                connection.execute("set synchronous_commit = off")  # a ring needs no disk
            connection.execute(f"notify {CHANNEL}".encode())
        except psycopg.Error:
            if connection is not None:
                connection.close()
            return None
        return connection
