"""A client of the feed on a raw socket: reads events, or does not read at all."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

PATIENCE_S = 15.0


@dataclass(frozen=True)
class Said:
    """One message of the stream; a comment has only its text."""

    kind: str
    event_id: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


class Ear:
    """An open stream."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._buffer = b""
        self.status = 0
        self.headers: dict[str, str] = {}
        self.last_id: str | None = None

    async def begin(self) -> None:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        self.status = int(head[0].split()[1])
        self.headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])
        }

    async def _block(self) -> str | None:
        """The next block up to its empty line, None at the end of the stream."""
        while b"\n\n" not in self._buffer:
            line = await self._reader.readline()
            if not line:
                raise ConnectionResetError("cut off, not ended")
            size = int(line, 16)
            if size == 0:
                return None
            self._buffer += await self._reader.readexactly(size)
            await self._reader.readexactly(2)
        block, _, self._buffer = self._buffer.partition(b"\n\n")
        return block.decode()

    async def anything(self, patience_s: float = PATIENCE_S) -> Said | None:
        """The next message or comment, None when the server ended the stream."""
        async with asyncio.timeout(patience_s):
            block = await self._block()
        if block is None:
            return None
        fields = dict(line.split(": ", 1) for line in block.split("\n") if not line.startswith(":"))
        if "event" not in fields:
            return Said(block)
        self.last_id = fields.get("id", self.last_id)
        return Said(fields["event"], fields.get("id"), json.loads(fields["data"]))

    async def next(self) -> Said:
        """The next message, passing over comments."""
        while True:
            said = await self.anything()
            assert said is not None, "the stream ended"
            if said.data:
                return said

    async def until(self, kind: str, number: int | None = None) -> list[Said]:
        """The messages up to one of that type, of that number if given."""
        heard: list[Said] = []
        while True:
            heard.append(await self.next())
            last = heard[-1].data
            if last["type"] == kind and number in (None, last.get("number")):
                return heard

    async def notice(self) -> dict[str, Any]:
        """The next notice, passing over everything else."""
        while (said := await self.next()).kind != "notice":
            pass
        return said.data

    def hang_up(self) -> None:
        self._writer.close()


@asynccontextmanager
async def listening(
    url: str,
    *clinics: str,
    token: str | None = None,
    last_id: str | None = None,
    is_small: bool = False,
    watch: str | None = None,
    user: str | None = None,
) -> AsyncIterator[Ear]:
    """Open a stream of these clinics; closed at the end, whatever came.

    Args:
        watch: the token of a ticket whose place is to be told.
        is_small: take next to nothing from the network before the test reads it.
    """
    parts = urlsplit(url)
    plug = socket.create_connection((parts.hostname or "", parts.port or 0))
    if is_small:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    limit = 1024 if is_small else 1 << 20
    reader, writer = await asyncio.open_connection(sock=plug, limit=limit)
    watched = [(name, value) for name, value in (("token", watch), ("user", user)) if value]
    query = urlencode([*(("clinic", clinic) for clinic in clinics), *watched])
    lines = [f"GET /api/v1/events/stream?{query} HTTP/1.1", f"Host: {parts.netloc}"]
    if token is not None:
        lines.append(f"Authorization: Bearer {token}")
    if last_id is not None:
        lines.append(f"Last-Event-ID: {last_id}")
    writer.write("\r\n".join([*lines, "", ""]).encode())
    ear = Ear(reader, writer)
    try:
        await ear.begin()
        yield ear
    finally:
        writer.transport.abort()
