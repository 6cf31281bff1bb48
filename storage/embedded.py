"""The built-in PostgreSQL: started by its first user, shared by all, ended with the last.

This is what a user's process does: take a share, start the supervisor if there is none, wait.
The server itself is kept by storage.embedded_supervisor in a process of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from storage.embedded_binaries import binaries
from storage.embedded_daemon import Order
from storage.embedded_home import (
    ALONE,
    ROOT,
    SHARED,
    Home,
    home_of,
    locked,
    owner_account,
    plain,
    prepare,
)
from storage.embedded_postmaster import end_leftovers
from storage.embedded_troubles import EmbeddedUnavailable, Trouble

__all__ = ["EmbeddedUnavailable", "Lease", "Trouble", "binaries", "running", "start", "stop"]

PATIENCE_S = 120.0  # for a cold start or a recovery on a slow disk; 0.7 s is usual
STOP_PATIENCE_S = 30.0
GONE_PATIENCE_S = 1.0
CONNECT_PATIENCE_S = 3
BEAT_S = 0.02


@dataclass(frozen=True)
class Lease:
    """One user's share of the running server, which stays up while any share is held.

    A process that ends, however it ends, gives its shares back; a fork holds its parent's too.
    """

    data_dir: Path
    settings: Mapping[str, str] = field(repr=False)
    share: FileIO = field(repr=False)

    def conninfo(self, database: str = "dawr", user: str = "postgres") -> str:
        """Return where to connect, as a URI for libpq, with the password for `postgres` alone.

        It seldom changes: the server comes back at its port unless another program took it.
        """
        return _uri(home_of(self.data_dir), database, user)

    def revive(self) -> None:
        """Bring the server back where it cannot by itself: for a user who cannot connect.

        Returns at once if it is up. A killed server or supervisor comes back without this; it is
        for the case that supervisor and guardian were killed together.

        Raises:
            EmbeddedUnavailable: it was stopped on purpose, or does not come back.
        """
        home = prepare(self.data_dir)
        with _plainly(home):
            state = home.state()
            if state is not None and state.phase == "stopped":
                raise EmbeddedUnavailable(Trouble.STOPPED)
            _await_server(home, self.settings, self.share.fileno())

    def release(self) -> None:
        """Give the share back; the server ends soon after its last one. Again does nothing."""
        self.share.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def start(data_dir: Path, *, settings: Mapping[str, str] | None = None) -> Lease:
    """Start the server, or join the one that runs; at first it holds an empty database `dawr`.

    Any number of processes may do so at once: one server runs, and it stays as long as one of
    them lives.

    Args:
        data_dir: Dawr's data directory; the server keeps to `postgres` in it.
        settings: more of postgresql.conf, from the one who really starts it; a joiner's are not
            looked at.

    Raises:
        EmbeddedUnavailable: in one plain sentence, why not.
    """
    given = dict(settings or {})
    home = prepare(data_dir)
    with _plainly(home), contextlib.ExitStack() as undo:
        share = undo.enter_context(FileIO(home.lock("users.lock"), "r+"))
        _await_server(home, given, share.fileno())
        undo.pop_all()
        return Lease(data_dir.absolute(), given, share)


def stop(data_dir: Path) -> bool:
    """Stop the server cleanly for everyone.

    Returns:
        Whether one was running.

    Raises:
        EmbeddedUnavailable: it does not end, or is not ours to stop.
    """
    if not home_of(data_dir).path.is_dir():
        return False
    home = prepare(data_dir)
    with _plainly(home), FileIO(home.lock("supervisor.lock"), "r+") as lock:
        if locked(lock.fileno(), ALONE):
            return end_leftovers(home.cluster)
        os.close(home.lock(home.stop_request.name))
        until = time.monotonic() + STOP_PATIENCE_S
        while not locked(lock.fileno(), ALONE):
            if not home.stop_request.exists():  # it ended; another start may have the lock now
                until = min(until, time.monotonic() + GONE_PATIENCE_S)
            if time.monotonic() > until:
                break
            time.sleep(BEAT_S)  # another process tells nobody; bounded above
        else:
            home.stop_request.unlink(missing_ok=True)
        if home.stop_request.exists():
            raise EmbeddedUnavailable(Trouble.NOT_ENDING, path=home.path)
    return True


def running(data_dir: Path) -> bool:
    """Tell whether the server takes connections just now."""
    try:
        return _answers(home_of(data_dir))
    except OSError:
        return False


def _await_server(home: Home, settings: Mapping[str, str], share: int) -> None:
    """Hold the share and see a server up: the supervisor's if there is one, else a new one's."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if locked(share, SHARED):  # refused while a server ends, whose last user left
            _supervise_if_nobody_does(home, settings)
            if _answers(home):
                return
            _raise_if_failing(home)
        time.sleep(BEAT_S)  # another process tells nobody; bounded above
    raise EmbeddedUnavailable(Trouble.TOO_SLOW, path=home.path)


