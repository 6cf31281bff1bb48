"""Processes that use the built-in database, and a look at what runs: for the tests of it alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import psutil
import psycopg

from storage import embedded
from storage.embedded_home import State, home_of

T = TypeVar("T")
PROJECT = Path(__file__).resolve().parents[3]
PATIENCE_S = 20.0
ANYBODY = 65534
STRANGER = 54321
FAST: Mapping[str, str] = {"fsync": "off"}
USE = """
import json, sys
from pathlib import Path
from storage import embedded
try:
    with embedded.start(Path(sys.argv[1]), settings=json.loads(sys.argv[2])) as lease:
        print(json.dumps({"conninfo": lease.conninfo()}), flush=True)
        sys.stdin.read()
except embedded.EmbeddedUnavailable as why:
    print(json.dumps({"trouble": why.trouble, "sentence": str(why)}), flush=True)
"""


@dataclass
class User:
    """Another process that starts or joins the database and stays until it is told to end."""

    process: subprocess.Popen[str]
    said: dict[str, str] | None = None

    def answer(self) -> dict[str, str]:
        """Wait for what it got: a conninfo, or a trouble and its sentence."""
        if self.said is None:
            assert self.process.stdout is not None
            self.said = json.loads(self.process.stdout.readline())
        return self.said

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def leave(self) -> None:
        """End it the ordinary way."""
        if self.process.stdin is not None and not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait()


@contextmanager
def user(
    data_dir: Path,
    *,
    uid: int | None = None,
    settings: Mapping[str, str] = FAST,
    groups: list[int] | None = None,
) -> Iterator[User]:
    """Start such a process.

    Args:
        data_dir: as for embedded.start.
        uid: the account's number; whoever runs the test when it is None.
        settings: as for embedded.start.
        groups: what it belongs to besides, None for no change.
    """
    with subprocess.Popen(
        [*_as(uid), sys.executable, "-P", "-c", USE, str(data_dir), json.dumps(dict(settings))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        extra_groups=groups,
    ) as process:
        try:
            yield User(process)
        finally:
            process.kill()


def _as(uid: int | None) -> list[str]:
    """The words before a command that let another account run it.

    Where the interpreter lies below a folder of root's, the account may look through such folders.
    """
    if uid is None:
        return []
    plain = ["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups"]
    looking = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    try:
        subprocess.run([sys.executable, "-c", ""], user=uid, group=uid, cwd="/", check=True)
    except PermissionError:
        return [*plain, *looking]
    return plain


def is_root() -> bool:
    return os.geteuid() == 0


def others_reach_us() -> bool:
    """Whether another account can run this checkout; below a folder of root's alone it cannot."""
    try:
        subprocess.run([sys.executable, "-c", ""], user=ANYBODY, group=ANYBODY, cwd="/", check=True)
    except (PermissionError, subprocess.CalledProcessError):
        return False
    return True


def can_mount() -> bool:
    """Whether a disk can be mounted for one process alone; inside a chroot it cannot."""
    tried = ["unshare", "--mount", "true"]
    return (
        is_root() and subprocess.run(tried, check=False, stderr=subprocess.DEVNULL).returncode == 0
    )


def ordinary() -> int | None:
    """The account to run a user as who is not root: whoever runs the test, if it is not root."""
    return ANYBODY if is_root() else None


def until(condition: Callable[[], T], patience_s: float = PATIENCE_S) -> T:
    """Return the condition's first true value; fail if there is none in time."""
    deadline = time.monotonic() + patience_s
    pause = threading.Event()
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {patience_s} s: {condition}"
        pause.wait(0.02)
    return value


def ours(data_dir: Path) -> set[int]:
    """The numbers of all processes that work in this database's folder, dead ones left aside."""
    home = str(home_of(data_dir).path.resolve())
    found = set()
    for process in psutil.process_iter():
        try:
            if process.status() != psutil.STATUS_ZOMBIE and process.cwd().startswith(home):
                found.add(process.pid)
        except psutil.Error:
            continue
    return found


def state(data_dir: Path) -> State:
    """What the supervisor says of a server that runs."""

    def said() -> State | None:
        now = home_of(data_dir).state()
        return now if now is not None and now.phase == "ready" else None

    return until(said)  # type: ignore[return-value]  # never None


def guardian(data_dir: Path) -> psutil.Process:
    parent = psutil.Process(state(data_dir).supervisor).parent()
    assert parent is not None
    return parent


def write_row(conninfo: str, value: int) -> None:
    """Commit a row in the table that `rows` reads."""
    with psycopg.connect(conninfo) as connection:
        connection.execute("create table if not exists kept (value int)")
        connection.execute("insert into kept values (%s)", [value])


def rows(conninfo: str) -> list[int] | None:
    """What is committed, None while nobody answers."""
    try:
        with psycopg.connect(conninfo, connect_timeout=3) as connection:
            return [row[0] for row in connection.execute("select value from kept order by 1")]
    except psycopg.OperationalError:
        return None


def stopped(data_dir: Path) -> None:
    """Stop it for everyone, and see every one of its processes gone."""
    embedded.stop(data_dir)
    until(lambda: not ours(data_dir))
