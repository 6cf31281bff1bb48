"""The feed's ids and the tail in memory, without a server."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from server.feed.ids import decode, encode
from server.feed.tail import Tail
from storage.feed_log import FeedEvent

positions_of_streams = st.dictionaries(
    st.integers(0, 2**31 - 1), st.integers(0, 2**63 - 1), min_size=1, max_size=20
)


def event(stream: int, position: int) -> FeedEvent:
    now = dt.datetime.now(dt.UTC)
    return FeedEvent(
        *(stream, None, position, "ENTERED", 1, 1, "L-001", None, now, now.date()),
        *(0, 0, 0, 0, 0, None, None),
    )


@given(positions_of_streams)
def test_an_id_says_where_every_stream_is(positions: dict[int, int]) -> None:
    text = encode(positions)

    assert text.isascii()
    assert text.isprintable()
    assert decode(text, positions) == positions
    assert encode(dict(reversed(positions.items()))) == text


@given(positions_of_streams, positions_of_streams)
def test_an_id_of_other_streams_is_unknown(one: dict[int, int], other: dict[int, int]) -> None:
    if one.keys() != other.keys():
        assert decode(encode(one), other) is None


@given(st.text(max_size=40) | st.text(alphabet="dAQEB_-=", max_size=12), positions_of_streams)
def test_garbage_is_unknown(text: str, streams: dict[int, int]) -> None:
    found = decode(text, streams)

    assert found is None or encode(found) == text
    assert decode("d" + text * 1000, streams) is None


def test_no_id_is_unknown() -> None:
    assert decode(None, [1]) is None


def test_the_tail_tells_what_followed_or_that_it_does_not_know() -> None:
    tail = Tail(longest=3)
    tail.begin(1, 10)
    tail.begin(2, 0)
    events = [event(1, 11), event(2, 1), event(1, 12), event(2, 2)]
    tail.add(events[:3])

    assert tail.after({1: 10, 2: 0}) == events[:3]
    assert tail.after({1: 11}) == [events[2]]
    assert tail.after({1: 12, 2: 1}) == []
    assert tail.after({1: 9}) is None
    assert tail.after({3: 0}) is None

    tail.add(events[3:])
    assert tail.after({1: 10}) is None
    assert tail.after({1: 11, 2: 0}) == events[1:]