def _supervise_if_nobody_does(home: Home, settings: Mapping[str, str]) -> None:
    """Start a supervisor and wait for its word, unless there is one.

    supervisor.lock is taken here and handed down, so that no second one can start in between.

    Raises:
        EmbeddedUnavailable: the supervisor says why there is no server.
    """
    with FileIO(home.lock("supervisor.lock"), "r+") as lock:
        if not locked(lock.fileno(), ALONE):
            return
        home.stop_request.unlink(missing_ok=True)
        (home.path / "state.json").unlink(missing_ok=True)
        heard, told = os.pipe()
        with FileIO(heard, "r") as report:
            try:
                _spawn(home, settings, lock.fileno(), told)
            finally:
                os.close(told)
            lock.close()
            answer = json.loads(_line_of(report) or "{}")
    if answer:
        raise EmbeddedUnavailable(Trouble(answer["trouble"]), **answer["facts"])


def _spawn(home: Home, settings: Mapping[str, str], lock: int, report: int) -> None:
    """Start the supervisor, which detaches itself and outlives this process if others need it."""
    order = Order(
        home=str(home.path),
        account=owner_account(home).pw_name if os.geteuid() == ROOT else "",
        programs=str(binaries()),
        settings=settings,
        lock=lock,
        report=report,
    )
    project = Path(__file__).resolve().parent.parent
    ended = subprocess.run(
        [sys.executable, "-P", "-m", "storage.embedded_daemon", order.text()],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(project)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        pass_fds=(lock, report),
        check=False,
    )
    if ended.returncode:
        lines = ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"]
        raise EmbeddedUnavailable(Trouble.FAILED, path=home.path, detail=lines[-1])


def _line_of(report: FileIO) -> bytes:
    """Return the supervisor's word on how it went; b"" if it was killed or takes too long."""
    until = time.monotonic() + PATIENCE_S
    said = b""
    while not said.endswith(b"\n"):
        if not select.select([report], [], [], max(0.0, until - time.monotonic()))[0]:
            return b""
        part = report.read(65_536)
        if not part:
            return b""
        said += part
    return said


def _answers(home: Home) -> bool:
    """Tell whether the server is up, by connecting to it: a noticeboard can be out of date."""
    state = home.state()
    if state is None or state.phase != "ready":
        return False
    try:
        psycopg.connect(
            _uri(home, "postgres", "postgres"), connect_timeout=CONNECT_PATIENCE_S
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def _raise_if_failing(home: Home) -> None:
    state = home.state()
    if state is not None and state.phase == "failing":
        raise EmbeddedUnavailable(Trouble(state.trouble), **state.facts)


@contextlib.contextmanager
def _plainly(home: Home) -> Iterator[None]:
    """Turn what the operating system refuses into a sentence."""
    try:
        yield
    except OSError as refused:
        raise plain(refused, home.path) from refused


def _uri(home: Home, database: str, user: str) -> str:
    login, name = (urllib.parse.quote(text, safe="") for text in (user, database))
    if user == "postgres":
        login = f"{login}:{urllib.parse.quote(home.password(), safe='')}"
    return f"postgresql://{login}@127.0.0.1:{home.port()}/{name}"
