"""Somebody outside who is sent letters: keeps what he got, and answers when he is let."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any


class Letterbox:
    """`letters` is every one that came, repeats too."""

    def __init__(self) -> None:
        self.letters: list[dict[str, Any]] = []
        self.came = asyncio.Event()
        self.answers = asyncio.Event()
        self.answers.set()
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
            self.letters.append(json.loads(await reader.readexactly(length)))
            self.came.set()
            await self.answers.wait()
            writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
            await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def receiving() -> AsyncIterator[Letterbox]:
    box = Letterbox()
    server = await asyncio.start_server(box.serve, "127.0.0.1", 0)
    box.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    try:
        yield box
    finally:
        box.answers.set()
        server.close()
        await server.wait_closed()
