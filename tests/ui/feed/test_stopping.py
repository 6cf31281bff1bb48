"""The feed ends at once, from whatever it waits for; and what it holds is bounded."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from domain.feed import Link, QueueUpdate
from tests.ui import wire
from tests.ui.feed.server import Answer, FeedServer
from tests.ui.feed.streams import SOON_S, begin, news
from ui import feed as feed_module
from ui import messages, reader
from ui.feed import Feed
from ui.messages import Message


@contextlib.contextmanager
def full_backlog() -> Iterator[str]:
    """A machine that does not even answer a knock."""
    with (
        socket.create_server(("127.0.0.1", 0), backlog=0) as listening,
        socket.create_connection(listening.getsockname()),
    ):
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("answer", [None, Answer(silent=True), Answer(503)])
def test_stop_ends_whatever_the_reader_waits_for_within_milliseconds(
    monkeypatch: pytest.MonkeyPatch,
    feeds: Callable[..., Feed],
    one_server: FeedServer,
    qtbot: QtBot,
    answer: Answer | None,
) -> None:
    """A stream, an answer's head, and the pause after a refusal."""
    monkeypatch.setattr(reader, "LONGEST_PAUSE_S", 60.0)
    monkeypatch.setattr(reader, "FIRST_PAUSE_S", 60.0)
    one_server.answers.extend([answer] if answer else [])
    feed = feeds(one_server.url)
    feed.start()
    qtbot.waitUntil(lambda: len(one_server.asked) == 2)

    assert_stops_at_once(feed)


def test_stop_ends_a_connection_that_is_not_made(feeds: Callable[..., Feed], qtbot: QtBot) -> None:
    with full_backlog() as url:
        knocks: list[object] = []
        sys.addaudithook(knocked_at(int(url.rpartition(":")[2]), knocks))
        feed = feeds(url)
        feed.start()
        qtbot.waitUntil(lambda: len(knocks) == 1)

        assert_stops_at_once(feed)


def knocked_at(port: int, knocks: list[object]) -> Callable[[str, tuple[object, ...]], None]:
    """Writes down each attempt to connect to that port; Python tells of it just before."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect" and arguments[1] == ("127.0.0.1", port):
            knocks.append(arguments[1])

    return hook


def assert_stops_at_once(feed: Feed) -> None:
    began_at = time.monotonic()
    feed.stop()
    took_s = time.monotonic() - began_at
    assert took_s < SOON_S
    assert [thread for thread in threading.enumerate() if thread.name == "feed"] == []
    feed.stop()


def test_stop_ends_a_reader_that_waits_for_the_window(
    monkeypatch: pytest.MonkeyPatch, feeds: Callable[..., Feed], one_server: FeedServer
) -> None:
    monkeypatch.setattr(feed_module, "MOST_WAITING", 2)
    feed = feeds(one_server.url)
    _, stream = begin(feed, one_server)
    stream.send(*(news(number) for number in range(50)))

    assert_stops_at_once(feed)


class StopsAtFirst(QObject):
    """Stops the feed from within what it hears."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.feed = feed
        self.heard: list[QueueUpdate] = []
        feed.updated.connect(self.hear)

    @Slot(object)
    def hear(self, update: QueueUpdate) -> None:
        self.heard.append(update)
        self.feed.stop()


def test_after_stop_nothing_more_is_said(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer
) -> None:
    feed = feeds(one_server.url)
    hearer, stream = begin(feed, one_server)
    stopper = StopsAtFirst(feed)
    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)
    stream.send(b"".join(news(number) for number in range(10)))

    qtbot.waitUntil(lambda: len(stopper.heard) == 1)
    feed.start()
    again = one_server.next_stream()
    again.send(wire.frame("connected", wire.connected(), "q0"))

    qtbot.waitUntil(lambda: len(hearer.snapshots) == 2)
    assert hearer.numbers == [0]
    assert hearer.links == [Link.LIVE, Link.CONNECTING, Link.LIVE]


def test_a_feed_that_is_deleted_leaves_no_thread(
    qtbot: QtBot, one_server: FeedServer, qapp: object
) -> None:
    parent = QObject()
    feed = Feed(one_server.url, parent=parent)
    feed.start()
    one_server.next_stream()

    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()

    qtbot.waitUntil(
        lambda: not [thread for thread in threading.enumerate() if thread.name == "feed"]
    )


def test_a_window_that_is_slow_holds_the_reader_back_and_misses_nothing(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    feeds: Callable[..., Feed],
    one_server: FeedServer,
) -> None:
    """What is read and not yet heard is bounded, however much the server has to say."""
    monkeypatch.setattr(feed_module, "MOST_WAITING", 5)
    monkeypatch.setattr(feed_module, "MOST_AT_ONCE", 1)
    feed = feeds(one_server.url)
    hearer, stream = begin(feed, one_server)
    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)
    gauge = Gauge(monkeypatch, feed)

    stream.send(b"".join(news(number) for number in range(300)))

    qtbot.waitUntil(lambda: len(hearer.updates) == 300)
    assert hearer.numbers == list(range(300))
    assert gauge.most <= 5 + 2


class Gauge(QObject):
    """The most events that were read and not yet heard."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, feed: Feed) -> None:
        super().__init__()
        self.most = self.unheard = 0
        self.read_event = messages.read_event
        monkeypatch.setattr(reader, "read_event", self.read)
        feed.updated.connect(self.hear)

    def read(self, kind: str, text: str) -> Message | None:
        self.unheard += 1
        self.most = max(self.most, self.unheard)
        return self.read_event(kind, text)

    @Slot(object)
    def hear(self, _update: QueueUpdate) -> None:
        self.unheard -= 1


def test_all_that_was_read_is_said_even_when_nothing_more_comes(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    feeds: Callable[..., Feed],
    one_server: FeedServer,
) -> None:
    monkeypatch.setattr(feed_module, "MOST_AT_ONCE", 1)
    hearer, stream = begin(feeds(one_server.url), one_server)
    paused = news(50, "CLINIC_PAUSED", state="PAUSED")
    stream.send(b"".join(news(number) for number in range(50)) + paused)
    one_server.wait_for_questions(3)  # the last one was read: its clinic is being asked about

    qtbot.waitUntil(lambda: len(hearer.catalogues) == 2)

    assert hearer.numbers == list(range(51))
