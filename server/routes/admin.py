"""What administrators see and set: the site at a glance, its log, its settings, its reports."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from domain.reports import Kind, csv_text, measures, shaped
from domain.states import ClinicState
from server import replies
from server.bodies import Day
from server.guarded import GuardedRoute, admin_only
from server.models_admin import (
    AdminStatusOut,
    ChangedSettingsOut,
    ClinicStatsOut,
    LiveFeedOut,
    ReportOut,
    SettingsIn,
    SettingsOut,
)
from server.moving import backend_of, done
from storage.moves_site import CHANGE_SETTINGS
from storage.reports import READ_REPORT

router = APIRouter(prefix="/admin", route_class=GuardedRoute, tags=["Administration"])

_READ_STATS = "select dawr.read_clinic_stats()"
_READ_FEED = "select dawr.read_live_feed(%(at_most)s)"
_READ_SETTINGS = "select dawr.read_settings()"
_SUMS = {"entered": "total", **{n: n for n in ("waiting", "in_service", "held", "completed")}}
_STATED = (
    *("names", "state", "reason", "until", "total", "waiting", "in_service", "held", "completed"),
    *("desks", "longest_wait_seconds"),
)
_CSV = {
    "content": {"text/csv": {"schema": {"type": "string"}}},
    "description": "The report, as JSON or as comma-separated values",
}


@router.get("/status", response_model=AdminStatusOut)
@admin_only
async def get_admin_status(request: Request) -> Response:
    """The site and this server process at a glance."""
    backend = backend_of(request)
    found = await backend.pool.read(_READ_STATS)
    clinics = found["clinics"]
    waits = [one["longest_wait_seconds"] or 0 for one in clinics if one["waiting"]]
    content: replies.Reply = {
        **{name: found[name] for name in ("time", "site", "service_day")},
        "clinics": {
            state.lower(): sum(one["state"] == state for one in clinics) for state in ClinicState
        },
        **{name: sum(one[field] for one in clinics) for name, field in _SUMS.items()},
        "longest_wait_seconds": max(waits, default=None),
        "server": {
            "version": request.app.version,
            "revision": found["revision"],
            **backend.glance(),
        },
    }
    return replies.reply(content)


@router.get("/clinic-stats", response_model=ClinicStatsOut)
@admin_only
async def get_clinic_stats(request: Request) -> Response:
    """Each clinic now, and what its service day has come to so far."""
    found = await backend_of(request).pool.read(_READ_STATS)
    clinics = [
        {
            "clinic": one["code"],
            **{name: one[name] for name in _STATED},
            "today": measures(one["today"]),
        }
        for one in found["clinics"]
    ]
    told = {"time": found["time"], "service_day": found["service_day"], "clinics": clinics}
    return replies.reply(told)


@router.get("/live-feed", response_model=LiveFeedOut)
@admin_only
async def get_live_feed(
    request: Request, limit: Annotated[int, Query(ge=1, le=500)] = 50
) -> Response:
    """The last events of the whole site, newest first: what, who, where, why."""
    found = await backend_of(request).pool.read(_READ_FEED, {"at_most": limit})
    return replies.reply({"events": found})


@router.get("/settings", response_model=SettingsOut)
@admin_only
async def get_settings(request: Request) -> Response:
    """The site's settings by name: type, bounds, default and value."""
    return replies.reply({"settings": await backend_of(request).pool.read(_READ_SETTINGS)})


@router.patch("/settings", response_model=ChangedSettingsOut)
@admin_only
async def patch_settings(body: SettingsIn, request: Request) -> Response:
    """Change settings, all that are named or none; each change stands in the log."""
    changed = await done(request, CHANGE_SETTINGS, changes=json.dumps(body.changes()))
    content: replies.Reply = {name: changed[name] for name in ("settings", "changed")}
    return replies.reply(content, replayed=bool(changed.get("replayed")))


@router.get("/reports", response_model=ReportOut, responses={200: _CSV})
@admin_only
async def get_report(
    request: Request,
    type: Annotated[Kind, Query()] = "current",  # noqa: A002 - its name in the contract
    date: Annotated[Day | None, Query()] = None,
    format: Annotated[Literal["json", "csv"], Query()] = "json",  # noqa: A002 - as above
) -> Response:
    """A report: today so far, a service day, its week from Monday, or its month."""
    found = await backend_of(request).pool.read(READ_REPORT, {"kind": type, "day": date})
    if format == "csv":
        return _csv(found)
    return replies.reply(shaped(found))


def _csv(report: dict[str, Any]) -> Response:
    name = f"dawr-{report['type']}-{report['since']}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(csv_text(report), headers=headers, media_type="text/csv; header=present")
