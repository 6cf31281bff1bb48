"""Stations: one that is new is let in by the code it shows, and fetches its token once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from domain.errors import PairingNotFound, Unauthorized
from server import replies
from server.addresses import ADDRESS, home_of
from server.callers import DISPLAY, KIOSK, STAFF
from server.guarded import GuardedRoute, admin_only, caller_of, scoped
from server.models_stations import (
    ApproveIn,
    PairedOut,
    PairIn,
    PairingOut,
    PendingOut,
    StationOut,
    StationSelfOut,
)
from server.moving import backend_of, done, perform
from storage.moves_site import APPROVE_STATION, COLLECT, PAIR_STATION, READ_STATION

router = APIRouter(prefix="/stations", route_class=GuardedRoute, tags=["Stations"])

Code = Annotated[str, Path(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f\x7f]*$")]
_STATION = ("name", "kind", "site", "clinics")


@router.post("/pair", status_code=201, response_model=PairingOut)
async def post_pair(body: PairIn, request: Request) -> Response:
    """Ask to be let in: a code to show, a secret to come back with, and ten minutes."""
    address = home_of(request.scope[ADDRESS]) or None
    pairing = await done(request, PAIR_STATION, kind=body.kind, name=body.name, address=address)
    content: replies.Reply = {name: pairing[name] for name in ("code", "secret", "expires_at")}
    return _once(replies.reply(content, 201, replayed=bool(pairing.get("replayed"))))


@router.get("/pair/{code}", response_model=PairedOut, responses={202: {"model": PendingOut}})
async def get_pairing(code: Code, request: Request) -> Response:
    """Come back with the secret as bearer: 202 until approved, then the token, once."""
    secret = caller_of(request).bearer
    if secret is None:
        raise Unauthorized
    found = await backend_of(request).pool.read(COLLECT, {"code": code, "secret": secret})
    if found is None:
        raise PairingNotFound
    return _once(replies.reply(found, 202 if found["status"] == "PENDING" else 200))


@router.post("/pair/{code}/approve", response_model=StationOut)
@admin_only
async def post_approve(code: Code, body: ApproveIn, request: Request) -> Response:
    """Let the station in that shows this code."""
    station = await perform(
        request, APPROVE_STATION, code=code, name=body.name, clinics=body.clinics
    )
    if station is None:
        raise PairingNotFound
    content: replies.Reply = {name: station[name] for name in _STATION}
    return replies.reply(content, replayed=bool(station.get("replayed")))


@router.get("/me", response_model=StationSelfOut)
@scoped(KIOSK, STAFF, DISPLAY)
async def get_me(request: Request) -> Response:
    """What a station must know of itself and its site."""
    found = await backend_of(request).pool.read(READ_STATION, {"name": caller_of(request).name})
    if found is None:
        raise Unauthorized
    return replies.reply(found)


def _once(answer: Response) -> Response:
    """No cache on the way may keep what is told once."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
