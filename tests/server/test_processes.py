"""The server as processes: several at once, killed, told to end, in the way of another."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import psutil
import pytest

from server.feed.ids import encode
from server.run import PORTS
from server.supervisor import MOST_EARLY_DEATHS
from storage.database import upgrade
from storage.sites import make_demo_site
from tests.postgres import Database
from tests.server.conftest import make_tokens, until
from tests.server.ear import PATIENCE_S, listening
from tests.server.processes import Command, metrics_in, ready, started


async def enter(client: httpx.AsyncClient, clinic: str = "lab") -> httpx.Response:
    return await client.post("/api/v1/queue/enter", json={"clinic": clinic})


@pytest.mark.parametrize("workers", [1, 2])
async def test_open_feeds_are_ended_within_a_second_and_without_a_trace(
    database: Database, tmp_path: Path, workers: int
) -> None:
    with ready(tmp_path / "log", database.login("server"), workers=workers) as command:
        async with AsyncExitStack() as stack:
            ears = [
                await stack.enter_async_context(listening(command.url, "lab")) for _ in range(20)
            ]
            for ear in ears:
                await ear.next()
            began = time.monotonic()
            code = await asyncio.to_thread(command.end)
            took = time.monotonic() - began
            ends = [await ear.anything() for ear in ears]

        assert code == 0
        assert took < 1.0
        assert ends == [None] * 20
        assert "Traceback" not in command.said()
        assert "Error" not in command.said()


async def test_ctrl_c_ends_it_cleanly_too(database: Database, tmp_path: Path) -> None:
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:
        workers = command.workers()
        for one in workers:
            one.send_signal(signal.SIGINT)  # a terminal sends it to all of them
        assert await asyncio.to_thread(command.end, signal.SIGINT) == 0
        assert "Traceback" not in command.said()
    assert not any(one.is_running() for one in workers)


@pytest.mark.parametrize("count", [5, 10, 50, 200])
async def test_who_enter_at_once_get_consecutive_numbers(
    database: Database, tmp_path: Path, count: int
) -> None:
    """Over two server processes; a feed hears each of them once, in order."""
    conninfo = database.login("server")
    with ready(tmp_path / "log", conninfo, workers=2) as command:
        limits = httpx.Limits(max_connections=count)
        async with (
            httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S, limits=limits) as client,
            listening(command.url, "lab") as ear,
        ):
            await ear.next()
            answers = await asyncio.gather(*(enter(client) for _ in range(count)))
            heard = [(await ear.next()).data["number"] for _ in range(count)]

    assert [one.status_code for one in answers] == [201] * count
    assert sorted(one.json()["number"] for one in answers) == list(range(1, count + 1))
    assert heard == list(range(1, count + 1))
    assert len({one.json()["token"] for one in answers}) == count


async def test_a_change_in_one_process_is_heard_in_the_other(
    database: Database, tmp_path: Path
) -> None:
    conninfo = database.login("server")
    with (
        ready(tmp_path / "one", conninfo) as one,
        ready(tmp_path / "two", conninfo) as two,
    ):
        async with (
            httpx.AsyncClient(base_url=one.url, timeout=PATIENCE_S) as client,
            listening(two.url, "lab") as ear,
        ):
            await ear.next()
            for number in range(1, 6):
                await enter(client)
                async with asyncio.timeout(3):  # well before the 5 s check
                    assert (await ear.next()).data["number"] == number

        last_id = ear.last_id
        async with (
            httpx.AsyncClient(base_url=two.url, timeout=PATIENCE_S) as client,
            listening(one.url, "lab", last_id=last_id) as ear,
        ):
            await enter(client)
            assert (await ear.next()).data["number"] == 6


async def test_a_killed_worker_is_replaced_and_no_number_is_lost(
    database: Database, tmp_path: Path
) -> None:
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:
        before = {one.pid for one in command.workers()}
        acknowledged: list[int] = []
        is_over = asyncio.Event()

        async def go_on() -> None:
            while not is_over.is_set():
                async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
                    try:
                        answer = await enter(client)
                    except httpx.HTTPError:
                        continue
                if answer.status_code == 201:
                    acknowledged.append(answer.json()["number"])

        visitors = [asyncio.create_task(go_on()) for _ in range(8)]
        await until(lambda: len(acknowledged) > 20, "numbers are given")
        os.kill(min(before), signal.SIGKILL)
        await until(lambda: len({one.pid for one in command.workers()} - before) == 1, "a new one")
        given = len(acknowledged)
        await until(lambda: len(acknowledged) > given + 20, "numbers are given again")
        is_over.set()
        await asyncio.gather(*visitors)
        command.end()

    numbers = [row[0] for row in database.rows("select number from ticket order by number")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(acknowledged) <= set(numbers)
    assert len(set(acknowledged)) == len(acknowledged)


async def test_workers_end_when_their_supervisor_is_killed(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the last of them leaves nothing of the numbers they measured."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:
        workers = command.workers()
        os.kill(command.process.pid, signal.SIGKILL)
        command.process.wait()
        assert metrics_in(tmp_path)
        await until(lambda: not any(is_alive(one) for one in workers), "all have ended")
    assert not metrics_in(tmp_path)


def is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def kill_newcomers(command: Command, old: Iterable[psutil.Process], count: int) -> None:
    """Kill so many workers before they can serve, or all that come until the command ends."""
    killed: set[psutil.Process] = set(old)

    def has_killed() -> bool:
        with contextlib.suppress(psutil.NoSuchProcess):
            for newcomer in set(command.workers()) - killed:
                killed.add(newcomer)
                newcomer.kill()
        return len(killed) >= len(set(old)) + count or command.process.poll() is not None

    await until(has_killed, "newcomers are killed")


async def test_a_server_that_has_served_outlives_workers_that_die_early(
    database: Database, tmp_path: Path
) -> None:
    """One worker goes on while those in the other's place die before they are ready."""
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:
        stays, goes = command.workers()
        goes.kill()
        await until(lambda: goes not in command.workers(), "it is buried")
        await kill_newcomers(command, [stays], MOST_EARLY_DEATHS)
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            given = await enter(client)
            await until(lambda: len(command.workers()) == 2, "both are back")
        assert is_alive(stays)
        assert command.end() == 0

    assert given.status_code == 201


