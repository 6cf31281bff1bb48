"""Reads a text/event-stream as its bytes come in; knows no socket and no meaning of an event.

Source: WHATWG HTML, section 9.2 "Server-sent events".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_EVENT = 1 << 20
"""Bytes of a line or of an event's data; more is dropped, lest a broken server fill the memory."""
LONGEST_RETRY = 9
"""Digits of a number of milliseconds that can still be meant."""

_LINE_END = re.compile(rb"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ServerEvent:
    """One event whole. `last_id` is the id to resume after it, None while the stream has sent none.

    `data` is None for an event that has none, which only moves the id on, or that was too long.
    """

    kind: str
    data: str | None
    last_id: str | None


class EventStream:
    """The stream cut into events, whatever pieces it comes in.

    Args:
        last_id: the id the stream was resumed after.
    """

    def __init__(self, last_id: str | None = None) -> None:
        self.retry_ms: int | None = None
        self._last_id = last_id
        self._rest = b""
        self._swallow_newline = False
        self._at_start = True
        self._size = 0
        self._clear()

    def feed(self, piece: bytes) -> list[ServerEvent]:
        """Take what came and return the events that are whole by it, oldest first."""
        if not piece:
            return []
        if self._swallow_newline:
            piece = piece.removeprefix(b"\n")
        events: list[ServerEvent] = []
        start = 0
        for end in _LINE_END.finditer(piece):
            event = self._take_line(self._rest + piece[start : end.start()])
            self._rest, start = b"", end.end()
            if event is not None:
                events.append(event)
        self._swallow_newline = piece.endswith(b"\r")
        self._keep(piece[start:])
        return events

    def _keep(self, unfinished: bytes) -> None:
        """Remember the line that has no end yet, or that it has become too long to remember."""
        if len(self._rest) + len(unfinished) > LONGEST_EVENT:
            self._spoiled = True
            self._rest = b":"  # what follows in this line is read as a comment
        else:
            self._rest += unfinished

    def _take_line(self, line: bytes) -> ServerEvent | None:
        text = line.decode("utf-8", errors="replace")
        if self._at_start:
            text = text.removeprefix(_BYTE_ORDER_MARK)
            self._at_start = False
        if not text:
            return self._dispatch()
        name, _, value = text.partition(":")
        self._take_field(name, value.removeprefix(" "), len(line))
        return None

    def _take_field(self, name: str, value: str, size: int) -> None:
        if name == "data":
            self._size += size
            if self._size > LONGEST_EVENT:
                self._spoiled = True
                self._data.clear()
            else:
                self._data.append(value)
        elif name == "event":
            self._kind = value
        elif name == "id" and "\0" not in value:
            self._last_id = value or None
            self._named = True
        elif name == "retry" and value.isascii() and value.isdigit():
            self.retry_ms = int(value) if len(value) <= LONGEST_RETRY else self.retry_ms

    def _dispatch(self) -> ServerEvent | None:
        """End the event at its empty line; one that says nothing at all is none."""
        said = bool(self._data) or self._named or self._spoiled
        data = "\n".join(self._data) if self._data and not self._spoiled else None
        event = ServerEvent(self._kind or "message", data, self._last_id) if said else None
        self._clear()
        return event

    def _clear(self) -> None:
        self._kind = ""
        self._data: list[str] = []
        self._size = 0
        self._named = False
        self._spoiled = False
