"""The server's numbers, for Prometheus: on this machine itself, elsewhere with an admin's token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from prometheus_client import Metric

from domain.errors import Refusal
from server import metrics
from server.addresses import ADDRESS, parsed
from server.callers import ADMIN
from server.guarded import check
from server.moving import backend_of
from storage.kiosk_desk import READ_BOARD
from storage.revisions import wanted

router = APIRouter(tags=["Operation"])

_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}, "description": "For Prometheus"}},
)
async def get_metrics(request: Request) -> Response:
    """What the server counts and measures, in the format of Prometheus."""
    backend = backend_of(request)
    if not _is_here(request):
        caller = await backend.callers.of(request.headers.get("authorization"))
        check(caller, frozenset({ADMIN}))
    try:
        board = await backend.pool.read(READ_BOARD, {"codes": None})
    except Refusal:
        board = None
    families = _families(request.app.version, board)
    text, kind = backend.metrics.exposed(families, request.headers.get("accept"))
    return Response(text, media_type=kind)


def _families(version: str, board: Mapping[str, Any] | None) -> Iterator[Metric]:
    """What is true of all processes alike: which program, and how its site stands."""
    yield from metrics.of_build(version, wanted())
    yield from metrics.of_database(board is not None)
    if board is not None:
        yield from metrics.of_clinics(board["clinics"])


def _is_here(request: Request) -> bool:
    """Whether a program of this machine asks for itself.

    A proxy that nobody has said to trust hides who asks: what it passes on is from elsewhere.
    """
    address = parsed(request.scope[ADDRESS])
    is_brought = any(name in request.headers for name in _FORWARDED)
    return address is not None and address.is_loopback and not is_brought
