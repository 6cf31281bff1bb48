"""The feed over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response

from server.bodies import Code
from server.feed.stream import open_stream
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
    last_event_id: Annotated[str | None, Header()] = None,
) -> Response:
    """What happens in these clinics, or in all of them, from now or from Last-Event-ID on."""
    hub = backend_of(request).hub
    return await open_stream(hub, caller_of(request), clinic or [], last_event_id)
