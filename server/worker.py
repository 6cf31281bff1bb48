"""One server process: serves a listening socket until its supervisor ends or tells it to.

`python -m server.worker` is started by server.run and by nobody else; its order comes on standard
input, because it holds a password.
"""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

import uvicorn

from server import logs
from server.app import make_app
from server.backend import Backend
from server.order import METRICS, READY, Order
from server.run import BACKLOG

KEEP_ALIVE_S = 75
LAST_REQUESTS_S = 0.5
"""What requests still running get when the server is told to end; feeds end at once."""


class Server(uvicorn.Server):
    """uvicorn, ending open feeds when it is told to end.

    WORKAROUND(0.54): uvicorn waits for open streams until its time-out, and raises the signal
    again when it is done: https://github.com/encode/uvicorn/blob/master/uvicorn/server.py
    """

    def __init__(self, backend: Backend, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                make_app(backend),
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,  # whose word is taken is a setting of ours
                date_header=True,
                lifespan="on",
                ws="none",
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_S,
                timeout_graceful_shutdown=LAST_REQUESTS_S,  # type: ignore[arg-type]  # a float will do
            )
        )
        self._hub = backend.hub
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        gc.freeze()  # what lives as long as the process need not be looked at again and again
        self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        del sig, frame  # whatever it was, and wherever: the server ends
        self.end()

    def end(self) -> None:
        """Serve no more."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


def serve_socket(
    backend: Backend,
    listening: socket.socket,
    ready: Callable[[], None],
    link: socket.socket | None = None,
) -> None:
    """Serve until a signal says to end, or until the other end of the link closes."""
    server = Server(backend, ready)

    async def run() -> None:
        if link is not None:
            asyncio.get_running_loop().add_reader(link, server.end)
        await server.serve([listening])

    with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
        runner.run(run())


def main() -> None:
    """Carry out the order on standard input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until the server has a handler of its own
    parent = os.getppid()
    order = Order.of(sys.stdin.read())
    logs.set_up(order.log_format)
    with (
        socket.socket(fileno=order.link) as link,
        socket.socket(fileno=order.listening) as listening,
    ):
        backend = Backend(order.conninfo, order.options, pool_size=order.pool_size)
        serve_socket(backend, listening, lambda: link.sendall(READY), link)
    if os.getppid() != parent:  # the supervisor was killed: nobody else cleans up after it
        shutil.rmtree(os.environ.get(METRICS, ""), ignore_errors=True)
    sys.stderr.flush()
    logs.finish()
    os._exit(0)  # all is closed; taking the interpreter apart would take longer than ending did


if __name__ == "__main__":
    main()
