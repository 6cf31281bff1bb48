"""The outermost layer: correlation id, bounded bodies, and a plain answer to whatever went wrong.

Plain ASGI, because every request passes it. Bodies are read whole before anything is judged.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import Refusal
from server import correlation, journal, problems
from server.addresses import ADDRESS, Proxies
from server.limiter import LIMITED
from server.metrics import Metrics, template_of
from server.refusals import BodyTooLarge, Fault, TooSlow

LARGEST_BODY = 64 * 1024
BODY_S = 10.0
"""A body that has not come by then is not waited for."""
RAW_SEND = "dawr.send"
"""The server's own send, for a feed that writes thousands of times."""

_log = structlog.get_logger("dawr.server")


Header = tuple[bytes, bytes]


class _Gone(Exception):
    """The caller left before he had said what he wants."""


class Edge:
    """Wraps the application.

    Args:
        proxies: whose word for a caller's address is taken.
        metrics: told of every answer when it begins.
    """

    def __init__(self, app: ASGIApp, proxies: Proxies, metrics: Metrics) -> None:
        self._app = app
        self._proxies = proxies
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = correlation.accept(scope["headers"]).encode("ascii")
        is_started = False
        began = time.perf_counter()

        async def answer(message: Message) -> None:
            nonlocal is_started
            if message["type"] == "http.response.start":
                is_started = True
                seconds = time.perf_counter() - began
                self._metrics.answered(scope, message["status"], seconds)
                journal.note(scope, message["status"], seconds)
                message["headers"] = _with(
                    message.get("headers", ()), (correlation.HEADER, asked), *scope.get(LIMITED, ())
                )
            await send(message)

        scope[RAW_SEND] = send
        scope[ADDRESS] = self._proxies.address_of(scope)
        try:
            if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
                receive = await _whole(scope, receive)
            await self._app(scope, receive, answer)
        except _Gone:
            return
        except Refusal as refusal:
            await _refuse(refusal, scope, receive, answer)
        except Exception:  # noqa: BLE001 - the last one who can answer; it is logged whole
            _log.exception("fault", method=scope["method"], route=template_of(scope))
            if not is_started:
                await _refuse(Fault(), scope, receive, answer)


def _with(given: Iterable[Header], *more: Header) -> list[Header]:
    """An answer's headers and those of ours that it does not have itself."""
    found = list(given)
    names = {name for name, _ in found}
    return [*found, *(header for header in more if header[0] not in names)]


async def _whole(scope: Scope, receive: Receive) -> Receive:
    """Read the body to its end; answers a receive that gives it once."""
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > LARGEST_BODY:
            raise BodyTooLarge
    body = bytearray()
    more = True
    try:
        async with asyncio.timeout(BODY_S):
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _Gone
                body += message.get("body", b"")
                more = message.get("more_body", False)
                if len(body) > LARGEST_BODY:
                    raise BodyTooLarge
    except TimeoutError:
        raise TooSlow from None
    return _given(bytes(body), receive)


def _given(body: bytes, receive: Receive) -> Receive:
    is_given = False

    async def once() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


async def _refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    accept = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
    await problems.response(refusal, accept.decode("latin-1"))(scope, receive, send)
