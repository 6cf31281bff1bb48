"""What staff and administrators do with a whole clinic."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from server import replies
from server.bodies import Code, OpenIn, PauseIn, ResetIn
from server.guarded import GuardedRoute, admin_only, staff_only
from server.models import ResetOut, StandingOut
from server.moving import done
from storage.answers import Standing
from storage.moves import OPEN_CLINIC, PAUSE_CLINIC, RESET_CLINIC

router = APIRouter(route_class=GuardedRoute, tags=["Clinics"])

Clinic = Annotated[Code, Path()]


@router.post("/queue/reset", response_model=ResetOut)
@admin_only
async def post_reset(body: ResetIn, request: Request) -> Response:
    """End every open ticket of a clinic and start its numbers again at 1."""
    reset = await done(request, RESET_CLINIC, clinic=body.clinic, reason=body.reason)
    content: replies.Reply = {
        "clinic": reset.clinic,
        "expired": reset.expired,
        "series": reset.series,
    }
    return replies.reply(content, replayed=reset.replayed)


@router.post("/clinics/{clinic}/pause", response_model=StandingOut)
@staff_only
async def post_pause(clinic: Clinic, body: PauseIn, request: Request) -> Response:
    """Stop giving out a clinic's numbers; who waits keeps his place."""
    standing = await done(
        request, PAUSE_CLINIC, clinic=clinic, reason=body.reason, until=body.until
    )
    return _standing(standing)


@router.post("/clinics/{clinic}/open", response_model=StandingOut)
@staff_only
async def post_open(clinic: Clinic, request: Request, body: OpenIn | None = None) -> Response:
    """End a clinic's pause; whether it is open then is for its hours to say."""
    reason = None if body is None else body.reason
    return _standing(await done(request, OPEN_CLINIC, clinic=clinic, reason=reason))


def _standing(standing: Standing) -> Response:
    content: replies.Reply = {
        "clinic": standing.clinic,
        "state": standing.state,
        "reason": standing.reason,
        "until": standing.until,
    }
    return replies.reply(content, replayed=standing.replayed)
