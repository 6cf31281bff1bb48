"""One id for each thing a person does: from the tap to the log line, the event and the answer.

It is bound to the context it belongs to, a request's task or a worker's call, and to no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

CORRELATION: ContextVar[str | None] = ContextVar("correlation", default=None)
"""The id of what is being done in this context; None where nobody asked for it."""


@contextmanager
def correlated(correlation: str) -> Iterator[None]:
    """What is done within the block is done under this id."""
    bound = CORRELATION.set(correlation)
    try:
        yield
    finally:
        CORRELATION.reset(bound)
