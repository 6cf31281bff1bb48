"""Names, labels, states and refusals as plain values."""

from __future__ import annotations

import datetime as dt

import pytest

from domain import errors
from domain.feed import QueueUpdate
from domain.names import name_in
from domain.ports import Press
from domain.states import OPEN_STATES, OVER_STATES, VALID_FROM, EventKind, Move, TicketState
from domain.tickets import label

NOON = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("names", "language", "shown"),
    [
        ({"ar": "المختبر", "en": "Laboratory"}, "ar", "المختبر"),
        ({"ar": "المختبر", "en": "Laboratory"}, "th", "Laboratory"),
        ({"ar": "المختبر"}, "en", "المختبر"),
        ({}, "en", ""),
    ],
)
def test_a_missing_name_falls_back(names: dict[str, str], language: str, shown: str) -> None:
    assert name_in(names, language) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "L-001"), (31, "L-031"), (999, "L-999"), (1000, "L-1000")]
)
def test_labels_have_at_least_three_digits(number: int, shown: str) -> None:
    assert label("L", number) == shown


def test_a_state_is_open_or_over() -> None:
    assert frozenset(TicketState) == OPEN_STATES | OVER_STATES
    assert not OPEN_STATES & OVER_STATES
    assert TicketState.SERVING.status == "IN_SERVICE"
    assert TicketState.NO_SHOW.status == "NO_SHOW"


def test_every_move_but_undo_says_from_where() -> None:
    assert set(VALID_FROM) == set(Move) - {Move.UNDO}


def test_each_press_has_a_key_of_its_own() -> None:
    assert Press().key != Press().key


def test_refusals_carry_their_facts() -> None:
    early = errors.TooEarly(at="2026-11-21T09:00:00+00:00")
    assert early.instant("at") == NOON
    assert early.instant("until") is None
    assert issubclass(errors.StoreAway, errors.Busy)


def test_every_refusal_has_a_code_of_its_own() -> None:
    """But for those that the contract calls alike: away and busy, and what is simply not there."""
    known = [
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.Refusal) and one is not errors.StoreAway
    ]
    own = [one.code for one in known if one.code != "NOT_FOUND"]
    assert len(set(own)) == len(own)


@pytest.mark.parametrize(
    ("kind", "announced"),
    [(EventKind.CALLED, True), (EventKind.RECALLED, True), (EventKind.COMPLETED, False)],
)
def test_only_calls_and_recalls_are_announced(kind: EventKind, *, announced: bool) -> None:
    update = QueueUpdate(kind, "lab", 31, "L-031", "3", 31, 4, 1, 30, NOON, NOON.date())
    assert (update.announcement is not None) is announced
