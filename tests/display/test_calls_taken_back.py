"""A call that was taken back invites nobody, wherever it stands."""

from __future__ import annotations

import pytest

from display.calls import HOLD_S
from domain.states import EventKind
from tests.display.hearing import Hearing, labels
from tests.display.walls import MORNING, call, update

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
