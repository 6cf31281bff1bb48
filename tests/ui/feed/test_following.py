"""The feed on a real socket: everything comes once, in order, on the windows' thread."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from domain.feed import Link
from tests.ui import wire
from tests.ui.feed.server import FeedServer
from tests.ui.feed.streams import LATER, SOON_S, begin, news
from ui import reader
from ui.feed import Feed


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
