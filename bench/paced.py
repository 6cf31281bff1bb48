"""What a clinic's day asks of the server: so many requests a minute, half entering, half calling.

Requests start when they are due, whether or not those before are answered, and are timed from then,
so that a server that falls behind cannot hide it.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Iterator
from statistics import quantiles

import psycopg

from bench.http import ask, serving
from bench.site import make
from bench.table import Row
from storage import embedded, sites, tokens

CLINICS = 12
USUAL = 300
"""Requests a minute of the busiest hour of the system that this one replaces."""
RATES = (USUAL, 30 * USUAL)
SECONDS = 12.0
TARGETS_MS = {"enter": 200, "call next": 100}
"""Its targets for the 95 % quantile."""
CONNECTIONS = 16


def measure(lease: embedded.Lease) -> Iterator[Row]:
    """The 95 % quantiles at each rate."""
    bench = make(lease, "paced", CLINICS)
    with psycopg.connect(bench.url, autocommit=True) as admin:
        site, _ = sites.find_site(admin, None)
        token = tokens.create_token(admin, site, "staff", "Bench")
    with serving(bench) as port:
        for rate in RATES:
            found = asyncio.run(_load(port, bench.clinics, token, rate / 60))
            for act, taken in found.items():
                p95 = quantiles([seconds for seconds, _ in taken], n=20)[-1] * 1000
                wrong = sum(not good for _, good in taken)
                met = "ok" if p95 < TARGETS_MS[act] else "SHORT"
                yield Row(
                    f"{act} at {rate:,} requests a minute: p95",
                    f"{p95:.1f} ms",
                    f"{wrong} errors",
                    aim=f"target {TARGETS_MS[act]} ms: {met}",
                )


async def _load(
    port: int, clinics: tuple[str, ...], token: str, rate: float
) -> dict[str, list[tuple[float, bool]]]:
    """How long each took, and whether it was answered as it should be."""
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))
    bearer = f"authorization: Bearer {token}\r\n".encode()
    found: dict[str, list[tuple[float, bool]]] = {"enter": [], "call next": []}
    codes = itertools.cycle(clinics)

    async def once(due: float, act: str, code: str) -> None:
        reader, writer = await free.get()
        calling = act == "call next"
        path, headers = ("/queue/call", bearer) if calling else ("/queue/enter", b"")
        head = await ask(reader, writer, path, json.dumps({"clinic": code}).encode(), headers)
        free.put_nowait((reader, writer))
        good = head.startswith((b"HTTP/1.1 20", b"HTTP/1.1 404" if calling else b"HTTP/1.1 201"))
        found[act].append((time.perf_counter() - due, good))

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for number in range(round(rate * SECONDS)):
            due = begun + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            act = "call next" if number % 2 else "enter"
            code = next(codes) if act == "enter" else clinics[number // 2 % len(clinics)]
            tasks.create_task(once(due, act, code))
    while not free.empty():
        free.get_nowait()[1].close()
    return found
