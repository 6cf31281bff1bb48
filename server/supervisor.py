"""Several server processes on one socket: started, replaced when they die, ended together.

A worker holds one end of a link. When ours closes, however we end, it ends too; when its closes,
it is gone and is replaced.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import structlog

from server.order import METRICS, READY, Order

ROOT = Path(__file__).resolve().parents[1]
END_S = 1.5
"""Then what still runs is killed."""
YOUNG_S = 1.0
MOST_EARLY_DEATHS = 3
"""So many workers that die before any ever served mean that none will."""

_log = structlog.get_logger("dawr.supervisor")


@dataclass(eq=False)
class Worker:
    """A child and our end of its link."""

    process: subprocess.Popen[bytes]
    link: socket.socket
    started_at: float
    is_ready: bool = False


class Supervisor:
    """Keeps so many workers alive until a signal ends them all."""

    def __init__(self, order: Order, count: int) -> None:
        self._order = order
        self._count = count
        self._workers: list[Worker] = []
        self._links = selectors.DefaultSelector()
        self._is_ending = False
        self._has_served = False
        self._can_serve = False
        self._early_deaths = 0
        self._next_start = 0.0
        self._metrics = ""

    def run(self, ready: Callable[[], None]) -> int:
        """Serve; calls `ready` once every worker answers. Returns the exit code."""
        woken, waking = socket.socketpair()
        with (
            woken,
            waking,
            self._links,
            tempfile.TemporaryDirectory(prefix="dawr-metrics-", ignore_cleanup_errors=True) as own,
        ):
            self._metrics = own
            waking.setblocking(False)
            signal.set_wakeup_fd(waking.fileno(), warn_on_full_buffer=False)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._told_to_end)
            self._links.register(woken, selectors.EVENT_READ)
            try:
                return self._keep(ready)
            finally:
                signal.set_wakeup_fd(-1)
                self._end_all()

    def _told_to_end(self, _: int, __: FrameType | None) -> None:
        self._is_ending = True

    def _keep(self, ready: Callable[[], None]) -> int:
        while not self._is_ending:
            self._fill()
            for key, _ in self._links.select(timeout=1.0):
                if isinstance(key.data, Worker):
                    self._hear(key.data)
            if self._early_deaths >= MOST_EARLY_DEATHS and not self._can_serve:
                sys.stderr.write("The server cannot start; its log says why.\n")
                return 1
            if not self._has_served and self._is_complete():
                self._has_served = True
                ready()
        return 0

    def _is_complete(self) -> bool:
        return len(self._workers) == self._count and all(one.is_ready for one in self._workers)

    def _fill(self) -> None:
        """Start what is missing; workers that die young are not started in a hot loop."""
        while len(self._workers) < self._count and time.monotonic() >= self._next_start:
            self._start()

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            order = replace(self._order, link=theirs.fileno())
            process = subprocess.Popen(
                [sys.executable, "-m", "server.worker"],
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT), METRICS: self._metrics},
                stdin=subprocess.PIPE,
                pass_fds=(order.listening, order.link),
            )
        assert process.stdin is not None  # noqa: S101 - asked for above
        with process.stdin as order_to:
            order_to.write(order.text().encode())
        worker = Worker(process, ours, time.monotonic())
        self._workers.append(worker)
        self._links.register(ours, selectors.EVENT_READ, worker)

    def _hear(self, worker: Worker) -> None:
        """A worker says that it is ready, or its link closed with it."""
        try:
            said = worker.link.recv(16)
        except ConnectionResetError:
            said = b""
        if said.startswith(READY):
            worker.is_ready = self._can_serve = True
            return
        self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        self._links.unregister(worker.link)
        self._workers.remove(worker)
        worker.link.close()
        worker.process.kill()
        code = worker.process.wait()
        self._forget_gauges(worker.process.pid)
        if self._is_ending:
            return
        _log.warning("worker died", pid=worker.process.pid, code=code)
        if not worker.is_ready:
            self._early_deaths += 1
        if time.monotonic() - worker.started_at < YOUNG_S:
            self._next_start = time.monotonic() + YOUNG_S

    def _forget_gauges(self, pid: int) -> None:
        """What a dead worker had open is open no more; what it counted was counted."""
        for file in Path(self._metrics).glob(f"gauge_live*_{pid}.db"):
            file.unlink(missing_ok=True)

    def _end_all(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        until = time.monotonic() + END_S
        for worker in self._workers:
            try:
                worker.process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                worker.process.kill()
                worker.process.wait()
            worker.link.close()
