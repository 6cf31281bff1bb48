"""Examples that the description of the API shows; a test holds each to its schema."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

AT = "2026-11-26T07:31:04.512036+00:00"
LATER = "2026-11-26T07:41:04.512036+00:00"
TOKEN = "UhYTz0L-S_6-4l2GPkmEkg"  # noqa: S105 - nobody's; it shows what one looks like
LETTER = "0f8b6a1e-6d8c-4b7e-9f0b-3c2a1d4e5f60"
KEY = "5f1c0d0e-7c1b-4a55-9a43-0c53f3f2f1a7"
CORRELATION = "9b2f4c1de0a84c53b1d7c3a0e6f15a20"
REASON = "waits for a result"
NAMES = {"ar": "المختبر", "en": "Laboratory", "th": "ห้องปฏิบัติการ"}
EYES = {"ar": "العيون", "en": "Eye clinic", "th": "คลินิกตา"}

WAIT: Json = {"low_seconds": 240, "high_seconds": 780}
COUNTERS: Json = {"entered": 31, "exited": 24, "waiting": 6}
BY_NUMBER: Json = {"clinic": "lab", "number": 31}

TICKET: Json = {
    "clinic": "lab",
    "number": 31,
    "ticket": "L-031",
    "token": TOKEN,
    "status": "WAITING",
    "entry_time": AT,
    "position": 6,
    "ahead": 5,
    "estimated_wait": WAIT,
    "floor": "G",
    "room": "1",
    "counters": COUNTERS,
}
NEXT: Json = {**TICKET, "clinic": "eye", "number": 12, "ticket": "E-012", "floor": "1", "room": "4"}
MOVED: Json = {
    **BY_NUMBER,
    "ticket": "L-031",
    "status": "CALLED",
    "room": "1",
    "priority": "none",
    "waiting": 5,
    "time": AT,
}
CLINIC: Json = {
    "code": "lab",
    "names": NAMES,
    "prefix": "L",
    "floor": "G",
    "gender": "any",
    "state": "OPEN",
    "reason": None,
    "until": None,
    "waiting": 6,
    "pin_required": True,
    "icon": "flask",
    "room": "1",
}
SITE: Json = {
    "code": "demo",
    "names": {"ar": "عيادة", "en": "Clinic", "th": "คลินิก"},
    "time_zone": "Asia/Qatar",
    "day_turns_at": "05:00",
    "languages": ["ar", "en", "th"],
}
STATUS: Json = {
    "clinic": "lab",
    "current": 25,
    "current_display": "L-025",
    "total": 31,
    "waiting": 6,
    "in_service": 1,
    "completed": 22,
    "version": "dAQd",
    "state": "OPEN",
    "reason": None,
    "until": None,
    "service_day": "2026-11-26",
}
POSITION: Json = {
    **BY_NUMBER,
    "ticket": "L-031",
    "status": "WAITING",
    "display_number": 6,
    "ahead": 5,
    "total_waiting": 6,
    "estimated_wait": WAIT,
    "room": "1",
    "floor": "G",
    "verified_at": AT,
}
STANDING: Json = {"clinic": "ecg", "state": "PAUSED", "reason": "device check", "until": LATER}
SLOT: Json = {
    "id": 1042,
    "clinic": "lab",
    "starts_at": "2026-11-27T06:00:00+00:00",
    "ends_at": "2026-11-27T06:15:00+00:00",
    "status": "HELD",
}
FREE_SLOT: Json = {**SLOT, "id": 1043, "status": "FREE"}
BOOKED: Json = {"booking": 77, "code": "K7M4PX2R", "slot": {**SLOT, "status": "BOOKED"}}
STOP: Json = {
    "clinic": "lab",
    "names": NAMES,
    "status": "COMPLETED",
    "floor": "G",
    "room": "1",
    "ticket": "L-031",
}
STOPS = [
    STOP,
    {**STOP, "clinic": "eye", "names": EYES, "status": "IN_QUEUE", "floor": "1", "ticket": "E-012"},
]
EXAM: Json = {
    "exam": "courses",
    "names": {"ar": "دورات", "en": "Courses", "th": "หลักสูตร"},
    "note": None,
    "route": STOPS,
    "due": "eye",
}
PROGRESS: Json = {"remaining_clinics": 1, "total_progress": "1/2"}
ROUTE: Json = {
    **EXAM,
    **PROGRESS,
    "gender": "male",
    "completed_clinics": 1,
    "total_clinics": 2,
    "journey_completed": False,
    "ticket": NEXT,
}
MEASURES: Json = {
    "arrivals": 31,
    "called": 25,
    "done": 22,
    "no_shows": 1,
    "cancelled": 1,
    "transferred": 0,
    "expired": 0,
    "wait_p50_seconds": 420,
    "wait_p90_seconds": 1140,
    "service_p50_seconds": 480,
    "service_p90_seconds": 720,
}
SETTING: Json = {
    "type": "integer",
    "unit": "seconds",
    "minimum": 0,
    "maximum": 3600,
    "optional": False,
    "default": 120,
    "value": 60,
}
STATION: Json = {"name": "Wall north", "kind": "display", "site": "demo", "clinics": ["eye", "lab"]}

PRESSED: Json = {"idempotency_key": "press-1"}
"""All that is asked of a call whose path says the rest."""

PARAMETERS: Json = {
    "clinic": "lab",
    "token": TOKEN,
    "user": "P-100",
    "patientId": "P-100",
    "number": 31,
    "limit": 50,
    "type": "weekly",
    "date": "2026-11-26",
    "format": "json",
    "only_free": True,
    "slot": 1042,
    "hold": "bG9uZyByYW5kb20gaG9sZA",
    "code": "K7M4PX2R",
    "name": "sms",
    "letter": LETTER,
    "last-event-id": "dAEVBB0",
    "Idempotency-Key": KEY,
}
FACTS: Json = {
    "clinic": "lab",
    "room": "99",
    "ticket": "L-030",
    "state": "DONE",
    "by": "Desk 1",
    "at": AT,
    "until": LATER,
    "reason": "device check",
    "gender": "female",
    "due": "eye",
    "attempts_left": 4,
    "next_available": [FREE_SLOT],
    "expires_at": LATER,
    "opens_at": "2026-11-27T05:30:00+00:00",
    "closes_at": "2026-11-27T06:10:00+00:00",
    "missing": ["The database cannot be reached."],
    "allow": "GET",
}
FEED: Json = {
    "event": "queue_update",
    "id": "dAEVBB4",
    "data": '{"type":"CALLED","clinic":"lab","number":26,"ticket":"L-026","room":"1","current":26,'
    '"waiting":5,"in_service":1,"completed":23,"total":31,"time":"2026-11-26T07:31:09+00:00",'
    '"service_day":"2026-11-26"}',
}
CSV = (
    "part,clinic,name,day,hour,arrivals,called,done,no_shows,cancelled,transferred,expired,"
    "wait_p50_seconds,wait_p90_seconds,service_p50_seconds,service_p90_seconds\r\n"
    "total,,,,,31,25,22,1,1,0,0,420,1140,480,720\r\n"
)
