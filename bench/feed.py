"""How fast a change reaches subscribers: one of them, and the last of a crowd."""

from __future__ import annotations

import asyncio
import itertools
import resource
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median, quantiles
from typing import cast

from bench.http import serving
from bench.moves import issuing
from bench.site import Bench, make
from bench.table import Row
from storage import embedded

CROWDS = (100, 1_000, 5_000)
AIMS_MS = {1: 20, 100: 20, 1_000: 30, 5_000: 150}
PUSHES = 100
PUSHES_TO_CROWD = 15
PATIENCE_S = 30
SPARE_FILES = 200


def measure(lease: embedded.Lease) -> Iterator[Row]:
    """From the commit of a number, drawn at a kiosk's login, to the frame at the subscribers."""
    bench = make(lease, "feed", 1)
    with serving(bench, workers=1) as port:
        taken = asyncio.run(_pushes(bench, port, 1, PUSHES))
        p95 = quantiles(taken, n=20)[-1]
        yield _row("push from commit to one subscriber, p95", p95, 1)
        yield _row("push from commit to one subscriber, median", median(taken), 1)
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    for crowd in CROWDS:
        if crowd + SPARE_FILES > limit:
            yield Row(f"push to {crowd} subscribers", "not measured", f"open files {limit}")
            continue
        with serving(bench, workers=1) as port:
            last = asyncio.run(_pushes(bench, port, crowd, PUSHES_TO_CROWD))
        yield _row(f"push from commit to the last of {crowd}, median", median(last), crowd)


def _row(name: str, seconds: float, crowd: int) -> Row:
    return Row(name, f"{seconds * 1000:.1f} ms", aim=f"aim {AIMS_MS[crowd]} ms")


async def _pushes(bench: Bench, port: int, crowd: int, pushes: int) -> list[float]:
    """Seconds from each commit until every subscriber has read its frame."""
    loop = asyncio.get_running_loop()
    hearers: list[Hearer] = []
    for _ in range(crowd):
        _, one = await loop.create_connection(Hearer, "127.0.0.1", port)
        one.ask(bench.clinics[0])
        hearers.append(one)
    await _all_heard(hearers, 1)
    taken: list[float] = []
    with ExitStack() as opened:
        issue = issuing(bench, itertools.cycle(bench.clinics), opened)
        for number in range(pushes + 1):
            await loop.run_in_executor(None, issue)
            committed = time.perf_counter()
            await _all_heard(hearers, number + 2)
            taken.append(max(one.at for one in hearers) - committed)
    for one in hearers:
        one.close()
    return taken[1:]  # the first press opens the connections


async def _all_heard(hearers: list[Hearer], frames: int) -> None:
    until = time.perf_counter() + PATIENCE_S
    while any(one.frames < frames for one in hearers):
        if time.perf_counter() > until:
            raise RuntimeError("a subscriber did not hear it")
        await asyncio.sleep(0.001)


class Hearer(asyncio.Protocol):
    """A subscriber that counts the frames it has and when the last came."""

    def __init__(self) -> None:
        self.frames = 0
        self.at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def ask(self, clinic: str) -> None:
        self._transport.write(
            f"GET /api/v1/events/stream?clinic={clinic} HTTP/1.1\r\nhost: bench\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        self.at = time.perf_counter()
        self.frames += data.count(b"\ndata:")

    def close(self) -> None:
        self._transport.close()
