"""One full day of one exam type, simulated: patients arrive, walk their routes, are served.

Three ways to walk are compared on the same patients: `dynamic` chooses each clinic when the one
before is left, by the product's own rule; `sticky` chooses the whole order at arrival by the waits
of that instant and keeps it; `fixed` follows the list. No database is in it.
"""

from __future__ import annotations

import heapq
import json
import math
import random
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, quantiles
from typing import Any

from bench.table import Row
from domain.routes import Candidate, choose_next
from domain.waits import PRIOR_CV, Service, expected_wait
from storage import embedded, sites

DAYS = 20
"""Simulated days, each with a seed of its own; the figures are over all their patients."""
OPEN_S = 6 * 3600
"""Patients arrive evenly at random over six hours, 07:00 to 13:00, and are served to the last."""
LOAD = 0.85
"""Of the busiest clinic of the route, if its desks work all that time."""
MEMORY = 0.95
"""How much each service before weighs against the next. Source: storage/functions/step.sql."""


@dataclass(frozen=True)
class Stop:
    """A clinic of the route: its desks, the mean of its service in seconds, and where it is."""

    code: str
    name: str
    floor: str
    desks: int
    mean_s: float
    fixed: bool


@dataclass
class Line:
    """A clinic at work."""

    stop: Stop
    waiting: deque[Patient] = field(default_factory=deque)
    busy: int = 0
    weight: float = 0.0
    total: float = 0.0
    squares: float = 0.0

    def wait_s(self) -> float | None:
        """What somebody who came now would wait, as the product expects it."""
        mean = self.total / self.weight if self.weight else 0.0
        variance = max(0.0, self.squares / self.weight - mean * mean) if self.weight else 0.0
        service = Service(self.stop.mean_s, self.stop.desks, None, self.weight, mean, variance)
        return expected_wait(len(self.waiting), self.busy, service)

    def learn(self, served_s: float) -> None:
        self.weight = self.weight * MEMORY + 1
        self.total = self.total * MEMORY + served_s
        self.squares = self.squares * MEMORY + served_s * served_s


@dataclass
class Patient:
    """Who arrives when; how long each clinic takes with him is the same whichever way he walks."""

    arrives_s: float
    service_s: Mapping[str, float]
    left: list[str]
    order: list[str] = field(default_factory=list)
    leaves_s: float = 0.0


Choose = Callable[[Patient, "Day", str | None], str]


class Day:
    """One day of one way to walk, as a queue of events."""

    def __init__(self, stops: Sequence[Stop], patients: Sequence[Patient], choose: Choose) -> None:
        self.lines = {stop.code: Line(stop) for stop in stops}
        self.patients = patients
        self._choose = choose
        self._events: list[tuple[float, int, Patient, str | None]] = []
        self._count = 0

    def run(self) -> None:
        """Until the last patient has left."""
        for patient in self.patients:
            self._plan(patient.arrives_s, patient, None)
        while self._events:
            now, _, patient, done_in = heapq.heappop(self._events)
            if done_in is not None:
                self._finish(now, patient, done_in)
            self._go_on(now, patient, done_in)

    def candidates(self, patient: Patient) -> Iterator[Candidate]:
        """The clinics that a patient has before him, as they are now."""
        for place, (code, line) in enumerate(self.lines.items()):
            if code in patient.left:
                yield Candidate(
                    clinic=code,
                    name=line.stop.name,
                    place=place,
                    fixed=line.stop.fixed,
                    is_open=True,
                    wait_s=line.wait_s(),
                    waiting=len(line.waiting),
                    floor=line.stop.floor,
                )

    def _plan(self, at_s: float, patient: Patient, done_in: str | None) -> None:
        self._count += 1
        heapq.heappush(self._events, (at_s, self._count, patient, done_in))

    def _finish(self, now: float, patient: Patient, code: str) -> None:
        line = self.lines[code]
        line.busy -= 1
        line.learn(patient.service_s[code])
        if line.waiting:
            self._serve(now, line, line.waiting.popleft())

    def _go_on(self, now: float, patient: Patient, left: str | None) -> None:
        if not patient.left:
            patient.leaves_s = now
            return
        code = self._choose(patient, self, left)
        patient.left.remove(code)
        patient.order.append(code)
        line = self.lines[code]
        if line.busy < line.stop.desks:
            self._serve(now, line, patient)
        else:
            line.waiting.append(patient)

    def _serve(self, now: float, line: Line, patient: Patient) -> None:
        line.busy += 1
        self._plan(now + patient.service_s[line.stop.code], patient, line.stop.code)


