"""`serve`: the server as a command runs it, in this process or in several that share one socket."""

from __future__ import annotations

import contextlib
import errno
import random
import socket
import sys
from collections.abc import Callable

from server import logs
from server.options import NOTHING_SET, Options
from server.order import Order
from server.supervisor import Supervisor

PORTS = range(20_000, 32_000)
"""Where a port is chosen from: below the range Linux takes for outgoing connections."""
TRIES = 100
STUCK_MS = 30_000
"""A client that takes nothing for so long, or is gone without a word, is dropped by the kernel."""
BACKLOG = 4096
CONNECTIONS, LEAST_CONNECTIONS = 8, 2
"""To the database, of all workers together, and of each at least. Source: decision 4."""


class CannotListen(Exception):
    """Why not, in one plain sentence."""


def serve(
    *,
    conninfo: str,
    host: str = "127.0.0.1",
    port: int = 8765,
    workers: int = 1,
    log_format: logs.Format | None = None,
    options: Options = NOTHING_SET,
) -> int:
    """Serve until SIGTERM or SIGINT; says `Dawr is ready at http://HOST:PORT` once it answers.

    The database may be away or not set up yet: the server answers 503 until it is there.

    Args:
        conninfo: with the login of a server, which belongs to one site.
        port: 0 chooses a free one.
        workers: processes; one serves in this process itself.

    Returns:
        The exit code: 0 when it was told to end, 1 when it cannot serve, said on standard error.
    """
    logs.set_up(log_format)
    _allow_many_files()
    try:
        listening = listen(host, port)
    except CannotListen as why:
        sys.stderr.write(f"{why}\n")
        return 1
    with listening:
        if workers == 1 or sys.platform == "win32":
            _serve_here(conninfo, options, listening, lambda: _say_ready(listening, host))
            return 0
        each = max(LEAST_CONNECTIONS, CONNECTIONS // workers)
        order = Order(conninfo, listening.fileno(), each, log_format, options)
        supervisor = Supervisor(order, workers)
        return supervisor.run(lambda: _say_ready(listening, host))


def _serve_here(
    conninfo: str, options: Options, listening: socket.socket, ready: Callable[[], None]
) -> None:
    from server.backend import Backend  # noqa: PLC0415 - a supervisor starts without all of it
    from server.worker import serve_socket  # noqa: PLC0415 - as above

    serve_socket(Backend(conninfo, options), listening, ready)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        CannotListen: the address is taken, or not this machine's.
    """
    for tried in [port] if port else random.sample(PORTS, TRIES):
        try:
            return _bound(host, tried)
        except OSError as error:
            if port or error.errno != errno.EADDRINUSE:
                raise CannotListen(_why(error, host, port)) from None
    raise CannotListen("No free port was found on this machine; please name one with --port.")


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if sys.platform == "linux":
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STUCK_MS)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.bind(address)
        listening.listen(BACKLOG)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken; end the program that has it or choose another with --port."
    if error.errno == errno.EACCES:
        return f"This user may not use port {port}; choose one above 1023 with --port."
    return f"This machine has no address {host}; choose another with --host."


def _say_ready(listening: socket.socket, host: str) -> None:
    port = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    sys.stdout.write(f"Dawr is ready at http://{shown}:{port}\n")
    sys.stdout.flush()


def _allow_many_files() -> None:
    """Each open feed is a file: take as many as the system lets us."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has no such module

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
