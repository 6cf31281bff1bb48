"""Of each call of the API: what is asked, what is answered, and what it may refuse.

Refusals that many calls have in common (a token that is missing, a body too large, the database
away) are not listed here; server/openapi.py adds them by method and scope.
"""

from __future__ import annotations

from domain import errors
from domain.errors import Refusal
from server.described.call import Call, Json, Refusals
from server.described.values import (
    AT,
    BOOKED,
    BY_NUMBER,
    CLINIC,
    CORRELATION,
    EXAM,
    FREE_SLOT,
    LATER,
    MEASURES,
    MOVED,
    NAMES,
    NEXT,
    PARAMETERS,
    POSITION,
    PRESSED,
    PROGRESS,
    REASON,
    ROUTE,
    SETTING,
    SITE,
    SLOT,
    STANDING,
    STATION,
    STATUS,
    TICKET,
    TOKEN,
)
from server.described.webhooks import WEBHOOKS

_NO_CLINIC: Refusals = (errors.ClinicNotFound,)
_ANY_TICKET: Refusals = (*_NO_CLINIC, errors.TicketNotFound)
_TICKET: Refusals = (*_ANY_TICKET, errors.WrongState)
_ENTRY: Refusals = (
    errors.ClinicClosed,
    errors.ClinicPaused,
    errors.AlreadyWaiting,
    errors.NotAllowed,
)
_OUT_OF_TURN: Refusals = (errors.WrongSequence, errors.PreviousNotCompleted, errors.NotOnRoute)
_PIN: Refusals = (errors.IncorrectPin, errors.PinLocked, errors.NotAllowed)
_SLOT: Refusals = (errors.SlotTaken, errors.NotAllowed)
_HOLD: Refusals = (errors.HoldNotFound, errors.HoldUsed, errors.HoldExpired)
_NUMBER = {**BY_NUMBER, "reason": REASON}


def _moved(status: str, *more: type[Refusal], **asked: object) -> Call:
    body = {**_NUMBER, **asked}
    priority = asked.get("priority", "none")
    return Call({200: {**MOVED, "status": status, "priority": priority}}, body, (*_TICKET, *more))


_DONE: Json = {
    **BY_NUMBER,
    "user": "P-100",
    "ticket": "L-031",
    "status": "DONE",
    "exit_time": AT,
    "duration_minutes": 19,
    "remaining_in_queue": 5,
    "next": None,
}
_REPORT: Json = {
    "type": "weekly",
    "since": "2026-11-23",
    "until": "2026-11-29",
    "time_zone": "Asia/Qatar",
    "made_at": AT,
    "totals": MEASURES,
    "clinics": [{"clinic": "lab", "names": NAMES, **MEASURES, "hours": [{"hour": 7, **MEASURES}]}],
    "days": [{"day": "2026-11-26", **MEASURES}],
    "hours": [{"hour": 7, **MEASURES}],
}
_LOGGED: Json = {
    "type": "HELD",
    "time": AT,
    "service_day": "2026-11-26",
    "clinic": "lab",
    "position": 121,
    "number": 31,
    "ticket": "L-031",
    "room": "1",
    "from": "CALLED",
    "to": "HELD",
    "actor": "Ward program",
    "station": None,
    "reason": REASON,
    "correlation_id": CORRELATION,
    "facts": None,
}
_SETTINGS = {"undo_window_seconds": SETTING}
_STATS: Json = {
    "clinic": "lab",
    "names": NAMES,
    "state": "OPEN",
    "reason": None,
    "until": None,
    "total": 31,
    "waiting": 6,
    "in_service": 1,
    "held": 0,
    "completed": 22,
    "desks": 1,
    "longest_wait_seconds": 760,
    "today": MEASURES,
}

