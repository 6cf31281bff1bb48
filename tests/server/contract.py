"""The description as a judge: no answer of the API may have a status or a code it does not tell."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

import httpx

from server import problems
from server.app import api
from server.backend import Backend
from server.described import answers
from server.described.operation import PAGES
from server.refusals import WORDS
from tests import answers_seen

Json = dict[str, Any]

_OURS = frozenset({"INTERNAL_ERROR", "METHOD_NOT_ALLOWED"})
"""A fault is never planned; who uses a method that is not described is beside the description."""


@functools.cache
def document() -> Json:
    """The OpenAPI document of this program."""
    return api(Backend("host=nowhere")).openapi()


def operations() -> Iterator[tuple[str, Json]]:
    """Each call, "POST /api/v1/queue/enter", with its description; pages for people apart."""
    for path, found in document()["paths"].items():
        if path not in PAGES:
            yield from ((f"{method.upper()} {path}", one) for method, one in found.items())


@functools.cache
def _patterns() -> list[tuple[re.Pattern[str], str, Json]]:
    """Each call as a pattern of method and path; those without a parameter first."""
    calls = sorted(operations(), key=lambda item: "{" in item[0])
    return [(re.compile(re.sub(r"{\w+}", "[^/]+", call)), call, one) for call, one in calls]


def call_of(method: str, path: str) -> tuple[str, Json] | None:
    """The call that a request is, with its description."""
    asked = f"{method} {path}"
    return next(
        ((call, one) for pattern, call, one in _patterns() if pattern.fullmatch(asked)), None
    )


def codes(operation: Json, status: int) -> set[str]:
    """The codes that an operation may answer with that status."""
    told = operation["responses"].get(str(status), {}).get("content", {})
    examples = told.get("application/problem+json", {}).get("examples", {})
    return {one["value"]["code"] for one in examples.values()}


async def judge(answer: httpx.Response) -> None:
    """Fail on an answer that the description does not tell of, and note one that it does."""
    path = answer.request.url.raw_path.decode().partition("?")[0]  # with %2F as it was sent
    found = call_of(answer.request.method, path)
    if found is None:
        return
    call, operation = found
    answered = str(answer.status_code)
    if answer.headers.get("content-type", "") == problems.MEDIA_TYPE:
        await answer.aread()
        answered = answer.json()["code"]
        if answered in _OURS:
            return
        assert answered in codes(operation, answer.status_code), f"{call}: {answered}"
        check_refusal(answer, answered)
    described = operation["responses"].get(str(answer.status_code))
    assert described is not None, (call, answer.status_code)
    sent = {name for name in answers.HEADERS if name in answer.headers}
    assert sent <= set(described["headers"]), (call, answered, sent - set(described["headers"]))
    assert "X-Correlation-ID" in sent, (call, answered)
    answers_seen.note(call, answered)


def check_refusal(answer: httpx.Response, code: str) -> None:
    """Hold the headers of a refusal to what HTTP asks of one of its kind."""
    kinds = (kind for kind in WORDS if kind.code == code)
    for name in {name for kind in kinds for name in problems.headers(kind())}:
        assert name in answer.headers, (code, name)
