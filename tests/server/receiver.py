"""A web-hook's other end: a real HTTP server on loopback that takes letters, or behaves badly."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

HANG, CLOSE, DRIP, FLOOD = "hang", "close", "drip", "flood"
Behaviour = int | str
"""A status, or how it behaves badly."""


@dataclass(frozen=True)
class Letter:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        return dict(json.loads(self.body))

    @property
    def id(self) -> str:
        return self.headers["dawr-delivery"]


@dataclass
class Receiver:
    """`behave` says how to answer the letter that has just come."""

    port: int = 0
    host: str = "127.0.0.1"
    received: list[Letter] = field(default_factory=list)
    behave: Callable[[Letter], Behaviour] = lambda _: 200
    _serving: set[asyncio.Task[object]] = field(default_factory=set)
    _hanging: list[asyncio.StreamWriter] = field(default_factory=list)
    _arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}/notices"

    def hang_up(self) -> None:
        """End what hangs."""
        for writer in self._hanging:
            writer.close()

    def of(self, *kinds: str) -> list[Letter]:
        return [one for one in self.received if one.told["type"] in kinds]

    async def until(self, is_so: Callable[[], bool], patience_s: float = 20.0) -> None:
        """Wait until enough has come."""
        async with asyncio.timeout(patience_s), self._arrived:
            await self._arrived.wait_for(is_so)

    async def until_received(self, count: int) -> list[Letter]:
        await self.until(lambda: len(self.received) >= count)
        return self.received[:count]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._serving.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            letter = await _read(reader)
            self.received.append(letter)
            behaviour = self.behave(letter)
            async with self._arrived:
                self._arrived.notify_all()
            await self._answer(behaviour, reader, writer)
        self._serving.discard(task)
        writer.close()

    async def end(self) -> None:
        """Serve nobody any more."""
        serving = list(self._serving)
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)

    async def _answer(
        self, behaviour: Behaviour, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if behaviour == CLOSE:
            return
        if behaviour == HANG:
            self._hanging.append(writer)
            await reader.read()  # until either side gives up
        elif behaviour == DRIP:
            await _drip(writer)
        elif behaviour == FLOOD:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 100_000)
            await reader.read()
        else:
            head = f"HTTP/1.1 {behaviour} As told\r\nLocation: /elsewhere\r\nContent-Length: 5\r\n"
            writer.write(head.encode() + b"Connection: close\r\n\r\ntaken")
            await writer.drain()


async def _drip(writer: asyncio.StreamWriter) -> None:
    """A header without an end, a byte at a time."""
    writer.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def _read(reader: asyncio.StreamReader) -> Letter:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {
        name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
    }
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Letter(head[0].split()[1], headers, body)


@asynccontextmanager
async def receiving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a free port of loopback."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.serve, receiver.host, 0, ssl=tls)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()
        await receiver.end()
        await server.wait_closed()
