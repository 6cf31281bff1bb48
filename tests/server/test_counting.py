"""Counts that come together are asked together, and each hears how it stands itself."""

from __future__ import annotations

import asyncio

import pytest

from domain.correlation import CORRELATION, correlated
from domain.errors import Busy
from server.counting import Counting
from server.recent import Standing
from storage.rates import Counted


class Store:
    """Grants so many in all; answers when it is let."""

    def __init__(self, grants: int) -> None:
        self.left = grants
        self.asked: list[int] = []
        self.ids: list[str | None] = []
        self.goes = asyncio.Event()

    async def count(self, subject: str, limit: int, hits: int) -> Counted:
        self.asked.append(hits)
        self.ids.append(CORRELATION.get())
        await self.goes.wait()
        if self.left < 0:
            raise Busy(retry_after_s=1)
        granted = min(hits, self.left)
        self.left -= granted
        return Counted(granted, self.left, 60, 7 if granted < hits else None)


async def come(counting: Counting, count: int) -> list[asyncio.Task[Standing]]:
    tasks = [asyncio.create_task(counting.one_more("a", 20)) for _ in range(count)]
    await asyncio.sleep(0)
    return tasks


async def test_who_comes_meanwhile_is_counted_with_all_who_wait() -> None:
    store = Store(grants=20)
    tasks = await come(Counting(store.count), 30)
    store.goes.set()
    told = await asyncio.gather(*tasks)

    assert store.asked == [1, 29]
    assert [one.remaining for one in told] == [*range(19, -1, -1), *[0] * 10]
    assert [one.retry_after_s for one in told] == [None] * 20 + [7] * 10


async def test_others_do_not_wait_for_a_subject_that_is_not_theirs() -> None:
    store = Store(grants=20)
    counting = Counting(store.count)
    one, other = (asyncio.create_task(counting.one_more(name, 20)) for name in "ab")
    await asyncio.sleep(0)
    store.goes.set()
    await asyncio.gather(one, other)

    assert store.asked == [1, 1]


async def test_a_count_that_fails_fails_for_all_who_wait_and_the_next_is_tried() -> None:
    store = Store(grants=-1)
    counting = Counting(store.count)
    tasks = await come(counting, 5)
    store.goes.set()
    told = await asyncio.gather(*tasks, return_exceptions=True)
    store.left = 20

    assert [type(one) for one in told] == [Busy] * 5
    assert (await counting.one_more("a", 20)).remaining == 19


async def test_whoever_leaves_the_others_are_counted() -> None:
    store = Store(grants=20)
    counting = Counting(store.count)
    tasks = await come(counting, 4)
    for gone in (0, 2):
        tasks[gone].cancel()
    store.goes.set()
    told = await asyncio.gather(*tasks, return_exceptions=True)

    assert [isinstance(one, Standing) for one in told] == [False, True, False, True]
    with pytest.raises(asyncio.CancelledError):
        raise next(one for one in told if isinstance(one, BaseException))
    assert (await counting.one_more("a", 20)).retry_after_s is None


async def test_what_is_asked_for_many_is_under_nobodys_id() -> None:
    store = Store(grants=20)
    with correlated("c-1"):
        tasks = await come(Counting(store.count), 3)
    store.goes.set()
    await asyncio.gather(*tasks)

    assert store.ids == ["c-1", None]
