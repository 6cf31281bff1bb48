"""One id per human action: from the request's header to every log line and answer of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable

from domain.correlation import CORRELATION

HEADER = b"x-correlation-id"
_SECOND = b"x-request-id"
_VALID = re.compile(rb"[A-Za-z0-9._:-]{1,128}")


def accept(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The caller's id where it is a valid one, else a fresh one; kept for this context."""
    given: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in (HEADER, _SECOND):
            given.setdefault(name, value)
    asked = given.get(HEADER, given.get(_SECOND, b""))
    correlation = asked.decode("ascii") if _VALID.fullmatch(asked) else uuid.uuid4().hex
    CORRELATION.set(correlation)
    return correlation


def current() -> str:
    """The id of this request; a fresh one outside of any."""
    return CORRELATION.get() or uuid.uuid4().hex
