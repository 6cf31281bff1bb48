"""The simulated day: the same patients whichever way they walk, each clinic once."""

from __future__ import annotations

import json

import pytest

from bench import day
from storage import sites

SITE = json.loads(sites.DEMO_SITE.read_text(encoding="utf-8"))
EXAMS = [
    pytest.param(exam, id=f"{exam['code']}-{place}") for place, exam in enumerate(SITE["exams"])
]


@pytest.mark.parametrize("way", day.WAYS)
@pytest.mark.parametrize("exam", EXAMS)
def test_everybody_visits_each_clinic_once_and_the_fixed_ones_first(
    exam: dict[str, object], way: str
) -> None:
    stops = day.stops_of(SITE, exam)
    one = day.Day(stops, day.crowd(stops, seed=1), day.WAYS[way])
    one.run()

    fixed = [stop.code for stop in stops if stop.fixed]
    for patient in one.patients:
        assert sorted(patient.order) == sorted(stop.code for stop in stops)
        assert patient.order[: len(fixed)] == fixed
        assert patient.leaves_s >= patient.arrives_s + sum(patient.service_s.values()) - 1e-6


def test_a_day_is_told_by_its_seed_alone() -> None:
    stops = day.stops_of(SITE, SITE["exams"][0])

    first, again, other = (
        [(one.arrives_s, dict(one.service_s)) for one in day.crowd(stops, seed)]
        for seed in (7, 7, 8)
    )

    assert first == again
    assert first != other


def test_a_clinic_never_serves_more_at_once_than_it_has_desks() -> None:
    stops = day.stops_of(SITE, SITE["exams"][0])
    one = day.Day(stops, day.crowd(stops, seed=3), day.WAYS["dynamic"])
    busiest = dict.fromkeys(one.lines, 0)

    serve = one._serve  # noqa: SLF001 - the only place where a desk is taken

    def watch(now: float, line: day.Line, patient: day.Patient) -> None:
        serve(now, line, patient)
        busiest[line.stop.code] = max(busiest[line.stop.code], line.busy)

    one._serve = watch  # type: ignore[method-assign]  # noqa: SLF001 - as above
    one.run()

    assert busiest["lab"] == 2
    assert all(busiest[stop.code] <= stop.desks for stop in stops)


def test_choosing_each_clinic_when_it_is_due_beats_both_orders() -> None:
    """What the routes are for. The seeds are fixed, so these are three numbers, not a race."""
    stops = day.stops_of(SITE, SITE["exams"][0])
    mean = {
        way: sum(found) / len(found)
        for way, choose in day.WAYS.items()
        for found in [day.minutes(stops, choose, days=5)]
    }

    assert mean["dynamic"] < mean["fixed"]
    assert mean["dynamic"] < mean["sticky"]
