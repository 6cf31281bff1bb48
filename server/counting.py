"""Counts of one subject that come together are asked of the database together.

Many who share an address would else stand in line for its one row, each with a round trip. Who
comes while a count of the subject is under way waits for its end and is counted with all who wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context

from server.recent import Standing
from storage.rates import Counted

Count = Callable[[str, int, int], Awaitable[Counted]]
"""Counts so many hits of a subject with a limit: subject, limit, hits."""
Waiting = asyncio.Future[Standing]


class Counting:
    """The counts that are under way, one for each subject."""

    def __init__(self, count: Count) -> None:
        self._count = count
        self._waiting: dict[str, list[Waiting]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def one_more(self, subject: str, limit: int) -> Standing:
        """How the subject stands after one more hit, or why there may be none.

        Raises:
            Busy: it could not be counted.
        """
        waiting = self._waiting.get(subject)
        if waiting is not None:
            mine: Waiting = asyncio.get_running_loop().create_future()
            waiting.append(mine)
            return await mine
        self._waiting[subject] = []
        try:
            return standing(await self._count(subject, limit, 1), limit, 0)
        finally:
            self._go_on(subject, limit)

    def _go_on(self, subject: str, limit: int) -> None:
        """Count all who came meanwhile, if anybody did."""
        waiting = self._waiting.pop(subject)
        if waiting:
            self._waiting[subject] = []
            work = self._count_all(subject, limit, waiting)
            task = asyncio.create_task(work, context=Context())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _count_all(self, subject: str, limit: int, waiting: list[Waiting]) -> None:
        try:
            counted = await self._count(subject, limit, len(waiting))
        except Exception as error:  # noqa: BLE001 - it is everybody's who waits for it
            for one in waiting:
                if not one.done():
                    one.set_exception(error)
        else:
            for place, one in enumerate(waiting):
                if not one.done():
                    one.set_result(standing(counted, limit, place))
        finally:
            self._go_on(subject, limit)


def standing(counted: Counted, limit: int, place: int) -> Standing:
    """How it stands for the one at that place of all who were counted together."""
    if place >= counted.granted:
        return Standing(limit, 0, counted.reset_s, counted.retry_after_s)
    left = counted.remaining + counted.granted - place - 1
    return Standing(limit, left, counted.reset_s)
