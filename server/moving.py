"""From a request to a move: who presses, under which key, and the bell after it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, TypeVar

from fastapi import Request

from domain.errors import Busy, InvalidInput
from server import correlation
from server.addresses import ADDRESS, home_of
from server.backend import Backend
from server.callers import Caller
from server.guarded import ASKED, caller_of
from storage.moves import Move, Pressed, TicketRef
from storage.tokens import digest

T = TypeVar("T")

_KEY = re.compile(r"[\x20-\x7e]{1,200}")
_BODY_KEY = "idempotency_key"


def backend_of(request: Request) -> Backend:
    backend: Backend = request.app.state.backend
    return backend


def address_of(request: Request) -> str:
    """Where the caller is, as limits count it."""
    return home_of(request.scope[ADDRESS])


def pressed(request: Request) -> Pressed:
    """Who presses, as the move keeps it. The header's key wins over the body's."""
    caller = caller_of(request)
    asked = request.scope.get(ASKED)
    key = request.headers.get("idempotency-key")
    if key is not None and not _KEY.fullmatch(key):
        raise InvalidInput(
            errors=[{"loc": ["header", "Idempotency-Key"], "msg": "1 to 200 printable characters"}]
        )
    if key is None and isinstance(asked, dict):
        key = asked.get(_BODY_KEY)
    if key is None:
        return Pressed(correlation.current(), scope=caller.scope, actor=caller.name)
    return Pressed(
        correlation.current(),
        key,
        f"{request.method} {request.scope['path']}",
        user_of(caller),
        payload_of(asked),
        caller.scope,
        caller.name,
    )


def user_of(caller: Caller) -> str | None:
    """Whose a key is: a token's by its name, a patient's by his bearer, else nobody's.

    Whatever is shown as bearer counts, also what opens nothing. Of it only a digest is kept, with
    its prefix longer than any station's name, so that the two cannot be taken for one another.
    """
    if caller.name is not None or caller.bearer is None:
        return caller.name
    return f"bearer {digest(caller.bearer).hex()}"


def payload_of(asked: Any) -> str:
    """A digest of the body without its key, equal for equal JSON."""
    if isinstance(asked, dict):
        asked = {name: value for name, value in asked.items() if name != _BODY_KEY}
    canonical = json.dumps(asked, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


async def perform(
    request: Request, move: Move[T], ref: TicketRef | None = None, **given: object
) -> T | None:
    """Run a move, then let the feed know; None when it found nothing to do."""
    backend = backend_of(request)
    answer = await backend.pool.move(move, pressed(request), ref, **given)
    backend.ring()
    return answer


async def done(request: Request, move: Move[T], ref: TicketRef | None = None, **given: object) -> T:
    """The same for a move that always has an answer."""
    answer = await perform(request, move, ref, **given)
    if answer is None:
        raise Busy(retry_after_s=1)
    return answer
