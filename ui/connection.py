"""HTTP to the server that another thread can cut off at once; what is said is not its matter.

A blocked read, the wait for an answer and, where the system allows it, a connection being made end
within milliseconds of a cut, because the socket itself is shut down. `requests` has no such way.
"""

from __future__ import annotations

import contextlib
import functools
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

CONNECT_S = 3.0
LONGEST_ANSWER = 4 << 20
"""Bytes of an answer read whole; more is not a list of clinics."""
_PIECE = 1 << 16
_UNAUTHORIZED, _OK = 401, 200

Parameters = Sequence[tuple[str, str]]


class Unanswered(Exception):
    """The server did not answer as it should; str() is for the log and names no secret.

    Args:
        retry_after_s: what the server asked to wait, None when it did not say.
    """

    def __init__(self, why: str, retry_after_s: float | None = None) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(why)


class Connection:
    """One visit to the server by one thread; `cut` alone may be called by another.

    Args:
        silence_s: how long the server may say nothing, heartbeats included.
    """

    def __init__(self, server_url: str, token: str | None, silence_s: float) -> None:
        self._root = server_url.rstrip("/") + "/api/v1"
        self._timeout = (min(CONNECT_S, silence_s), silence_s)
        self._sockets: list[socket.socket] = []
        self._is_cut = False
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.update({"Accept-Encoding": "identity", "User-Agent": "Dawr"})
        if token is not None:
            self._session.headers["Authorization"] = f"Bearer {token}"
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _adapter(self._hold))

    def get(self, path: str) -> bytes:
        """The body of an answer, whole.

        Raises:
            Unanswered: there was none, or it was not 200.
        """
        with self._answer(path, (), {"Accept": "application/json"}) as answer:
            body: bytes = answer.raw.read(LONGEST_ANSWER + 1)
        if len(body) > LONGEST_ANSWER:
            raise Unanswered(f"{path} answered too much")
        return body

    def stream(self, path: str, given: Parameters, last_id: str | None) -> Iterator[bytes]:
        """What the server sends, piece by piece as it comes; an empty piece first: it has accepted.

        Ends when the server ends it.

        Raises:
            Unanswered: it was refused, broke off, or was silent for too long.
        """
        headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
        if last_id is not None:
            headers["Last-Event-ID"] = last_id
        with self._answer(path, given, headers) as answer:
            kind = answer.headers.get("Content-Type", "")
            if kind.partition(";")[0].strip().lower() != "text/event-stream":
                raise Unanswered(f"{path} is no stream of events")
            yield b""
            while piece := answer.raw.read1(_PIECE):
                yield piece

    @contextlib.contextmanager
    def _answer(
        self, path: str, given: Parameters, headers: Mapping[str, str]
    ) -> Iterator[requests.Response]:
        """An answer with status 200; whatever goes wrong until its end is said as Unanswered."""
        try:
            with self._session.get(
                self._root + path,
                params=list(given),
                headers=headers,
                timeout=self._timeout,
                stream=True,
                allow_redirects=False,  # a token is for this server alone
            ) as answer:
                if answer.status_code != _OK:
                    raise Unanswered(f"{path} answered {answer.status_code}", _retry_after(answer))
                yield answer
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            raise Unanswered(f"{path}: {type(error).__name__}") from error

    def _hold(self, each: socket.socket) -> None:
        """Keep a second hold on a socket, which stays good when TLS wraps the first."""
        self._sockets.append(each.dup())
        if self._is_cut:
            raise OSError("cut off")

    def cut(self) -> None:
        """End whatever the connection is waiting for, now and from now on. Any thread, any time."""
        self._is_cut = True
        for each in tuple(self._sockets):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give everything back; by the thread that read, and not at the same time as `cut`."""
        self._session.close()
        for each in self._sockets:
            each.close()


def _retry_after(answer: requests.Response) -> float | None:
    value = answer.headers.get("Retry-After", "").strip()
    return float(value) if value.isascii() and value.isdigit() else None


def _adapter(hold: Callable[[socket.socket], None]) -> HTTPAdapter:
    adapter = HTTPAdapter(max_retries=0)
    adapter.poolmanager.pool_classes_by_scheme = {
        "http": functools.partial(_pool, HTTPConnectionPool, _Held, hold),
        "https": functools.partial(_pool, HTTPSConnectionPool, _HeldSecure, hold),
    }
    return adapter


def _pool(
    kind: type[HTTPConnectionPool],
    connection: type[HTTPConnection],
    hold: Callable[[socket.socket], None],
    *where: Any,
    **how: Any,
) -> HTTPConnectionPool:
    """A pool of urllib3 whose connections tell of their sockets."""
    pool = kind(*where, **how)
    told: Any = functools.partial(connection, hold=hold)  # type: ignore[call-arg]
    pool.ConnectionCls = told
    return pool


class _Held(HTTPConnection):
    """A connection that shows its socket before it connects, so that even that can be cut."""

    def __init__(self, *where: Any, hold: Callable[[socket.socket], None], **how: Any) -> None:
        self._hold = hold
        super().__init__(*where, **how)

    def _new_conn(self) -> socket.socket:
        try:
            places = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise NameResolutionError(self.host, self, error) from error  # type: ignore[arg-type]
        trouble: OSError | None = None
        for family, kind, protocol, _, address in places:
            made = socket.socket(family, kind, protocol)
            try:
                made.settimeout(self.timeout)
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._hold(made)
                made.connect(address)
            except OSError as error:
                made.close()
                trouble = error
            else:
                return made
        raise NewConnectionError(self, f"{type(trouble).__name__}") from trouble


class _HeldSecure(_Held, HTTPSConnection):
    """The same under TLS."""
