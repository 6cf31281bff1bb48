"""A call whose work spans transactions: a number here, a letter to somebody, a number there.

The product's own such calls send to web-hooks; this one is small enough to be struck at each step.
"""

from __future__ import annotations

import httpx
from fastapi import APIRouter, Request, Response

from server import replies
from server.bodies import Body
from server.guarded import GuardedRoute
from server.moving import backend_of
from server.spanning import Attempt, spanning
from storage.moves import ISSUE_TICKET

router = APIRouter(route_class=GuardedRoute)
ERRAND = "/api/v1/errand"


class ErrandIn(Body):
    to: str


@router.post("/errand")
async def post_errand(body: ErrandIn, request: Request) -> Response:
    """Draw a number in lab, tell the receiver of it, draw one in xr."""

    async def work(attempt: Attempt) -> Response:
        pool = backend_of(request).pool
        first = await pool.move(ISSUE_TICKET, attempt.step("lab"), clinic="lab", per_mobile=0)
        async with httpx.AsyncClient(timeout=10) as client:
            letter = {"id": attempt.step("letter").key, "ticket": first and first.answer["label"]}
            told = await client.post(body.to, json=letter)
        last = await pool.move(ISSUE_TICKET, attempt.step("xr"), clinic="xr", per_mobile=0)
        assert first is not None
        assert last is not None
        labels = [one.answer["label"] for one in (first, last)]
        return replies.reply({"tickets": labels, "receiver": told.status_code}, 201)

    return await spanning(request, work)
