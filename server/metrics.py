"""What a server measures of itself, for Prometheus; of all processes of a supervisor together.

Labels are bounded: routes by their template, moves by their function, refusals by their code. With
several workers each writes its numbers to files in the supervisor's directory, and whichever of
them is asked answers for all; prometheus_client does that where it is told the directory.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    disable_created_metrics,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector

from server.order import METRICS
from server.problems import REFUSED
from storage.pool import Watch

API = "/api/v1"
UNMATCHED, OTHER = "unmatched", "OTHER"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
REQUEST_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0)
"""100 and 200 ms are what the old system promised for a call and for taking a number."""
TRANSACTION_S = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0)
JOINS = frozenset({"issue_ticket", "log_in", "check_in"})
CALLS = frozenset({"call_next", "call_chosen"})
CLINICS = (
    ("dawr_clinic_waiting_tickets", "waiting", "Tickets that wait in a clinic."),
    ("dawr_clinic_in_service_tickets", "in_service", "Tickets called or being served."),
    ("dawr_clinic_issued_tickets", "total", "Numbers drawn in the open series, from anywhere."),
    ("dawr_clinic_completed_tickets", "completed", "Tickets done in the open series."),
)

disable_created_metrics()  # type: ignore[no-untyped-call]  # the library's


class Metrics(Watch):
    """The numbers of one process."""

    def __init__(self) -> None:
        own = CollectorRegistry()
        self._own = own
        self.joins = Counter("dawr_joins", "Numbers drawn through the API.", registry=own)
        self.calls = Counter("dawr_calls", "Patients called through the API.", registry=own)
        self.moves = Counter("dawr_moves", "Moves made through the API.", ["move"], registry=own)
        self.refusals = Counter("dawr_refusals", "Refused requests.", ["code"], registry=own)
        self.requests = Histogram(
            "dawr_request_duration_seconds",
            "Until the answer began; for a feed until its first message.",
            ["route", "method", "status"],
            buckets=REQUEST_S,
            registry=own,
        )
        self.transactions = Histogram(
            "dawr_transaction_duration_seconds",
            "Of the database, without the wait for a connection.",
            ["transaction"],
            buckets=TRANSACTION_S,
            registry=own,
        )
        self.feeds = Gauge(
            "dawr_open_feeds", "Open feeds.", registry=own, multiprocess_mode="livesum"
        )
        self.lag = Gauge(
            "dawr_feed_lag_seconds",
            "Between a change and its being handed on; while the feed follows nothing, since when.",
            registry=own,
            multiprocess_mode="livemax",
        )
        self.in_use = Gauge(
            "dawr_pool_connections_in_use",
            "Connections to the database that are at work.",
            registry=own,
            multiprocess_mode="livesum",
        )
        self.hits = Counter("dawr_cache_hits", "Answers that were kept.", ["store"], registry=own)
        self.misses = Counter(
            "dawr_cache_misses", "Answers that were read from the database.", registry=own
        )
        self._request = lru_cache(4096)(self.requests.labels)
        self._move = lru_cache(256)(self.moves.labels)
        self._transaction = lru_cache(256)(self.transactions.labels)

    def answered(self, scope: Mapping[str, Any], status: int, seconds: float) -> None:
        """An answer begins."""
        route = template_of(scope)
        method = scope["method"] if scope["method"] in METHODS else OTHER
        self._request(route, method, f"{status // 100}xx").observe(seconds)
        refused = scope.get(REFUSED)
        if refused is not None:
            self.refusals.labels(refused).inc()

    def moved(self, function: str, answer: Any) -> None:
        """A move was made, or, with a repeated key, had been."""
        if answer is None or getattr(answer, "replayed", False):
            return
        self._move(function).inc()
        if function in JOINS and _has_drawn(answer):
            self.joins.inc()
        elif function in CALLS:
            self.calls.inc()

    def came_from(self, source: str) -> None:
        """An answer that many ask for was found, here or there, or read."""
        if source == "database":
            self.misses.inc()
        else:
            self.hits.labels(source).inc()

    def taken(self) -> None:
        self.in_use.inc()

    def given_back(self) -> None:
        self.in_use.dec()

    def took(self, work: str, seconds: float) -> None:
        self._transaction(work).observe(seconds)

    def exposed(self, more: Iterable[Metric], accept: str | None) -> tuple[bytes, str]:
        """All numbers as text, and the type of the text."""
        directory = os.environ.get(METRICS)
        own = self._own.collect() if directory is None else _all_processes(directory)
        encode, media_type = choose_encoder(accept or "")
        return encode(_Together([*own, *more])), media_type


def _has_drawn(answer: Any) -> bool:
    """Whether a number was drawn: not where he held one, nor where none could be drawn now."""
    told = getattr(answer, "answer", None)
    if isinstance(told, Mapping):
        return not told.get("existing")
    return not answer.existing and answer.ticket is not None


def template_of(scope: Mapping[str, Any]) -> str:
    """The path of a route as it is written; the framework tells it without its prefix."""
    template: str | None = getattr(scope.get("route"), "path_format", None)
    if template is None:
        return UNMATCHED
    is_below = scope["path"].startswith(f"{API}/") and not template.startswith(f"{API}/")
    return API + template if is_below else template


class _Together:
    """What the library's writer asks for its families."""

    def __init__(self, families: list[Metric]) -> None:
        self._families = families

    def collect(self) -> list[Metric]:
        return self._families


def _all_processes(directory: str) -> Iterable[Metric]:
    found: Iterable[Metric] = MultiProcessCollector(None, directory).collect()  # type: ignore[no-untyped-call]  # the library's
    return found


def of_clinics(clinics: Iterable[Mapping[str, Any]]) -> Iterator[Metric]:
    """How the clinics stand now, whoever made it so."""
    known = list(clinics)
    for name, field, says in CLINICS:
        family = GaugeMetricFamily(name, says, labels=["clinic"])
        for clinic in known:
            family.add_metric([clinic["code"]], clinic[field])
        yield family


def of_build(version: str, revision: str) -> Iterator[Metric]:
    """Which program answers."""
    family = GaugeMetricFamily(
        "dawr_build_info", "Which program this is.", labels=["version", "revision", "python"]
    )
    family.add_metric([version, revision, platform.python_version()], 1)
    yield family


def of_database(is_there: bool) -> Iterator[Metric]:
    """Whether the database could be asked for the numbers of the clinics."""
    yield GaugeMetricFamily("dawr_database_up", "Whether it answers.", value=float(is_there))
