"""Refusals as problem details (RFC 9457), in the language of the caller."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import to_json
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from domain.errors import Refusal
from server import correlation
from server.accepting import accepted
from server.refusals import WORDS, MethodNotAllowed, Words

LANGUAGES = ("ar", "en", "th")
MEDIA_TYPE = "application/problem+json"
REFUSED = "dawr.refused"
"""The code of a refusal, in the scope of the request it answers."""
TYPES = "/api/v1/docs"
REPLAYED = "Idempotency-Replayed"


_LIMIT = (
    ("X-RateLimit-Limit", "limit"),
    ("X-RateLimit-Remaining", "remaining"),
    ("X-RateLimit-Reset", "reset_s"),
)
"""A limit that was reached within the call itself says how it stands, not the caller's own."""


def words_of(refusal: Refusal) -> Words:
    """The words of the refusal's own class, or of the nearest above it."""
    return next(WORDS[one] for one in type(refusal).__mro__ if one in WORDS)


def language(accept: str | None) -> str:
    """The best of our languages for an Accept-Language header; English where it names none."""
    return next((one for one in accepted(accept) if one in LANGUAGES), "en")


def body(refusal: Refusal, spoken: str) -> dict[str, object]:
    """The problem as a JSON object; only the facts its words allow are in it."""
    words = words_of(refusal)
    told = getattr(words, spoken)
    problem: dict[str, object] = {
        "success": False,
        "type": f"{TYPES}#{refusal.code}",
        "title": words.title,
        "status": words.status,
        "detail": told,
        "code": refusal.code,
        "error": told,
        "message": words.en,
        "correlation_id": correlation.current(),
    }
    problem.update({name: refusal.facts[name] for name in words.facts if name in refusal.facts})
    if "errors" in refusal.facts:
        problem["errors"] = refusal.facts["errors"]
    elif words.status == 422 and "field" in refusal.facts:  # noqa: PLR2004 - a status is its number
        problem["errors"] = [{"loc": ["body", refusal.facts["field"]], "msg": "is not valid"}]
    return problem


def headers(refusal: Refusal) -> Mapping[str, str]:
    """What HTTP itself asks of such an answer."""
    found = {"Content-Language": "en"}
    if refusal.facts.get("replayed"):
        found[REPLAYED] = "true"
    status = words_of(refusal).status
    if status in (429, 503) or refusal.code == "IN_PROGRESS":
        found["Retry-After"] = str(refusal.facts.get("retry_after_s", 1))
        found |= {name: str(refusal.facts[fact]) for name, fact in _LIMIT if fact in refusal.facts}
    elif status == 401:  # noqa: PLR2004 - a status is its number
        found["WWW-Authenticate"] = "Bearer"
    elif isinstance(refusal, MethodNotAllowed):
        found["Allow"] = str(refusal.facts.get("allow", "GET"))
    return found


class Problem(Response):
    """An answer that says in the scope which code it has, for whoever counts refusals."""

    code = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[REFUSED] = self.code
        await super().__call__(scope, receive, send)


def response(refusal: Refusal, accept_language: str | None) -> Response:
    """The whole answer."""
    spoken = language(accept_language)
    problem = Problem(
        to_json(body(refusal, spoken)),
        words_of(refusal).status,
        {**headers(refusal), "Content-Language": spoken, "Vary": "Accept-Language"},
        MEDIA_TYPE,
    )
    problem.code = refusal.code
    return problem
