"""The clinics' PINs of today, for staff alone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from server import replies
from server.bodies import Body, Code
from server.guarded import GuardedRoute, staff_only
from server.models_patients import PinOut, PinsOut
from server.moving import backend_of, done
from storage.moves_routes import READ_PINS, REGENERATE_PIN

router = APIRouter(prefix="/pins", route_class=GuardedRoute, tags=["PINs"])


@router.get("", response_model=PinsOut)
@staff_only
async def get_pins(request: Request) -> Response:
    """Today's PIN of each clinic that asks for one."""
    found = await backend_of(request).pool.read(READ_PINS)
    return replies.reply(found)


@router.post("/{clinic}/regenerate", response_model=PinOut)
@staff_only
async def post_regenerate(
    clinic: Annotated[Code, Path()],
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Give a clinic another PIN; wrong tries of its tickets are forgotten."""
    drawn = await done(request, REGENERATE_PIN, clinic=clinic)
    return replies.reply({"clinic": drawn.clinic, "pin": drawn.pin}, replayed=drawn.replayed)
