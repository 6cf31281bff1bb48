"""The rules of the calls: one after another, none lost, none that was taken back."""

from __future__ import annotations

import datetime as dt
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
    Calls,
)
from domain.feed import Announcement, QueueUpdate
from domain.states import EventKind
from tests.display.walls import MORNING, call, snapshot, update

SHOWN = 3


class Hearing:
    """Calls driven by hand: remembers which were announced and when, and speaks at once."""

    def __init__(self, *, speaks: bool = True) -> None:
        self.calls = Calls()
        self.elapsed = 0.0
        self.speaks = speaks
        self.announced: list[tuple[str, float]] = []

    @property
    def now(self) -> dt.datetime:
        return MORNING + dt.timedelta(seconds=self.elapsed)

    def take(self, change: QueueUpdate) -> None:
        self.calls.take(change, self.now)

    def call(self, label: str, room: str | None = "3") -> Announcement:
        change = update(EventKind.CALLED, label, room, self.now)
        self.take(change)
        made = change.announcement
        assert made is not None
        return made

    def tell(self, kind: EventKind, label: str | None) -> None:
        self.take(update(kind, label, None, self.now))

    def advance(self, seconds: float = 0.0) -> None:
        self.elapsed += seconds
        made = self.calls.next_to_announce(self.elapsed)
        if made is not None:
            self.announced.append((made.ticket, self.elapsed))
            if self.speaks:
                self.calls.spoken(made)

    def resync(self, *calls: Announcement) -> None:
        self.calls.resync(snapshot(*calls, at=self.now), self.now)

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.announced]

    @property
    def banner(self) -> str | None:
        shown = self.calls.board(SHOWN).banner
        return None if shown is None else shown.ticket

    def shown(self) -> tuple[str | None, list[str]]:
        return self.banner, self.history

    @property
    def is_new(self) -> bool:
        return self.calls.board(SHOWN).announcing

    @property
    def history(self) -> list[str]:
        return [each.ticket for each in self.calls.board(SHOWN).history]


def labels(*numbers: int) -> list[str]:
    return [f"L-{number:03d}" for number in numbers]


def test_calls_are_announced_one_after_another_each_holding_the_banner() -> None:
    hearing = Hearing()
    for number in range(1, 6):
        hearing.call(f"L-{number:03d}")
    for _ in range(300):
        hearing.advance(0.1)

    assert hearing.labels == labels(1, 2, 3, 4, 5)
    starts = [at for _, at in hearing.announced]
    gaps = [after - before for before, after in zip(starts, starts[1:], strict=False)]
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


TAKES_BACK = [
    EventKind.UNDONE,
    EventKind.CANCELLED,
    EventKind.TRANSFERRED,
    EventKind.HELD,
    EventKind.EXPIRED,
]


@pytest.mark.parametrize("kind", TAKES_BACK)
def test_a_call_taken_back_leaves_the_banner_at_once_and_the_next_may_come(
    kind: EventKind,
) -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()
    hearing.advance(1)

    hearing.tell(kind, "L-001")

    assert hearing.shown() == (None, [])
    assert not hearing.is_new
    hearing.call("L-002")
    hearing.advance()
    assert hearing.shown() == ("L-002", [])


@pytest.mark.parametrize("kind", TAKES_BACK)
def test_a_waiting_call_taken_back_is_never_announced(kind: EventKind) -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()
    hearing.call("L-002")
    hearing.call("L-003")

    hearing.tell(kind, "L-002")
    for _ in range(3):
        hearing.advance(HOLD_S)

    assert hearing.labels == labels(1, 3)
    assert hearing.history == labels(1)


@pytest.mark.parametrize("kind", TAKES_BACK)
def test_a_call_taken_back_leaves_the_last_calls_and_the_older_ones_move_up(
    kind: EventKind,
) -> None:
    hearing = Hearing()
    for number in range(1, 6):
        hearing.call(f"L-{number:03d}")
        hearing.advance(HOLD_S)

    hearing.tell(kind, "L-004")

    assert hearing.banner == "L-005"
    assert hearing.history == labels(3, 2, 1)


