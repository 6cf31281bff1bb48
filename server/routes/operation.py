"""Whether the process lives, and whether it can work."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from domain.errors import StoreAway
from server import replies
from server.moving import backend_of
from storage import revisions

router = APIRouter(tags=["Operation"])

_REVISION = "select dawr.read_revision()"


@router.get("/healthz")
async def get_health() -> Response:
    """The process lives."""
    return replies.reply({"status": "alive"})


@router.get("/readyz")
async def get_ready(request: Request) -> Response:
    """The database is reachable and set up; 503 with what is missing."""
    backend = backend_of(request)
    try:
        revision = await backend.pool.read(_REVISION)
    except StoreAway as away:
        raise StoreAway(**away.facts, missing=[away.facts.get("why")]) from None
    lacks = _lacks(revision)
    if lacks:
        raise StoreAway(retry_after_s=5, missing=lacks)
    if not backend.hub.follower.is_live:
        raise StoreAway(retry_after_s=1, missing=["The feed does not follow the database yet."])
    if not backend.hub.follower.seen:
        raise StoreAway(retry_after_s=5, missing=["The database knows no site of this login."])
    return replies.reply({"status": "ready", "revision": revision})


def _lacks(revision: str | None) -> list[str]:
    """What the schema lacks for this program, in a plain sentence."""
    missing = revisions.missing(revision)
    if missing is None:
        return [f"This program does not know the database's revision {revision}; please update it."]
    if not missing:
        return []
    return [f"The database lacks {', '.join(missing)}; run `main.py database upgrade`, please."]
