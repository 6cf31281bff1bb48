"""The feed of the server as signals: what every window shows comes from here. It stores nothing.

One thread reads; everything a window hears is said on the thread the Feed lives in. What a window
has not yet taken is bounded: the reader waits, and a server that cannot get rid of its news starts
anew with a whole snapshot.
"""

from __future__ import annotations

import contextlib
import functools
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from domain.feed import Link, QueueUpdate, Snapshot, StationNotice
from domain.tickets import Catalogue
from ui.connection import Connection
from ui.reader import Message, Reader

STALE_AFTER_S = 19.0
"""Heartbeats come every 15 s and a lost link must be seen within 20."""
ASK_AGAIN_AFTER = 0.9
"""After this part of it a silent connection is given up, so that a new one may save the link."""
MOST_WAITING = 256
MOST_AT_ONCE = 64
STOP_S = 0.5


class Feed(QObject):
    """What happens in the clinics followed, live, and whether we still hear of it.

    Signals:
        catalogue_changed: domain.tickets.Catalogue; at every connection and whenever a clinic
            opens, closes or pauses. The newest wins.
        snapshot: domain.feed.Snapshot; at the first connection and when the feed could not be
            resumed; its calls may be ones that no update told of. The newest wins.
        updated: domain.feed.QueueUpdate; every one, in the order of their commits. Each counts.
        station_notice: domain.feed.StationNotice, with a staff or kiosk token. Each counts.
        link_changed: domain.feed.Link, when it is another than before.

    Args:
        clinics: codes; none at all means all the clinics of the site.
        stale_after_s: silence after which the link counts as lost.
    """

    catalogue_changed = Signal(object)
    snapshot = Signal(object)
    updated = Signal(object)
    station_notice = Signal(object)
    link_changed = Signal(object)
    _rung = Signal(object)

    def __init__(
        self,
        server_url: str,
        *,
        clinics: Sequence[str] = (),
        token: str | None = None,
        parent: QObject | None = None,
        stale_after_s: float = STALE_AFTER_S,
    ) -> None:
        super().__init__(parent)
        self._server_url = server_url
        self._token = token
        self._clinics = tuple(clinics)
        self._stale_after_s = stale_after_s
        self._link = Link.CONNECTING
        self._run: _Run | None = None
        self._watchdog = QTimer(self)
        self._watchdog.setSingleShot(True)
        self._watchdog.setTimerType(Qt.TimerType.PreciseTimer)
        self._watchdog.timeout.connect(self._look_at_link)
        self._rung.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    @property
    def link(self) -> Link:
        """For a window that opens when the feed is already running."""
        return self._link

    def start(self) -> None:
        """Begin to follow; nothing when it already does."""
        if self._run is None:
            self._set_link(Link.CONNECTING)
            self._begin()

    def _begin(self) -> None:
        silence_s = self._stale_after_s * ASK_AGAIN_AFTER
        connection = functools.partial(Connection, self._server_url, self._token, silence_s)
        self._run = _Run(self._clinics, connection, self._rung.emit)
        self.destroyed.connect(self._run.end)
        self._run.start()
        self._watch_link()

    def stop(self) -> None:
        """Say nothing more from this instant, and leave no thread; harmless when stopped."""
        run, self._run = self._run, None
        self._watchdog.stop()
        if run is not None:
            self.destroyed.disconnect(run.end)
            run.end()

    def watch(self, clinics: Sequence[str]) -> None:
        """Follow these clinics from now on, beginning with a new snapshot; none means all."""
        if tuple(clinics) == self._clinics:
            return
        self._clinics = tuple(clinics)
        if self._run is not None:
            self.stop()
            self._begin()

    @Slot(object)
    def _drain(self, run: _Run) -> None:
        """Say what the reader left, so much at a time that the window can paint in between."""
        if run is not self._run:
            return
        heard, messages = run.take(MOST_AT_ONCE)
        if heard:
            self._set_link(Link.LIVE)
            self._watch_link()
        for message in messages:
            if run is not self._run:  # somebody who heard the last one stopped us
                return
            self._say(message)
        run.ring_again()

    def _say(self, message: Message) -> None:
        match message:
            case Catalogue():
                self.catalogue_changed.emit(message)
            case Snapshot():
                self.snapshot.emit(message)
            case QueueUpdate():
                self.updated.emit(message)
            case StationNotice():
                self.station_notice.emit(message)

    def _set_link(self, link: Link) -> None:
        if link is not self._link:
            self._link = link
            self.link_changed.emit(link)

    def _watch_link(self) -> None:
        """Look again when the silence will have been too long."""
        if self._run is not None:
            left_s = self._run.heard_at + self._stale_after_s - time.monotonic()
            self._watchdog.start(max(0, round(left_s * 1000)))

    @Slot()
    def _look_at_link(self) -> None:
        run = self._run
        if run is None:
            return
        if time.monotonic() - run.heard_at < self._stale_after_s:
            self._watch_link()
        else:
            self._set_link(Link.STALE)


class _Run:
    """One reader in its thread, from start to stop, and what it has read that was not yet said."""

    def __init__(
        self,
        clinics: Sequence[str],
        connection: Callable[[], Connection],
        ring: Callable[[_Run], None],
    ) -> None:
        self.heard_at = time.monotonic()
        self._make = connection
        self._ring = ring
        self._changed = threading.Condition()
        self._ended = False
        self._rung = False
        self._heard = False
        self._messages: deque[Message] = deque()
        self._connection: Connection | None = None
        reader = Reader(clinics, self._connect, self._hear, self._deliver, self._wait)
        self._thread = threading.Thread(target=reader.run, name="feed", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Cut the reader off and wait for it; only a name being looked up can outlast the wait."""
        with self._changed:
            self._ended = True
            self._messages.clear()
            if self._connection is not None:
                self._connection.cut()
            self._changed.notify_all()
        self._thread.join(STOP_S)

    def take(self, most: int) -> tuple[bool, list[Message]]:
        """Whether anything was heard since, and the next messages; for the windows' thread."""
        with self._changed:
            heard, self._heard, self._rung = self._heard, False, False
            taken = [self._messages.popleft() for _ in range(min(most, len(self._messages)))]
            self._changed.notify_all()
            return heard, taken

    def ring_again(self) -> None:
        with self._changed:
            if self._messages:
                self._call()

    @contextlib.contextmanager
    def _connect(self) -> Iterator[Connection]:
        connection = self._make()
        with self._changed:
            self._connection = connection
            if self._ended:
                connection.cut()
        try:
            yield connection
        finally:
            with self._changed:
                self._connection = None
            connection.close()

    def _hear(self) -> None:
        with self._changed:
            self.heard_at = time.monotonic()
            self._heard = True
            self._call()

    def _deliver(self, message: Message) -> None:
        with self._changed:
            self._changed.wait_for(self._has_room)
            if not self._ended:
                self._messages.append(message)
                self._call()

    def _has_room(self) -> bool:
        return self._ended or len(self._messages) < MOST_WAITING

    def _wait(self, seconds: float) -> bool:
        with self._changed:
            return self._changed.wait_for(self._is_over, seconds)

    def _is_over(self) -> bool:
        return self._ended

    def _call(self) -> None:
        """Ask the thread of the windows to come, once for however much there is."""
        if not self._rung and not self._ended:
            self._rung = True
            with contextlib.suppress(RuntimeError):  # the Feed is being deleted
                self._ring(self)
