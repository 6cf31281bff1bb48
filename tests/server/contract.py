"""The description as a judge: no answer of the API may have a status or a code it does not tell."""

from __future__ import annotations

import functools
import re
from typing import Any

import httpx

from server.app import api
from server.backend import Backend

Json = dict[str, Any]

_OURS = frozenset({"INTERNAL_ERROR", "METHOD_NOT_ALLOWED"})
"""A fault is never planned; who uses a method that is not described is beside the description."""


@functools.cache
def document() -> Json:
    """The OpenAPI document of this program."""
    return api(Backend("host=nowhere")).openapi()


@functools.cache
def operations() -> list[tuple[re.Pattern[str], str, Json]]:
    """Each operation with its path as a pattern; those without a parameter first."""
    paths = sorted(document()["paths"].items(), key=lambda item: "{" in item[0])
    return [
        (re.compile(re.sub(r"{\w+}", "[^/]+", path)), method.upper(), operation)
        for path, found in paths
        for method, operation in found.items()
    ]


def operation_of(method: str, path: str) -> Json | None:
    found = (one for pattern, its, one in operations() if its == method and pattern.fullmatch(path))
    return next(found, None)


def codes(operation: Json, status: int) -> set[str]:
    """The codes that an operation may answer with that status."""
    told = operation["responses"].get(str(status), {}).get("content", {})
    examples = told.get("application/problem+json", {}).get("examples", {})
    return {one["value"]["code"] for one in examples.values()}


async def judge(answer: httpx.Response) -> None:
    """Fail on an answer that the description does not tell of."""
    path = answer.request.url.path
    operation = operation_of(answer.request.method, path)
    kind = answer.headers.get("content-type", "")
    if operation is None or kind.startswith("text/"):
        return
    await answer.aread()
    if kind == "application/problem+json":
        code = answer.json()["code"]
        told = codes(operation, answer.status_code)
        assert code in told | _OURS, f"{answer.request.method} {path}: {code} is not described"
    else:
        assert str(answer.status_code) in operation["responses"], (path, answer.status_code)
