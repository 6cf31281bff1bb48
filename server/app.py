"""The application of one server process: its routes, and what its refusals become."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from domain.errors import InvalidInput, Refusal
from server import openapi, problems
from server.backend import Backend
from server.callers import ADMIN, Callers
from server.calls import BASE, ROUTERS, methods_at
from server.edge import Edge
from server.guarded import check
from server.refusals import Fault, MethodNotAllowed, RouteNotFound
from server.routes import docs, metrics, operation, phone

VERSION = "0.1.0"
_NO_METHOD = 405
_NO_ROUTE = 404


def make_app(backend: Backend) -> ASGIApp:
    """The whole application of a backend, which runs as long as the application does."""
    return Edge(api(backend), backend.proxies, backend.metrics)


def api(backend: Backend) -> FastAPI:
    """The routes and their refusals, without the edge."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with backend.running():
            yield

    app = FastAPI(
        title="Dawr",
        description="The queue system of a clinic.",
        version=VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        exception_handlers={
            Refusal: _refused,
            RequestValidationError: _invalid,
            HTTPException: _unroutable,
            Exception: _fault,
        },
    )
    app.state.backend = backend
    for router in ROUTERS:
        app.include_router(router, prefix=BASE)
    app.include_router(docs.router, prefix=BASE, include_in_schema=False)
    app.include_router(operation.router)
    app.include_router(metrics.router)
    app.include_router(phone.router)
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]  # FastAPI's own way
    return app


def _spoken(request: Request) -> str | None:
    return request.headers.get("accept-language")


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)  # noqa: S101 - the table above says so
    return problems.response(error, _spoken(request))


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - the table above says so
    return problems.response(InvalidInput(errors=_told(error.errors())), _spoken(request))


def _told(found: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
    """Where and what, never the value itself: it may be personal, or no text at all."""
    return [{"loc": list(one["loc"]), "msg": one["msg"]} for one in found]


async def _fault(request: Request, _: Exception) -> Response:
    """A fault of ours; the edge writes it to the log."""
    return phone.faulty(request) or problems.response(Fault(), _spoken(request))


async def _unroutable(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - the table above says so
    try:
        await _check_admin(request)
    except Refusal as not_for_him:
        return problems.response(not_for_him, _spoken(request))
    if error.status_code == _NO_METHOD:
        refusal: Refusal = MethodNotAllowed(
            allow=", ".join(methods_at(request.scope["path"]))
            or (error.headers or {}).get("Allow", "")
        )
    elif error.status_code == _NO_ROUTE:
        refusal = RouteNotFound()
    else:
        refusal = InvalidInput(errors=[{"loc": ["body"], "msg": "cannot be read"}])
    return problems.response(refusal, _spoken(request))


async def _check_admin(request: Request) -> None:
    """Who is no administrator learns of nothing below /admin, not even what is not there."""
    if not f"{request.scope['path']}/".startswith(f"{BASE}/admin/"):
        return
    callers: Callers = request.app.state.backend.callers
    check(await callers.of(request.headers.get("authorization")), frozenset({ADMIN}))
