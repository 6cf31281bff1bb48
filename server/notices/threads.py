"""Blocking work in a thread of its own that nobody waits for when the process ends.

The loop's own executor is not for that: its threads are waited for, and a name server or a
stranger's receiver would decide how long.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[[], T], longest_s: float) -> T:
    """Do it and answer what it answers.

    Raises:
        TimeoutError: it took longer; the thread is left to itself.
    """
    loop = asyncio.get_running_loop()
    answered: asyncio.Future[T] = loop.create_future()

    def tell(answer: T | None, error: Exception | None) -> None:
        if answered.done():
            return
        if error is not None:
            answered.set_exception(error)
        else:
            answered.set_result(answer)  # type: ignore[arg-type]  # T itself may be optional

    def run() -> None:
        answer, error = None, None
        try:
            answer = work()
        except Exception as raised:  # noqa: BLE001 - whoever asked for the work hears it
            error = raised
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(tell, answer, error)

    threading.Thread(target=run, name="notice", daemon=True).start()
    async with asyncio.timeout(longest_s):
        return await answered
