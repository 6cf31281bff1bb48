"""How often a subject has asked of late, counted in this process alone; bounded in size.

The same window as storage/functions/count_rate.sql, exact up to sixty hits.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

from domain.limits import SPAN_S

MOST_SUBJECTS = 20_000
PIECES = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """How a subject stands after a request; `retry_after_s` is None when it was let in."""

    limit: int
    remaining: int
    reset_s: int
    retry_after_s: int | None = None


class Recent:
    """A sliding window of a minute for each subject."""

    def __init__(self, most: int = MOST_SUBJECTS) -> None:
        self._hits: OrderedDict[str, list[list[float]]] = OrderedDict()
        self._most = most
        self.forgotten = 0
        """How many were dropped while they still counted, because too many asked at once."""

    def count(self, subject: str, limit: int, now: float) -> Standing:
        """Count one more hit unless it is one too many; who is refused is not counted."""
        refused = self.full(subject, limit, now)
        if refused is not None:
            return refused
        grain, lasts = _measures(limit)
        hits = self._hits.setdefault(subject, [])
        if hits and now < hits[-1][0] + grain:
            hits[-1][1] += 1
        else:
            hits.append([now, 1])
        self._hits.move_to_end(subject)
        self._shrink(now)
        total = int(sum(hit[1] for hit in hits))
        return Standing(limit, limit - total, _seconds(hits[0][0] + lasts - now))

    def full(self, subject: str, limit: int, now: float) -> Standing | None:
        """Why one more hit would be refused, None when it would not."""
        hits = self._hits.get(subject)
        if hits is None:
            return None
        _, lasts = _measures(limit)
        while hits and hits[0][0] + lasts <= now:
            del hits[0]
        total = sum(hit[1] for hit in hits)
        if total < limit:
            return None
        self._hits.move_to_end(subject)
        first = -1
        while total >= limit and first + 1 < len(hits):
            first += 1
            total -= hits[first][1]
        wait = _seconds(hits[first][0] + lasts - now)
        return Standing(limit, 0, _seconds(hits[0][0] + lasts - now), wait)

    def _shrink(self, now: float) -> None:
        """Drop whoever has not asked for the longest time, beyond so many."""
        while len(self._hits) > self._most:
            _, hits = self._hits.popitem(last=False)
            self.forgotten += bool(hits) and hits[-1][0] + SPAN_S > now


def _measures(limit: int) -> tuple[float, float]:
    """Within how many seconds hits are counted as one, and for how long they count."""
    grain = 0.0 if limit <= PIECES else SPAN_S / PIECES
    return grain, SPAN_S + grain


def _seconds(left: float) -> int:
    return max(1, ceil(left))
