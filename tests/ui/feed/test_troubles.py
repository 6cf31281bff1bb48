"""Whatever a server does, the feed asks again, and says so when it hears nothing."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from domain.feed import Link
from tests.ui import wire
from tests.ui.feed.hearer import Hearer
from tests.ui.feed.server import Answer, FeedServer
from tests.ui.feed.streams import SOON_S, begin, news
from ui import reader
from ui.feed import Feed


@pytest.mark.parametrize(
    "bad",
    [
        wire.frame("queue_update", "{half", "x1"),
        wire.frame("queue_update", '"text"', "x1"),
        wire.frame("queue_update", wire.update(waiting=-1), "x1"),
        wire.frame("queue_update", wire.update("TELEPORTED"), "x1"),
        wire.frame("from_tomorrow", {"type": "CALLED"}, "x1"),
        wire.frame("notice", {"type": "YOUR_TURN"}, "x1"),
        b"id: x1\ndata: \xff\xfe\xfd\nevent: queue_update\n\n",
        b"\x00\x01\x02 nonsense\nid: x1\n\n",
    ],
)
def test_what_cannot_be_read_is_passed_over_and_not_asked_for_again(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer, bad: bytes
) -> None:
    hearer, stream = begin(feeds(one_server.url), one_server)
    stream.send(bad)
    stream.hang_up()

    again = one_server.next_stream()
    again.send(news(2))

    qtbot.waitUntil(lambda: len(hearer.updates) == 1)
    assert again.last_id == "x1"
    assert hearer.numbers == [2]


@pytest.mark.parametrize("odd", ["ü", " x", "x" * 5000, "a\x01b"])
def test_an_id_no_header_can_carry_makes_the_feed_start_anew(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer, odd: str
) -> None:
    hearer, stream = begin(feeds(one_server.url), one_server)
    stream.send(wire.frame("queue_update", wire.update(), odd))
    stream.hang_up()

    again = one_server.next_stream()
    again.send(wire.frame("connected", wire.connected(), "p9"))

    qtbot.waitUntil(lambda: len(hearer.snapshots) == 2)
    assert again.last_id is None


@pytest.mark.parametrize(
    "answer",
    [
        Answer(503, {"Retry-After": "0"}),
        Answer(503, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}),
        Answer(404, body=b'{"code": "CLINIC_NOT_FOUND"}'),
        Answer(401),
        Answer(500, body=b"\xff" * 100_000),
        Answer(204),
        Answer(200, {"Content-Type": "text/html"}, b"<p>Log in to the hotel's network"),
        Answer(302, {"Location": "/elsewhere"}),
        Answer(raw=b"SSH-2.0-OpenSSH_9.2\r\n"),
        Answer(raw=b""),
        Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"),
        Answer(
            raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"
        ),
        Answer(
            raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Content-Encoding: gzip\r\n\r\nnot gzip at all"
        ),
    ],
    ids=lambda answer: str(answer.status if answer.raw is None else answer.raw[:20]),
)
def test_a_server_that_refuses_is_asked_again_until_it_answers(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer, answer: Answer
) -> None:
    one_server.answers.extend([answer, answer])

    hearer, _ = begin(feeds(one_server.url, token="secret"), one_server)

    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)
    assert len(one_server.asked) == 6
    assert hearer.links == [Link.LIVE]


@pytest.mark.parametrize("clinics", [b"", b"<html>", b"{}", b'{"clinics": {}, "site": 3}'])
def test_clinics_that_cannot_be_read_are_asked_for_again(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer, clinics: bytes
) -> None:
    one_server.clinics = clinics
    feed = feeds(one_server.url)
    hearer = Hearer(feed)
    feed.start()
    qtbot.waitUntil(lambda: len(one_server.asked) >= 2)
    one_server.clinics = wire.catalogue()

    one_server.next_stream().send(wire.frame("connected", wire.connected(), "p0"))

    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)


def test_a_busy_server_is_left_alone_for_as_long_as_it_asks(
    monkeypatch: pytest.MonkeyPatch, feeds: Callable[..., Feed], one_server: FeedServer
) -> None:
    monkeypatch.setattr(reader, "LONGEST_PAUSE_S", 1.0)
    one_server.answers.append(Answer(503, {"Retry-After": "120"}))
    began_at = time.monotonic()
    feeds(one_server.url).start()

    stream = one_server.next_stream()

    assert 1.0 <= stream.at - began_at < 1.5 + SOON_S * 3


def test_a_server_that_falls_silent_is_stale_in_time_and_live_at_its_first_byte(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    feed = feeds(server.url, stale_after_s=0.4)
    hearer, stream = begin(feed, server)
    qtbot.waitUntil(lambda: hearer.links == [Link.LIVE])
    server.answers.extend([Answer(silent=True)] * 3)
    stream.send(b": heartbeat\n\n")
    silent_since = time.monotonic()

    qtbot.waitUntil(lambda: Link.STALE in hearer.links)
    took_s = time.monotonic() - silent_since

    assert 0.3 < took_s < 0.4 + SOON_S
    server.next_stream().hang_up()
    server.answers.clear()
    again = server.next_stream()
    assert again.last_id == "p0"
    qtbot.waitUntil(lambda: hearer.links == [Link.LIVE, Link.STALE, Link.LIVE])


def test_heartbeats_alone_keep_the_link_live(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, stream = begin(feeds(server.url, stale_after_s=0.3), server)
    qtbot.waitUntil(lambda: hearer.links == [Link.LIVE])
    until = time.monotonic() + 1.0

    def beaten_long_enough() -> bool:
        stream.send(b":\n\n")
        return time.monotonic() > until

    qtbot.waitUntil(beaten_long_enough)

    assert hearer.links == [Link.LIVE]


def test_a_server_that_is_gone_is_stale_and_whole_when_it_is_back(
    qtbot: QtBot, feeds: Callable[..., Feed]
) -> None:
    first = FeedServer()
    feed = feeds(first.url, stale_after_s=0.4)
    hearer, _ = begin(feed, first)
    qtbot.waitUntil(lambda: hearer.links == [Link.LIVE])
    first.close()
    qtbot.waitUntil(lambda: hearer.links == [Link.LIVE, Link.STALE])

    with contextlib.closing(FeedServer(first.port)) as second:
        stream = second.next_stream()
        stream.send(wire.frame("connected", wire.connected(), "q0"))

        qtbot.waitUntil(lambda: len(hearer.snapshots) == 2)
        assert stream.last_id == "p0"
        assert hearer.links == [Link.LIVE, Link.STALE, Link.LIVE]
        feed.stop()


def test_a_server_that_was_never_there_is_stale_too(
    qtbot: QtBot, feeds: Callable[..., Feed]
) -> None:
    gone = FeedServer()
    gone.close()
    feed = feeds(gone.url, stale_after_s=0.2)
    hearer = Hearer(feed)

    feed.start()

    qtbot.waitUntil(lambda: hearer.links == [Link.STALE])
