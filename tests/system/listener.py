"""A subscriber of the feed in its own thread: resumes after its last id, notes all it hears."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from ui.connection import Connection, Unanswered
from ui.sse import EventStream

SILENCE_S = 17.0
PAUSE_S = 0.05


class Listener:
    """Listens to these clinics from its start until it is stopped."""

    def __init__(self, url: str, *clinics: str, token: str | None = None) -> None:
        self.updates: list[dict[str, Any]] = []
        self.snapshots: list[dict[str, Any]] = []
        self.connections = 0
        self._url, self._token = url, token
        self._clinics = [("clinic", clinic) for clinic in clinics]
        self._changed = threading.Condition()
        self._ended = threading.Event()
        self._connection: Connection | None = None
        self._last_id: str | None = None
        self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self.hears(lambda: bool(self.snapshots)), "the feed said nothing"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def told(self) -> list[tuple[str, int | None]]:
        """Kind and number of every update, in order."""
        with self._changed:
            return [(one["type"], one["number"]) for one in self.updates]

    @property
    def last_id(self) -> str | None:
        return self._last_id

    def hears(self, condition: Callable[[], bool], patience_s: float = 30.0) -> bool:
        """Wait until it is so, looked at whenever something was heard."""
        with self._changed:
            return self._changed.wait_for(condition, patience_s)

    def cut(self) -> None:
        """Break the connection, as a network does; the listener comes back by itself."""
        with self._changed:
            if self._connection is not None:
                self._connection.cut()

    def stop(self) -> None:
        self._ended.set()
        self.cut()
        self._thread.join()

    def _listen(self) -> None:
        while not self._ended.is_set():
            connection = Connection(self._url, self._token, SILENCE_S)
            with self._changed:
                self._connection = connection
            try:
                self._follow(connection)
            except Unanswered:
                self._ended.wait(PAUSE_S)
            finally:
                with self._changed:
                    self._connection = None
                connection.close()

    def _follow(self, connection: Connection) -> None:
        stream = EventStream(self._last_id)
        for piece in connection.stream("/events/stream", self._clinics, self._last_id):
            if self._ended.is_set():
                return
            self.connections += not piece
            for event in stream.feed(piece):
                self._note(event.kind, json.loads(event.data or "null"))
                self._last_id = event.last_id

    def _note(self, kind: str, data: dict[str, Any]) -> None:
        with self._changed:
            (self.snapshots if kind == "connected" else self.updates).append(data)
            self._changed.notify_all()
