"""A wire between phone and server that can fall silent without a word, as Wi-Fi does."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit


class Wire:
    """Carries bytes both ways; while it is silent they wait."""

    def __init__(self, host: str, port: int) -> None:
        self._far = (host, port)
        self._carries = asyncio.Event()
        self._carries.set()
        self._tasks: set[asyncio.Task[None]] = set()

    def fall_silent(self) -> None:
        self._carries.clear()

    def carry_again(self) -> None:
        self._carries.set()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection(*self._far)
            for one in (self._carry(reader, far_writer), self._carry(far_reader, writer)):
                task = asyncio.create_task(one)
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(OSError):
                while piece := await reader.read(65536):
                    await self._carries.wait()
                    writer.write(piece)
                    await writer.drain()
        finally:
            writer.close()


@asynccontextmanager
async def laid(url: str) -> AsyncIterator[tuple[str, Wire]]:
    """A wire to a server: the address at this end, and the wire."""
    far = urlsplit(url)
    wire = Wire(far.hostname or "", far.port or 0)
    near = await asyncio.start_server(wire.take, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{near.sockets[0].getsockname()[1]}", wire
    finally:
        near.close()
        await wire.close()