def test_the_voice_of_a_call_taken_back_is_not_cut_off_by_the_next() -> None:
    hearing = Hearing(speaks=False)
    first = hearing.call("L-001")
    hearing.call("L-002")
    hearing.advance()

    hearing.tell(EventKind.UNDONE, "L-001")
    hearing.advance(2)
    assert hearing.labels == labels(1)
    assert hearing.shown() == (None, [])
    hearing.calls.spoken(first)
    hearing.advance()

    assert hearing.banner == "L-002"


def test_a_call_taken_back_does_not_return_with_a_snapshot() -> None:
    hearing = Hearing()
    gone = hearing.call("L-001")
    hearing.advance()
    hearing.elapsed += 1
    hearing.tell(EventKind.CANCELLED, "L-001")

    hearing.resync(gone)
    hearing.advance(HOLD_S)

    assert hearing.banner is None
    assert hearing.labels == labels(1)


def test_a_snapshot_heard_after_the_cancelling_alone_does_not_bring_the_call() -> None:
    hearing = Hearing()
    hearing.elapsed += 5
    hearing.tell(EventKind.CANCELLED, "L-001")

    hearing.resync(call("L-001", "3", MORNING))
    hearing.advance()

    assert hearing.labels == []
    assert hearing.banner is None


def test_a_patient_called_again_after_his_call_was_taken_back_is_announced() -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()
    hearing.elapsed += 1
    hearing.tell(EventKind.UNDONE, "L-001")
    hearing.elapsed += 10

    hearing.call("L-001", "5")
    hearing.advance()

    assert hearing.labels == labels(1, 1)
    assert hearing.is_new


@pytest.mark.parametrize("kind", [EventKind.IN_SERVICE, EventKind.COMPLETED])
def test_undoing_what_came_after_a_call_leaves_the_call(kind: EventKind) -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()
    hearing.tell(kind, "L-001")
    hearing.tell(EventKind.UNDONE, "L-001")

    assert hearing.banner == "L-001"


def test_undoing_something_unknown_rather_invites_nobody() -> None:
    hearing = Hearing()
    hearing.resync(call("L-001", "3", MORNING))
    hearing.advance()
    hearing.elapsed += 1

    hearing.tell(EventKind.UNDONE, "L-001")

    assert hearing.banner is None


def test_a_no_show_leaves_the_banner_but_stays_among_the_last_calls() -> None:
    hearing = Hearing()
    for number in (1, 2):
        hearing.call(f"L-{number:03d}")
        hearing.advance(HOLD_S)
    hearing.advance(HOLD_S)

    hearing.tell(EventKind.NO_SHOW, "L-002")

    assert hearing.banner == "L-001"
    assert hearing.history == labels(2)


def test_a_reset_takes_back_the_calls_of_its_clinic_only() -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.take(update(EventKind.CALLED, "X-001", "5", hearing.now, code="xr"))
    hearing.call("L-002")
    hearing.advance()
    hearing.elapsed += 1

    hearing.tell(EventKind.RESET, None)
    hearing.advance(HOLD_S)

    assert hearing.labels == ["L-001", "X-001"]
    assert hearing.banner == "X-001"
    assert hearing.history == []


def test_what_happens_to_waiting_patients_does_not_touch_the_calls() -> None:
    hearing = Hearing()
    hearing.call("L-001")
    hearing.advance()

    for kind in (EventKind.ENTERED, EventKind.PRIORITY_CHANGED, EventKind.RESUMED):
        hearing.tell(kind, "L-009")
    hearing.tell(EventKind.PRIORITY_CHANGED, "L-001")

    assert hearing.banner == "L-001"
    assert hearing.is_new


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
    gaps = [after - before for before, after in zip(starts, starts[1:], strict=False)]
    assert all(gap >= HOLD_S - 1e-6 for gap in gaps)
