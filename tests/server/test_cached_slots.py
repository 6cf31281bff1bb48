"""Slots from the cache of a real server: another answer at the instant at which another is true."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import pytest

from tests.postgres import Database
from tests.server.conftest import Served
from tests.storage.booking import DAY, MORNING


@pytest.fixture
def database(database: Database) -> Database:
    """Half an hour before the first slot of a day."""
    database.set_clock(MORNING)
    return database


async def free(served: Served, clinic: str = "lab") -> list[dict[str, Any]]:
    answer = await served.get(f"/slots?clinic={clinic}&date={DAY}")
    assert answer.status_code == 200, answer.text
    slots: list[dict[str, Any]] = answer.json()["slots"]
    return slots


async def is_there_until(served: Served, slot: int, at: dt.datetime) -> list[tuple[bool, bool]]:
    """Whether a slot is free, asked again and again until after an instant; True: before it."""
    told: list[tuple[bool, bool]] = []
    async with asyncio.timeout(6):
        while not told or told[-1][0]:
            is_before = served.database.value("select dawr.now()") < at
            told.append((is_before, slot in [one["id"] for one in await free(served)]))
    return told


async def test_slots_are_read_once_until_one_of_them_changes(served: Served) -> None:
    first, *others = await free(served)
    read = served.backend.cache.counts["database"]
    assert [await free(served) for _ in range(3)] == [[first, *others]] * 3
    unread = served.backend.cache.counts["database"] - read

    held = await served.post(f"/slots/{first['id']}/hold", {"user": "P-1"})
    without = await free(served)
    released = await served.client.delete(f"/api/v1/holds/{held.json()['hold']}")
    after = await free(served)

    assert unread == 0
    assert (held.status_code, released.status_code) == (201, 200)
    assert (without, after) == (others, [first, *others])


async def test_a_hold_of_one_clinic_leaves_the_slots_of_another(served: Served) -> None:
    slots = await free(served)
    xr = await free(served, "xr")
    await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "P-1"})
    read = served.backend.cache.counts["database"]

    assert await free(served, "xr") == xr
    assert served.backend.cache.counts["database"] == read


async def test_a_hold_that_runs_out_frees_its_slot_at_that_instant(served: Served) -> None:
    slot = (await free(served))[0]["id"]
    ends = served.database.value("select dawr.now()") + dt.timedelta(seconds=2)
    await served.post(f"/slots/{slot}/hold", {"user": "P-1"})
    served.database.do("update slot_hold set expires_at = %s", [ends])

    told = await is_there_until(served, slot, ends)

    assert told[0] == (True, False)
    assert told[-1] == (False, True)


async def test_a_slot_that_begins_is_no_longer_offered_at_that_instant(served: Served) -> None:
    served.database.do("update slot_schedule set begins_at = '07:04'")  # at no quarter of an hour
    first, second, *_ = await free(served)
    begins = dt.datetime.fromisoformat(first["starts_at"])
    served.database.set_clock(begins - dt.timedelta(seconds=2))
    await served.backend.hub.follower.refresh(whole=True)

    told = await is_there_until(served, first["id"], begins)

    assert told[0] == (True, True)
    assert told[-1] == (False, False)
    assert (await free(served))[0] == second


async def test_days_that_cannot_be_booked_are_not_kept(served: Served) -> None:
    for year in range(2031, 2061):
        answer = await served.get(f"/slots?clinic=lab&date={year}-01-01")
        assert answer.json()["slots"] == []

    assert len(served.backend.cache) == 0
