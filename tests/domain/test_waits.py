"""The wait estimate: a range, never a bare point, never NaN, and honest when nothing is known."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.waits import LONGEST_S, Estimate, Service, estimate_wait, expected_wait

seconds = st.floats(1, 10_000)
services = st.builds(
    Service,
    expected_s=st.none() | seconds,
    capacity=st.integers(0, 20),
    desks=st.none() | st.integers(0, 20),
    weight=st.floats(0, 20),
    mean_s=seconds,
    variance_s2=st.floats(0, 1e7),
)


@given(st.integers(0, 2000), st.integers(0, 40), services)
def test_the_answer_is_a_real_range_or_none(ahead: int, inside: int, service: Service) -> None:
    found = estimate_wait(ahead, inside, service)
    if found is None:
        return
    low, high = found.minutes()
    assert 0 <= found.low_seconds <= found.high_seconds <= LONGEST_S
    assert 0 <= low < high


@given(st.integers(0, 200), services)
def test_more_people_ahead_never_make_the_wait_shorter(ahead: int, service: Service) -> None:
    one, more = (estimate_wait(count, 1, service) for count in (ahead, ahead + 1))
    if one is None or more is None:
        assert one is more
        return
    assert one.high_seconds <= more.high_seconds


@pytest.mark.parametrize(
    "service",
    [
        Service(expected_s=None, capacity=1),
        Service(expected_s=0, capacity=1),
        Service(expected_s=480, capacity=1, desks=0),
        Service(expected_s=480, capacity=0),
        Service(expected_s=None, capacity=1, weight=1, mean_s=math.nan),
        Service(expected_s=math.inf, capacity=1),
    ],
)
def test_what_is_not_known_is_not_told(service: Service) -> None:
    assert estimate_wait(3, 1, service) is None


def test_a_free_desk_means_within_a_minute() -> None:
    assert estimate_wait(0, 0, Service(480, capacity=1)) == Estimate(0, 60)


def test_recent_services_outweigh_the_expectation_as_they_come() -> None:
    expected = estimate_wait(5, 1, Service(600, 1, desks=1))
    quick = estimate_wait(5, 1, Service(600, 1, desks=1, weight=20, mean_s=120, variance_s2=400))
    assert expected is not None
    assert quick is not None
    assert quick.high_seconds < expected.low_seconds


def test_more_desks_make_it_shorter() -> None:
    one, three = (estimate_wait(9, 3, Service(480, 1, desks=desks)) for desks in (1, 3))
    assert one is not None
    assert three is not None
    assert three.high_seconds < one.low_seconds


def test_three_of_five_simulated_waits_fall_within_the_range() -> None:
    """The range is that of 20 % and 80 %: of 4,000 simulated lines some 60 % are inside.

    Services are gamma with the mean and variance that the estimate was told, two desks, eight
    ahead; its doubt about the mean is told to be nil.
    """
    dice = random.Random(11)
    mean, deviation, desks, ahead = 480.0, 240.0, 2, 8
    known = Service(480, 2, desks=desks, weight=1e6, mean_s=mean, variance_s2=deviation**2)
    found = estimate_wait(ahead, desks, known)
    assert found is not None
    shape, scale = (mean / deviation) ** 2, deviation**2 / mean

    def wait() -> float:
        free = [dice.random() * dice.gammavariate(shape, scale) for _ in range(desks)]
        for _ in range(ahead):
            free.sort()
            free[0] += dice.gammavariate(shape, scale)
        return min(free)

    inside = sum(found.low_seconds <= wait() <= found.high_seconds for _ in range(4000)) / 4000
    assert 0.52 <= inside <= 0.75


@pytest.mark.parametrize(
    ("low", "high", "minutes"),
    [(0, 60, (0, 1)), (61, 119, (1, 2)), (300, 300, (5, 6)), (1490, 2400, (24, 40))],
)
def test_minutes_are_rounded_outwards(low: int, high: int, minutes: tuple[int, int]) -> None:
    assert Estimate(low, high).minutes() == minutes


def test_the_sums_of_a_head_row_become_mean_and_variance() -> None:
    service = Service.of(
        {"weight": 4.0, "sum_s": 400.0, "square_s2": 44_000.0, "desks": 2, "capacity": 3}
    )
    assert (service.mean_s, service.variance_s2, service.desks) == (100.0, 1000.0, 2)
    assert Service.of({}).weight == 0


@pytest.mark.parametrize(("ahead", "in_service"), [(0, 0), (0, 1), (0, 2), (3, 2), (40, 1)])
def test_the_mean_lies_within_the_range(ahead: int, in_service: int) -> None:
    for service in (Service(480, 2), Service(600, 1, 3, 12.0, 500.0, 9e4)):
        mean, found = (
            expected_wait(ahead, in_service, service),
            estimate_wait(ahead, in_service, service),
        )
        assert mean is not None
        assert found is not None
        assert found.low_seconds <= mean + 1
        assert mean <= found.high_seconds + 1


def test_the_mean_is_unknown_where_the_range_is() -> None:
    assert expected_wait(3, 0, Service(None, 1)) is None
    assert expected_wait(3, 0, Service(480, 1, desks=0)) is None
