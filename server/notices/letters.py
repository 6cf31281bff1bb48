"""A notice as the bytes a web-hook gets, and the signature by which it knows them to be ours."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from domain.notices import NoticeKind, Place, sentences
from domain.states import TicketState

_STATES = {
    NoticeKind.YOUR_TURN: TicketState.CALLED,
    NoticeKind.IN_SERVICE: TicketState.SERVING,
    NoticeKind.COMPLETED: TicketState.DONE,
}
PING = "PING"


def letter(delivery_id: str, told: Mapping[str, Any], phone_url: str | None = None) -> bytes:
    """The body: what happened to which ticket, its place, and the sentence in each language.

    Equal for equal notices, so that one sent again is the same to its last byte.
    """
    kind = NoticeKind(told["type"])
    place = Place(
        ticket_id=0,
        clinic=told["clinic"],
        names=told["names"],
        floor=told["floor"],
        label=told["ticket"],
        number=told["number"],
        state=_STATES.get(kind, TicketState.WAITING),
        ahead=told["ahead"],
        room=told["room"],
    )
    said = sentences(kind, place)
    body: dict[str, object] = {
        "id": delivery_id,
        "type": kind,
        "site": told["site"],
        "clinic": place.clinic,
        "clinicNames": place.names,
        "floor": place.floor,
        "ticket": place.label,
        "number": place.number,
        "room": place.room,
        "position": place.position,
        "ahead": place.ahead,
        "at": told["at"],
        "link": told["link"],
        "message": said["ar"],
        "messageEn": said["en"],
        "messageTh": said["th"],
    }
    if phone_url is not None:
        body["url"] = phone_url.rstrip("/") + told["link"]
    if told.get("mobile") is not None:
        body["mobile"] = told["mobile"]
    return to_json(body)


def ping(delivery_id: str, at: str) -> bytes:
    """What is sent to try a web-hook."""
    return to_json({"id": delivery_id, "type": PING, "at": at})


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """The value of Dawr-Signature: HMAC-SHA256 over the timestamp, a dot and the body."""
    signed = str(timestamp).encode("ascii") + b"." + body
    made = hmac.new(secret.encode("utf-8"), signed, hashlib.sha256).hexdigest()
    return f"t={timestamp},v1={made}"
