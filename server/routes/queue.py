"""Taking a number, and what can be asked of the line."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from domain.errors import InvalidInput, NotAllowed, NotInQueue, Unauthorized
from server import replies
from server.bodies import Code, EnterIn, PatientId, Token
from server.cache import boards
from server.callers import PATIENT
from server.guarded import GuardedRoute, caller_of
from server.models import ClinicsOut, EnteredOut, PositionOut, StatusOut
from server.moving import backend_of, done
from storage.answers import Issued
from storage.moves import ISSUE_TICKET

router = APIRouter(route_class=GuardedRoute, tags=["Queue"])

_READ_POSITION = (
    "select dawr.read_position(scope => %(scope)s, token => %(token)s, clinic => %(clinic)s,"
    " patient => %(patient)s)"
)


@router.get("/clinics", response_model=ClinicsOut)
async def get_clinics(request: Request) -> Response:
    """The site and its clinics as they are now."""
    backend = backend_of(request)
    return replies.kept(await boards.catalogue(backend.cache, backend.pool))


@router.post("/queue/enter", status_code=201, response_model=EnteredOut)
async def post_enter(body: EnterIn, request: Request) -> Response:
    """Take a number; 200 and the ticket he holds where a patient already holds one."""
    caller = caller_of(request)
    if body.priority == "emergency" and not caller.is_staff:
        raise NotAllowed
    ticket = await done(
        request,
        ISSUE_TICKET,
        clinic=body.clinic,
        patient=body.user,
        name=body.name,
        mobile=body.mobile,
        gender=body.gender,
        priority=body.priority,
        party_size=body.party_size,
        holder=caller.bearer,
        per_mobile=backend_of(request).options.rate_limit_per_mobile,
    )
    content = replies.issued(ticket, body.user)
    if ticket.answer["existing"]:
        content["existing"] = True
    status = 200 if ticket.answer["existing"] else 201
    return replies.reply(content, status, replayed=ticket.replayed)


@router.get("/queue/status", response_model=StatusOut)
async def get_status(clinic: Annotated[Code, Query()], request: Request) -> Response:
    """A clinic's numbers."""
    backend = backend_of(request)
    return replies.kept(await boards.status(backend.cache, backend.pool, clinic))


@router.get("/queue/position", response_model=PositionOut)
async def get_position(
    request: Request,
    token: Annotated[Token | None, Query()] = None,
    clinic: Annotated[Code | None, Query()] = None,
    user: Annotated[PatientId | None, Query()] = None,
) -> Response:
    """A patient's place, by his ticket's token; for staff and kiosks by clinic and patient."""
    caller = caller_of(request)
    if token is None and (clinic is None or user is None):
        raise InvalidInput(errors=[{"loc": ["query"], "msg": "give token, or clinic and user"}])
    if token is None and caller.scope == PATIENT:
        raise Unauthorized
    found = await backend_of(request).pool.read(
        _READ_POSITION,
        {"scope": caller.scope, "token": token, "clinic": clinic, "patient": user},
    )
    if found is None:
        raise NotInQueue
    return replies.reply(replies.position(Issued.of(found)))
