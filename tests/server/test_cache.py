"""When a kept answer is served and when it is read anew, before a follower in the test's hands."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest

from domain.errors import Busy
from server.cache import cache as rules
from server.cache.answer import Answer
from server.cache.cache import Cache
from storage.feed_log import Pulse

LAB, XR = 1, 2


class Feed:
    """A follower in the test's hands."""

    def __init__(self) -> None:
        self.seen = {0: 0, LAB: 0, XR: 0}
        self.pulse: Pulse | None = Pulse(0.0, "here", "as it is", time.monotonic())
        self.is_level = True

    async def level(self) -> bool:
        return self.is_level

    def pass_time(self, seconds: float) -> None:
        assert self.pulse is not None
        self.pulse = Pulse(self.pulse.now() + seconds, "here", "as it is", time.monotonic())


class Database:
    """Counts reads; an answer says which read it is and what it saw."""

    def __init__(self) -> None:
        self.head = {LAB: 0, XR: 0}
        self.reads = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.fault: Exception | None = None

    def read(self, *clinics: int, lasts_s: float = 900.0) -> Callable[[], Awaitable[Answer]]:
        async def read() -> Answer:
            self.reads += 1
            body = f"{self.reads}".encode()
            positions = {clinic: self.head[clinic] for clinic in clinics}
            await self.gate.wait()
            if self.fault is not None:
                raise self.fault
            return Answer(body, positions, lasts_s)

        return read


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def cache(feed: Feed) -> Cache:
    return Cache(feed)


async def test_it_is_read_once_while_nothing_changes(cache: Cache, database: Database) -> None:
    told = [await cache.body("lab", database.read(LAB)) for _ in range(5)]

    assert told == [b"1"] * 5


async def test_a_change_ends_the_answers_of_its_clinic_and_no_others(
    cache: Cache, database: Database, feed: Feed
) -> None:
    for key, clinics in (("lab", [LAB]), ("xr", [XR]), ("all", [LAB, XR])):
        await cache.body(key, database.read(*clinics))

    feed.seen[LAB] = database.head[LAB] = 1

    assert await cache.body("xr", database.read(XR)) == b"2"
    assert await cache.body("lab", database.read(LAB)) == b"4"
    assert await cache.body("all", database.read(LAB, XR)) == b"5"
    assert await cache.body("lab", database.read(LAB)) == b"4"


async def test_an_answer_ahead_of_the_feed_is_not_served_until_the_feed_is_there(
    cache: Cache, database: Database, feed: Feed
) -> None:
    database.head[LAB] = 7
    await cache.body("lab", database.read(LAB))
    database.head[LAB] = 9

    assert await cache.body("lab", database.read(LAB)) == b"2"
    feed.seen[LAB] = 9
    assert await cache.body("lab", database.read(LAB)) == b"2"


async def test_an_answer_whose_clinic_the_feed_does_not_know_is_not_served_again(
    cache: Cache, database: Database, feed: Feed
) -> None:
    """The old fault: what was to end an answer named nothing there was, so nothing ever did."""
    del feed.seen[LAB]
    await cache.body("lab", database.read(LAB))

    assert await cache.body("lab", database.read(LAB)) == b"2"


async def test_an_answer_that_nothing_would_end_is_refused(
    cache: Cache, database: Database
) -> None:
    with pytest.raises(ValueError, match="would never end"):
        await cache.body("lab", database.read())


async def test_time_alone_ends_an_answer(cache: Cache, database: Database, feed: Feed) -> None:
    await cache.body("lab", database.read(LAB, lasts_s=900))
    feed.pass_time(890)
    assert await cache.body("lab", database.read(LAB)) == b"1"

    feed.pass_time(11)

    assert await cache.body("lab", database.read(LAB, lasts_s=1800)) == b"2"


async def test_what_is_over_when_it_is_read_is_not_kept(cache: Cache, database: Database) -> None:
    for count in range(1, 4):
        told = await cache.body("lab", database.read(LAB, lasts_s=0.0))
        assert told == str(count).encode()

    assert len(cache) == 0


