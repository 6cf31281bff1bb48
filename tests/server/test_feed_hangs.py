"""The feed's backend stops without a word: nothing claims to be live, and the feed goes on."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.ear import listening
from tests.server.test_database_away import until_silent

CHECK_S = 0.1
LOOKED_S = 0.5


@contextlib.contextmanager
def stopped(database: Database, application: str) -> Iterator[None]:
    """Its backend stands still, as behind a cut cable: neither an answer nor an end."""
    pid = database.value(
        "select pid from pg_stat_activity where datname = current_database()"
        " and application_name = %s",
        [application],
    )
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks often and is soon unsure, but does not give a look up."""
    monkeypatch.setattr("server.feed.follower.CHECK_S", CHECK_S)
    monkeypatch.setattr("server.feed.follower.LOOKED_S", LOOKED_S)
    monkeypatch.setattr("server.feed.follower.REFRESH_S", LOOKED_S)
    monkeypatch.setattr("storage.feed_log.PATIENCE_S", 600.0)


async def test_a_feed_whose_connection_hangs_takes_another(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.feed_log.PATIENCE_S", 0.3)
    async with serving(database) as served, listening(served.url, "lab") as ear:
        await ear.next()
        with stopped(database, "dawr feed"):
            await served.enter()
            async with asyncio.timeout(3):  # the hanging one cost no more than its patience
                assert (await ear.next()).data["number"] == 1


@pytest.mark.usefixtures("in_a_hurry")
async def test_while_a_look_hangs_nothing_claims_to_be_live(database: Database) -> None:
    async with serving(database, heartbeat_s=0.05) as served, listening(served.url, "lab") as ear:
        await ear.next()
        assert (await ear.anything()) is not None
        now = await the_page_now(served)
        assert (await served.client.get(now)).status_code == 204
        with stopped(database, "dawr feed"):
            with pytest.raises(TimeoutError):
                await until_silent(ear)
            answers = [
                await served.client.get(path)
                for path in ("/readyz", now, "/api/v1/events/stream?clinic=new")
            ]

    assert [one.status_code for one in answers] == [503] * 3
    assert all(int(one.headers["retry-after"]) >= 1 for one in answers)


async def the_page_now(served: Served) -> str:
    """What an open phone page asks while nothing changes."""
    mine = await served.enter()
    follower = served.backend.hub.follower
    await until(lambda: follower.is_sure, "bells are heard")
    await follower.refresh()
    stream = follower.clinics["lab"]
    return f"/t/{mine['token']}/now?stream={stream}&at={follower.seen[stream]}"


@pytest.mark.usefixtures("in_a_hurry")
async def test_a_server_whose_feed_hangs_ends_in_time(database: Database) -> None:
    async with contextlib.AsyncExitStack() as stack:
        served = await stack.enter_async_context(serving(database))
        with stopped(database, "dawr feed"):
            await until(lambda: not served.backend.hub.follower.is_live, "a look hangs")
            began = time.monotonic()
            await stack.aclose()
            took = time.monotonic() - began

    assert took < 2