QUEUE: dict[str, Call] = {
    "GET /clinics": Call({200: {"site": SITE, "clinics": [CLINIC]}}),
    "POST /queue/enter": Call(
        {201: {**TICKET, "user": "P-100"}, 200: {**TICKET, "user": "P-100", "existing": True}},
        {"clinic": "lab", "user": "P-100", "gender": "male", "priority": "elderly"},
        (*_NO_CLINIC, *_ENTRY, errors.OtherGender, *_OUT_OF_TURN),
    ),
    "GET /queue/status": Call({200: STATUS}, refusals=_NO_CLINIC),
    "GET /queue/position": Call(
        {200: POSITION},
        refusals=(*_NO_CLINIC, errors.NotInQueue, errors.Unauthorized, errors.NotAllowed),
    ),
    "POST /queue/call": Call(
        {
            200: {
                **BY_NUMBER,
                "ticket": "L-031",
                "room": "1",
                "waiting": 5,
                "status": "CALLED",
                "finished": 30,
                "called_at": AT,
            }
        },
        {"clinic": "lab", "room": "1"},
        (*_NO_CLINIC, errors.RoomNotFound, errors.NobodyWaiting, errors.TicketInHand),
    ),
    "POST /queue/recall": _moved("CALLED"),
    "POST /queue/start": _moved("IN_SERVICE"),
    "POST /queue/no-show": _moved("NO_SHOW", errors.TooEarly),
    "POST /queue/hold": _moved("HELD"),
    "POST /queue/resume": _moved("WAITING"),
    "POST /queue/reactivate": _moved("WAITING", errors.AlreadyWaiting),
    "POST /queue/undo": Call(
        {200: {**MOVED, "status": "WAITING"}},
        _NUMBER,
        (*_ANY_TICKET, errors.TooLateToUndo, errors.AlreadyWaiting, errors.TicketInHand),
    ),
    "POST /queue/priority": _moved("WAITING", priority="elderly"),
    "POST /queue/transfer": Call(
        {200: {**NEXT, "from": {**MOVED, "status": "TRANSFERRED"}}},
        {**BY_NUMBER, "to": "eye", "keep_arrival": True},
        (*_TICKET, errors.AlreadyWaiting),
    ),
    "POST /queue/done": Call(
        {200: {**_DONE, "next": NEXT}},
        {"clinic": "lab", "user": "P-100", "pin": "07"},
        (*_TICKET, *_PIN, errors.NotInQueue, errors.Unauthorized),
    ),
    "POST /queue/cancel": Call(
        {200: {**MOVED, "status": "CANCELLED", "room": None}},
        {"token": TOKEN},
        (*_TICKET, errors.Unauthorized, errors.NotAllowed),
    ),
    "POST /queue/reset": Call(
        {200: {"clinic": "lab", "expired": 7, "series": 2}},
        {"clinic": "lab", "reason": "rehearsal over"},
        _NO_CLINIC,
    ),
    "POST /clinics/{clinic}/pause": Call(
        {200: STANDING}, {"reason": "device check", "until": LATER}, _NO_CLINIC
    ),
    "POST /clinics/{clinic}/open": Call(
        {200: {**STANDING, "state": "OPEN", "reason": None, "until": None}},
        {"reason": "device works"},
        _NO_CLINIC,
    ),
    "GET /events/stream": Call(
        {},
        refusals=(*_ANY_TICKET, errors.Unauthorized, errors.NotAllowed),
    ),
}
PATIENTS: dict[str, Call] = {
    "POST /patient/login": Call(
        {
            201: {
                **EXAM,
                "first_clinic": "lab",
                "queue_number": 31,
                "ticket": "L-031",
                "token": TOKEN,
                "waiting_count": 6,
                "total_clinics": 2,
            },
            200: {
                **EXAM,
                "existing": True,
                "first_clinic": "lab",
                "queue_number": 12,
                "ticket": "E-012",
                "token": TOKEN,
                "waiting_count": 3,
                "total_clinics": 2,
            },
        },
        {"patientId": "P-100", "gender": "male", "examType": "courses"},
        _ENTRY,
    ),
    "POST /patient/verify-pin": Call(
        {
            200: {
                **PROGRESS,
                "clinic_completed": "lab",
                "duration_minutes": 19,
                "next_clinic": "eye",
                "next_queue_number": 12,
                "next_ticket": "E-012",
                "next_token": TOKEN,
            }
        },
        {"patientId": "P-100", "clinic": "lab", "pin": "07", "queueNumber": 31},
        (*_NO_CLINIC, errors.NotInQueue, errors.WrongState, *_PIN, errors.WrongQueueNumber),
    ),
    "GET /patient/status": Call(
        {200: ROUTE}, refusals=(errors.NotInQueue, errors.Unauthorized, errors.NotAllowed)
    ),
    "PATCH /patient/{patientId}/route": Call(
        {200: ROUTE},
        {"action": "force_complete_clinic", "clinic": "lab", "reason": "done elsewhere"},
        (*_NO_CLINIC, errors.NotInQueue, errors.NotOnRoute),
    ),
    "GET /pins": Call(
        {
            200: {
                "date": "2026-11-26",
                "reset_time": "05:00",
                "timezone": "Asia/Qatar",
                "pins": {"lab": "07", "eye": "42"},
            }
        }
    ),
    "POST /pins/{clinic}/regenerate": Call(
        {200: {"clinic": "lab", "pin": "58"}}, PRESSED, _NO_CLINIC
    ),
}
SLOTS: dict[str, Call] = {
    "GET /slots": Call(
        {200: {"clinic": "lab", "date": "2026-11-27", "slots": [FREE_SLOT]}}, refusals=_NO_CLINIC
    ),
    "POST /slots/{slot}/hold": Call(
        {201: {"hold": PARAMETERS["hold"], "slot": SLOT, "expires_at": LATER}},
        {"user": "P-100", "mobile": "+97455512345"},
        (*_SLOT, errors.SlotNotFound, errors.AlreadyHolding),
    ),
    "DELETE /holds/{hold}": Call(
        {200: {"hold": PARAMETERS["hold"], "slot": FREE_SLOT}},
        PRESSED,
        _HOLD,
    ),
    "POST /bookings": Call(
        {201: BOOKED},
        {"hold": PARAMETERS["hold"], "name": "Mariam"},
        (*_HOLD, *_SLOT),
    ),
    "DELETE /bookings/{code}": Call(
        {200: {**BOOKED, "slot": FREE_SLOT}},
        PRESSED,
        (errors.BookingNotFound, errors.WrongState),
    ),
    "POST /bookings/{code}/check-in": Call(
        {201: {**TICKET, "user": "P-100"}, 200: {**TICKET, "user": "P-100", "existing": True}},
        PRESSED,
        (
            *(errors.BookingNotFound, errors.OutsideCheckInWindow, errors.WrongState),
            *(*_ENTRY, *_OUT_OF_TURN),
        ),
    ),
}
STATIONS: dict[str, Call] = {
    "POST /stations/pair": Call(
        {201: {"code": "K7RTX4W", "secret": TOKEN, "expires_at": LATER}},
        {"kind": "display", "name": "Wall north"},
    ),
    "GET /stations/pair/{code}": Call(
        {
            200: {**STATION, "status": "APPROVED", "token": "kTq0…43 characters"},
            202: {"status": "PENDING", "expires_at": LATER},
        },
        refusals=(errors.Unauthorized, errors.PairingNotFound),
    ),
    "POST /stations/pair/{code}/approve": Call(
        {200: STATION},
        {"name": "Wall north", "clinics": ["lab", "eye"]},
        (errors.PairingNotFound, *_NO_CLINIC),
    ),
    "GET /stations/me": Call(
        {
            200: {
                **STATION,
                "languages": ["ar", "en", "th"],
                "settings": {"remote_entry": True, "undo_window_seconds": 60},
            }
        }
    ),
}
ADMIN: dict[str, Call] = {
    "GET /admin/status": Call(
        {
            200: {
                "time": AT,
                "site": "demo",
                "service_day": "2026-11-26",
                "clinics": {"open": 11, "closed": 0, "paused": 1},
                "entered": 31,
                "waiting": 6,
                "in_service": 1,
                "held": 0,
                "completed": 22,
                "longest_wait_seconds": 760,
                "server": {
                    "version": "0.1.0",
                    "revision": "0002_promises",
                    "uptime_seconds": 86400,
                    "open_feeds": 214,
                    "feed_is_fresh": True,
                },
            }
        }
    ),
    "GET /admin/clinic-stats": Call(
        {200: {"time": AT, "service_day": "2026-11-26", "clinics": [_STATS]}}
    ),
    "GET /admin/live-feed": Call({200: {"events": [_LOGGED]}}),
    "GET /admin/settings": Call({200: {"settings": _SETTINGS}}),
    "PATCH /admin/settings": Call(
        {
            200: {
                "settings": _SETTINGS,
                "changed": {"undo_window_seconds": {"from": 120, "to": 60}},
            }
        },
        {"undo_window_seconds": 60},
    ),
    "GET /admin/reports": Call({200: _REPORT}),
}
CALLS: dict[str, Call] = {**QUEUE, **PATIENTS, **SLOTS, **STATIONS, **ADMIN, **WEBHOOKS}
"""By method and path below the API's base."""
