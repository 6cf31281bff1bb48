"""The answers of a call as OpenAPI describes them: its success, its refusals, their headers.

Every refusal shown is made from the words the server itself speaks, so none can say anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from domain import errors
from domain.errors import Refusal
from server import problems
from server.described.values import CORRELATION, FACTS
from server.refusals import WORDS

Json = dict[str, Any]

_INTEGER: Json = {"type": "integer", "minimum": 0}
HEADERS: Json = {
    "X-Correlation-ID": {
        "description": "The caller's own id if it was valid, else a fresh one; as in the log.",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,128}$"},
        "example": CORRELATION,
    },
    "Retry-After": {
        "description": "Seconds after which to ask again.",
        "schema": {**_INTEGER, "minimum": 1},
        "example": 2,
    },
    "Idempotency-Replayed": {
        "description": "This is the answer that the key got before; nothing was done again.",
        "schema": {"type": "string", "const": "true"},
        "example": "true",
    },
    "X-RateLimit-Limit": {
        "description": "So many requests in a window; no such headers where nothing is counted.",
        "schema": _INTEGER,
        "example": 20,
    },
    "X-RateLimit-Remaining": {
        "description": "So many are left of them.",
        "schema": _INTEGER,
        "example": 17,
    },
    "X-RateLimit-Reset": {
        "description": "Seconds from now until all are left again.",
        "schema": _INTEGER,
        "example": 42,
    },
    "WWW-Authenticate": {
        "description": "How to sign in.",
        "schema": {"type": "string", "const": "Bearer"},
        "example": "Bearer",
    },
    "Content-Language": {
        "description": "The language of `error` and `detail`.",
        "schema": {"type": "string", "enum": list(problems.LANGUAGES)},
        "example": "en",
    },
}
_KEPT = frozenset({errors.IncorrectPin})
"""Refusals that a key keeps, because something was done: a try was counted."""
LIMITS = tuple(name for name in HEADERS if name.startswith("X-RateLimit"))


def headers(*names: str) -> Json:
    """References to these headers, after the one that every answer has."""
    all_names = ("X-Correlation-ID", *names)
    return {name: {"$ref": f"#/components/headers/{name}"} for name in all_names}


def success(example: Mapping[str, Any]) -> Json:
    return {"an answer": {"value": {"success": True, **example}}}


def refused(kinds: Iterable[type[Refusal]], *more: str) -> dict[str, Json]:
    """A response for each status that these refusals have, with an example for each refusal.

    Args:
        more: headers that all answers of the call have.
    """
    by_status: dict[int, list[type[Refusal]]] = {}
    for kind in dict.fromkeys(kinds):
        by_status.setdefault(WORDS[kind].status, []).append(kind)
    return {str(status): _response(found, more) for status, found in sorted(by_status.items())}


def _response(kinds: list[type[Refusal]], more: tuple[str, ...]) -> Json:
    named = dict.fromkeys(name for kind in kinds for name in problems.headers(kind()))
    if not _KEPT.isdisjoint(kinds):
        named[problems.REPLAYED] = None
    return {
        "description": "; ".join(dict.fromkeys(WORDS[kind].title for kind in kinds)),
        "headers": headers(*named, *more),
        "content": {
            problems.MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/ProblemOut"},
                "examples": _examples(kinds),
            }
        },
    }


def _examples(kinds: list[type[Refusal]]) -> Json:
    found: Json = {}
    for kind in kinds:
        name = kind.code if kind.code not in found else f"{kind.code} ({WORDS[kind].title})"
        found[name] = {"summary": WORDS[kind].title, "value": example(kind)}
    return found


def example(kind: type[Refusal]) -> Json:
    """What a refusal says, with each of its facts."""
    facts = {name: FACTS[name] for name in WORDS[kind].facts}
    if kind.code == "INVALID_INPUT":
        facts["errors"] = [{"loc": ["body", "clinic"], "msg": "Field required"}]
    return {**problems.body(kind(**facts), "en"), "correlation_id": CORRELATION}
