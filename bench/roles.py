"""What each role costs to start and to keep: seconds until it is of use, memory afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from bench.http import ROOT, await_ready, free_port
from bench.table import Row
from storage import embedded

STARTS = 5
PATIENCE_S = 60
WINDOWS = ("kiosk", "staff", "display")
MIB = 1024 * 1024


def measure(_: embedded.Lease) -> Iterator[Row]:
    """On a data directory of its own: the server's first and later starts, then each window."""
    with TemporaryDirectory(prefix="dawr-bench-") as folder, ExitStack() as stack:
        data_dir = Path(folder) / "data"
        environment = os.environ | {"DAWR_DATA_DIR": str(data_dir)}
        port = free_port()
        stack.callback(embedded.stop, data_dir)
        first, _memory = _server(environment, port)
        yield Row("server with its database, first start", f"{first:.2f} s")
        starts = [_server(environment, port) for _ in range(STARTS)]
        yield Row("server with its database, later start", f"{median(s for s, _ in starts):.2f} s")
        yield Row("server, memory of its own", f"{median(m for _, m in starts):.0f} MiB")
        screen = _screen(stack)
        if screen is None:
            yield Row("windows", "not measured", "no screen, no Xvfb")
        else:
            yield from _windows(environment | {"DISPLAY": screen}, port)


def _screen(stack: ExitStack) -> str | None:
    """This machine's screen, else one of Xvfb's own, else None."""
    if "DISPLAY" in os.environ:
        return os.environ["DISPLAY"]
    if shutil.which("Xvfb") is None:
        return None
    process = subprocess.Popen(
        [*("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_end, process)
    return f":{(process.stdout or sys.stdin).readline().strip()}"


def _server(environment: dict[str, str], port: int) -> tuple[float, float]:
    """Seconds until /readyz says 200, and the process's unshared memory in MiB."""
    begun = time.perf_counter()
    process = _start(environment, "server", "--port", str(port))
    try:
        await_ready(port, process)
        return time.perf_counter() - begun, _memory_of(process)
    finally:
        _end(process)


def _windows(environment: dict[str, str], port: int) -> Iterator[Row]:
    """Each window beside a running server, until it listens to the feed."""
    server = _start(environment, "server", "--port", str(port))
    try:
        await_ready(port, server)
        url = f"http://127.0.0.1:{port}"
        for role in WINDOWS:
            starts = [_window(environment, role, url, port) for _ in range(STARTS)]
            yield Row(f"{role} until it hears the feed", f"{median(s for s, _ in starts):.2f} s")
            yield Row(f"{role}, memory of its own", f"{median(m for _, m in starts):.0f} MiB")
    finally:
        _end(server)


def _window(environment: dict[str, str], role: str, url: str, port: int) -> tuple[float, float]:
    begun = time.perf_counter()
    process = _start(environment, role, "--windowed", "--server", url)
    try:
        known = psutil.Process(process.pid)
        while not any(link.raddr[1:] == (port,) for link in known.net_connections()):
            if process.poll() is not None or time.perf_counter() - begun > PATIENCE_S:
                raise RuntimeError(f"the {role} window does not start")
            time.sleep(0.01)  # a window that starts tells nobody else
        return time.perf_counter() - begun, _memory_of(process)
    finally:
        _end(process)


def _start(environment: dict[str, str], *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
    )


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    process.wait(timeout=PATIENCE_S)


def _memory_of(process: subprocess.Popen[bytes]) -> float:
    return float(psutil.Process(process.pid).memory_full_info().uss) / MIB
