"""Status and clinics from the cache of a real server: never old, and free while all is quiet."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import TicketRequest
from server.notices import courier
from storage.kiosk_desk import KioskDesk
from tests.server.conftest import Served, until

PHONES, AT_ONCE = 500, 50
_ASK = b"GET /api/v1/queue/status?clinic=lab HTTP/1.1\r\nHost: dawr\r\n\r\n"


class Phone:
    """One that asks for the status again and again, on a connection of its own."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def waiting(self) -> int:
        """How many wait in the laboratory."""
        self._writer.write(_ASK)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
        assert head.startswith("http/1.1 200"), head
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        return int(json.loads(await self._reader.readexactly(length))["waiting"])

    def hang_up(self) -> None:
        self._writer.transport.abort()


@asynccontextmanager
async def phones(url: str, count: int) -> AsyncIterator[list[Phone]]:
    parts = urlsplit(url)
    there: list[Phone] = []
    try:
        for _ in range(count):
            pair = await asyncio.open_connection(parts.hostname, parts.port)
            there.append(Phone(*pair))
        yield there
    finally:
        for one in there:
            one.hang_up()


async def all_of(there: list[Phone]) -> set[int]:
    """What every one of them is told, so many at a time as would ask within the same moment."""
    told: set[int] = set()
    for first in range(0, len(there), AT_ONCE):
        asking = there[first : first + AT_ONCE]
        told |= set(await asyncio.gather(*(one.waiting() for one in asking)))
    return told


