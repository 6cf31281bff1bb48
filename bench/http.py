"""Entering over HTTP, against pgbench issuing with eight connections on the same server."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench import load
from bench.moves import bare_statement, issue_statement
from bench.site import Bench, make
from bench.table import ROUNDS, Row, compared
from storage import embedded

CLINICS = 20
CONNECTIONS = 8
CALLERS = (8, 64)
LEAST, LEAST_OF_BARE = 0.35, 0.20
AIM_MS, AIM_ALL_MS = 5, 10
ROOT = Path(__file__).resolve().parents[1]
READY_S = 60
MANY = "127.0.0.0/8=10000000"
"""So often may this machine ask within a minute: it is counted, and never refused."""


@dataclass(frozen=True)
class Heard:
    """One round of a load: answers a second, the seconds of each, and how many were no 201."""

    rate: float
    seconds: tuple[float, ...]
    errors: int


def measure(lease: embedded.Lease) -> Iterator[Row]:
    """Enter with 8 and with 64 callers; the ratio binds at 8."""
    bench = make(lease, "http", CLINICS)
    statements = [issue_statement(code) for code in bench.clinics]
    with serving(bench) as port:
        for callers in CALLERS:
            pairs: list[tuple[float, float]] = []
            p95s: list[float] = []
            errors = 0
            for _ in range(ROUNDS):
                theirs = load.pgbench(bench.kiosk_url, statements, CONNECTIONS)
                heard = asyncio.run(enter(port, bench.clinics, callers, load.SECONDS))
                pairs.append((heard.rate, theirs))
                p95s.append(quantiles(heard.seconds, n=20)[-1])
                errors += heard.errors
            least = LEAST if callers == CONNECTIONS else None
            yield compared(f"HTTP enter, {callers} callers, {CLINICS} clinics", pairs, least)
            yield Row(
                f"HTTP enter, {callers} callers: p95, errors",
                f"{median(p95s) * 1000:.1f} ms",
                f"{errors} errors",
                aim=f"aim {AIM_MS} ms, 0 errors",
            )


def measure_all(lease: embedded.Lease) -> Iterator[Row]:
    """Enter with everything on: key, limit, correlation id, metrics; against the bare issue."""
    bench = make(lease, "http_all", CLINICS)
    statements = [bare_statement(code) for code in bench.clinics]
    pairs: list[tuple[float, float]] = []
    p95s: list[float] = []
    errors = 0
    with serving(bench) as port:
        for _ in range(ROUNDS):
            theirs = load.pgbench(bench.kiosk_url, statements, CONNECTIONS)
            heard = asyncio.run(enter(port, bench.clinics, CONNECTIONS, load.SECONDS, keyed=True))
            pairs.append((heard.rate, theirs))
            p95s.append(quantiles(heard.seconds, n=20)[-1])
            errors += heard.errors
    words = f"HTTP enter with everything on, {CONNECTIONS} callers"
    yield compared(words, pairs, LEAST_OF_BARE)
    yield Row(
        "the same: p95, errors",
        f"{median(p95s) * 1000:.1f} ms",
        f"{errors} errors",
        aim=f"aim {AIM_ALL_MS} ms, 0 errors; ratio's aim 0.30",
    )


@contextmanager
def serving(bench: Bench, workers: int = 2) -> Iterator[int]:
    """The server as its command runs it, on a free port, until the block ends."""
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, str(ROOT / "main.py"), "server"),
            *("--port", str(port), "--workers", str(workers)),
        ],
        env=os.environ
        | {
            "DAWR_DATABASE_URL": bench.server.conninfo(bench.url),
            "DAWR_RATE_LIMIT_NETWORKS": MANY,
        },
        stdout=subprocess.DEVNULL,
    )
    try:
        await_ready(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def free_port() -> int:
    """A port below 32768 that nobody listens on."""
    for port in range(22_000 + os.getpid() % 5000, 32_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError


def await_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until /readyz says 200, for a minute at most."""
    until = time.monotonic() + READY_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.05)  # a process that starts tells nobody else
    raise RuntimeError("the server does not become ready")


async def enter(
    port: int, clinics: tuple[str, ...], callers: int, seconds: float, *, keyed: bool = False
) -> Heard:
    """Callers that enter anonymously over kept connections as fast as they are answered.

    `keyed` sends an idempotency key and a correlation id with each, new every time.
    """
    codes = itertools.cycle(clinics)
    until = time.perf_counter() + seconds
    begun = time.perf_counter()
    found = await asyncio.gather(
        *(_caller(port, codes, until, keyed=keyed) for _ in range(callers))
    )
    taken = [one for times, _ in found for one in times]
    errors = sum(failed for _, failed in found)
    return Heard(len(taken) / (time.perf_counter() - begun), tuple(taken), errors)


async def _caller(
    port: int, codes: Iterator[str], until: float, *, keyed: bool
) -> tuple[list[float], int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    taken: list[float] = []
    errors = 0
    try:
        while (start := time.perf_counter()) < until:
            body = json.dumps({"clinic": next(codes)}).encode()
            head = await ask(reader, writer, "/queue/enter", body, _headers() if keyed else b"")
            taken.append(time.perf_counter() - start)
            errors += not head.startswith(b"HTTP/1.1 201")
    finally:
        writer.close()
    return taken, errors


def _headers() -> bytes:
    key = uuid.uuid4().hex.encode()
    return b"idempotency-key: %s\r\nx-correlation-id: bench:%s\r\n" % (key, key)


async def ask(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    path: str,
    body: bytes,
    headers: bytes = b"",
) -> bytes:
    """One POST over a kept connection; the head of its answer, once all of it has come."""
    writer.write(
        b"POST /api/v1%s HTTP/1.1\r\nhost: bench\r\ncontent-length: %d\r\n%s"
        b"content-type: application/json\r\n\r\n%s" % (path.encode(), len(body), headers, body)
    )
    head = await reader.readuntil(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
    await reader.readexactly(length)
    return head
