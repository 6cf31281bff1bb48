"""One run of PostgreSQL's server process: started, watched and ended; it decides no restart."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import time
from pathlib import Path

import psutil

from storage.embedded_children import clean_environment, ends_with_parent
from storage.embedded_cluster import Place

FAST_STOP_S = 10  # roll back, write a checkpoint
IMMEDIATE_STOP_S = 5
BEAT_S = 0.02
STATUS_LINE = 7  # of postmaster.pid, as pg_ctl reads it


class Postmaster:
    """The server's main process, a child of this one."""

    def __init__(self, place: Place, log: int) -> None:
        """Start it. log: the descriptor of the file it appends to."""
        self._directory = place.home.cluster
        self._process = subprocess.Popen(
            [place.programs / "postgres", "-D", place.reach(self._directory)],
            cwd=self._directory,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            preexec_fn=ends_with_parent(signal.SIGINT),  # noqa: PLW1509 (there is one thread)
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    def ended(self) -> bool:
        return self._process.poll() is not None

    def ready(self) -> bool:
        """Tell whether it takes connections, by its own word in postmaster.pid."""
        lines = _pid_file(self._directory)
        return (
            len(lines) > STATUS_LINE
            and lines[0] == str(self.pid)
            and lines[STATUS_LINE].strip() == "ready"
        )

    def stop(self) -> None:
        """End it: cleanly, else at once, else by force."""
        for how, patience_s in ((signal.SIGINT, FAST_STOP_S), (signal.SIGQUIT, IMMEDIATE_STOP_S)):
            if self.ended():
                return
            self._process.send_signal(how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(patience_s)
        if not self.ended():
            self._process.kill()
            self._process.wait()


def end_leftovers(cluster: Path) -> bool:
    """End what an earlier run left in this data directory and drop its stale postmaster.pid.

    Only the holder of supervisor.lock may call it, before it starts a server of its own.

    Returns:
        Whether a process had to be ended.
    """
    if not (cluster / "postmaster.pid").exists():
        return False
    left = _servers_in(cluster)
    main = next((one for one in left if [str(one.pid)] == _pid_file(cluster)[:1]), None)
    if main is not None:
        _signal([main], signal.SIGINT)
        _wait_for_end(left, FAST_STOP_S)
    for how, patience_s in ((signal.SIGQUIT, IMMEDIATE_STOP_S), (signal.SIGKILL, 5)):
        still = _servers_in(cluster)
        if not still:
            break
        _signal(still, how)
        _wait_for_end(still, patience_s)
    (cluster / "postmaster.pid").unlink(missing_ok=True)
    return bool(left)


def _servers_in(cluster: Path) -> list[psutil.Process]:
    """Return PostgreSQL's processes whose working directory is this data directory."""
    here = str(cluster.resolve())  # the kernel's word: the account may not be able to look it up
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.name().startswith("postgres") and process.cwd() == here:
                found.append(process)
    return found


def _wait_for_end(processes: list[psutil.Process], patience_s: float) -> None:
    """Wait until each has ended; one that its own parent has yet to bury has."""
    until = time.monotonic() + patience_s
    while any(_lives(process) for process in processes) and time.monotonic() < until:
        time.sleep(BEAT_S)  # another process tells nobody; bounded above


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _signal(processes: list[psutil.Process], how: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(psutil.Error):
            process.send_signal(how)


def _pid_file(cluster: Path) -> list[str]:
    try:
        return (
            (cluster / "postmaster.pid").read_text(encoding="utf-8", errors="replace").split("\n")
        )
    except OSError:
        return []
