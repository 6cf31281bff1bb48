"""The stream of events, cut anywhere and ended in every way a line may end."""

from __future__ import annotations

import itertools
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import sse
from ui.sse import EventStream, ServerEvent

STREAM = (
    "\ufeff: welcome\nretry: 1000\n\nid: 1\nevent: connected\ndata: {\ndata: }\n\n"
    ": heartbeat\n\nevent: queue_update\nid: ก-2\ndata:{“دور” ที่นี่}\n\n"
    "unknown: field\ndata\n\nid\ndata: last 😀\n\ndata: never finished"
)
EVENTS = [
    ServerEvent("connected", "{\n}", "1"),
    ServerEvent("queue_update", "{“دور” ที่นี่}", "ก-2"),
    ServerEvent("message", "", "ก-2"),
    ServerEvent("message", "last 😀", None),
]


def read(*pieces: bytes) -> list[ServerEvent]:
    stream = EventStream()
    return [event for piece in pieces for event in stream.feed(piece)]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_may_end_in_three_ways(end: str) -> None:
    assert read(STREAM.replace("\n", end).encode()) == EVENTS


@given(
    ends=st.lists(st.sampled_from(["\n", "\r", "\r\n"]), min_size=30, max_size=30),
    cuts=st.lists(st.integers(0, len(STREAM.encode()) + 30)),
)
def test_any_chopping_gives_the_same_events(ends: list[str], cuts: list[int]) -> None:
    """Also in the middle of a letter, and between the two bytes of one line's end."""
    lines = STREAM.split("\n")
    text = "".join(line + end for line, end in zip(lines[:-1], ends, strict=False)) + lines[-1]
    whole = text.encode()
    at = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]

    pieces = [whole[start:end] for start, end in itertools.pairwise(at)]

    assert read(*pieces) == read(whole)


@given(cuts=st.sets(st.integers(0, len(STREAM.encode()))))
def test_chopped_plain_lines_give_the_events_that_were_sent(cuts: set[int]) -> None:
    whole = STREAM.encode()
    at = [0, *sorted(cuts), len(whole)]

    pieces = [whole[start:end] for start, end in itertools.pairwise(at)]

    assert read(*pieces) == EVENTS


def test_a_line_end_cut_in_two_with_nothing_between_is_one() -> None:
    assert read(b"data: 1\r", b"", b"\ndata: 2\n\n") == [ServerEvent("message", "1\n2", None)]


def test_a_byte_at_a_time_gives_an_event_with_its_last_byte() -> None:
    stream = EventStream()

    when = [bool(stream.feed(bytes([byte]))) for byte in b"data: 1\r\rdata: 2\r\n\r\n"]

    assert [place for place, is_whole in enumerate(when) if is_whole] == [8, 18]


@given(st.lists(st.binary()))
def test_no_bytes_at_all_break_the_reader(pieces: list[bytes]) -> None:
    assert read(*pieces) == read(b"".join(pieces))


def test_an_event_without_data_moves_the_id_on() -> None:
    assert read(b"id: 7\n\n") == [ServerEvent("message", None, "7")]


def test_an_id_with_a_null_is_ignored_and_a_resumed_stream_keeps_its_id() -> None:
    stream = EventStream("3")

    assert stream.feed(b"id: 4\0\ndata: x\n\n") == [ServerEvent("message", "x", "3")]


@pytest.mark.parametrize("value", ["", "1.5", "-1", "٣", "12345678901"])
def test_an_odd_retry_is_ignored(value: str) -> None:
    stream = EventStream()

    stream.feed(f"retry: 1000\nretry: {value}\n\n".encode())

    assert stream.retry_ms == 1000


@pytest.mark.parametrize("lines", [1, 7])
@pytest.mark.parametrize("size", [10, 1000])
def test_an_event_too_long_is_dropped_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch, lines: int, size: int
) -> None:
    """Its id still counts: asking for it again would give the same again."""
    monkeypatch.setattr(sse, "LONGEST_EVENT", 256)
    long = b"id: 5\n" + (b"data: " + b"x" * (600 // lines) + b"\n") * lines + b"\ndata: ok\n\n"

    events = read(*(long[start : start + size] for start in range(0, len(long), size)))

    assert events == [ServerEvent("message", None, "5"), ServerEvent("message", "ok", "5")]


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "LONGEST_EVENT", 256)
    stream = EventStream()
    tracemalloc.start()

    for _ in range(1000):
        stream.feed(b"data: " + b"x" * 100)

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 20_000
    assert stream.feed(b"\n\ndata: ok\n\n")[-1].data == "ok"
