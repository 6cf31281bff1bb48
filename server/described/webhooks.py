"""The calls of web-hooks, as server.described.calls has them all."""

from __future__ import annotations

from server.described.call import Call, Json
from server.described.values import AT, LETTER, PRESSED
from server.refusals import RouteNotFound

_HOOK: Json = {
    "name": "sms",
    "url": "https://sms.clinic.example/dawr",
    "kinds": ["YOUR_TURN", "NEXT_IN_LINE"],
    "created_at": AT,
    "on": True,
    "off_at": None,
    "off_reason": None,
    "failures": 0,
    "failing_since": None,
    "due": 0,
    "dead": 1,
}
_DEAD: Json = {
    "id": LETTER,
    "type": "YOUR_TURN",
    "clinic": "lab",
    "ticket": "L-031",
    "made_at": AT,
    "dead_at": AT,
    "tries": 12,
    "error": "it answered 410",
}
_GONE = (RouteNotFound,)

_TRIED = {
    "id": LETTER,
    "delivered": True,
    "status": 200,
    "error": None,
    "answer": "taken",
    "milliseconds": 84,
}

WEBHOOKS: dict[str, Call] = {
    "GET /admin/webhooks": Call({200: {"webhooks": [_HOOK]}}),
    "POST /admin/webhooks": Call(
        {201: {"webhook": _HOOK, "secret": "kTq0…43 characters"}},
        {
            "name": "sms",
            "url": "https://sms.clinic.example/dawr",
            "kinds": ["YOUR_TURN", "NEXT_IN_LINE"],
        },
    ),
    "DELETE /admin/webhooks/{name}": Call({200: {"webhook": "sms"}}, PRESSED, _GONE),
    "POST /admin/webhooks/{name}/on": Call({200: {"webhook": _HOOK}}, PRESSED, _GONE),
    "POST /admin/webhooks/{name}/test": Call({200: _TRIED}, PRESSED, _GONE),
    "GET /admin/webhooks/{name}/dead-letters": Call(
        {200: {"dead_letters": [_DEAD]}}, refusals=_GONE
    ),
    "POST /admin/webhooks/{name}/dead-letters/{letter}/again": Call(
        {200: {"id": LETTER}}, PRESSED, _GONE
    ),
}
