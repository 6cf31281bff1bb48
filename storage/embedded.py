"""The built-in PostgreSQL: started by its first user, shared by all, ended with the last.

This is what a user's process does: take a share, start the supervisor if there is none, wait.
The server itself is kept by storage.embedded_supervisor.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import psycopg

from storage.embedded_binaries import binaries
from storage.embedded_home import ROOT, Home, home_of, locked, owner_account, plain, prepare
from storage.embedded_supervisor import Order
from storage.embedded_troubles import EmbeddedUnavailable, Trouble

__all__ = ["EmbeddedUnavailable", "Lease", "binaries", "running", "start", "stop"]

PATIENCE_S = 120.0  # for a cold start or a recovery on a slow disk; 0.7 s is usual
STOP_PATIENCE_S = 30.0
BEAT_S = 0.02
CONNECT_PATIENCE_S = 3


@dataclass(frozen=True)
class Lease:
    """One user's share of the running server, which stays up while any share is held.

    A process that ends, however it ends, gives its shares back; a fork holds its parent's.
    """

    data_dir: Path
    settings: Mapping[str, str]
    _share: FileIO = field(repr=False)

    def conninfo(self, database: str = "dawr", user: str = "postgres") -> str:
        """Return where to connect, as a URI for libpq; with the password for the superuser only."""
        home = home_of(self.data_dir)
        state = home.state()
        port = state.port if state is not None else 0
        return _uri(port, database, user, home.password() if user == "postgres" else "")

    def revive(self) -> None:
        """Bring the server back if its supervisor was killed: for whoever cannot connect.

        Returns at once if it is up.

        Raises:
            EmbeddedUnavailable: it was stopped on purpose, or does not come back.
        """
        state = home_of(self.data_dir).state()
        if state is not None and state.phase == "stopped":
            raise EmbeddedUnavailable(Trouble.STOPPED)
        _await_server(prepare(self.data_dir), self.settings, self._share.fileno())

    def release(self) -> None:
        """Give the share back; the server ends soon after its last one. Again does nothing."""
        self._share.close()

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def start(data_dir: Path, *, settings: Mapping[str, str] | None = None) -> Lease:
    """Start the server, or join the one that runs; it holds an empty database `dawr` at first.

    Any number of processes may do so at once: one server runs, and it stays as long as one of
    them lives.

    Args:
        data_dir: Dawr's data directory; the server keeps to `postgres` in it.
        settings: more of postgresql.conf, for the one who really starts it; a joiner's are ignored.

    Raises:
        EmbeddedUnavailable: in one plain sentence, why not.
    """
    given = dict(settings or {})
    home = prepare(data_dir)
    share = _opened(home, "users.lock")
    try:
        _await_server(home, given, share.fileno())
    except BaseException:
        share.close()
        raise
    return Lease(data_dir.absolute(), given, share)


def stop(data_dir: Path) -> bool:
    """Stop the server cleanly for everyone.

    Returns:
        Whether one was running.

    Raises:
        EmbeddedUnavailable: it does not end, or is not ours to stop.
    """
    home = home_of(data_dir)
    if not home.path.is_dir():
        return False
    prepare(data_dir)
    with _opened(home, "supervisor.lock") as lock:
        if locked(lock.fileno(), fcntl.LOCK_EX):
            return False
        os.close(home.lock(home.stop_request.name))
        until = time.monotonic() + STOP_PATIENCE_S
        while home.stop_request.exists() and not locked(lock.fileno(), fcntl.LOCK_EX):
            if time.monotonic() > until:
                raise EmbeddedUnavailable(Trouble.TOO_SLOW, path=home.path)
            time.sleep(BEAT_S)
    return True


def running(data_dir: Path) -> bool:
    """Tell whether the server takes connections just now."""
    home = home_of(data_dir)
    try:
        return _answers(home)
    except OSError:
        return False


def _await_server(home: Home, settings: Mapping[str, str], share: int) -> None:
    """Hold the share and see a server up: the supervisor's if there is one, else a new one's."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if locked(share, fcntl.LOCK_SH):
            _start_if_nobody_did(home, settings)
            if _answers(home):
                return
        time.sleep(BEAT_S)
    state = home.state()
    if state is not None and state.phase == "failing":
        raise EmbeddedUnavailable(Trouble(state.trouble), **state.facts)
    raise EmbeddedUnavailable(Trouble.TOO_SLOW, path=home.path)


def _start_if_nobody_did(home: Home, settings: Mapping[str, str]) -> None:
    """Start a supervisor and wait for its word, unless there is one.

    supervisor.lock is taken here and handed down, so that no second one can be started between.
    """
    with _opened(home, "supervisor.lock") as lock:
        if not locked(lock.fileno(), fcntl.LOCK_EX):
            return
        home.stop_request.unlink(missing_ok=True)
        (home.path / "state.json").unlink(missing_ok=True)
        heard, told = os.pipe()
        with open(heard, "rb") as report:
            try:
                _spawn(home, settings, lock.fileno(), told)
            finally:
                os.close(told)
            lock.close()
            said = _all_said(report)
    if said:
        answer = json.loads(said)
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
    root = Path(__file__).resolve().parent.parent
    subprocess.run(
        [sys.executable, "-P", "-m", "storage.embedded_supervisor", order.text()],
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(lock, report),
        check=True,
    )


def _all_said(report: BinaryIO) -> bytes:
    """Return what the supervisor said before it let go of the pipe, b"" if it was killed."""
    until = time.monotonic() + PATIENCE_S
    said = b""
    while select.select([report], [], [], max(0.0, until - time.monotonic()))[0]:
        part = os.read(report.fileno(), 65_536)
        if not part:
            break
        said += part
    return said


def _answers(home: Home) -> bool:
    """Tell whether the server is up, by connecting to it: a noticeboard can be out of date."""
    state = home.state()
    if state is None or state.phase != "ready":
        return False
    try:
        psycopg.connect(
            _uri(state.port, "postgres", "postgres", home.password()),
            connect_timeout=CONNECT_PATIENCE_S,
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def _opened(home: Home, name: str) -> FileIO:
    try:
        return FileIO(home.lock(name), "r+")
    except OSError as refused:
        raise plain(refused, home.path) from refused


def _uri(port: int, database: str, user: str, password: str) -> str:
    name, secret = (urllib.parse.quote(text, safe="") for text in (user, password))
    login = f"{name}:{secret}" if secret else name
    return f"postgresql://{login}@127.0.0.1:{port}/{urllib.parse.quote(database, safe='')}"
