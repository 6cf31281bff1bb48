"""What time alone changes is appended in every clinic, whatever holds another one up."""

from __future__ import annotations

import asyncio

import psycopg
import pytest

from tests.postgres import Database
from tests.server.conftest import Served, serving
from tests.server.ear import listening

HOLD_HEAD = (
    "select from dawr.head h where clinic_id = (select id from dawr.clinic where code = %s)"
    " for update"
)


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.upkeep.CHECK_S", 0.05)
    monkeypatch.setattr("server.feed.follower.CHECK_S", 0.05)


@pytest.mark.usefixtures("often")
async def test_a_locked_clinic_stops_neither_the_feed_nor_the_day_of_another(
    database: Database,
) -> None:
    """The day turns while a rival holds one clinic's head: all others turn, and are heard."""
    async with serving(database) as served, listening(served.url, "xr", "lab") as ear:
        await ear.next()
        await served.enter("xr")
        assert (await ear.next()).data["type"] == "ENTERED"
        with psycopg.connect(database.admin_url) as rival:
            rival.execute(HOLD_HEAD, ["lab"])
            database.do("update test_clock set shift = interval '1 day'")
            await asyncio.to_thread(database.until_waiting_for_lock, "dawr chores")
            feed = feed_of(database)
            async with asyncio.timeout(5):
                turned = (await ear.until("DAY_TURNED"))[-1].data
                await served.enter("xr")
                entered = (await ear.until("ENTERED"))[-1].data
            is_live = served.backend.hub.follower.is_live
            rival.rollback()
        lab = (await ear.until("DAY_TURNED"))[-1].data
        kept = feed_of(database) == feed

    assert turned["clinic"] == entered["clinic"] == "xr"
    assert lab["clinic"] == "lab"
    assert is_live
    assert kept


def feed_of(database: Database) -> object:
    return database.rows(
        "select pid from pg_stat_activity where datname = current_database()"
        " and application_name = 'dawr feed'"
    )


async def test_old_keys_are_forgotten_at_the_first_check(database: Database) -> None:
    async with serving(database) as served:
        await served.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key="a-key-of-today")
        assert keys(served) == 1
    database.do("update test_clock set shift = interval '3 days'")
    async with serving(database, known=served.tokens):
        await asyncio.to_thread(database.until, "select not exists (select from idempotency)")


def keys(served: Served) -> object:
    return served.database.value("select count(*) from idempotency")
