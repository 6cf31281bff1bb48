"""The feed on a real socket: whatever a server does, nothing is lost, said twice or hidden."""

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
from tests.ui.feed_server import Answer, FeedServer, Stream
from tests.ui.hearer import Hearer
from ui import feed as feed_module
from ui import messages, reader
from ui.feed import Feed
from ui.messages import Message

SOON_S = 0.1
LATER = "2026-11-21T09:05:00+03:00"


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


def begin(feed: Feed, server: FeedServer, *calls: wire.Json) -> tuple[Hearer, Stream]:
    """A feed that follows, and its first stream with its snapshot."""
    hearer = Hearer(feed)
    feed.start()
    stream = server.next_stream()
    stream.send(wire.frame("connected", wire.connected(*calls), "p0"))
    return hearer, stream


def news(number: int, kind: str = "CALLED", **changes: object) -> bytes:
    return wire.frame("queue_update", wire.update(kind, number, **changes), f"p{number}")


def test_the_first_connection_says_the_clinics_the_state_and_that_it_is_live(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, _ = begin(feeds(server.url), server)

    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)

    assert hearer.links == [Link.LIVE]
    assert [clinic.code for clinic in hearer.catalogues[0].clinics] == ["lab"]
    assert hearer.snapshots[0].clinics[0].waiting == 4


def test_a_server_that_hangs_up_is_asked_again_with_the_last_id_it_sent(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, stream = begin(feeds(server.url), server)
    stream.send(news(1), news(2), news(3)[:-30])
    stream.hang_up()

    again = server.next_stream()
    again.send(news(3), news(4))

    qtbot.waitUntil(lambda: len(hearer.updates) == 4)
    assert again.last_id == "p2"
    assert hearer.numbers == [1, 2, 3, 4]
    assert len(hearer.snapshots) == 1
    assert hearer.links == [Link.LIVE]


def test_a_stream_that_ends_after_its_time_is_taken_up_at_once(
    monkeypatch: pytest.MonkeyPatch, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    monkeypatch.setattr(reader, "SETTLED_S", 0.0)
    monkeypatch.setattr(reader, "FIRST_PAUSE_S", 60.0)
    _, stream = begin(feeds(server.url), server)
    ended_at = time.monotonic()
    stream.end()

    again = server.next_stream()

    assert again.last_id == "p0"
    assert again.at - ended_at < SOON_S


def test_what_is_said_is_said_on_the_thread_of_the_windows(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, stream = begin(feeds(server.url), server)
    stream.send(news(1))

    qtbot.waitUntil(lambda: len(hearer.updates) == 1)

    assert hearer.threads == {threading.current_thread()}


def test_a_letter_cut_across_packets_is_whole_again(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, stream = begin(feeds(server.url), server)
    paused = news(1, "CLINIC_PAUSED", state="PAUSED", reason="ที่นี่ دور").replace(b"\n", b"\r\n")

    stream.send(*(bytes([byte]) for byte in paused))

    qtbot.waitUntil(lambda: len(hearer.updates) == 1)
    assert hearer.updates[0].reason == "ที่นี่ دور"


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


def test_every_call_comes_once_or_stands_in_the_snapshot_of_a_resync(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    hearer, stream = begin(feeds(server.url), server, wire.call("L-001"))
    stream.send(news(2), news(2, "RECALLED", time=LATER))
    stream.hang_up()
    missed = wire.call("L-003", LATER)

    again = server.next_stream()
    again.send(wire.frame("connected", wire.connected(missed, wire.call("L-002")), "p8"), news(4))

    qtbot.waitUntil(lambda: len(hearer.updates) == 3)
    assert [update.ticket for update in hearer.updates] == ["L-002", "L-002", "L-004"]
    assert [call.ticket for call in hearer.snapshots[1].calls] == ["L-003", "L-002"]


def test_a_token_is_sent_and_notices_for_staff_come(
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    feeds: Callable[..., Feed],
    one_server: FeedServer,
) -> None:
    """Whatever proxy the environment names: the server is asked directly."""
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:9")
    hearer, stream = begin(feeds(one_server.url, token="t0ken"), one_server)
    stream.send(wire.frame("queue_update", {"type": "HELP_ASKED", "time": wire.TIME}, "p1"))

    qtbot.waitUntil(lambda: len(hearer.notices) == 1)

    assert stream.authorization == "Bearer t0ken"


def test_no_clinics_named_means_all_of_the_site(
    feeds: Callable[..., Feed], one_server: FeedServer
) -> None:
    one_server.clinics = wire.catalogue(wire.clinic("lab"), wire.clinic("xr", prefix="X"))

    _, stream = begin(feeds(one_server.url), one_server)

    assert stream.clinics == ("lab", "xr")


def test_a_clinic_that_opens_is_learnt_and_a_new_one_followed(
    qtbot: QtBot, feeds: Callable[..., Feed], one_server: FeedServer
) -> None:
    hearer, stream = begin(feeds(one_server.url), one_server)
    one_server.clinics = wire.catalogue(wire.clinic(state="PAUSED"))
    stream.send(news(1, "CLINIC_PAUSED", state="PAUSED"))
    qtbot.waitUntil(lambda: len(hearer.catalogues) == 2)
    one_server.clinics = wire.catalogue(wire.clinic(), wire.clinic("xr", prefix="X"))
    stream.send(news(2, "CLINIC_OPENED", state="OPEN"))

    again = one_server.next_stream()

    assert again.clinics == ("lab", "xr")
    assert again.last_id is None


def test_other_clinics_are_followed_from_a_new_snapshot(
    qtbot: QtBot, feeds: Callable[..., Feed], server: FeedServer
) -> None:
    feed = feeds(server.url, clinics=["lab"])
    hearer, stream = begin(feed, server)
    qtbot.waitUntil(lambda: len(hearer.snapshots) == 1)

    feed.watch(["lab", "xr"])
    again = server.next_stream()
    with contextlib.suppress(OSError):
        stream.send(news(1))
    again.send(wire.frame("connected", wire.connected(), "q0"), news(2))

    qtbot.waitUntil(lambda: len(hearer.updates) == 1)
    assert (again.clinics, again.last_id) == (("lab", "xr"), None)
    assert hearer.numbers == [2]
    assert len(hearer.snapshots) == 2


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
