"""The wall's clock: right by the server, unmoved by a machine whose own clock jumps."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from display.siteclock import Clocks, SiteClock
from tests.display.walls import MORNING, QATAR, FakeClocks

FIVE = dt.time(5)


@pytest.fixture
def fake() -> FakeClocks:
    return FakeClocks()


@pytest.fixture
def clock(fake: FakeClocks) -> SiteClock:
    made = SiteClock(fake.clocks())
    made.settle(QATAR, FIVE)
    return made


def test_until_the_server_is_heard_it_is_the_machines_clock(
    clock: SiteClock, fake: FakeClocks
) -> None:
    fake.wall_at += dt.timedelta(minutes=5)

    assert clock.now() == MORNING + dt.timedelta(minutes=5)


def test_once_heard_the_server_decides_and_a_jump_moves_nothing(
    clock: SiteClock, fake: FakeClocks
) -> None:
    server = MORNING + dt.timedelta(days=2)
    clock.set(server)
    fake.wall_at += dt.timedelta(days=400)
    fake.elapsed_s += 30

    assert clock.now() == server + dt.timedelta(seconds=30)


def test_what_happened_later_than_now_puts_the_clock_forward(clock: SiteClock) -> None:
    clock.set(MORNING)
    later = MORNING + dt.timedelta(seconds=3)

    clock.reached(later)
    clock.reached(MORNING - dt.timedelta(hours=1))

    assert clock.now() == later


@pytest.mark.parametrize(
    ("local", "day"),
    [
        ("2026-11-21T05:00:00+03:00", 21),
        ("2026-11-21T04:59:59+03:00", 20),
        ("2026-11-21T00:30:00+03:00", 20),
        ("2026-11-21T23:59:59+03:00", 21),
    ],
)
def test_the_service_day_turns_at_the_sites_hour(clock: SiteClock, local: str, day: int) -> None:
    clock.set(dt.datetime.fromisoformat(local))

    assert clock.day_began_at() == dt.datetime(2026, 11, day, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize("turns_at", [dt.time(0), dt.time(2, 30), dt.time(5), dt.time(23, 59)])
@pytest.mark.parametrize("zone", [QATAR, "Europe/Berlin", "America/New_York", "Pacific/Apia"])
def test_a_day_begins_once_and_never_after_now(zone: str, turns_at: dt.time) -> None:
    """Through both changes of the hour of a year, each half hour."""
    fake = FakeClocks(wall_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    clock = SiteClock(fake.clocks())
    clock.settle(zone, turns_at)
    begun: list[dt.datetime] = []
    for _ in range(366 * 48):
        fake.wall_at += dt.timedelta(minutes=30)
        began = clock.day_began_at()
        if not begun or began != begun[-1]:
            begun.append(began)
        assert began <= fake.wall_at

    lengths = {after - before for before, after in itertools.pairwise(begun)}
    assert begun == sorted(begun)
    assert lengths <= {dt.timedelta(hours=hours) for hours in (23, 24, 25)}


def test_an_unknown_time_zone_shows_utc_and_says_so_in_the_log(
    clock: SiteClock, caplog: pytest.LogCaptureFixture
) -> None:
    clock.settle("Mars/Olympus", FIVE)

    assert clock.local().utcoffset() == dt.timedelta(0)
    assert "Mars/Olympus" in caplog.text


def test_the_machines_real_clocks_go_on() -> None:
    clocks = Clocks()
    before = clocks.elapsed()

    assert clocks.elapsed() >= before
    assert clocks.wall().tzinfo is dt.UTC
