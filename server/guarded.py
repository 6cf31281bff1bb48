"""Routes that judge a request in the contract's order: who asks, how often, then what he sent."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.routing import APIRoute
from pydantic_core import from_json

from domain.errors import NotAllowed, Refusal, Unauthorized
from server.backend import Backend
from server.callers import ADMIN, CALLER, PATIENT, STAFF, Caller

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])
Handler = Callable[[Request], Coroutine[Any, Any, Response]]

ASKED = "dawr.asked"
NAMING = frozenset({"number", "user"})
"""What of a body names a ticket to whoever may see them all."""
_SCOPES = "__scopes__"
_SHOWN = "__shown__"


def staff_only(endpoint: Endpoint) -> Endpoint:
    """Mark a call that needs a staff token; an admin may do what staff may."""
    setattr(endpoint, _SCOPES, frozenset({STAFF, ADMIN}))
    return endpoint


def admin_only(endpoint: Endpoint) -> Endpoint:
    """Mark a call that needs an admin token."""
    setattr(endpoint, _SCOPES, frozenset({ADMIN}))
    return endpoint


def scoped(*scopes: str) -> Callable[[Endpoint], Endpoint]:
    """Mark a call that needs a token of one of these scopes, and of no other."""

    def mark(endpoint: Endpoint) -> Endpoint:
        setattr(endpoint, _SCOPES, frozenset(scopes))
        return endpoint

    return mark


def staff_or_shown(*fields: str) -> Callable[[Endpoint], Endpoint]:
    """Mark a call that is for staff where its body names a ticket that it does not prove.

    Args:
        fields: of the body that prove it, and `bearer`. One is enough.
    """

    def mark(endpoint: Endpoint) -> Endpoint:
        setattr(endpoint, _SHOWN, frozenset(fields))
        return endpoint

    return mark


def scopes_of(endpoint: Callable[..., Any]) -> frozenset[str] | None:
    """The scopes a call needs one of, None when everybody may make it."""
    found: frozenset[str] | None = getattr(endpoint, _SCOPES, None)
    return found


def check(caller: Caller, scopes: frozenset[str] | None) -> None:
    """Refuse a caller who has none of the scopes."""
    if scopes is not None and caller.scope not in scopes:
        raise _not_for(caller)


def _not_for(caller: Caller) -> Refusal:
    return Unauthorized() if caller.scope == PATIENT else NotAllowed()


class JsonRequest(Request):
    """A request whose JSON is read strictly and kept as it was sent, for its digest."""

    async def json(self) -> Any:
        body = await self.body()
        try:
            asked = from_json(body, allow_inf_nan=False)
        except ValueError as error:
            raise json.JSONDecodeError(str(error), "", 0) from None
        self.scope[ASKED] = asked
        return asked

    async def check_shown(self, caller: Caller, fields: frozenset[str]) -> None:
        """Refuse who is not staff and names a ticket that he shows nothing of.

        A body that names none is judged later, as one that is malformed.
        """
        if caller.is_staff or ("bearer" in fields and caller.bearer is not None):
            return
        try:
            asked = await self.json()
        except json.JSONDecodeError:
            return
        members = asked.items() if isinstance(asked, dict) else ()
        given = {name for name, value in members if value is not None}
        if given & NAMING and not given & fields:
            raise _not_for(caller)


class GuardedRoute(APIRoute):
    """A route that knows its caller before it looks at the body."""

    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()
        scopes = scopes_of(self.endpoint)
        shown: frozenset[str] | None = getattr(self.endpoint, _SHOWN, None)

        async def guarded(request: Request) -> Response:
            backend: Backend = request.app.state.backend
            caller = await backend.callers.of(request.headers.get("authorization"))
            request.scope[CALLER] = caller
            check(caller, scopes)
            asking = JsonRequest(request.scope, request.receive)
            if shown is not None:
                await asking.check_shown(caller, shown)
            await backend.limiter.judge(request.scope, caller)
            return await handle(asking)

        return guarded


def caller_of(request: Request) -> Caller:
    caller: Caller = request.scope[CALLER]
    return caller
