"""The description of the API: what FastAPI finds, with examples, refusals and headers beside."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from domain import errors
from domain.errors import Refusal
from server.callers import DISPLAY, KIOSK
from server.calls import BASE, guarded
from server.described import answers
from server.described.call import Call
from server.described.calls import CALLS
from server.described.operation import OPERATION, PAGES
from server.described.values import CSV, FEED, KEY, PARAMETERS
from server.guarded import GuardedRoute, scopes_of
from server.limiter import COUNTED
from server.models import ProblemOut
from server.refusals import BodyTooLarge, RouteNotFound, TooSlow

Json = dict[str, Any]

_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Makes a press safe to repeat for 24 h; wins over `idempotency_key` in a body.",
    "schema": {"type": "string", "pattern": "^[\\x20-\\x7e]{1,200}$"},
    "example": KEY,
}
_CORRELATION: Json = {
    "name": "X-Correlation-ID",
    "in": "header",
    "description": "Else X-Request-ID, else a fresh one; one that is not valid is replaced.",
    "schema": {"type": "string"},
    "example": "kiosk-3.tap-118",
}
_MESSAGE: Json = {
    "type": "object",
    "description": "One message of the stream; comments and `retry` apart.",
    "required": ["event", "data"],
    "properties": {
        "event": {"enum": ["connected", "queue_update", "notice"]},
        "id": {"type": "string", "pattern": "^[!-~]+$"},
        "data": {"type": "string", "contentMediaType": "application/json"},
        "retry": {"type": "integer"},
    },
}
_OTHER_MEDIA = {
    "text/event-stream": {"schema": _MESSAGE, "example": FEED},
    "text/csv": {"schema": {"type": "string"}, "example": CSV},
}
_OF_ALL = (errors.Busy, errors.StoreAway)
_OF_WRITING = (
    errors.InvalidInput,
    errors.KeyReused,
    errors.InProgress,
    BodyTooLarge,
    TooSlow,
)


def describe(app: FastAPI) -> Json:
    """The OpenAPI document, made once."""
    if app.openapi_schema is None:
        app.openapi_schema = _describe(app)
    return app.openapi_schema


def _describe(app: FastAPI) -> Json:
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
    found["components"]["headers"] = answers.HEADERS
    for path, route in guarded():
        for method in route.methods or ():
            call = CALLS[f"{method} {path.removeprefix(BASE)}"]
            _complete(found["paths"][path][method.lower()], route, method, call)
    for path, operation in OPERATION.items():
        if path in found["paths"]:
            found["paths"][path]["get"]["responses"] = operation
    found["paths"].update(PAGES)
    return found


def _complete(operation: Json, route: GuardedRoute, method: str, call: Call) -> None:
    scopes = scopes_of(route.endpoint)
    limits = answers.LIMITS if _is_limited(method, scopes) else ()
    if scopes is not None:
        operation["description"] += f" Scope: {' or '.join(sorted(scopes))}."
    operation["security"] = [{"bearer": []}] if scopes else [{}, {"bearer": []}]
    _ask(operation, method, call)
    replayed = () if method == "GET" else ("Idempotency-Replayed",)
    _answer(operation, call, (*replayed, *limits))
    possible = (*_common(operation, method, scopes), *call.refusals)
    if "{" in route.path:
        possible += (RouteNotFound,)  # a part of a path may hold what makes it another path
    operation["responses"].pop("422", None)
    operation["responses"].update(answers.refused(possible, *limits))


def _is_limited(method: str, scopes: frozenset[str] | None) -> bool:
    """Whether callers are counted who may make this call."""
    return method in COUNTED and (scopes is None or bool(scopes & {KIOSK, DISPLAY}))


def _common(
    operation: Json, method: str, scopes: frozenset[str] | None
) -> tuple[type[Refusal], ...]:
    """What a call may refuse whatever it is about."""
    found: tuple[type[Refusal], ...] = _OF_ALL
    if method != "GET":
        found += _OF_WRITING
    elif len(operation["parameters"]) > 1:
        found += (errors.InvalidInput,)
    if scopes is not None:
        found += (errors.Unauthorized, errors.NotAllowed)
    return (*found, errors.RateLimited) if _is_limited(method, scopes) else found


def _ask(operation: Json, method: str, call: Call) -> None:
    """The parameters and the body with their examples."""
    asked = operation.setdefault("parameters", [])
    for one in asked:
        one["example"] = PARAMETERS[one["name"]]
    asked.extend([_CORRELATION] if method == "GET" else [_KEY, _CORRELATION])
    if "requestBody" in operation:
        content = operation["requestBody"]["content"]["application/json"]
        content["examples"] = {"a request": {"value": call.asked}}


def _answer(operation: Json, call: Call, names: tuple[str, ...]) -> None:
    """The successes with their examples; a second one has the shape of the first."""
    responses = operation["responses"]
    first = next(iter(responses.values()))
    for status, example in call.answers.items():
        shaped = first["content"]["application/json"]
        told = responses.setdefault(
            str(status),
            {
                "description": "It was so already",
                "content": {"application/json": {"schema": shaped["schema"]}},
            },
        )
        told["content"]["application/json"]["examples"] = answers.success(example)
    for status, told in responses.items():
        if not status.startswith("2"):
            continue
        told["headers"] = answers.headers(*names)
        for media in told.get("content", {}).keys() & _OTHER_MEDIA.keys():
            told["content"][media] = _OTHER_MEDIA[media]
