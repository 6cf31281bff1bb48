"""A small real HTTP server whose streams a test writes by hand, on a real socket."""

from __future__ import annotations

import contextlib
import json
import queue
import random
import socket
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.ui import wire

PATIENCE_S = 10.0
PORTS = range(20_000, 32_000)


@dataclass(frozen=True)
class Answer:
    """What the server says to one request for the stream, instead of a stream."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    raw: bytes | None = None
    """Bytes in place of any HTTP."""
    silent: bool = False
    """Not even a head."""


class Stream:
    """One client's stream, from its request on, in the hands of the test."""

    def __init__(self, handler: _Handler) -> None:
        self.at = time.monotonic()
        self.last_id = handler.headers.get("Last-Event-ID")
        self.authorization = handler.headers.get("Authorization")
        self.clinics = tuple(parse_qs(urlsplit(handler.path).query).get("clinic", ()))
        self.over = threading.Event()
        self._socket = handler.connection
        self._is_chunked = handler.feed.is_chunked

    def send(self, *pieces: bytes) -> None:
        """Send each piece in a packet of its own, as far as the system lets us."""
        for piece in pieces:
            head, tail = (b"%x\r\n" % len(piece), b"\r\n") if self._is_chunked else (b"", b"")
            self._socket.sendall(head + piece + tail)

    def end(self) -> None:
        """End as a server does that has sent enough."""
        if self._is_chunked:
            self._socket.sendall(b"0\r\n\r\n")
        self.hang_up()

    def hang_up(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self.over.set()


class FeedServer(ThreadingHTTPServer):
    """GET /clinics answers `clinics`; GET /events/stream the next of `answers`, else a stream."""

    daemon_threads = False
    allow_reuse_address = True

    def __init__(self, port: int | None = None, *, is_chunked: bool = True) -> None:
        self.clinics: wire.Json | bytes = wire.catalogue()
        self.answers: deque[Answer] = deque()
        self.asked: list[str] = []
        self.changed = threading.Condition()
        self.is_chunked = is_chunked
        self._streams: queue.Queue[Stream] = queue.Queue()
        self._open: list[Stream] = []
        self._bind(port)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), name="feed server")
        self._thread.start()

    def _bind(self, port: int | None) -> None:
        for tried in [port] if port else random.sample(PORTS, 20):
            try:
                super().__init__(("127.0.0.1", tried), _Handler)
            except OSError:
                continue
            return
        raise OSError("no free port")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def next_stream(self) -> Stream:
        """The next request for the stream, waited for."""
        return self._streams.get(timeout=PATIENCE_S)

    def wait_for_questions(self, count: int) -> None:
        """Until so many requests have come, without letting Qt do anything meanwhile."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.asked) >= count, PATIENCE_S)

    def take(self, stream: Stream) -> None:
        self._open.append(stream)
        self._streams.put(stream)

    def close(self) -> None:
        self.shutdown()
        for stream in self._open:
            stream.hang_up()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def feed(self) -> FeedServer:
        assert isinstance(self.server, FeedServer)
        return self.server

    def do_GET(self) -> None:
        with self.feed.changed:
            self.feed.asked.append(self.path)
            self.feed.changed.notify_all()
        if urlsplit(self.path).path == "/api/v1/clinics":
            self._send_clinics()
        elif self.feed.answers:
            self._send(self.feed.answers.popleft())
        else:
            self._stream()

    def _send_clinics(self) -> None:
        given = self.feed.clinics
        self._send(Answer(body=given if isinstance(given, bytes) else json.dumps(given).encode()))

    def _send(self, answer: Answer) -> None:
        if answer.silent:
            stream = Stream(self)
            self.feed.take(stream)
            stream.over.wait()
        elif answer.raw is not None:
            self.connection.sendall(answer.raw)
            self.close_connection = True
        else:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.connection.sendall(answer.body)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        if self.feed.is_chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.flush()
        stream = Stream(self)
        self.feed.take(stream)
        stream.over.wait()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
