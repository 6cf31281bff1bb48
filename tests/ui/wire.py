"""Messages of the server as the HTTP contract writes them, for tests of who reads them."""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]
TIME = "2026-11-21T09:00:00.123456+03:00"


def clinic(code: str = "lab", **changes: object) -> Json:
    return {
        "code": code,
        "names": {"ar": "المختبر", "en": "Laboratory", "th": "ห้องแล็บ"},
        "prefix": "L",
        "floor": "M",
        "gender": "any",
        "state": "OPEN",
        "reason": None,
        "until": None,
        "waiting": 4,
        "pin_required": False,
        "icon": "lab",
        "room": "3",
        **changes,
    }


def catalogue(*clinics: Json) -> Json:
    site = {
        "code": "demo",
        "names": {"ar": "مركز", "en": "Centre", "th": "ศูนย์"},
        "time_zone": "Asia/Qatar",
        "day_turns_at": "05:00",
        "languages": ["ar", "en", "th"],
    }
    return {"success": True, "site": site, "clinics": list(clinics or (clinic(),))}


def status(code: str = "lab", **changes: object) -> Json:
    return {
        "clinic": code,
        "current": 31,
        "current_display": "L-031",
        "total": 40,
        "waiting": 4,
        "in_service": 1,
        "completed": 35,
        "version": "v1",
        "state": "OPEN",
        "reason": None,
        "until": None,
        "service_day": "2026-11-21",
        **changes,
    }


def call(ticket: str = "L-031", at: str = TIME, **changes: object) -> Json:
    return {"clinic": "lab", "ticket": ticket, "room": "3", "at": at, **changes}


def connected(*calls: Json, **changes: object) -> Json:
    return {
        "type": "CONNECTED",
        "time": TIME,
        "clinics": [status()],
        "calls": list(calls),
        **changes,
    }


def update(kind: str = "CALLED", number: int = 32, **changes: object) -> Json:
    return {
        "type": kind,
        "clinic": "lab",
        "number": number,
        "ticket": f"L-{number:03d}",
        "room": "3",
        "current": number,
        "waiting": 3,
        "in_service": 1,
        "completed": 35,
        "time": TIME,
        "service_day": "2026-11-21",
        **changes,
    }


def frame(kind: str, data: Json | str, last_id: str | None = None) -> bytes:
    """An event as it stands in the stream."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    name = "" if last_id is None else f"id: {last_id}\n"
    return f"event: {kind}\n{name}data: {text}\n\n".encode()
