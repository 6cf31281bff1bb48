"""Events as the bytes that travel: encoded once, sent to everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from domain.notices import NoticeKind, Place, sentences
from domain.states import STAFF_ONLY_KINDS, EventKind
from server import replies
from storage.feed_log import FeedEvent

HEARTBEAT = b": heartbeat\n\n"
RETRY = b"retry: 1000\n\n"
_STANDING = ("CLINIC_OPENED", "CLINIC_CLOSED", "CLINIC_PAUSED")
_OF_THE_SITE = (EventKind.SETTINGS_CHANGED, EventKind.STATION_APPROVED)
_OF_STATIONS = ("STATION_NOTICE", "HELP_ASKED")


def is_public(kind: str) -> bool:
    return kind not in STAFF_ONLY_KINDS


def update(event: FeedEvent) -> bytes:
    """The data of an event."""
    if event.kind in _OF_STATIONS:
        return to_json(_notice(event))
    if event.kind in _OF_THE_SITE:
        return to_json(_of_the_site(event))
    told: dict[str, object] = {
        "type": event.kind,
        "clinic": event.clinic,
        "number": event.number,
        "ticket": event.label,
        "room": event.room,
        "current": event.current,
        "waiting": event.waiting,
        "in_service": event.in_service,
        "completed": event.completed,
        "total": event.total,
        "time": event.at.isoformat(),
        "service_day": event.service_day.isoformat(),
    }
    if event.kind in _STANDING:
        facts = event.facts or {}
        told.update({name: facts.get(name) for name in ("state", "reason", "until")})
    return to_json(told)


def _notice(event: FeedEvent) -> dict[str, object]:
    facts = event.facts or {}
    return {
        "type": event.kind,
        "station": event.station,
        "notice": facts.get("notice"),
        "ticket": facts.get("ticket"),
        "detail": facts.get("detail"),
        "time": event.at.isoformat(),
        "service_day": event.service_day.isoformat(),
    }


def _of_the_site(event: FeedEvent) -> dict[str, object]:
    return {
        **(event.facts or {}),
        "type": event.kind,
        "time": event.at.isoformat(),
        "service_day": event.service_day.isoformat(),
    }


def notice(kind: NoticeKind, place: Place, *, has_gone_on: bool) -> bytes:
    """What a patient is told of his own place; has no id and is never told again.

    Whoever watches a ticket that has gone on in another hears that one's token too.
    """
    said = sentences(kind, place)
    told: dict[str, object] = {
        "type": kind,
        "clinic": place.clinic,
        "ticket": place.label,
        "number": place.number,
        "status": place.state.status,
        "position": place.position,
        "ahead": place.ahead,
        "estimated_wait": replies.estimate(place.estimate),
        "room": place.room,
        "floor": place.floor,
        "called_at": None if place.called_at is None else place.called_at.isoformat(),
        "time": None if place.at is None else place.at.isoformat(),
        "message": said["ar"],
        "messageEn": said["en"],
        "messageTh": said["th"],
    }
    if has_gone_on:
        told["token"] = place.token
    return framed(b"notice", to_json(told), None)


def framed(kind: bytes, data: bytes, event_id: str | None) -> bytes:
    """One message of a text/event-stream; JSON has no line ends of its own."""
    named = b"" if event_id is None else b"id: " + event_id.encode("ascii") + b"\n"
    return named + b"event: " + kind + b"\ndata: " + data + b"\n\n"


def connected(board: Mapping[str, Any], event_id: str) -> bytes:
    """The state whole."""
    told = {
        "type": "CONNECTED",
        "time": board["time"],
        "clinics": [replies.status(clinic) for clinic in board["clinics"]],
        "calls": [
            {name: call[name] for name in ("clinic", "ticket", "number", "room", "at", "recalled")}
            for call in board["calls"]
        ],
    }
    return framed(b"connected", to_json(told), event_id)
