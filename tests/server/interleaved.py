"""A call that logs, waits, leaves work behind and moves a ticket, so that many of it interleave."""

from __future__ import annotations

import asyncio

import structlog
from fastapi import APIRouter, Request, Response

from domain.errors import ClinicNotFound
from server import replies
from server.bodies import Body
from server.guarded import GuardedRoute
from server.moving import done
from storage.moves import ISSUE_TICKET

router = APIRouter(route_class=GuardedRoute)
INTERLEAVED = "/api/v1/interleaved"
CLINICS = ("lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "aud")
REFUSED, FAULTY = 3, 7
"""Each so manieth request is refused, or has a fault."""

_log = structlog.get_logger("dawr.test")
_left: set[asyncio.Task[None]] = set()


class InterleavedIn(Body):
    mark: int


@router.post("/interleaved")
async def post_interleaved(body: InterleavedIn, request: Request) -> Response:
    """Say the mark again and again while others do the same."""
    for step in range(3):
        _log.info("step", mark=body.mark, step=step)
        await asyncio.sleep(0.001 * ((body.mark * 7 + step * 5) % 11))
    task = asyncio.create_task(_later(body.mark))
    _left.add(task)
    task.add_done_callback(_left.discard)
    clinic = CLINICS[body.mark % len(CLINICS)]
    drawn = await done(request, ISSUE_TICKET, clinic=clinic, name=f"{body.mark}", per_mobile=0)
    _log.info("step", mark=body.mark, step="drawn")
    if body.mark % REFUSED == 0:
        raise ClinicNotFound(clinic=f"{body.mark}")
    if body.mark % FAULTY == 0:
        raise RuntimeError(f"mark {body.mark}")
    return replies.reply({"mark": body.mark, "ticket": drawn.answer["label"]})


async def _later(mark: int) -> None:
    await asyncio.sleep(0.005 * (mark % 13))
    _log.info("step", mark=mark, step="left behind")
