"""The rules of the calls: one after another, none lost, none that was taken back."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display.calls import (
    FRESH,
    HOLD_S,
    LONGEST_ANNOUNCEMENT_S,
    MOST_WAITING,
    SNAPSHOT_CALLS,
)
from domain.feed import Announcement
from domain.states import EventKind
from tests.display.hearing import Hearing, labels
from tests.display.walls import MORNING, call, snapshot, update


def test_calls_are_announced_one_after_another_each_holding_the_banner() -> None:
    hearing = Hearing()
    for number in range(1, 6):
        hearing.call(f"L-{number:03d}")
    for _ in range(300):
        hearing.advance(0.1)

    assert hearing.labels == labels(1, 2, 3, 4, 5)
    starts = [at for _, at in hearing.announced]
    gaps = [after - before for before, after in itertools.pairwise(starts)]
    assert all(HOLD_S <= gap < HOLD_S + 0.2 for gap in gaps)
    assert hearing.banner == "L-005"
    assert hearing.history == labels(4, 3, 2)


def test_a_call_keeps_the_banner_until_its_voice_has_ended() -> None:
    hearing = Hearing(speaks=False)
    first = hearing.call("L-001")
    hearing.call("L-002")
    hearing.advance()

    hearing.advance(HOLD_S + 5)
    assert hearing.banner == "L-001"
    hearing.calls.spoken(first)
    hearing.advance()

    assert hearing.labels == labels(1, 2)


def test_a_voice_that_is_done_early_does_not_shorten_the_hold() -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.call("L-002")
    hearing.advance()

    hearing.advance(HOLD_S - 0.1)
    assert hearing.banner == "L-001"
    hearing.advance(0.2)

    assert hearing.banner == "L-002"


def test_a_voice_that_never_ends_holds_the_others_up_no_longer_than_the_longest() -> None:
    hearing = Hearing(speaks=False)
    hearing.call("L-001")
    hearing.call("L-002")
    hearing.advance()

    hearing.advance(LONGEST_ANNOUNCEMENT_S - 1)
    assert hearing.labels == labels(1)
    hearing.advance(1.1)

    assert hearing.labels == labels(1, 2)


def test_the_word_of_an_earlier_voice_does_not_end_a_later_call() -> None:
    hearing = Hearing(speaks=False)
    first = hearing.call("L-001")
    hearing.call("L-002")
    hearing.advance()
    hearing.advance(LONGEST_ANNOUNCEMENT_S)
    hearing.calls.spoken(first)

    hearing.advance(HOLD_S)

    assert hearing.banner == "L-002"
    assert hearing.is_new


def test_a_recall_is_announced_again_and_the_ticket_stands_once() -> None:
    hearing = Hearing()
    for number in (1, 2):
        hearing.call(f"L-{number:03d}")
        hearing.advance(HOLD_S)
    hearing.advance(HOLD_S)

    hearing.tell(EventKind.RECALLED, "L-001")
    hearing.advance()

    assert hearing.labels == labels(1, 2, 1)
    assert hearing.banner == "L-001"
    assert hearing.history == labels(2)


def test_a_call_and_its_recall_both_count_while_the_banner_is_held() -> None:
    hearing = Hearing()
    hearing.call("L-009")
    hearing.advance()
    hearing.call("L-010")
    hearing.elapsed += 1
    hearing.tell(EventKind.RECALLED, "L-010")
    for _ in range(4):
        hearing.advance(HOLD_S)

    assert hearing.labels == ["L-009", "L-010", "L-010"]


@pytest.mark.parametrize("age", [FRESH + dt.timedelta(seconds=1), dt.timedelta(hours=3)])
def test_an_old_call_is_recorded_without_being_announced(age: dt.timedelta) -> None:
    hearing = Hearing()
    hearing.take(update(EventKind.CALLED, "L-001", "3", MORNING - age))
    hearing.advance()

    assert hearing.labels == []
    assert hearing.banner == "L-001"
    assert not hearing.is_new


def test_a_call_of_the_last_two_minutes_is_announced() -> None:
    hearing = Hearing()
    hearing.take(update(EventKind.CALLED, "L-001", "3", MORNING - FRESH))
    hearing.advance()

    assert hearing.labels == labels(1)


def test_after_a_resync_fresh_calls_that_were_missed_are_announced_once_oldest_first() -> None:
    hearing = Hearing()
    seen = hearing.call("L-001")
    hearing.advance()
    hearing.elapsed += 60
    missed = [call(f"L-{n:03d}", "3", hearing.now - dt.timedelta(seconds=50 - n)) for n in (2, 3)]

    for _ in range(3):
        hearing.resync(missed[1], missed[0], seen)
        hearing.advance(HOLD_S)

    assert hearing.labels == labels(1, 2, 3)
    assert hearing.history == labels(2, 1)


def test_calls_that_wait_survive_a_resync() -> None:
    hearing = Hearing()
    made = [hearing.call(f"L-{number:03d}") for number in (1, 2, 3)]
    hearing.advance()

    hearing.resync(*reversed(made))
    for _ in range(3):
        hearing.advance(HOLD_S)

    assert hearing.labels == labels(1, 2, 3)


def test_a_first_snapshot_fills_the_record_and_announces_what_is_fresh() -> None:
    hearing = Hearing()
    old = [call(f"L-{n:03d}", "3", MORNING - dt.timedelta(minutes=40 - n)) for n in range(1, 8)]
    fresh = call("L-031", "3", MORNING - dt.timedelta(seconds=30))

    hearing.resync(fresh, *reversed(old))
    hearing.advance()

    assert hearing.labels == ["L-031"]
    assert hearing.history == labels(7, 6, 5)


def test_a_call_missing_from_a_whole_snapshot_was_taken_back() -> None:
    hearing = Hearing()
    kept, gone = hearing.call("L-001"), hearing.call("L-002")
    hearing.advance()
    hearing.advance(HOLD_S)
    assert hearing.banner == gone.ticket
    hearing.elapsed += 60

    hearing.resync(kept)

    assert hearing.banner == "L-001"
    assert hearing.history == []


def test_a_call_older_than_all_of_a_full_snapshot_is_not_taken_for_gone() -> None:
    hearing = Hearing()
    waiting = [hearing.call(f"L-{number:03d}") for number in range(1, 4)]
    hearing.elapsed += 1
    newer = [call(f"X-{n:03d}", "5", hearing.now, code="xr") for n in range(1, SNAPSHOT_CALLS + 1)]

    hearing.resync(*reversed(newer))
    for _ in range(20):
        hearing.advance(HOLD_S)

    assert [each.ticket for each in waiting] == hearing.labels[:3]
    assert len(hearing.labels) == 3 + SNAPSHOT_CALLS


def test_a_call_newer_than_the_snapshot_is_not_taken_for_gone() -> None:
    hearing = Hearing()
    before = snapshot(at=MORNING)
    hearing.elapsed += 1
    hearing.call("L-001")

    hearing.calls.resync(before, hearing.now)
    hearing.advance()

    assert hearing.labels == labels(1)


def test_the_oldest_waiting_call_gives_way_when_too_many_wait() -> None:
    hearing = Hearing()
    hearing.call("L-000")
    hearing.advance()
    for number in range(1, MOST_WAITING + 3):
        hearing.elapsed += 0.001
        hearing.call(f"L-{number:03d}")

    assert hearing.calls.waiting == MOST_WAITING
    assert hearing.history == labels(2, 1)
    for _ in range(MOST_WAITING + 2):
        hearing.advance(HOLD_S)
    assert hearing.labels == labels(0, *range(3, MOST_WAITING + 3))


def test_the_turn_of_the_day_clears_all_but_what_is_still_to_be_announced() -> None:
    hearing = Hearing()
    for number in (1, 2):
        hearing.call(f"L-{number:03d}")
        hearing.advance(HOLD_S)
    hearing.advance(HOLD_S)
    hearing.call("L-003")
    hearing.advance()
    hearing.call("L-004")
    hearing.elapsed += 1

    hearing.calls.begin_day(hearing.now)
    assert hearing.shown() == ("L-003", [])
    hearing.advance(HOLD_S)
    assert hearing.shown() == ("L-004", [])
    hearing.advance(HOLD_S)

    assert hearing.shown() == (None, [])


def test_a_snapshot_of_the_new_day_does_not_lose_a_call_made_just_before_it() -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()
    hearing.call("L-002")
    hearing.elapsed += 1
    hearing.calls.begin_day(hearing.now)

    hearing.resync()
    hearing.advance(HOLD_S)

    assert hearing.labels == labels(1, 2)


def test_yesterdays_calls_do_not_come_back_with_a_snapshot() -> None:
    hearing = Hearing()
    hearing.calls.begin_day(MORNING)

    hearing.resync(call("L-031", "3", MORNING - dt.timedelta(hours=9)))
    hearing.advance()

    assert hearing.banner is None


@given(
    st.lists(
        st.one_of(
            st.just("call"),
            st.just("resync"),
            st.floats(0.0, 20.0).map(lambda seconds: round(seconds, 2)),
        ),
        max_size=80,
    )
)
def test_whatever_the_order_each_call_is_announced_once_in_order_and_long_enough(
    steps: list[str | float],
) -> None:
    hearing = Hearing()
    made: list[Announcement] = []
    for step in steps:
        if isinstance(step, float):
            hearing.advance(step)
        elif step == "call":
            hearing.elapsed += 0.01
            made.append(hearing.call(f"L-{len(made):03d}"))
            hearing.advance()
        else:
            copies = [replace(each) for each in made[-SNAPSHOT_CALLS:]]
            hearing.resync(*reversed(copies))
    for _ in range(len(made) + 1):
        hearing.advance(HOLD_S)

    assert hearing.labels == [each.ticket for each in made]
    starts = [at for _, at in hearing.announced]
    gaps = [after - before for before, after in itertools.pairwise(starts)]
    assert all(gap >= HOLD_S - 1e-6 for gap in gaps)