@pytest.fixture
def quiet_courier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but those who ask takes a connection of the pool."""
    monkeypatch.setattr(courier, "CHECK_S", 600.0)


@pytest.mark.usefixtures("quiet_courier")
async def test_five_hundred_polling_phones_cost_the_database_nothing_while_nothing_changes(
    served: Served,
) -> None:
    """And each sees a change in the first answer it gets after it."""
    pool = served.backend.pool
    served.database.set_clock(dt.datetime(2026, 11, 25, 9, 1, tzinfo=dt.UTC))  # far from a quarter
    await served.backend.hub.follower.refresh(whole=True)
    async with phones(served.url, PHONES) as there:
        await served.enter()
        first = await all_of(there)
        before = pool.taken
        quiet = [await all_of(there) for _ in range(3)]
        cost = pool.taken - before
        await served.enter()
        after = await all_of(there)
        dear = pool.taken - before - cost

    assert (first, quiet, after) == ({1}, [{1}] * 3, {2})
    assert cost == 0
    assert dear == 2  # the move, and one read for all of them


async def test_whoever_made_a_move_sees_it_in_the_next_answer(served: Served) -> None:
    """Sixty numbers, while others keep the answers warm."""
    is_over = asyncio.Event()
    backwards: list[tuple[int, int]] = []

    async def poll(one: Phone) -> None:
        last = 0
        while not is_over.is_set():
            waiting = await one.waiting()
            if waiting < last:
                backwards.append((last, waiting))
            last = waiting

    async def enter_and_look(count: int) -> list[tuple[int, int]]:
        seen = []
        for _ in range(count):
            number = (await served.enter())["number"]
            seen.append((number, (await served.get("/queue/status?clinic=LAB")).json()["total"]))
        return seen

    async with phones(served.url, 8) as there:
        pollers = [asyncio.create_task(poll(one)) for one in there]
        looks = await asyncio.gather(*(enter_and_look(15) for _ in range(4)))
        is_over.set()
        await asyncio.gather(*pollers)

    assert [pair for look in looks for pair in look if pair[1] < pair[0]] == []
    assert backwards == []


async def test_a_change_of_one_clinic_leaves_the_answers_of_the_others(served: Served) -> None:
    async def status(clinic: str) -> int:
        answer = await served.get(f"/queue/status?clinic={clinic}")
        return int(answer.json()["waiting"])

    async def counts() -> dict[str, int]:
        told = (await served.get("/clinics")).json()["clinics"]
        return {one["code"]: one["waiting"] for one in told}

    before = [await status("lab"), await status("xr"), await counts()]
    await served.enter("lab")
    read = served.backend.cache.counts["database"]
    xr = await status("Xr")
    unread = served.backend.cache.counts["database"] - read
    after = [await status("LAB"), await counts()]

    assert before[:2] == [0, 0]
    assert (xr, unread) == (0, 0)
    assert after[0] == 1
    assert after[1] == {**before[2], "lab": 1}  # type: ignore[dict-item]  # the third is counts()


async def test_a_number_drawn_at_a_kiosk_is_in_the_answers_at_once(served: Served) -> None:
    """It goes past this server: the bell says so, long before the 5 s check."""
    await served.get("/queue/status?clinic=lab")
    kiosk = KioskDesk(served.database.login("kiosk"))
    try:
        await asyncio.to_thread(kiosk.issue_ticket, Press(), TicketRequest("lab"))
        async with asyncio.timeout(2):
            while (await served.get("/queue/status?clinic=lab")).json()["waiting"] != 1:  # noqa: ASYNC110 - the answer is what is waited for
                await asyncio.sleep(0.01)
    finally:
        await asyncio.to_thread(kiosk.close)


async def test_the_end_of_a_pause_is_in_the_answers_at_that_instant(served: Served) -> None:
    ends = served.database.value("select dawr.now()") + dt.timedelta(seconds=1.5)
    paused = {"reason": "a short break", "until": ends.isoformat()}
    answer = await served.post("/clinics/lab/pause", paused, "staff")
    assert answer.status_code == 200, answer.text

    told = await asked_until(served, ends, "state")

    assert told[0] == (True, "PAUSED")
    assert (False, "PAUSED") not in told


async def test_numbers_begin_anew_at_the_instant_the_service_day_turns(served: Served) -> None:
    await served.enter()
    now = dt.datetime.now(dt.UTC)
    turns = now.replace(hour=2, minute=0, second=0, microsecond=0)  # 05:00 in Qatar
    if turns < now + dt.timedelta(minutes=1):
        turns += dt.timedelta(days=1)
    served.database.set_clock(turns - dt.timedelta(seconds=2))
    await served.backend.hub.follower.refresh(whole=True)

    told = await asked_until(served, turns, "total")

    assert told[0] == (True, 1)
    assert (False, 1) not in told


async def asked_until(served: Served, at: dt.datetime, name: str) -> list[tuple[bool, object]]:
    """What the status says again and again until after an instant; True: asked before it."""
    told: list[tuple[bool, object]] = []
    async with asyncio.timeout(6):
        while not told or told[-1][0]:
            is_before = served.database.value("select dawr.now()") < at
            answer = await served.get("/queue/status?clinic=lab")
            told.append((is_before, answer.json()[name]))
    return told


async def test_what_is_set_up_anew_is_in_the_answers_after_the_next_check(served: Served) -> None:
    await served.get("/clinics")
    served.database.do("update clinic set floor = '9' where code = 'lab'")

    await served.backend.hub.follower.refresh(whole=True)

    told = (await served.get("/clinics")).json()["clinics"]
    assert {one["floor"] for one in told if one["code"] == "lab"} == {"9"}


async def test_a_server_that_hears_no_bell_reads_for_itself(served: Served) -> None:
    await served.get("/queue/status?clinic=lab")
    follower = served.backend.hub.follower
    follower.linked(False)
    await follower.refresh()
    read = served.backend.cache.counts["database"]

    waiting = [(await served.get("/queue/status?clinic=lab")).json()["waiting"] for _ in range(3)]

    assert waiting == [0] * 3
    assert served.backend.cache.counts["database"] == read + 3


async def test_a_lost_listener_is_noticed_and_what_it_missed_is_looked_for(
    served: Served,
) -> None:
    follower = served.backend.hub.follower
    await served.get("/queue/status?clinic=lab")
    with served.database.admin() as admin:
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where application_name = 'dawr listener' and datname = current_database()"
        )
    await until(lambda: not follower.is_linked, "it is noticed")
    kiosk = KioskDesk(served.database.login("kiosk"))
    try:
        await asyncio.to_thread(kiosk.issue_ticket, Press(), TicketRequest("lab"))
        await until(lambda: follower.is_linked, "it listens again")
        told = await served.get("/queue/status?clinic=lab")
    finally:
        await asyncio.to_thread(kiosk.close)

    assert told.json()["waiting"] == 1


async def test_who_ask_while_the_database_is_slow_are_told_by_one_read(served: Served) -> None:
    await until(lambda: served.backend.hub.follower.is_sure, "bells are heard")
    await served.get("/queue/status?clinic=xr")
    read = served.backend.cache.counts["database"]
    with psycopg.connect(served.database.admin_url) as rival:
        rival.execute("lock table dawr.clinic in access exclusive mode")
        asked = [asyncio.create_task(served.get("/queue/status?clinic=lab")) for _ in range(40)]
        await asyncio.to_thread(served.database.until_waiting_for_lock, "dawr server")
        rival.rollback()
    answers = await asyncio.gather(*asked)

    assert {one.status_code for one in answers} == {200}
    assert served.backend.cache.counts["database"] == read + 1


async def test_an_unknown_clinic_is_not_found_whatever_is_kept(served: Served) -> None:
    for _ in range(2):
        answer = await served.get("/queue/status?clinic=nowhere")
        assert (answer.status_code, answer.json()["code"]) == (404, "CLINIC_NOT_FOUND")
    assert len(served.backend.cache) == 0


async def test_a_setting_is_in_the_answers_of_whoever_changed_it(served: Served) -> None:
    async def turns_at() -> object:
        return (await served.get("/clinics")).json()["site"]["day_turns_at"]

    before = await turns_at()
    changed = await served.client.patch(
        "/api/v1/admin/settings",
        json={"day_turns_at": "04:30"},
        headers={"Authorization": f"Bearer {served.tokens['admin']}"},
    )
    after = await turns_at()

    assert changed.status_code == 200, changed.text
    assert (before, after) == ("05:00", "04:30")
