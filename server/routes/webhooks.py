"""Web-hooks: where notices are sent, so that a clinic can attach SMS or WhatsApp to them."""

from __future__ import annotations

import secrets
import time
import uuid
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from domain.errors import InvalidInput
from server import replies
from server.bodies import Body
from server.guarded import GuardedRoute, admin_only
from server.models_webhooks import (
    DeadLettersOut,
    DeletedWebhookOut,
    NewWebhookOut,
    SentAgainOut,
    TriedWebhookOut,
    WebhookIn,
    WebhookName,
    WebhookOut,
    WebhooksOut,
)
from server.moving import backend_of, done, perform
from server.notices.letters import ping
from server.notices.targets import NotAllowed
from server.refusals import RouteNotFound
from server.spanning import Attempt, spanning
from storage.moves import Move
from storage.moves_notices import (
    CREATE_WEBHOOK,
    DELETE_WEBHOOK,
    SEND_AGAIN,
    SWITCH_ON_WEBHOOK,
)
from storage.outbox import READ_DEAD_LETTERS, READ_WEBHOOK_TARGET, READ_WEBHOOKS

router = APIRouter(prefix="/admin/webhooks", route_class=GuardedRoute, tags=["Web-hooks"])

Name = Annotated[WebhookName, Path()]
_PINGS = uuid.UUID("5d9c1b1e-6c0d-4a6e-9f53-2f4a4d0c7a55")
"""So that each attempt at one press sends a ping of the same id."""


@router.get("", response_model=WebhooksOut)
@admin_only
async def get_webhooks(request: Request) -> Response:
    """The site's web-hooks and how they fare."""
    return replies.reply({"webhooks": await backend_of(request).pool.read(READ_WEBHOOKS)})


@router.post("", status_code=201, response_model=NewWebhookOut)
@admin_only
async def post_webhook(body: WebhookIn, request: Request) -> Response:
    """Add a web-hook. It hears of what happens from now on; its secret is told this once."""
    backend = backend_of(request)
    try:
        await backend.courier.check(body.url)
    except NotAllowed as why:
        raise InvalidInput(errors=[{"loc": ["body", "url"], "msg": str(why)}]) from None
    made = await done(
        request,
        CREATE_WEBHOOK,
        name=body.name,
        url=body.url,
        secret=secrets.token_urlsafe(32),
        kinds=sorted(set(body.kinds)),
    )
    backend.courier.wake()
    return _reply(made, "webhook", "secret", status=201)


@router.delete("/{name}", response_model=DeletedWebhookOut)
@admin_only
async def delete_webhook(
    name: Name,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Remove a web-hook and whatever was still to be sent there."""
    return _reply(await _found(request, DELETE_WEBHOOK, name=name), "webhook")


@router.post("/{name}/on", response_model=WebhookOut)
@admin_only
async def post_webhook_on(
    name: Name,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Send there again, beginning with what waited for it."""
    answer = await _found(request, SWITCH_ON_WEBHOOK, name=name)
    backend_of(request).courier.wake()
    return _reply(answer, "webhook")


@router.post("/{name}/test", response_model=TriedWebhookOut)
@admin_only
async def post_webhook_test(
    name: Name,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Send a ping now and tell what came back; it counts neither for nor against the web-hook."""

    async def work(attempt: Attempt) -> Response:
        backend = backend_of(request)
        hook = await backend.pool.read(READ_WEBHOOK_TARGET, {"name": name})
        if hook is None:
            raise RouteNotFound
        key = attempt.step("ping").key
        letter = str(uuid.uuid4() if key is None else uuid.uuid5(_PINGS, key))
        began = time.monotonic()
        answer = await backend.courier.send(
            hook["url"], hook["secret"], letter, ping(letter, hook["time"]), is_curious=True
        )
        content: replies.Reply = {
            "id": letter,
            "delivered": answer.trouble is None,
            "status": answer.status,
            "error": answer.trouble,
            "answer": answer.begins,
            "milliseconds": round((time.monotonic() - began) * 1000),
        }
        return replies.reply(content)

    return await spanning(request, work)


@router.get("/{name}/dead-letters", response_model=DeadLettersOut)
@admin_only
async def get_dead_letters(
    name: Name, request: Request, limit: Annotated[int, Query(ge=1, le=500)] = 50
) -> Response:
    """What could not be delivered, newest first."""
    given = {"name": name, "at_most": limit}
    found = await backend_of(request).pool.read(READ_DEAD_LETTERS, given)
    if found is None:
        raise RouteNotFound
    return replies.reply({"dead_letters": found})


@router.post("/{name}/dead-letters/{letter}/again", response_model=SentAgainOut)
@admin_only
async def post_dead_letter_again(
    name: Name,
    letter: uuid.UUID,
    request: Request,
    body: Body | None = None,  # noqa: ARG001 - its key is read from the request
) -> Response:
    """Send a dead letter again, with the id it had."""
    answer = await _found(request, SEND_AGAIN, name=name, id=letter)
    backend_of(request).courier.wake()
    return _reply(answer, "id")


async def _found(
    request: Request, move: Move[Mapping[str, Any]], **given: object
) -> Mapping[str, Any]:
    answer = await perform(request, move, None, **given)
    if answer is None:
        raise RouteNotFound
    return answer


def _reply(answer: Mapping[str, Any], *names: str, status: int = 200) -> Response:
    content: replies.Reply = {name: answer[name] for name in names}
    return replies.reply(content, status, replayed=bool(answer.get("replayed")))
