"""HTTP as bytes on a socket, for what no well-behaved client would send."""

from __future__ import annotations

import contextlib
import json
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

PATIENCE_S = 15.0
ENTER = "/api/v1/queue/enter"


@dataclass(frozen=True)
class Answer:
    """What came back; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def problem(self) -> dict[str, Any]:
        return dict(json.loads(self.body))


def asked(
    body: bytes = b"",
    *headers: str,
    path: str = ENTER,
    method: str = "POST",
    kind: str | None = "application/json",
) -> bytes:
    """A request whole; its connection is for this one only."""
    lines = [f"{method} {path} HTTP/1.1", "Host: dawr", "Connection: close", *headers]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    if "Transfer-Encoding: chunked" not in headers:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def chunked(body: bytes, size: int = 4096) -> bytes:
    """The body in pieces, its length not said before."""
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


def say(url: str, request: bytes) -> Answer:
    """Send these bytes and read the answer to its end."""
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname or "", parts.port or 0), PATIENCE_S) as plug:
        with contextlib.suppress(ConnectionError):  # it may answer before all of it is sent
            plug.sendall(request)
        return _parsed(_all_of(plug))


def _all_of(plug: socket.socket) -> bytes:
    said = b""
    while True:
        try:
            piece = plug.recv(65_536)
        except ConnectionError:
            return said
        if not piece:
            return said
        said += piece


def _parsed(said: bytes) -> Answer:
    head, _, body = said.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    if headers.get("transfer-encoding") == "chunked":
        body = _joined(body)
    return Answer(int(first.split()[1]), headers, body)


def _joined(body: bytes) -> bytes:
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        whole, body = whole + body[:length], body[length + 2 :]
    return whole