def dynamic(patient: Patient, day: Day, left: str | None) -> str:
    floor = None if left is None else day.lines[left].stop.floor
    chosen = choose_next(day.candidates(patient), floor)
    if chosen is None:
        raise LookupError
    return chosen


def fixed(patient: Patient, day: Day, _left: str | None) -> str:
    return next(code for code in day.lines if code in patient.left)


def sticky(patient: Patient, day: Day, left: str | None) -> str:
    """The order of the waits at arrival; it stands in `left` from then on."""
    if not patient.order:
        ahead = list(day.candidates(patient))
        patient.left.clear()
        while ahead:
            code = choose_next(ahead, left)
            ahead = [one for one in ahead if one.clinic != code]
            patient.left.append(str(code))
    return patient.left[0]


WAYS: dict[str, Choose] = {"dynamic": dynamic, "sticky": sticky, "fixed": fixed}


def stops_of(site: Mapping[str, Any], exam: Mapping[str, Any]) -> tuple[Stop, ...]:
    """The route of an exam, from the site's own data."""
    clinics = {clinic["code"]: clinic for clinic in site["clinics"]}
    return tuple(
        Stop(
            code,
            clinics[code]["names"]["en"],
            clinics[code]["floor"],
            clinics[code].get("capacity", 1),
            float(clinics[code]["expected_s"]),
            code in site["fixed"],
        )
        for code in exam["clinics"]
    )


def crowd(stops: Sequence[Stop], seed: int) -> list[Patient]:
    """The patients of a day: arrivals a Poisson stream, services gamma with the usual spread."""
    dice = random.Random(seed)
    gap_s = max(stop.mean_s / stop.desks for stop in stops) / LOAD
    shape = 1 / PRIOR_CV**2
    patients, at_s = [], dice.expovariate(1 / gap_s)
    while at_s < OPEN_S:
        service = {stop.code: dice.gammavariate(shape, stop.mean_s / shape) for stop in stops}
        patients.append(Patient(at_s, service, [stop.code for stop in stops]))
        at_s += dice.expovariate(1 / gap_s)
    return patients


def minutes(stops: Sequence[Stop], way: Choose, days: int = DAYS) -> list[float]:
    """How long each patient of so many days was in the building."""
    found = []
    for seed in range(days):
        day = Day(stops, crowd(stops, seed), way)
        day.run()
        found += [(one.leaves_s - one.arrives_s) / 60 for one in day.patients]
    return found


def measure(_lease: embedded.Lease) -> Iterator[Row]:
    """Each exam type's day: dynamic against fixed, with the 90 % quantiles and sticky beside it."""
    site = json.loads(sites.DEMO_SITE.read_text(encoding="utf-8"))
    seen: dict[tuple[str, ...], str] = {}
    for exam in site["exams"]:
        stops = stops_of(site, exam)
        name = exam["code"] + {"male": ", men", "female": ", women"}.get(exam.get("gender", ""), "")
        route = tuple(exam["clinics"])
        if route in seen:
            yield Row(f"day of {name}", f"as {seen[route]}")
            continue
        seen[route] = name
        yield _compared(name, {way: minutes(stops, choose) for way, choose in WAYS.items()})


def _compared(name: str, found: Mapping[str, list[float]]) -> Row:
    mean = {way: fmean(each) for way, each in found.items()}
    late = {way: quantiles(each, n=10)[-1] for way, each in found.items()}
    patients = math.floor(len(found["fixed"]) / DAYS)
    return Row(
        f"day of {name}: in the building, {patients} patients",
        f"{mean['dynamic']:.0f} min",
        f"fixed {mean['fixed']:.0f} min",
        mean["dynamic"] / mean["fixed"],
        aim=(
            f"sticky {mean['sticky']:.0f} min; 9 in 10 within {late['dynamic']:.0f},"
            f" sticky {late['sticky']:.0f}, fixed {late['fixed']:.0f}"
        ),
    )
