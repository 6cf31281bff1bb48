"""A real server on a real socket and a real database, in the test's own loop."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from server.backend import Backend
from server.run import listen
from server.worker import Server
from storage import tokens
from storage.tokens import Scope
from tests.postgres import Database
from tests.server import contract
from tests.server.ear import PATIENCE_S

SITE = 1
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients of servers that speak none: one of its own costs a client 40 ms."""


@dataclass
class Served:
    """A server with a client, and a token of each scope."""

    url: str
    backend: Backend
    database: Database
    client: httpx.AsyncClient
    tokens: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, scope: str | None = None, **headers: str) -> httpx.Response:
        return await self.client.get(self._path(path), headers=self._headers(scope, headers))

    async def post(
        self, path: str, body: object = None, scope: str | None = None, **headers: str
    ) -> httpx.Response:
        return await self.client.post(
            self._path(path), json=body, headers=self._headers(scope, headers)
        )

    async def delete(
        self, path: str, scope: str | None = None, body: object = None, **headers: str
    ) -> httpx.Response:
        return await self.client.request(
            "DELETE", self._path(path), json=body, headers=self._headers(scope, headers)
        )

    async def enter(self, clinic: str = "lab", **more: object) -> dict[str, Any]:
        """Take a number that must be given."""
        answer = await self.post("/queue/enter", {"clinic": clinic, **more})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def call(self, clinic: str = "lab", **more: object) -> dict[str, Any]:
        """Call somebody who must be there."""
        answer = await self.post("/queue/call", {"clinic": clinic, **more}, "staff")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def _path(self, path: str) -> str:
        return (
            path
            if path.startswith(("/healthz", "/readyz", "/metrics", "/api"))
            else f"/api/v1{path}"
        )

    def _headers(self, scope: str | None, headers: dict[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if scope is not None:
            named["Authorization"] = f"Bearer {self.tokens.get(scope, scope)}"
        return named


def make_tokens(database: Database) -> dict[str, str]:
    scopes: tuple[Scope, ...] = ("kiosk", "staff", "admin")
    with database.admin() as admin:
        return {
            scope: tokens.create_token(admin, SITE, scope, f"The {scope} token") for scope in scopes
        }


async def until(is_so: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():  # noqa: ASYNC110 - what is waited for has no event
                await asyncio.sleep(0.01)
    except TimeoutError:
        pytest.fail(f"never: {what}")


@asynccontextmanager
async def serving(
    database: Database,
    *,
    send_buffer: int | None = None,
    known: dict[str, str] | None = None,
    **options: Any,
) -> AsyncIterator[Served]:
    """A server of one process; ended and waited for.

    Args:
        send_buffer: bytes that the system keeps for a client that does not read.
        known: the tokens, where another server of this database has made them.
    """
    backend = Backend(database.login("server"), **options)
    ready = asyncio.Event()
    with listen("127.0.0.1", 0) as plug:
        if send_buffer is not None:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        url = f"http://127.0.0.1:{plug.getsockname()[1]}"
        server = Server(backend, ready.set)
        task = asyncio.create_task(server.serve([plug]))
        try:
            await asyncio.wait_for(ready.wait(), PATIENCE_S)
            await until(lambda: backend.hub.follower.is_fresh, "the feed follows")
            hooks = {"response": [contract.judge]}
            async with httpx.AsyncClient(
                base_url=url, timeout=PATIENCE_S, event_hooks=hooks, verify=NO_TLS
            ) as client:
                yield Served(url, backend, database, client, known or make_tokens(database))
        finally:
            server.end()
            await task


@pytest.fixture
async def served(database: Database) -> AsyncIterator[Served]:
    async with serving(database) as one:
        yield one


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    """Whatever a test opens along its way."""
    async with AsyncExitStack() as one:
        yield one
