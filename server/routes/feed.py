"""The feed over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response

from server.bodies import Code, PatientId, Token
from server.feed.stream import Asked, open_stream
from server.guarded import GuardedRoute, caller_of
from server.moving import backend_of

router = APIRouter(route_class=GuardedRoute, tags=["Feed"])


@router.get(
    "/events/stream",
    response_class=Response,
    responses={200: {"content": {"text/event-stream": {}}, "description": "Server-sent events"}},
)
async def get_stream(
    request: Request,
    clinic: Annotated[list[Code] | None, Query(max_length=100)] = None,
    token: Annotated[Token | None, Query()] = None,
    user: Annotated[PatientId | None, Query()] = None,
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """What happens in these clinics, or in all of them, from now or from Last-Event-ID on.

    With a ticket's token (staff and kiosks: a patient's id) also notices of that patient's place.
    """
    asked = Asked(clinic or [], last_event_id, token, user)
    return await open_stream(backend_of(request).hub, caller_of(request), asked)
