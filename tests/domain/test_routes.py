"""Which clinic of a route comes next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.routes import Candidate, choose_next, floor_distance, floor_level

EYE = Candidate("eye", "Eyes", 4, False, True, 600.0, 2, "2")
ENT = Candidate("ent", "Ear, nose, throat", 7, False, True, 300.0, 1, "2")
XR = Candidate("xr", "X-ray", 2, True, True, 900.0, 5, "M")
LAB = Candidate("lab", "Laboratory", 1, True, True, 1200.0, 9, "M")

candidates = st.builds(
    Candidate,
    clinic=st.text("abc", min_size=1, max_size=3),
    name=st.text("AB", max_size=2),
    place=st.integers(1, 20),
    fixed=st.booleans(),
    is_open=st.booleans(),
    wait_s=st.none() | st.sampled_from([0.0, 60.0, 61.5]),
    waiting=st.integers(0, 3),
    floor=st.sampled_from(["", "G", "M", "1", "2", "B1", "roof"]),
)


def test_fixed_ones_come_first_in_their_order_however_long_their_wait() -> None:
    assert choose_next([EYE, XR, ENT, LAB]) == "lab"
    assert choose_next([EYE, XR, ENT]) == "xr"
    assert choose_next([replace(XR, is_open=False), ENT]) == "xr"


def test_then_the_least_expected_wait() -> None:
    assert choose_next([EYE, ENT]) == "ent"
    assert choose_next([EYE, replace(ENT, wait_s=None)]) == "eye"


def test_a_closed_one_is_passed_over_while_another_is_open() -> None:
    assert choose_next([EYE, replace(ENT, is_open=False)]) == "eye"
    assert choose_next([replace(EYE, is_open=False), replace(ENT, is_open=False)]) == "ent"


@pytest.mark.parametrize(
    "better",
    [
        replace(EYE, clinic="it", waiting=0),
        replace(EYE, clinic="it", waiting=1),
        replace(EYE, clinic="it", floor="M"),
        replace(EYE, clinic="it", name="Ears"),
    ],
    ids=["empty line", "shorter line", "nearer floor", "name"],
)
def test_ties(better: Candidate) -> None:
    assert choose_next([EYE, better], "G") == "it"
    assert choose_next([better, EYE], "G") == "it"


def test_nothing_left_is_nothing_due() -> None:
    assert choose_next([]) is None


@pytest.mark.parametrize(
    ("sign", "level"),
    [("G", 0), ("M", 0.5), ("2", 2), ("12", 12), ("B", -1), ("b2", -2), ("", None), ("roof", None)],
)
def test_a_floors_level(sign: str, level: float | None) -> None:
    assert floor_level(sign) == level


def test_a_floor_nobody_knows_is_farther_than_any() -> None:
    assert floor_distance("roof", "G") > floor_distance("99", "B9") > floor_distance("M", "G")


@given(st.lists(candidates, unique_by=lambda one: one.place))
def test_the_choice_does_not_depend_on_the_order_they_are_listed_in(found: list[Candidate]) -> None:
    chosen = choose_next(found, "1")

    assert chosen == choose_next(list(reversed(found)), "1")
    assert (chosen is None) == (not found)
    if any(one.is_open and not one.fixed for one in found) and not any(one.fixed for one in found):
        assert any(one.clinic == chosen and one.is_open for one in found)
