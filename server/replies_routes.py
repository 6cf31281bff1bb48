"""What the calls about exam routes answer, in the words of the HTTP contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from server.replies import Reply, finished, issued
from storage.answers import Issued
from storage.answers_routes import LoggedIn, maybe_issued

Answer = Mapping[str, Any]


def done_answer(a: Answer) -> Reply:
    """A ticket that is done, with the next one of its route."""
    return {**finished(a), "next": next_ticket(a["next"])}


def next_ticket(a: Answer | None) -> Reply | None:
    """The ticket of the next clinic; its token is null for who may not have it."""
    if a is None:
        return None
    told = issued(Issued({"token": None, **a}), None)
    del told["user"]
    return told


def logged_in(told: LoggedIn) -> Reply:
    """A patient on his route; without a ticket, what belongs to one is null."""
    ticket = None if told.ticket is None else told.ticket.answer
    content: Reply = {
        "route": told.route["stops"],
        "first_clinic": told.route["due"] if ticket is None else ticket["clinic"],
        "queue_number": None if ticket is None else ticket["number"],
        "ticket": None if ticket is None else ticket["label"],
        "token": None if ticket is None else ticket["token"],
        "waiting_count": None if ticket is None else ticket["waiting"],
        "total_clinics": told.route["total"],
        "exam": told.route["exam"],
        "names": told.route["names"],
        "note": told.route["note"],
        "due": told.route["due"],
    }
    if told.existing:
        content["existing"] = True
    return content


def verified(a: Answer) -> Reply:
    """A clinic that was left with its PIN. A visit to one clinic alone is a journey of one."""
    spent = dt.datetime.fromisoformat(a["at"]) - dt.datetime.fromisoformat(a["arrived_at"])
    route = a["route"] or {"done": 1, "total": 1, "due": None, "completed": True}
    following = a["next"] or {"clinic": route["due"], "number": None, "token": None, "label": None}
    content: Reply = {
        "clinic_completed": a["clinic"],
        "duration_minutes": round(spent.total_seconds() / 60),
        "next_clinic": following["clinic"],
        "next_queue_number": following["number"],
        "next_ticket": following["label"],
        "next_token": following["token"],
        "remaining_clinics": route["total"] - route["done"],
        "total_progress": f"{route['done']}/{route['total']}",
    }
    if route["completed"]:
        content["journey_completed"] = True
    return content


def route(a: Answer) -> Reply:
    """A route with its progress, and the ticket its patient holds."""
    held = maybe_issued(a["ticket"])
    return {
        "exam": a["exam"],
        "names": a["names"],
        "gender": a["gender"],
        "note": a["note"],
        "route": a["stops"],
        "due": a["due"],
        "completed_clinics": a["done"],
        "total_clinics": a["total"],
        "remaining_clinics": a["total"] - a["done"],
        "total_progress": f"{a['done']}/{a['total']}",
        "journey_completed": a["completed"],
        "ticket": None if held is None else next_ticket(held.answer),
    }
