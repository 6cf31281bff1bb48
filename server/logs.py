"""Log lines: JSON when nobody watches, readable on a terminal; each with its correlation id.

Nothing personal is ever given to the log: no bodies, no query strings, no tokens. Of an error only
what server.faults tells of it is written, wherever it was logged.
"""

from __future__ import annotations

import atexit
import logging
import sys
from typing import Any, Literal, TextIO, cast

import structlog

from domain.correlation import CORRELATION
from server import faults
from server.unblocking import Unblocking

Format = Literal["json", "console"]
_STREAMS: list[Unblocking] = []


def set_up(form: Format | None = None) -> None:
    """Send every line to standard error, in the given form or the one that fits where it goes."""
    chosen = form or ("console" if sys.stderr.isatty() else "json")
    last: Any = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if chosen == "console"
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _correlated,
            _impersonal,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(_begun()),
        cache_logger_on_first_use=True,
    )
    for noisy in ("uvicorn.error", "uvicorn.access", "psycopg.pool"):
        logging.getLogger(noisy).disabled = True  # the edge and the backend say what matters


def finish() -> None:
    """Let the last lines out, before the process ends."""
    for stream in _STREAMS:
        stream.finish()
    _STREAMS.clear()


def _begun() -> TextIO:
    stream = Unblocking(sys.stderr.fileno())
    _STREAMS.append(stream)
    atexit.register(finish)
    return cast("TextIO", stream)


def _correlated(
    _: object, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    correlation = CORRELATION.get()
    if correlation is not None:
        event["correlation_id"] = correlation
    return event


def _impersonal(
    _: object, __: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Whatever the form, no error writes itself."""
    error = _error_of(event.pop("exc_info", None))
    told = {
        name: faults.told(value) if isinstance(value, BaseException) else value
        for name, value in event.items()
    }
    return told if error is None else {**told, "exception": faults.traced(error)}


def _error_of(given: Any) -> BaseException | None:
    """The error that is meant, in any of the ways logging lets it be given."""
    if isinstance(given, BaseException):
        return given
    found = given if isinstance(given, tuple) else sys.exc_info() if given else (None, None)
    error: BaseException | None = found[1]
    return error
