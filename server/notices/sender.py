"""Sending one letter: to a checked address, in a bounded time, and reading next to nothing back.

Blocking, for a thread of the courier's. No redirect is followed, no proxy or login of the
environment is used, and the name in the address is what TLS verifies.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError

from server.notices.letters import signature
from server.notices.targets import NotAllowed, Targets

CONNECT_S, READ_S = 4.0, 8.0
LONGEST_S = 12.0
"""All in all, also for one who answers a byte at a time; well within the claim's lease."""
MOST_READ = 1024
_OK = range(200, 300)
_TOO_LONG = "it took too long"


@lru_cache(1)
def trusted() -> ssl.SSLContext:
    """Whom TLS trusts: the system's authorities, and those that come with requests."""
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a status or why there is none. `begins` is how its body begins."""

    status: int | None = None
    error: str | None = None
    begins: str = ""

    @property
    def trouble(self) -> str | None:
        """Why this is no delivery, None when it is one."""
        if self.error is not None:
            return self.error
        return None if self.status in _OK else f"it answered {self.status}"


class Sending:
    """One letter on its way; `cut` ends it from another thread.

    Args:
        is_curious: whether to read how the answer's body begins; else nothing of it is read.
    """

    def __init__(self, targets: Targets, *, is_curious: bool = False) -> None:
        self._targets = targets
        self._is_curious = is_curious
        self._connection: HTTPConnection | None = None
        self._plug: socket.socket | None = None
        self._is_cut = False

    def send(self, url: str, secret: str, delivery_id: str, body: bytes) -> Answer:
        """Send and hear how it was taken; never raises for what the other side does."""
        try:
            self._targets.read(url)
            with requests.Session() as session:
                session.trust_env = False
                for scheme in ("http://", "https://"):
                    session.mount(scheme, _Adapter(self))
                answer = self._post(session, url, secret, delivery_id, body)
                return Answer(error=_TOO_LONG) if self._is_cut else answer
        except NotAllowed as why:
            return Answer(error=f"not allowed: {why}")
        except (requests.RequestException, OSError, ValueError) as error:
            return Answer(error=_TOO_LONG if self._is_cut else _plain(error))

    def _post(
        self, session: requests.Session, url: str, secret: str, delivery_id: str, body: bytes
    ) -> Answer:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Dawr",
            "Dawr-Delivery": delivery_id,
            "Dawr-Signature": signature(secret, int(time.time()), body),
        }
        with session.post(
            url,
            data=body,
            headers=headers,
            timeout=(CONNECT_S, READ_S),
            allow_redirects=False,
            stream=True,
        ) as response:
            begins = b""
            if self._is_curious:
                with contextlib.suppress(HTTPError, OSError):
                    begins = response.raw.read(MOST_READ, decode_content=False)
            return Answer(response.status_code, begins=begins.decode("utf-8", errors="replace"))

    def cut(self) -> None:
        """End it now; whoever waits for it hears at once."""
        self._is_cut = True
        for plug in (self._plug, getattr(self._connection, "sock", None)):
            with contextlib.suppress(OSError, AttributeError):
                plug.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]  # None is suppressed

    def connect(self, connection: HTTPConnection, *, is_secure: bool) -> socket.socket:
        """A socket to the first checked address that takes it.

        Raises:
            NotAllowed: the host leads where nothing is sent.
            NewConnectionError: nobody took it.
        """
        self._connection = connection
        last: OSError | None = None
        try:
            found = self._targets.addresses(
                connection.host.strip("[]"), connection.port, is_secure=is_secure
            )
        except OSError as error:
            raise NewConnectionError(connection, "its host is not known") from error
        for address in found:
            try:
                return self._plugged(address, connection.port)
            except OSError as error:
                last = error
        raise NewConnectionError(connection, "it cannot be reached") from last

    def _plugged(self, address: str, port: int) -> socket.socket:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        plug = socket.socket(family, socket.SOCK_STREAM)
        self._plug = plug
        try:
            if self._is_cut:
                raise TimeoutError
            plug.settimeout(CONNECT_S)
            plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            plug.connect((address, port))
        except OSError:
            plug.close()
            raise
        return plug


class _Adapter(HTTPAdapter):
    """Connects only as its sending does."""

    def __init__(self, sending: Sending) -> None:
        self._sending = sending
        super().__init__(max_retries=0)

    def cert_verify(self, conn: Any, *_: Any) -> None:
        """Always, and by what the system trusts."""
        conn.cert_reqs = "CERT_REQUIRED"

    def init_poolmanager(self, *given: Any, **named: Any) -> None:
        sending = self._sending

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return sending.connect(self, is_secure=False)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return sending.connect(self, is_secure=True)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        super().init_poolmanager(*given, **named, ssl_context=trusted())
        manager: PoolManager = self.poolmanager
        manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}


def _plain(error: Exception) -> str:
    """What went wrong in a few words that name no address."""
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate was not accepted"
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return "it cannot be reached"
    if isinstance(error, requests.Timeout):
        return "it did not answer in time"
    if isinstance(error, requests.ConnectionError):
        return "it cannot be reached, or hung up"
    return "its answer cannot be read"
