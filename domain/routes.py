"""Exam routes: what people see of one, and the rule that chooses its next clinic.

The database chooses where it counts (storage/functions/choose_stop.sql); `choose_next` is the same
rule as a value, for the simulation of a day and for the test that holds the two together.
"""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.names import Names

_FLOOR = re.compile(r"(?P<below>B?)(?P<level>[0-9]{1,3})")
_NAMED_FLOORS = {"G": 0.0, "GF": 0.0, "M": 0.5, "B": -1.0}
"""Ground, mezzanine, basement; the others have numbers, B2 being two below the ground."""


class StopStatus(enum.StrEnum):
    """How far a patient is with one clinic of his route; the words of the HTTP contract."""

    COMPLETED = "COMPLETED"
    IN_QUEUE = "IN_QUEUE"
    READY = "READY"
    LOCKED = "LOCKED"


@dataclass(frozen=True, slots=True)
class ExamType:
    """An exam the site offers; `gender` is any, male or female, `clinics` are codes in order."""

    code: str
    gender: str
    names: Names
    note: Names | None
    clinics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteStop:
    """A clinic of a route; `ticket` is the label of the patient's newest ticket there."""

    clinic: str
    names: Names
    status: StopStatus
    floor: str
    room: str | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """One patient's route of a day. `due` is the clinic to go to now, None when all is done."""

    exam: str
    names: Names
    gender: str
    note: Names | None
    stops: tuple[RouteStop, ...]
    due: str | None
    done: int
    total: int
    completed: bool


class RouteAction(enum.StrEnum):
    """What staff can do to a route; the words of the HTTP contract."""

    RESET = "reset_path"
    REMOVE = "remove_from_queue"
    COMPLETE = "force_complete_clinic"
    UPDATE = "update_path"


@dataclass(frozen=True, slots=True)
class RouteEdit:
    """One change of a route. COMPLETE names `clinic`, UPDATE all `clinics` of the new route."""

    action: RouteAction
    reason: str
    clinic: str | None = None
    clinics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clinic that a patient has still before him, as it is now.

    `wait_s` is what domain.waits.expected_wait says, None while unknown; `waiting` is its line.
    """

    clinic: str
    name: str
    place: int
    fixed: bool
    is_open: bool
    wait_s: float | None
    waiting: int
    floor: str


def choose_next(candidates: Iterable[Candidate], floor_left: str | None = None) -> str | None:
    """The clinic to go to next: the first fixed one, else that with the least expected wait.

    A clinic that is closed or paused is passed over while another is open, a fixed one never. Ties
    go to an empty line, a shorter one, the floor nearest to `floor_left`, then by name.
    """
    left = sorted(candidates, key=lambda one: one.place)
    for one in left:
        if one.fixed:
            return one.clinic
    best = min(left, key=lambda one: _cost(one, floor_left), default=None)
    return None if best is None else best.clinic


def _cost(one: Candidate, floor_left: str | None) -> tuple[object, ...]:
    wait = math.inf if one.wait_s is None else one.wait_s
    far = floor_distance(one.floor, floor_left)
    return not one.is_open, wait, one.waiting, far, one.name, one.place


def floor_distance(one: str, other: str | None) -> float:
    """How many floors lie between two, infinite when either's level is not known."""
    here, there = floor_level(one), floor_level(other or "")
    return math.inf if here is None or there is None else abs(here - there)


def floor_level(floor: str) -> float | None:
    """The level of a floor as signs write it: G is 0, M is half a floor up, B2 is -2."""
    sign = floor.strip().upper()
    if sign in _NAMED_FLOORS:
        return _NAMED_FLOORS[sign]
    found = _FLOOR.fullmatch(sign)
    if found is None:
        return None
    return -float(found["level"]) if found["below"] else float(found["level"])