async def test_a_site_set_up_anew_ends_every_answer(
    cache: Cache, database: Database, feed: Feed
) -> None:
    await cache.body("lab", database.read(LAB))

    feed.pulse = Pulse(0.0, "here", "another", time.monotonic())

    assert await cache.body("lab", database.read(LAB)) == b"2"


async def test_nothing_is_served_from_it_while_the_feed_is_not_sure(
    cache: Cache, database: Database, feed: Feed
) -> None:
    await cache.body("lab", database.read(LAB))
    feed.is_level = False

    assert await cache.body("lab", database.read(LAB)) == b"2"
    assert await cache.body("lab", database.read(LAB)) == b"3"

    feed.is_level = True
    assert await cache.body("lab", database.read(LAB)) == b"1"


async def asking(cache: Cache, database: Database, count: int) -> list[asyncio.Task[bytes]]:
    """So many who ask, all of them at the gate of the database."""
    asked = [asyncio.create_task(cache.body("lab", database.read(LAB))) for _ in range(count)]
    for _ in range(10):
        await asyncio.sleep(0)
    return asked


async def test_who_ask_at_once_are_told_by_one_read(cache: Cache, database: Database) -> None:
    database.gate.clear()
    asked = await asking(cache, database, 50)
    database.gate.set()

    assert set(await asyncio.gather(*asked)) == {b"1"}


async def test_a_read_that_began_before_a_change_was_seen_does_not_answer_who_asks_after_it(
    cache: Cache, database: Database, feed: Feed
) -> None:
    database.gate.clear()
    (early,) = await asking(cache, database, 1)
    feed.seen[LAB] = database.head[LAB] = 1
    late = await asking(cache, database, 20)
    database.gate.set()

    assert await early == b"1"
    assert set(await asyncio.gather(*late)) == {b"2"}
    assert await cache.body("lab", database.read(LAB)) == b"2"


async def test_while_the_feed_is_not_sure_a_read_answers_only_who_asked_before_it(
    cache: Cache, database: Database, feed: Feed
) -> None:
    feed.is_level = False
    database.gate.clear()
    (early,) = await asking(cache, database, 1)
    late = await asking(cache, database, 20)
    database.gate.set()

    assert await early == b"1"
    assert set(await asyncio.gather(*late)) == {b"2"}


async def test_who_leaves_takes_nothing_from_the_others(cache: Cache, database: Database) -> None:
    database.gate.clear()
    asked = await asking(cache, database, 3)
    asked[0].cancel()
    database.gate.set()

    assert await asyncio.gather(*asked[1:]) == [b"1", b"1"]


async def test_a_refusal_is_told_to_all_who_asked_and_is_not_kept(
    cache: Cache, database: Database
) -> None:
    database.gate.clear()
    asked = await asking(cache, database, 3)
    database.fault = Busy(retry_after_s=1)
    database.gate.set()
    told = await asyncio.gather(*asked, return_exceptions=True)
    database.fault = None

    assert [type(one) for one in told] == [Busy] * 3
    assert await cache.body("lab", database.read(LAB)) == b"2"


async def test_it_keeps_so_many_and_forgets_what_was_asked_for_longest_ago(
    cache: Cache, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST_KEPT", 3)
    for key in ("a", "b", "c", "a", "d"):
        await cache.body(key, database.read(LAB))

    assert len(cache) == 3
    assert await cache.body("a", database.read(LAB)) == b"1"
    assert await cache.body("b", database.read(LAB)) == b"5"


def test_an_answer_travels_whole() -> None:
    answer = Answer('{"name": "عيادة"}'.encode(), {LAB: 3, XR: 2**40}, 1.25, "as it is")

    assert Answer.unpacked(answer.packed()) == answer


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"[]", b"7", b'{"body": 1}', b"\xff", b"null"])
def test_what_is_no_answer_is_said_to_be_none(spoilt: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Answer.unpacked(spoilt)
