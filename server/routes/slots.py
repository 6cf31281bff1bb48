"""Booking a time and coming to it. Of two who want one time at once one gets it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import structlog
from fastapi import APIRouter, Path, Query, Request, Response

from domain.errors import BookingNotFound, Busy, HoldExpired, Refusal, SlotTaken
from domain.slots import booking_code
from server import replies
from server.bodies import Body, BookingIn, Code, Day, HoldIn, Token
from server.cache.answer import Answer
from server.guarded import GuardedRoute, caller_of
from server.models import EnteredOut
from server.models_slots import BookedOut, CancelledOut, HeldOut, ReleasedOut, SlotsOut
from server.moving import address_of, backend_of, done
from storage import slots
from storage.slots import SlotMoved

router = APIRouter(route_class=GuardedRoute, tags=["Slots"])

ALTERNATIVES_S = 2.0
"""So long a refusal waits for the times that are still free; then it goes out without them."""
SlotPath = Annotated[int, Path(ge=1, le=2**63 - 1)]
HoldPath = Annotated[Token, Path()]
BookingPath = Annotated[Code, Path()]

_log = structlog.get_logger("dawr.server")


@router.get("/slots", response_model=SlotsOut)
async def get_slots(
    request: Request,
    clinic: Annotated[Code, Query()],
    date: Annotated[Day | None, Query(description="A local date of the site; today's")] = None,
    only_free: Annotated[bool, Query()] = True,
) -> Response:
    """A clinic's times of a day that are still to come."""
    backend = backend_of(request)
    given = {"clinic": clinic.lower(), "day": date, "only_free": only_free}

    async def read() -> Answer:
        found = await backend.pool.read(slots.READ_LASTING_SLOTS, given)
        told = {name: found[name] for name in SlotsOut.model_fields if name in found}
        positions = {found["clinic_id"]: found["position"]}
        return Answer(replies.packed(told), positions, found["ends_at"])

    return replies.kept(
        await backend.cache.body(f"slots:{clinic.lower()}:{date}:{only_free}", read)
    )


@router.post("/slots/{slot}/hold", status_code=201, response_model=HeldOut)
async def post_hold(slot: SlotPath, body: HoldIn, request: Request) -> Response:
    """Hold a time for ten minutes; one that is taken names the next free ones."""
    address = address_of(request) if caller_of(request).is_anybody else None
    async with _with_alternatives(request, slot=slot):
        held = await done(
            request,
            slots.HOLD_SLOT,
            slot=slot,
            patient=body.user,
            mobile=body.mobile,
            address=address,
        )
    return _reply(held, HeldOut, 201)


@router.delete("/holds/{hold}", response_model=ReleasedOut)
async def delete_hold(
    hold: HoldPath,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Give a held time back."""
    async with _with_alternatives(request, hold=hold):
        released = await done(request, slots.RELEASE_HOLD, hold=hold)
    return _reply(released, ReleasedOut)


@router.post("/bookings", status_code=201, response_model=BookedOut)
async def post_booking(body: BookingIn, request: Request) -> Response:
    """Make a held time an appointment; after its ten minutes it names the next free ones."""
    async with _with_alternatives(request, hold=body.hold):
        booked = await done(
            request, slots.CONFIRM_BOOKING, hold=body.hold, name=body.name, mobile=body.mobile
        )
    return _reply(booked, BookedOut, 201)


@router.delete("/bookings/{code}", response_model=CancelledOut)
async def delete_booking(
    code: BookingPath,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Call an appointment off, by its code."""
    return _reply(await done(request, slots.CANCEL_BOOKING, code=_code(code)), CancelledOut)


@router.post("/bookings/{code}/check-in", status_code=201, response_model=EnteredOut)
async def post_check_in(
    code: BookingPath,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Come to an appointment: its code becomes a ticket; 200 where it did before."""
    ticket = await done(request, slots.CHECK_IN, code=_code(code), holder=caller_of(request).bearer)
    content = replies.issued(ticket, ticket.answer["patient"])
    existing = bool(ticket.answer["existing"])
    if existing:
        content["existing"] = True
    return replies.reply(content, 200 if existing else 201, replayed=ticket.replayed)


@asynccontextmanager
async def _with_alternatives(
    request: Request, *, slot: int | None = None, hold: str | None = None
) -> AsyncIterator[None]:
    """A slot lost names the next free ones; what could not be checked is written down."""
    try:
        with slots.races():
            yield
    except (SlotTaken, HoldExpired) as lost:
        await _add_alternatives(request, lost, slot, hold)
        raise
    except Busy as busy:
        _log.warning("a hold could not be checked", why=busy.__cause__ or busy)
        raise


async def _add_alternatives(
    request: Request, lost: Refusal, slot: int | None, hold: str | None
) -> None:
    """Put the next free slots to a refusal's facts; it goes out without them if need be."""
    try:
        async with asyncio.timeout(ALTERNATIVES_S):
            lost.facts["next_available"] = await backend_of(request).alternatives.of(slot, hold)
    except Exception:  # noqa: BLE001 - whatever it is, the refusal itself must go out
        _log.exception("the next free slots could not be read")


def _code(text: str) -> str:
    """The code as the database knows it; what cannot be one is not there."""
    found = booking_code(text)
    if found is None:
        raise BookingNotFound
    return found


def _reply(
    moved: SlotMoved, model: type[HeldOut | ReleasedOut | BookedOut], status: int = 200
) -> Response:
    fields = model.model_fields
    content = {name: value for name, value in moved.answer.items() if name in fields}
    return replies.reply(content, status, replayed=moved.replayed)
