"""What the calls answer: the database's answers in the words of the HTTP contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json
from starlette.responses import Response

from domain.states import OVER_STATES, TicketState
from domain.waits import Estimate
from server.feed.ids import encode
from server.problems import REPLAYED
from storage.answers import Issued

Answer = Mapping[str, Any]
Reply = dict[str, object]

MEDIA_TYPE = "application/json"
_CLINIC = (
    *("code", "names", "prefix", "floor", "gender", "state", "reason", "until"),
    *("waiting", "pin_required", "icon", "room"),
)


def reply(content: Reply, status: int = 200, *, replayed: bool = False) -> Response:
    """A successful answer."""
    headers = {REPLAYED: "true"} if replayed else None
    return Response(packed(content), status, headers, MEDIA_TYPE)


def packed(content: Reply) -> bytes:
    """The body of a successful answer."""
    return to_json({"success": True, **content})


def kept(body: bytes) -> Response:
    """A successful answer whose body is there already."""
    return Response(body, media_type=MEDIA_TYPE)


def status_word(state: str) -> str:
    return TicketState(state).status


def place(state: str, ahead: int) -> int:
    """The place in the line: 0 when called or inside, -1 when over."""
    if state in OVER_STATES:
        return -1
    return 0 if state in (TicketState.CALLED, TicketState.SERVING) else ahead + 1


def estimate(found: Estimate | None) -> Reply | None:
    if found is None:
        return None
    return {"low_seconds": found.low_seconds, "high_seconds": found.high_seconds}


def issued(ticket: Issued, user: str | None) -> Reply:
    """A ticket as whoever took it hears of it."""
    a = ticket.answer
    return {
        "clinic": a["clinic"],
        "user": user,
        "number": a["number"],
        "ticket": a["label"],
        "token": a["token"],
        "status": status_word(a["state"]),
        "entry_time": a["arrived_at"],
        "position": max(0, place(a["state"], a["ahead"])),
        "ahead": a["ahead"],
        "estimated_wait": estimate(ticket.estimate()),
        "floor": a["floor"],
        "room": a["room"],
        "counters": {"entered": a["entered"], "exited": a["exited"], "waiting": a["waiting"]},
    }


def moved(a: Answer) -> Reply:
    """A ticket after a move."""
    return {
        "clinic": a["clinic"],
        "number": a["number"],
        "ticket": a["label"],
        "status": status_word(a["state"]),
        "room": a["room"],
        "priority": a["priority"],
        "waiting": a["waiting"],
        "time": a["at"],
    }


def called(a: Answer) -> Reply:
    return {
        "clinic": a["clinic"],
        "number": a["number"],
        "ticket": a["label"],
        "room": a["room"],
        "waiting": a["waiting"],
        "status": status_word(a["state"]),
        "finished": a["finished"],
        "called_at": a["called_at"],
    }


def finished(a: Answer) -> Reply:
    """A ticket that is done."""
    spent = dt.datetime.fromisoformat(a["at"]) - dt.datetime.fromisoformat(a["arrived_at"])
    return {
        "clinic": a["clinic"],
        "user": a["patient"],
        "number": a["number"],
        "ticket": a["label"],
        "status": status_word(a["state"]),
        "exit_time": a["at"],
        "duration_minutes": round(spent.total_seconds() / 60),
        "remaining_in_queue": a["waiting"],
    }


def position(ticket: Issued) -> Reply:
    a = ticket.answer
    return {
        "clinic": a["clinic"],
        "status": status_word(a["state"]),
        "number": a["number"],
        "ticket": a["label"],
        "display_number": place(a["state"], a["ahead"]),
        "ahead": a["ahead"],
        "total_waiting": a["waiting"],
        "estimated_wait": estimate(ticket.estimate()),
        "room": a["room"],
        "floor": a["floor"],
        "verified_at": a["time"],
    }


def status(clinic: Answer) -> Reply:
    """A clinic's numbers; `version` is the feed's id for this clinic alone."""
    return {
        "clinic": clinic["code"],
        "current": clinic["current"],
        "current_display": clinic["current_label"],
        "total": clinic["total"],
        "waiting": clinic["waiting"],
        "in_service": clinic["in_service"],
        "completed": clinic["completed"],
        "version": encode({clinic["clinic_id"]: clinic["position"]}),
        "state": clinic["state"],
        "reason": clinic["reason"],
        "until": clinic["until"],
        "service_day": clinic["service_day"],
    }


def catalogue(board: Answer) -> Reply:
    """The site and its clinics in their order."""
    return {
        "site": board["site"],
        "clinics": [{name: clinic[name] for name in _CLINIC} for clinic in board["clinics"]],
    }
