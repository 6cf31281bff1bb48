"""The window in memory against a plain list of what it let in."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as some

from server.recent import PIECES, Recent


@given(
    limit=some.integers(1, 90),
    steps=some.lists(some.sampled_from([0.0, 2**-10, 0.375, 1.0, 7.0, 29.5, 60.0]), max_size=300),
)
def test_no_minute_has_more_than_the_limit_and_nobody_is_refused_below_it(
    limit: int, steps: list[float]
) -> None:
    recent, now = Recent(), 1000.0
    let_in: list[float] = []
    for step in steps:
        now += step
        standing = recent.count("a", limit, now)
        counted = [at for at in let_in if at > now - 60]
        late = 0.0 if limit <= PIECES else 1.0
        perhaps = [at for at in let_in if at > now - 60 - 2 * late]
        if standing.retry_after_s is None:
            assert len(counted) < limit
            assert standing.remaining <= limit - len(counted) - 1
            let_in.append(now)
        else:
            assert len(perhaps) >= limit
            later = now + standing.retry_after_s
            assert deepcopy(recent).full("a", limit, later) is None
        assert 1 <= standing.reset_s <= 61 + late


def test_memory_is_bounded_and_the_longest_silent_go_first() -> None:
    recent = Recent(most=3)
    for subject in ("a", "b", "c", "a", "d"):
        recent.count(subject, 1, 0.0)

    assert recent.full("b", 1, 1.0) is None
    assert [recent.full(one, 1, 1.0) is None for one in ("a", "c", "d")] == [False] * 3
    assert recent.forgotten == 1
