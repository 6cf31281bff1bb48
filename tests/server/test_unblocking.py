"""A log into a pipe that nobody reads: the server goes on, and the lost lines are counted."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

import httpx

from server.unblocking import Unblocking
from tests.postgres import Database
from tests.server import processes
from tests.server.ear import PATIENCE_S


def test_lines_come_out_in_their_order_and_whole() -> None:
    reading, writing = os.pipe()
    stream = Unblocking(writing)
    for number in range(500):
        stream.write(f"line {number} دور\n")
    stream.finish(PATIENCE_S)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        assert told.read().decode() == "".join(f"line {number} دور\n" for number in range(500))


def test_who_writes_never_waits_and_what_is_lost_is_said() -> None:
    reading, writing = os.pipe()
    stream = Unblocking(writing, most=100)
    began = time.monotonic()
    for _ in range(3000):
        stream.write("x" * 1000 + "\n")
    assert time.monotonic() - began < 2
    with os.fdopen(reading, "rb") as told:
        lines = iter(told.readline, b"")
        for line in lines:
            if b"lost" in line:
                break
        stream.finish(PATIENCE_S)
        os.close(writing)

    assert b'{"event": "lines of the log were lost", "count": ' in line


async def test_a_server_whose_log_nobody_reads_goes_on(database: Database, tmp_path: Path) -> None:
    """Its lines are more than a pipe holds; without the thread it stood still, and all in it."""
    pipe = tmp_path / "log"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    headers = {"X-Correlation-ID": "c" * 128}
    with processes.ready(pipe, database.login("server")) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:

            async def ask() -> int:
                answer = await client.post("/api/v1/queue/cancel", json={}, headers=headers)
                return answer.status_code

            for _ in range(12):
                assert set(await asyncio.gather(*(ask() for _ in range(50)))) == {422}
        code = await asyncio.to_thread(command.end)
    said = os.read(reading, 1 << 20)
    os.close(reading)

    assert code == 0
    assert said.count(b'"event": "request"') > 100
