"""Keeps one embedded PostgreSQL running for as long as anybody uses it.

It learns that its last user is gone from the kernel, which then grants it users.lock alone.
How its process comes to be is storage.embedded_daemon's subject.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from collections.abc import Mapping
from dataclasses import replace

from storage.embedded_cluster import Place, ensure_cluster
from storage.embedded_home import ALONE, State, locked, plain
from storage.embedded_log import BoundedLog
from storage.embedded_postmaster import Postmaster, end_leftovers
from storage.embedded_settings import choose_port, write_settings
from storage.embedded_troubles import EmbeddedUnavailable, explained

BEAT_S = 0.2  # how soon it sees that the last user left or that a stop was asked for
QUICK_BEAT_S = 0.02  # while the server starts
START_PATIENCE_S = 15.0
AGAIN_S = 2.0  # between tries to bring a fallen server back
HOPELESS = (  # in the server's words: trying again does not help
    "No space left on device",
    "Permission denied",
    "contains errors",
    "unrecognized configuration parameter",
    "invalid value for parameter",
)


class NobodyLeft(Exception):
    """The server is to end: phase `stopped` on purpose, `ended` when its last user is gone."""

    def __init__(self, phase: str) -> None:
        super().__init__(phase)
        self.phase = phase


class Supervisor:
    """Brings the server up, keeps it up, and ends it with its last user."""

    def __init__(self, place: Place, settings: Mapping[str, str]) -> None:
        self._place = place
        self._home = place.home
        self._settings = settings
        self._users = self._home.lock("users.lock")
        self._log = BoundedLog(self._home.log)
        self._log.take_standard_error()
        self._state = State("starting", supervisor=os.getpid())
        self._server: Postmaster | None = None
        self._told_to_end = False
        self._woken = self._listen_to_signals()

    def bring_up(self) -> None:
        """Start the server, again for START_PATIENCE_S if it ends while it starts.

        Raises:
            EmbeddedUnavailable: it did not start.
            NobodyLeft: nobody waits for it any more.
        """
        ensure_cluster(self._place, durable=self._settings.get("fsync") != "off")
        until = time.monotonic() + START_PATIENCE_S
        while True:
            end_leftovers(self._home.cluster)
            write_settings(self._home, choose_port(self._home), self._settings)
            mark = self._log.size()
            self._server = Postmaster(self._place, self._log.descriptor)
            if self._comes_up(self._server):
                self._say(replace(self._state, phase="ready", postmaster=self._server.pid))
                return
            said = self._log.since(mark)
            if time.monotonic() > until or any(words in said for words in HOPELESS):
                raise explained(said, self._place.shown)
            self._pause(BEAT_S)

    def keep_up(self) -> None:
        """Watch the server and bring it back whenever it falls.

        Raises:
            NobodyLeft: always, in the end.
        """
        while True:
            self._pause(BEAT_S)
            self._log.bound()
            if self._server is None or self._server.ended():
                self._bring_back()

    def shut_down(self, phase: str) -> None:
        """End the server and leave word why."""
        if self._server is not None:
            self._server.stop()
        with contextlib.suppress(OSError):
            end_leftovers(self._home.cluster)
            self._say(replace(self._state, phase=phase, postmaster=0))
            self._home.stop_request.unlink(missing_ok=True)

    def _bring_back(self) -> None:
        self._log.note("the server ended and is started again")
        try:
            self.bring_up()
        except EmbeddedUnavailable as trouble:
            self._wait_after(trouble)
        except OSError as refused:
            self._wait_after(plain(refused, self._place.shown))

    def _wait_after(self, trouble: EmbeddedUnavailable) -> None:
        """Let everyone who asks know why there is no server, and rest before the next try."""
        self._log.note(str(trouble))
        with contextlib.suppress(OSError):
            self._say(
                replace(self._state, phase="failing", trouble=trouble.trouble, facts=trouble.facts)
            )
        until = time.monotonic() + AGAIN_S
        while time.monotonic() < until:
            self._pause(BEAT_S)

    def _comes_up(self, server: Postmaster) -> bool:
        """Wait until the server takes connections; recovery may take as long as somebody waits."""
        while not server.ended():
            if server.ready():
                return True
            self._pause(QUICK_BEAT_S)
        return False

    def _pause(self, seconds: float) -> None:
        """Wait; a signal or the server's end cuts it short.

        Raises:
            NobodyLeft: there is no reason to go on.
        """
        if select.select([self._woken], [], [], seconds)[0]:
            os.read(self._woken, 512)
        if self._home.stop_request.exists():
            raise NobodyLeft("stopped")
        if self._told_to_end or locked(self._users, ALONE):
            raise NobodyLeft("ended")

    def _say(self, state: State) -> None:
        self._home.say(state)
        self._state = state

    def _listen_to_signals(self) -> int:
        """Return a descriptor that becomes readable at a child's end or a signal."""
        woken, waker = os.pipe()
        os.set_blocking(waker, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, self._take_signal)
        signal.signal(signal.SIGTERM, self._take_signal)
        signal.signal(signal.SIGINT, self._take_signal)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        return woken

    def _take_signal(self, number: int, _frame: object) -> None:
        if number != signal.SIGCHLD:
            self._told_to_end = True
