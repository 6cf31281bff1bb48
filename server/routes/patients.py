"""Exam routes: logging in, leaving a clinic with its PIN, how far one is, and what staff change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from domain.digits import ascii_digits
from domain.errors import NotInQueue, Unauthorized
from server import replies, replies_routes
from server.bodies import PatientId
from server.bodies_patients import LoginIn, RouteEditIn, VerifyPinIn
from server.callers import PATIENT
from server.guarded import GuardedRoute, caller_of, staff_only
from server.models_patients import LoginOut, RouteOut, VerifiedOut
from server.moving import address_of, backend_of, done
from storage.moves import TicketRef
from storage.moves_routes import EDIT_ROUTE, LEAVE, LOG_IN, READ_ROUTE

router = APIRouter(prefix="/patient", route_class=GuardedRoute, tags=["Routes"])


@router.post("/login", status_code=201, response_model=LoginOut)
async def post_login(body: LoginIn, request: Request) -> Response:
    """Begin an exam and enter its first clinic; 200 and the route where it is begun already."""
    told = await done(
        request,
        LOG_IN,
        patient=body.patientId,
        gender=body.gender,
        exam=body.examType,
        holder=caller_of(request).bearer,
    )
    content = replies_routes.logged_in(told)
    return replies.reply(content, 200 if told.existing else 201, replayed=told.replayed)


@router.post("/verify-pin", response_model=VerifiedOut)
async def post_verify_pin(body: VerifyPinIn, request: Request) -> Response:
    """Leave a clinic with its PIN and enter the next one, both at once."""
    left = await done(
        request,
        LEAVE,
        TicketRef(clinic=body.clinic, patient=body.patientId),
        pin=ascii_digits(body.pin),
        queue_number=body.queueNumber,
        holder=caller_of(request).bearer,
        address=address_of(request),
    )
    return replies.reply(replies_routes.verified(left.answer), replayed=left.replayed)


@router.get("/status", response_model=RouteOut)
async def get_status(
    request: Request,
    patient: Annotated[PatientId, Query(alias="patientId")],
) -> Response:
    """A patient's route of today: for a token of that visit, for staff and for kiosks."""
    caller = caller_of(request)
    if caller.scope == PATIENT and caller.bearer is None:
        raise Unauthorized
    found = await backend_of(request).pool.read(
        READ_ROUTE, {"scope": caller.scope, "token": caller.bearer, "patient": patient}
    )
    if found is None:
        raise NotInQueue
    return replies.reply(replies_routes.route(found))


@router.patch("/{patientId}/route", response_model=RouteOut)
@staff_only
async def patch_route(
    patient: Annotated[PatientId, Path(alias="patientId")], body: RouteEditIn, request: Request
) -> Response:
    """Change a patient's route of today; the reason stays in the log."""
    edited = await done(
        request,
        EDIT_ROUTE,
        action=body.action,
        reason=body.reason,
        patient=patient,
        clinics=body.clinics,
        clinic=body.clinic,
    )
    return replies.reply(replies_routes.route(edited.route), replayed=edited.replayed)
