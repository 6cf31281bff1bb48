"""What the log may say of an error: its kind and place, never the values that it was made of.

PostgreSQL tells in DETAIL, CONTEXT and, where a value is no such thing, in the message itself what
stood in the row; pydantic tells what it was given. Any of it may be a patient's id or mobile.
"""

from __future__ import annotations

import textwrap
import traceback
from collections.abc import Iterator

import psycopg
from fastapi.exceptions import ValidationException
from pydantic import ValidationError

from domain.errors import Refusal

CAUSED = "The above exception was the direct cause of the following exception:"
DURING = "During handling of the above exception, another exception occurred:"


def told(error: BaseException) -> str:
    """An error in one line."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    said = " ".join(_said(error).split())
    return f"{kind}: {said}" if said else kind


def traced(error: BaseException) -> str:
    """An error with its traceback, after whatever led to it; the members of a group below it."""
    return "\n".join(_traced(error, set()))


def _said(error: BaseException) -> str:
    if isinstance(error, psycopg.Error):
        message = "" if isinstance(error, psycopg.DataError) else error.diag.message_primary
        return f"{error.sqlstate or ''} {str(error) if message is None else message}"
    if isinstance(error, ValidationError | ValidationException):
        found = error.errors()
        return "; ".join(f"{'.'.join(map(str, one['loc']))} {one['type']}" for one in found)
    return error.code if isinstance(error, Refusal) else str(error)


def _traced(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _traced(before, seen)
        yield f"\n{DURING if error.__cause__ is None else CAUSED}\n"
    yield "Traceback (most recent call last):"
    yield "".join(traceback.format_tb(error.__traceback__)) + told(error)
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield textwrap.indent("\n".join(_traced(each, seen)), "  | ")
