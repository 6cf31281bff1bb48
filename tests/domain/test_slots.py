"""Booking codes as people type them, and when a booking's button is offered."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.slots import CODE_LENGTH, CODE_LETTERS, Booking, BookingState, booking_code, spoken_code

NINE = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


def booking(state: BookingState = BookingState.BOOKED) -> Booking:
    """An appointment at nine."""
    minutes = dt.timedelta(minutes=1)
    return Booking(
        "ABCD2345",
        "lab",
        NINE,
        NINE + 15 * minutes,
        state,
        NINE - 30 * minutes,
        NINE + 10 * minutes,
    )


def test_a_code_has_no_letters_that_people_take_for_one_another() -> None:
    assert set("IO01").isdisjoint(CODE_LETTERS)
    assert len(set(CODE_LETTERS)) == 2**5
    assert CODE_LENGTH == 8


@pytest.mark.parametrize(
    "typed",
    ["ABCD2345", "abcd2345", " abcd-2345\n", "ABCD 2345", "abcd\u0662\u0663\u0664\u0665",
     "\uff21\uff22\uff23\uff24\u0e52\u0e53\u0e54\u0e55", "A B C D 2 3 4 5"],
)  # fmt: skip
def test_a_code_is_read_as_people_mean_it(typed: str) -> None:
    assert booking_code(typed) == "ABCD2345"


@pytest.mark.parametrize("typed", ["", "ABCD234", "ABCD23456", "ABCD234O", "ABCD2340", "ABCD234!"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert booking_code(typed) is None


def test_a_spoken_code_is_read_back() -> None:
    assert spoken_code("ABCD2345") == "ABCD-2345"
    assert booking_code(spoken_code("ABCD2345")) == "ABCD2345"


@pytest.mark.parametrize(
    ("minutes", "offered"), [(-30.1, False), (-30, True), (0, True), (10, True), (10.1, False)]
)
def test_checking_in_is_offered_within_its_window(minutes: float, offered: bool) -> None:
    now = NINE + dt.timedelta(minutes=minutes)

    assert booking().may_check_in(now) is offered
    assert not booking(BookingState.CHECKED_IN).may_check_in(now)
