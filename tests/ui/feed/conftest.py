"""Feeds and servers for the tests of the feed; every feed is stopped at the end of its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.ui.feed.server import FeedServer
from ui import reader
from ui.feed import Feed


@pytest.fixture(params=["chunked", "until the end"])
def server(request: pytest.FixtureRequest) -> Iterator[FeedServer]:
    server = FeedServer(is_chunked=request.param == "chunked")
    yield server
    server.close()


@pytest.fixture
def one_server() -> Iterator[FeedServer]:
    server = FeedServer()
    yield server
    server.close()


@pytest.fixture
def feeds(qapp: object) -> Iterator[Callable[..., Feed]]:
    """Makes feeds and stops them at the end."""
    made: list[Feed] = []

    def make(url: str, **how: object) -> Feed:
        feed = Feed(url, **how)  # type: ignore[arg-type]
        made.append(feed)
        return feed

    yield make
    for feed in made:
        feed.stop()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tenth of the pauses, so that the tests need not wait for them."""
    monkeypatch.setattr(reader, "FIRST_PAUSE_S", 0.05)
    monkeypatch.setattr(reader, "SHORTEST_PAUSE_S", 0.01)
    monkeypatch.setattr(reader, "LONGEST_PAUSE_S", 0.4)
