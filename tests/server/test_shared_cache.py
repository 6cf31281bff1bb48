"""Answers in a real Redis: shared by the servers of one database, never needed, never believed."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import structlog

from server.options import Options
from tests.postgres import Cluster, Database
from tests.server.conftest import Served, serving, until
from tests.server.redis_server import RedisServer, running

STATUS = "/queue/status?clinic=lab"


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    with running(tmp_path) as server:
        yield server


@pytest.fixture
def log() -> Iterator[list[dict[str, object]]]:
    with structlog.testing.capture_logs() as lines:
        yield lines  # type: ignore[misc]  # what a line holds is any object


async def another(
    stack: AsyncExitStack, database: Database, redis: RedisServer, known: Served | None = None
) -> Served:
    """Another server on that Redis, which has come so far as to be sure."""
    tokens = None if known is None else known.tokens
    served = await stack.enter_async_context(
        serving(database, known=tokens, options=Options(redis.url))
    )
    await until(lambda: served.backend.hub.follower.is_sure, "bells are heard")
    return served


async def waiting(served: Served) -> int:
    answer = await served.get(STATUS)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["waiting"])


async def until_waiting(served: Served, count: int) -> None:
    async with asyncio.timeout(3):
        while await waiting(served) != count:  # noqa: ASYNC110 - the answer is waited for
            await asyncio.sleep(0.01)


async def test_what_one_server_has_read_another_need_not(
    database: Database, redis: RedisServer, stack: AsyncExitStack
) -> None:
    """And after a change neither tells what was."""
    one = await another(stack, database, redis)
    two = await another(stack, database, redis, one)
    assert [await waiting(one), await waiting(two)] == [0, 0]
    first = (one.backend.cache.counts["database"], two.backend.cache.counts["redis"])

    await one.enter()
    assert await waiting(one) == 1
    await until_waiting(two, 1)

    assert first == (1, 1)
    assert one.backend.cache.counts["database"] + two.backend.cache.counts["database"] >= 2


async def test_it_is_asked_for_keys_by_name_alone(
    database: Database, redis: RedisServer, stack: AsyncExitStack
) -> None:
    served = await another(stack, database, redis)
    for _ in range(3):
        await waiting(served)
        await served.enter()
        await served.get("/clinics")

    with redis.client() as client:
        said = set(client.info("commandstats"))
        keys = client.keys()
        lasting = [client.pttl(key) for key in keys]
    assert {"cmdstat_get", "cmdstat_set"} <= said
    assert not said & {f"cmdstat_{one}" for one in ("keys", "scan", "smembers", "flushdb", "del")}
    assert len(keys) == 2
    assert all(0 < one <= 15 * 60 * 1000 for one in lasting)


async def test_two_databases_and_two_sites_never_share_an_answer(
    cluster: Cluster, database: Database, redis: RedisServer, stack: AsyncExitStack
) -> None:
    """A copy with the same name of everything and the same positions is another place."""
    copy = Database(
        f"{database.name}_copy", cluster.url(f"{database.name}_copy"), database.credentials
    )
    database.do("update head set waiting = 3, counter = 3")
    cluster.create(copy.name, database.name)
    copy.do("update head set waiting = 8, counter = 8")
    try:
        async with AsyncExitStack() as both:
            one = await another(both, database, redis)
            two = await another(both, copy, redis)
            told = [await waiting(one), await waiting(two), await waiting(one)]
            found = two.backend.cache.counts["redis"]
    finally:
        cluster.drop(copy.name)

    assert told == [3, 8, 3]
    assert found == 0


async def test_a_redis_that_goes_and_comes_is_said_once_and_nothing_is_ever_old(
    database: Database, redis: RedisServer, stack: AsyncExitStack, log: list[dict[str, object]]
) -> None:
    served = await another(stack, database, redis)
    assert await waiting(served) == 0
    redis.kill()
    for count in range(1, 4):
        await served.enter()
        assert [await waiting(served) for _ in range(3)] == [count] * 3
    await asyncio.to_thread(redis.start)

    async def is_used() -> bool:
        await served.enter("xr")
        await served.get("/queue/status?clinic=xr")
        with redis.client() as client:
            return bool(client.dbsize())

    async with asyncio.timeout(10):
        while not await is_used():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.1)

    assert [one["event"] for one in log if str(one["event"]).startswith("redis")] == [
        "redis is away, answers are kept in memory",
        "redis is there",
    ]


async def test_a_redis_that_says_nothing_delays_nobody_for_long(
    database: Database, redis: RedisServer, stack: AsyncExitStack
) -> None:
    served = await another(stack, database, redis)
    assert await waiting(served) == 0
    redis.send(signal.SIGSTOP)
    try:
        took = []
        for count in range(1, 5):
            await served.enter()
            began = time.monotonic()
            assert await waiting(served) == count
            took.append(time.monotonic() - began)
    finally:
        redis.send(signal.SIGCONT)

    assert max(took) < 1.0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"nonsense",
        lambda kept: json.dumps({**kept, "stamp": "another", "body": "old"}).encode(),
        lambda kept: json.dumps({**kept, "ends_at": 0, "body": "old"}).encode(),
        lambda kept: json.dumps({**kept, "positions": {"1": 77}, "body": "old"}).encode(),
        lambda kept: json.dumps({**kept, "positions": {}, "body": "old"}).encode(),
    ],
)
async def test_an_answer_found_there_is_judged_like_ones_own(
    database: Database, redis: RedisServer, stack: AsyncExitStack, spoil: object
) -> None:
    assert callable(spoil)
    one = await another(stack, database, redis)
    await waiting(one)
    with redis.client() as client:
        (key,) = client.keys()
        client.set(key, spoil(json.loads(client.get(key) or b"")))

    two = await another(stack, database, redis, one)

    assert await waiting(two) == 0
    assert two.backend.cache.counts["redis"] == 0


async def test_movers_and_askers_at_two_servers_never_see_numbers_go_back(
    database: Database, redis: RedisServer, stack: AsyncExitStack
) -> None:
    """Each mover finds his own move at the server he made it at."""
    one = await another(stack, database, redis)
    servers = [one, await another(stack, database, redis, one)]
    is_over = asyncio.Event()
    wrong: list[object] = []

    async def total(served: Served) -> int:
        return int((await served.get(STATUS)).json()["total"])

    async def ask(served: Served) -> None:
        last = 0
        while not is_over.is_set():
            now = await total(served)
            if now < last:
                wrong.append(("back", last, now))
            last = now

    async def move(served: Served) -> None:
        for _ in range(12):
            number = (await served.enter())["number"]
            seen = await total(served)
            if seen < number:
                wrong.append(("old", number, seen))

    askers = [asyncio.create_task(ask(one)) for one in servers * 2]
    await asyncio.gather(*(move(one) for one in servers * 2))
    is_over.set()
    await asyncio.gather(*askers)

    assert wrong == []
    assert sum(one.backend.cache.counts["redis"] for one in servers) > 0
