"""The database is killed with -9 under a running server, and comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg import sql

from storage import embedded, logins
from storage.database import upgrade
from storage.sites import make_demo_site
from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.ear import Ear, listening
from tests.server.test_processes import enter


@pytest.fixture
def own_database(tmp_path: Path) -> Iterator[tuple[Database, Path]]:
    """A database on a server of its own, which may be killed; commits are as safe as on a site."""
    data = tmp_path / "data"
    with embedded.start(data) as lease:
        url = lease.conninfo()
        upgrade(url)
        make_demo_site(url)
        with psycopg.connect(url, autocommit=True) as admin:
            made = logins.ensure_login(admin, 1, "server", "Server")
        yield Database("dawr", url, {("server", "Server"): made}), data


def kill_database(data: Path) -> None:
    file = next(data.rglob("postmaster.pid"))
    os.kill(int(file.read_text().split()[0]), signal.SIGKILL)


@pytest.mark.timeout(180)
async def test_every_acknowledged_number_is_there_and_the_feed_goes_on(
    own_database: tuple[Database, Path],
) -> None:
    database, data = own_database
    async with serving(database) as served:
        acknowledged: dict[int, None] = {}
        slowest = 0.0
        is_over = asyncio.Event()

        async def go_on(client: httpx.AsyncClient) -> None:
            nonlocal slowest
            while not is_over.is_set():
                began = time.monotonic()
                answer = await enter(client)
                slowest = max(slowest, time.monotonic() - began)
                if answer.status_code == 201:
                    acknowledged[answer.json()["number"]] = None
                else:
                    assert answer.status_code == 503, answer.text
                    assert int(answer.headers["retry-after"]) >= 1
                    await asyncio.sleep(0.02)

        async with listening(served.url, "lab") as ear:
            await ear.next()
            visitors = [asyncio.create_task(go_on(served.client)) for _ in range(8)]
            for _ in range(2):
                before = len(acknowledged)
                await until(lambda n=before: len(acknowledged) > n + 30, "numbers are given")  # type: ignore[misc]  # a default binds the value
                kill_database(data)
                await until(lambda: served.backend.pool.away, "it is noticed")
                assert (await served.get("/readyz")).status_code == 503
                await until(lambda: not served.backend.pool.away, "it is back")
            before = len(acknowledged)
            await until(lambda: len(acknowledged) > before + 30, "numbers are given again")
            is_over.set()
            await asyncio.gather(*visitors)
            last = max(acknowledged)
            heard = [(await ear.next()).data["number"] for _ in range(last)]

    numbers = [row[0] for row in database.rows("select number from ticket order by number")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert acknowledged.keys() <= set(numbers)
    assert heard == list(range(1, last + 1))
    assert slowest < 10


@pytest.mark.timeout(180)
async def test_a_feed_that_knows_nothing_keeps_no_line_warm(
    own_database: tuple[Database, Path],
) -> None:
    database, data = own_database
    async with (
        serving(database, heartbeat_s=0.1) as served,
        listening(served.url, "lab") as ear,
    ):
        await ear.next()
        assert (await ear.anything()) is not None
        embedded.stop(data)
        await until(lambda: not served.backend.hub.follower.is_fresh, "it is noticed")
        with pytest.raises(TimeoutError):
            await until_silent(ear)
        refused = await served.get("/events/stream?clinic=lab")

    assert refused.status_code == 503


async def test_who_hears_no_bells_still_answers(served: Served) -> None:
    """The listener's connection is lost and no other can be made; the pool's are there."""
    database = served.database
    await served.enter()
    allow = sql.SQL("alter database {} connection limit {}").format
    with database.admin() as admin:
        admin.execute(allow(sql.Identifier(database.name), sql.Literal(0)))
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where application_name = 'dawr listener' and datname = current_database()"
        )
        await until(lambda: not served.backend.hub.follower.is_linked, "it is noticed")
        for number in range(2, 40):
            assert (await served.enter())["number"] == number
        async with listening(served.url, "lab") as ear:
            await ear.next()
            await served.enter()
            assert (await ear.next()).data["number"] == 40
        ready = await served.get("/readyz")
        admin.execute(allow(sql.Identifier(database.name), sql.Literal(-1)))
    await until(lambda: served.backend.hub.follower.is_linked, "bells are heard again")

    assert ready.status_code == 200
    assert not served.backend.pool.away


async def until_silent(ear: Ear) -> None:
    """Hear what is on its way; a TimeoutError when nothing comes for five heartbeats."""
    for _ in range(100):
        await ear.anything(patience_s=0.5)
