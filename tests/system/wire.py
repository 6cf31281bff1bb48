"""A wire between a server and its PostgreSQL that can be told to withhold what PostgreSQL says."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator


class Wire:
    """Carries every connection to the address behind it; `withhold` keeps all answers back."""

    def __init__(self, host: str, port: int) -> None:
        self.port = 0
        self._behind = (host, port)
        self._loop = asyncio.new_event_loop()
        self._flows = asyncio.Event()
        self._ends = asyncio.Event()
        self._is_there = threading.Event()
        self._thread = threading.Thread(target=self._run, name="wire")

    def withhold(self) -> None:
        """From now on PostgreSQL hears and does everything, and nobody hears PostgreSQL."""
        self._loop.call_soon_threadsafe(self._flows.clear)

    def release(self) -> None:
        self._loop.call_soon_threadsafe(self._flows.set)

    def start(self) -> None:
        self._thread.start()
        self._is_there.wait()

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._flows.set()
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._is_there.set()
        await self._ends.wait()
        server.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            theirs, to_them = await asyncio.open_connection(*self._behind)
            asked = asyncio.create_task(_pour(reader, to_them, None))
            told = asyncio.create_task(_pour(theirs, writer, self._flows))
            await asyncio.wait([asked, told], return_when=asyncio.FIRST_COMPLETED)
            for one in (asked, told):
                one.cancel()
            to_them.close()
        writer.close()


async def _pour(
    source: asyncio.StreamReader, to: asyncio.StreamWriter, flows: asyncio.Event | None
) -> None:
    with contextlib.suppress(OSError):
        while piece := await source.read(65_536):
            if flows is not None:
                await flows.wait()
            to.write(piece)
            await to.drain()


@contextlib.contextmanager
def wired(host: str, port: int) -> Iterator[Wire]:
    wire = Wire(host, port)
    wire.start()
    try:
        yield wire
    finally:
        wire.end()
