"""Follows the server's feed as long as it is let: asks, listens, asks again where it broke off.

It blocks and is therefore run by ui.feed in a thread; it starts none itself and knows no Qt.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from domain.feed import QueueUpdate, Snapshot, StationNotice
from domain.states import EventKind
from domain.tickets import Catalogue
from ui.connection import Connection, Unanswered
from ui.messages import Unreadable, read_catalogue, read_event
from ui.sse import EventStream, ServerEvent

FIRST_PAUSE_S = 0.5
SHORTEST_PAUSE_S = 0.1
LONGEST_PAUSE_S = 4.0
SETTLED_S = 5.0
"""A stream that lived so long was a good one: when it ends it is taken up again at once."""
LONGEST_ID = 2048

Message = Catalogue | Snapshot | QueueUpdate | StationNotice

_CLINIC_KINDS = frozenset(
    {EventKind.CLINIC_OPENED, EventKind.CLINIC_CLOSED, EventKind.CLINIC_PAUSED}
)
_log = logging.getLogger(__name__)


class Reader:
    """One follower of the feed of some clinics, from its first snapshot on without loss or repeat.

    Args:
        clinics: codes; none at all means all the clinics of the site.
        connect: a connection for one visit, given back at its end.
        heard: called for every piece that comes, heartbeats too.
        deliver: called for every message in its order; may block to slow the reader down.
        wait: rests so many seconds; True when it is time to end instead.
    """

    def __init__(
        self,
        clinics: Sequence[str],
        connect: Callable[[], AbstractContextManager[Connection]],
        heard: Callable[[], None],
        deliver: Callable[[Message], None],
        wait: Callable[[float], bool],
    ) -> None:
        self._clinics = tuple(clinics)
        self._connect = connect
        self._heard = heard
        self._deliver = deliver
        self._wait = wait
        self._followed: tuple[str, ...] = ()
        self._last_id: str | None = None
        self._retry_s = FIRST_PAUSE_S
        self._accepted_at: float | None = None

    def run(self) -> None:
        """Follow until `wait` says that it is enough."""
        failures = 0
        while True:
            asked_to_wait_s = self._visit()
            failures = 0 if self._was_good() else failures + 1
            if self._wait(_pause_s(failures, self._retry_s, asked_to_wait_s)):
                return

    def _visit(self) -> float | None:
        """Ask once and listen to the end; answer how long the server asks us to wait, if at all."""
        self._accepted_at = None
        try:
            with self._connect() as connection:
                self._listen(connection)
        except Unanswered as error:
            if not self._wait(0):  # else it was cut off on purpose
                _log.info("feed interrupted: %s", error)
            return error.retry_after_s
        except Unreadable as error:
            _log.warning("the server's clinics are unreadable: %s", error)
        except Exception:  # noqa: BLE001 - a wall must outlive a fault of its own reader
            _log.exception("feed interrupted by a fault")
        return None

    def _was_good(self) -> bool:
        now = time.monotonic()
        return self._accepted_at is not None and now - self._accepted_at >= SETTLED_S

    def _listen(self, connection: Connection) -> None:
        clinics = self._learn_clinics(connection)
        if clinics != self._followed:
            self._followed, self._last_id = clinics, None
        resumed = self._last_id is not None
        stream = EventStream(self._last_id)
        asked = [("clinic", code) for code in clinics]
        for piece in connection.stream("/events/stream", asked, self._last_id):
            self._accepted_at = self._accepted_at or time.monotonic()
            if piece or resumed:  # a resumed stream may have nothing to say for a while
                self._heard()
            news = [self._take(event) for event in stream.feed(piece)]
            self._retry_s = FIRST_PAUSE_S if stream.retry_ms is None else stream.retry_ms / 1000
            if any(news) and self._learn_clinics(connection) != clinics:
                return

    def _learn_clinics(self, connection: Connection) -> tuple[str, ...]:
        """Hand on what the clinics are now; answer which to follow."""
        catalogue = read_catalogue(connection.get("/clinics"))
        self._deliver(catalogue)
        return self._clinics or tuple(clinic.code for clinic in catalogue.clinics)

    def _take(self, event: ServerEvent) -> bool:
        """Hand an event on, then remember it as had; answer whether it opens or closes a clinic."""
        message = _read(event)
        if message is not None:
            self._deliver(message)
        self._last_id = _usable(event.last_id)
        return isinstance(message, QueueUpdate) and message.kind in _CLINIC_KINDS


def _read(event: ServerEvent) -> Snapshot | QueueUpdate | StationNotice | None:
    if event.data is None:
        return None
    try:
        return read_event(event.kind, event.data)
    except Unreadable as error:
        _log.warning("event passed over, unreadable: %s", error)
        return None


def _usable(last_id: str | None) -> str | None:
    """An id that a header can carry back; without one the server starts anew: nothing is lost."""
    if last_id is None or not last_id.isascii() or not last_id.isprintable():
        return None
    return last_id if last_id == last_id.strip() and len(last_id) <= LONGEST_ID else None


def _pause_s(failures: int, retry_s: float, asked_s: float | None) -> float:
    """How long to rest: not at all after a good stream, else doubling, scattered and bounded.

    What the server asked for comes first, as far as a wall can wait, so that it is not overrun.
    """
    asked_s = min(asked_s or 0.0, LONGEST_PAUSE_S)
    if failures == 0:
        return asked_s
    doubled_s = max(retry_s, SHORTEST_PAUSE_S) * (1 << min(failures - 1, 8))
    scatter = random.uniform(0.5, 1.0)  # noqa: S311 - no secret
    return max(asked_s * (0.5 + scatter), min(doubled_s, LONGEST_PAUSE_S) * scatter)