async def test_a_server_whose_workers_never_serve_says_so(tmp_path: Path) -> None:
    with started(tmp_path / "log", "host=127.0.0.1 port=1", workers=2, port=0) as command:
        await kill_newcomers(command, [], 100)
        code = await asyncio.to_thread(command.process.wait, PATIENCE_S)

    assert code == 1
    assert "The server cannot start; its log says why." in command.said()


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started(tmp_path / "log", "host=127.0.0.1 port=1", port=port) as command:
            code = command.process.wait(PATIENCE_S * 2)

    assert code == 1
    assert command.said() == (
        f"Port {port} is taken; end the program that has it or choose another with --port.\n"
    )


def test_an_address_of_another_machine_is_said_in_one_sentence(tmp_path: Path) -> None:
    with started(tmp_path / "log", "host=127.0.0.1 port=1", host="192.0.2.1") as command:
        assert command.process.wait(PATIENCE_S * 2) == 1

    assert command.said() == "This machine has no address 192.0.2.1; choose another with --host.\n"


async def test_a_server_starts_without_its_database(tmp_path: Path) -> None:
    nowhere = "host=127.0.0.1 port=1 user=nobody dbname=nothing"
    with ready(tmp_path / "log", nowhere) as command:
        port = int(command.url.rpartition(":")[2])
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            health = await client.get("/healthz")
            readiness = await client.get("/readyz")
            refused = await enter(client)
            feed = await client.get("/api/v1/events/stream?clinic=lab")
        assert command.end() == 0

    assert port in PORTS
    assert health.status_code == 200
    for answer in (readiness, refused, feed):
        assert (answer.status_code, answer.json()["code"]) == (503, "BUSY")
        assert int(answer.headers["retry-after"]) >= 1
    assert readiness.json()["missing"] == ["The database cannot be reached."]
    assert "Traceback" not in command.said()


async def test_a_database_that_is_not_set_up_is_noticed_when_it_is(
    empty_database: Database, template: Database, tmp_path: Path
) -> None:
    login = template.credentials["server", "Server"]
    with ready(tmp_path / "log", login.conninfo(empty_database.admin_url)) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            readiness = await client.get("/readyz")
            refused = await enter(client)
            await asyncio.to_thread(set_up, empty_database, login.user)
            async with asyncio.timeout(PATIENCE_S):
                while (await client.get("/readyz")).status_code != 200:  # noqa: ASYNC110 - no event
                    await asyncio.sleep(0.05)
            given = await enter(client)
        command.end()

    assert (readiness.status_code, refused.status_code) == (503, 503)
    assert readiness.json()["missing"] == ["The database is not set up yet."]
    assert given.status_code == 201
    assert "Traceback" not in command.said()


def set_up(database: Database, login: str) -> None:
    """Migrate it, make the demo site, and let this login be its server."""
    upgrade(database.admin_url)
    make_demo_site(database.admin_url)
    database.do(f'grant "{database.name}_server" to "{login}"')
    database.do("insert into dawr.login values (%s, 1, 'server', 'Server')", [login])


async def test_the_feed_survives_its_worker(database: Database, tmp_path: Path) -> None:
    """A client whose worker is killed comes back with its last id and misses nothing."""
    scopes = make_tokens(database)
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:
        async with httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S) as client:
            lab = database.value("select id from clinic where code = 'lab'")
            last_id: str | None = encode({lab: 0})
            heard: list[int] = []
            for round_ in range(3):
                async with listening(
                    command.url, "lab", last_id=last_id, token=scopes["staff"]
                ) as ear:
                    for _ in range(2):
                        await enter(client)
                    heard += [(await ear.next()).data["number"] for _ in range(2)]
                    last_id = ear.last_id
                    await enter(client)
                    for worker in command.workers()[: 1 + round_ % 2]:
                        worker.kill()
                    await until(lambda: all(map(is_alive, command.workers())), "all are back")
                    await until(lambda: len(command.workers()) == 2, "both are back")
                async with listening(
                    command.url, "lab", last_id=last_id, token=scopes["staff"]
                ) as ear:
                    heard.append((await ear.next()).data["number"])
                    last_id = ear.last_id
        command.end()

    assert heard == list(range(1, 10))
