"""The calls of the API: their routers, and the path each stands at."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter

from server.guarded import GuardedRoute
from server.routes import (
    admin,
    clinics,
    desk,
    feed,
    patients,
    pins,
    queue,
    slots,
    stations,
    webhooks,
)

BASE = "/api/v1"
ROUTERS: tuple[APIRouter, ...] = (
    queue.router,
    desk.router,
    clinics.router,
    feed.router,
    admin.router,
    pins.router,
    slots.router,
    stations.router,
    patients.router,
    webhooks.router,
)


def guarded() -> Iterator[tuple[str, GuardedRoute]]:
    """Every call with its whole path."""
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, GuardedRoute):
                yield BASE + route.path_format, route


def methods_at(path: str) -> list[str]:
    """Every method there is at a path; the framework's own answer names one route's only."""
    below = path.removeprefix(BASE)
    found = [route for _, route in guarded() if route.path_regex.match(below)]
    return sorted({method for route in found for method in route.methods or ()})
