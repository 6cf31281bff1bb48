"""The wall on the real feed and a real socket: it needs the address of a server, nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from display.calls import HOLD_S
from display.settings import DisplaySettings
from display.window import DisplayWindow
from tests.display.walls import FakeClocks, RecordedVoice
from tests.ui import wire
from tests.ui.feed.server import FeedServer, Stream
from ui import reader
from ui.feed import Feed

STALE_AFTER_S = 0.6


class LiveWall:
    """A wall that follows a server whose stream the test writes."""

    def __init__(self, server: FeedServer) -> None:
        self.clocks, self.voice = FakeClocks(), RecordedVoice()
        self.feed = Feed(server.url, stale_after_s=STALE_AFTER_S)
        settings = DisplaySettings(voice=self.voice, clocks=self.clocks.clocks())
        self.window = DisplayWindow(self.feed, settings)
        self.feed.start()

    @property
    def banner(self) -> str | None:
        shown = self.window.wall.banner.value.call
        return None if shown is None else shown.label

    @property
    def is_stale(self) -> bool:
        return self.window.wall.banner.value.stale


@pytest.fixture
def server() -> Iterator[FeedServer]:
    server = FeedServer()
    yield server
    server.close()


@pytest.fixture
def live(
    server: FeedServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[LiveWall, Stream]]:
    """The wall and the stream it has just opened."""
    monkeypatch.setattr(reader, "FIRST_PAUSE_S", 0.05)
    made = LiveWall(server)
    qtbot.addWidget(made.window)
    yield made, server.next_stream()
    made.feed.stop()


def test_a_call_on_the_wire_is_on_the_wall(live: tuple[LiveWall, Stream], qtbot: QtBot) -> None:
    wall, stream = live
    stream.send(wire.frame("connected", wire.connected(), "1"))
    stream.send(wire.frame("queue_update", wire.update(number=32), "2"))

    qtbot.waitUntil(lambda: wall.banner == "L-032")
    assert wall.voice.labels == ["L-032"]


def test_after_the_server_was_away_fresh_calls_are_announced_and_none_twice(
    live: tuple[LiveWall, Stream], server: FeedServer, qtbot: QtBot
) -> None:
    wall, stream = live
    first = wire.call("L-031")
    stream.send(wire.frame("connected", wire.connected(first), "1"))
    qtbot.waitUntil(lambda: wall.banner == "L-031")

    stream.hang_up()
    again = server.next_stream()
    missed = wire.call("L-032", at="2026-11-21T09:00:30+03:00")
    later = wire.connected(missed, first, time="2026-11-21T09:01:00+03:00")
    again.send(wire.frame("connected", later, "9"))
    wall.clocks.move(HOLD_S)

    qtbot.waitUntil(lambda: wall.banner == "L-032")
    assert wall.voice.labels == ["L-031", "L-032"]


def test_a_server_that_is_gone_makes_the_wall_stale_and_its_return_live_again(
    live: tuple[LiveWall, Stream], server: FeedServer, qtbot: QtBot
) -> None:
    wall, stream = live
    stream.send(wire.frame("connected", wire.connected(wire.call("L-031")), "1"))
    qtbot.waitUntil(lambda: wall.banner == "L-031")
    server.close()
    qtbot.waitUntil(lambda: wall.is_stale)
    assert wall.banner == "L-031"
    wall.clocks.move(HOLD_S)

    back = FeedServer(server.port)
    try:
        again = back.next_stream()
        again.send(wire.frame("queue_update", wire.update(number=32), "2"))
        qtbot.waitUntil(lambda: wall.banner == "L-032")
        assert not wall.is_stale
        assert wall.window.wall.clinics.value.clinics[0].waiting == 3
    finally:
        back.close()
