"""A feed brought to its first stream, and news as a server writes it."""

from __future__ import annotations

from tests.ui import wire
from tests.ui.feed.hearer import Hearer
from tests.ui.feed.server import FeedServer, Stream
from ui.feed import Feed

SOON_S = 0.1
LATER = "2026-11-21T09:05:00+03:00"


def begin(feed: Feed, server: FeedServer, *calls: wire.Json) -> tuple[Hearer, Stream]:
    """A feed that follows, and its first stream with its snapshot."""
    hearer = Hearer(feed)
    feed.start()
    stream = server.next_stream()
    stream.send(wire.frame("connected", wire.connected(*calls), "p0"))
    return hearer, stream


def news(number: int, kind: str = "CALLED", **changes: object) -> bytes:
    return wire.frame("queue_update", wire.update(kind, number, **changes), f"p{number}")
