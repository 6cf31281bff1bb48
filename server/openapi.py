"""The description of the API: what FastAPI finds, and the refusals as problem details."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from server import problems
from server.calls import guarded
from server.guarded import GuardedRoute, scopes_of
from server.models import ProblemOut

_ALWAYS = {"422": "What was sent is not valid", "503": "Busy, or the database is away"}
_WITH_BODY = {"408": "The body came too slowly", "413": "The body is too large"}
_WITH_SCOPE = {"401": "No valid token", "403": "The token's scope does not allow it"}
_OF_MOVES = {"404": "Not there", "409": "Not possible as things stand"}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _describe(app)
    return app.openapi_schema


def _describe(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    schemas = found["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas["ProblemOut"] = problem
    found["components"]["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer"}}
    for path, route in guarded():
        for method in route.methods or ():
            _complete(found["paths"][path][method.lower()], route, method)
    return found


def _complete(operation: dict[str, Any], route: GuardedRoute, method: str) -> None:
    scopes = scopes_of(route.endpoint)
    refusals = {**_ALWAYS, "404": "Not there"}
    if method != "GET":
        refusals |= _WITH_BODY | _OF_MOVES | _WITH_SCOPE
        operation.setdefault("parameters", []).append(
            {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
        )
    if scopes is not None:
        refusals |= _WITH_SCOPE
        operation["description"] += f" Scope: {' or '.join(sorted(scopes))}."
    operation["security"] = [{"bearer": []}] if scopes else [{}, {"bearer": []}]
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}}
    for status, meaning in sorted(refusals.items()):
        operation["responses"][status] = {"description": meaning, "content": content}
