"""What the database says of a route and of an appointment, as the windows show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from domain.routes import Route, RouteStop, StopStatus
from domain.slots import Booking, BookingState

Answer = Mapping[str, Any]


def booking_of(answer: Answer) -> Booking:
    """An appointment as the desk shows it."""
    times = ("starts_at", "ends_at", "opens_at", "closes_at")
    return Booking(
        **{
            **answer,
            "state": BookingState(answer["state"]),
            **{name: dt.datetime.fromisoformat(answer[name]) for name in times},
        }
    )


def route_of(answer: Answer) -> Route:
    """A patient's route as the windows show it."""
    return Route(
        exam=answer["exam"],
        names=answer["names"],
        gender=answer["gender"],
        note=answer["note"],
        stops=tuple(_stop(one) for one in answer["stops"]),
        due=answer["due"],
        done=answer["done"],
        total=answer["total"],
        completed=answer["completed"],
    )


def _stop(answer: Answer) -> RouteStop:
    return RouteStop(**{**answer, "status": StopStatus(answer["status"])})
