"""Work of a call that spans transactions, such as sending something: done once under its key.

One move needs none of this: its answer is kept with it. Here the key's record is started before and
completed after the work. Who repeats the press while it is at work hears IN_PROGRESS, afterwards
he gets the stored answer, and where the process died on the way the work is taken over after 20 s.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from psycopg.types.json import Jsonb

from domain.errors import Busy, Refusal
from server.moving import backend_of, pressed
from server.problems import REPLAYED
from storage.moves import Pressed
from storage.pool import Pool
from storage.spanning import COMPLETE_WORK, FAIL_WORK, START_WORK, step_of

LONGEST_S = 15.0
"""Then the work is given up: well before another may take it over (start_work.sql)."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at the work."""

    pressed: Pressed
    id: str | None = None

    def step(self, name: str) -> Pressed:
        """The press of one of its moves, done once however many attempts the work takes.

        Its key is also what an outside receiver needs to drop what he already has.
        """
        return step_of(self.pressed, name)


Work = Callable[[Attempt], Awaitable[Response]]


async def spanning(request: Request, work: Work) -> Response:
    """Do the work once under the request's key; without a key, as often as it is asked.

    A refusal or a fault of the work fails it, and the key may be tried again at once.

    Raises:
        InProgress: another is at it, or has taken it over; its answer will be under the key.
        Busy: it took too long.
    """
    press = pressed(request)
    if press.key is None:
        return await _bounded(work, Attempt(press))
    pool = backend_of(request).pool
    begun = await pool.move(START_WORK, press)
    if begun is None:
        raise Busy(retry_after_s=1)
    if begun.answer is not None:
        return _again(begun.answer)
    try:
        answer = await _bounded(work, Attempt(press, begun.attempt))
    except Exception:
        await _fail(pool, press, begun.attempt)
        raise
    kept = Jsonb({"status": answer.status_code, "body": bytes(answer.body).decode()})
    await pool.move(COMPLETE_WORK, press, attempt=begun.attempt, answer=kept)
    return answer


async def _bounded(work: Work, attempt: Attempt) -> Response:
    try:
        async with asyncio.timeout(LONGEST_S):
            return await work(attempt)
    except TimeoutError:
        raise Busy(retry_after_s=1) from None


async def _fail(pool: Pool, press: Pressed, attempt: str | None) -> None:
    """Free the key; where the database cannot be told, time frees it."""
    with contextlib.suppress(Refusal):
        await pool.move(FAIL_WORK, press, attempt=attempt)


def _again(kept: Any) -> Response:
    return Response(kept["body"], kept["status"], {REPLAYED: "true"}, "application/json")
