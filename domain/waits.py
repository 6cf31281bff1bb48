"""How long a patient will wait, as an honest range, or None while nothing is known.

With c desks at work, k patients ahead and s being served, the patient is called after

    N = k + 1 - (c - min(s, c))

departures. Departures come at rate c / m, m being the mean service time; the first of them is
already under way, so it takes the mean residual life (1 + cv^2) / 2 * m in place of m. So the wait
has about

    mean      ((N - 1) + (1 + cv^2) / 2) * m / c
    variance  N * sd^2 / c^2  +  (mean / m)^2 * sd^2 / n

the second term being what is not known of m itself after n observations. The range is the 20 % and
the 80 % quantile of the gamma distribution with that mean and variance.

m and sd are those of the recent services, shrunk to what the clinic expects: the expectation
counts as PRIOR_WEIGHT services with a coefficient of variation of PRIOR_CV.

Source: residual life, D. R. Cox, Renewal Theory (1962), ch. 5; gamma quantiles by Wilson and
Hilferty, PNAS 17 (1931) 684; spread of consultation times 0.35 to 0.85, Cayirli and Veral,
Production and Operations Management 12 (2003) 519, whose middle is PRIOR_CV.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

PRIOR_WEIGHT = 5.0
PRIOR_CV = 0.6
FREE_DESK_S = 60
"""With a desk free the call comes as soon as somebody looks: within a minute."""
LONGEST_S = 12 * 3600
"""Beyond half a day a number would say nothing."""

_Z80 = NormalDist().inv_cdf(0.8)


@dataclass(frozen=True, slots=True)
class Estimate:
    """In four of five cases the patient waits longer than low, in four of five less than high."""

    low_seconds: int
    high_seconds: int

    def minutes(self) -> tuple[int, int]:
        """(low, high) in whole minutes for people, rounded outwards and never equal."""
        low = self.low_seconds // 60
        return low, max(low + 1, math.ceil(self.high_seconds / 60))


@dataclass(frozen=True, slots=True)
class Service:
    """What a clinic's recent services say. `weight` is how many they count for, times in seconds.

    `desks` is how many called somebody of late, None when that is not known; then `capacity`
    stands in.
    """

    expected_s: float | None
    capacity: int
    desks: int | None = None
    weight: float = 0.0
    mean_s: float = 0.0
    variance_s2: float = 0.0

    @staticmethod
    def of(facts: Mapping[str, float | int | None]) -> Service:
        """From what service_facts.sql says of a clinic."""
        weight = float(facts.get("weight") or 0.0)
        mean = float(facts.get("sum_s") or 0.0) / weight if weight > 0 else 0.0
        square = float(facts.get("square_s2") or 0.0) / weight if weight > 0 else 0.0
        desks = facts.get("desks")
        expected = facts.get("expected_s")
        return Service(
            expected_s=None if expected is None else float(expected),
            capacity=int(facts.get("capacity") or 1),
            desks=None if desks is None else int(desks),
            weight=weight,
            mean_s=mean,
            variance_s2=max(0.0, square - mean * mean),
        )


def estimate_wait(ahead: int, in_service: int, service: Service) -> Estimate | None:
    """When the patient with `ahead` waiting before him will be called; None if unknown.

    Unknown is: no expectation and no service yet, or nobody at work and no capacity stated.
    """
    learnt = _mean_and_variance(service)
    if _desks(service) < 1 or learnt is None:
        return None
    mean_s, variance, known = learnt
    desks = _desks(service)
    departures, services = _departures(ahead, in_service, desks, variance / mean_s**2)
    if departures <= 0:
        return Estimate(0, FREE_DESK_S)
    wait = services * mean_s / desks
    spread = departures * variance / desks**2 + (services / desks) ** 2 * variance / known
    low, high = _gamma_quantiles(wait, spread)
    return Estimate(min(round(low), LONGEST_S), min(max(round(high), 1), LONGEST_S))


def expected_wait(ahead: int, in_service: int, service: Service) -> float | None:
    """The mean of that wait in seconds, 0 with a desk free; what routes are chosen by."""
    learnt = _mean_and_variance(service)
    desks = _desks(service)
    if desks < 1 or learnt is None:
        return None
    mean_s, variance, _ = learnt
    departures, services = _departures(ahead, in_service, desks, variance / mean_s**2)
    return 0.0 if departures <= 0 else services * mean_s / desks


def _desks(service: Service) -> int:
    return service.capacity if service.desks is None else service.desks


def _departures(ahead: int, in_service: int, desks: int, squared_cv: float) -> tuple[int, float]:
    """How many must leave before this patient's call, and how many mean services that takes."""
    departures = ahead + 1 - (desks - min(in_service, desks))
    return departures, (departures - 1) + (1 + squared_cv) / 2


def _mean_and_variance(service: Service) -> tuple[float, float, float] | None:
    """Mean and variance of one service in seconds, and how many services that is known from."""
    prior = 0.0 if not service.expected_s or service.expected_s <= 0 else PRIOR_WEIGHT
    known = prior + service.weight
    if known <= 0:
        return None
    expected = service.expected_s or 0.0
    mean = (prior * expected + service.weight * service.mean_s) / known
    variance = (
        prior * ((PRIOR_CV * expected) ** 2 + (expected - mean) ** 2)
        + service.weight * (service.variance_s2 + (service.mean_s - mean) ** 2)
    ) / known
    if not math.isfinite(mean) or not math.isfinite(variance) or mean <= 0:
        return None
    return mean, variance, known


def _gamma_quantiles(mean: float, variance: float) -> tuple[float, float]:
    """The 20 % and 80 % quantiles of a gamma distribution, by the cube root's near normality."""
    if variance <= 0:
        return mean, mean
    ninth = variance / (9 * mean**2)
    low, high = (
        mean * max(0.0, 1 - ninth + sign * _Z80 * math.sqrt(ninth)) ** 3 for sign in (-1, 1)
    )
    return low, high
