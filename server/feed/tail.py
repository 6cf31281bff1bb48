"""The newest events in memory, so that most clients that come back cost no query."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from storage.feed_log import FeedEvent

LONGEST = 2048


class Tail:
    """A bounded tail of the log in the order it was read."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._events: deque[FeedEvent] = deque()
        self._longest = longest
        self._floor: dict[int, int] = {}

    def begin(self, stream: int, position: int) -> None:
        """Nothing of this stream up to this position is kept."""
        self._floor[stream] = position

    def add(self, events: Iterable[FeedEvent]) -> None:
        self._events.extend(events)
        while len(self._events) > self._longest:
            gone = self._events.popleft()
            self._floor[gone.stream] = gone.position

    def after(self, positions: Mapping[int, int]) -> list[FeedEvent] | None:
        """What followed in these streams, or None when some of it is not kept any more."""
        if any(seen < self._floor.get(stream, seen + 1) for stream, seen in positions.items()):
            return None
        return [
            one for one in self._events if one.position > positions.get(one.stream, one.position)
        ]
