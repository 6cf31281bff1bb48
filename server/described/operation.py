"""What stands at the root, beside the API: is it alive, can it work, metrics, the phone page."""

from __future__ import annotations

from typing import Any

from domain import errors
from server.described import answers
from server.described.values import TOKEN

Json = dict[str, Any]

_METRICS = """# HELP dawr_feeds_open Clients that listen to the feed of this process.
# TYPE dawr_feeds_open gauge
dawr_feeds_open 214.0
"""
_PAGE = {"text/html": {"schema": {"type": "string"}, "example": "<!doctype html>…"}}


def _ok(description: str, content: Json) -> Json:
    return {"description": description, "headers": answers.headers(), "content": content}


def _status(status: str, **more: str) -> Json:
    properties = {name: {"type": "string"} for name in ("status", *more)}
    return {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["success", *properties],
                "properties": {"success": {"const": True}, **properties},
            },
            "examples": answers.success({"status": status, **more}),
        }
    }


OPERATION: dict[str, Json] = {
    "/healthz": {"200": _ok("The process lives", _status("alive"))},
    "/readyz": {
        "200": _ok("It can work", _status("ready", revision="0002_promises")),
        **answers.refused((errors.StoreAway,)),
    },
    "/metrics": {
        "200": _ok(
            "Prometheus text; for this machine itself and for administrators",
            {"text/plain": {"schema": {"type": "string"}, "example": _METRICS}},
        ),
        **answers.refused((errors.Unauthorized, errors.NotAllowed, errors.Busy, errors.StoreAway)),
    },
}
PAGES: Json = {
    "/t/{token}": {
        "get": {
            "tags": ["Phone"],
            "summary": "Phone page",
            "operationId": "get_phone_page",
            "description": (
                "The page that a ticket's QR leads to, for people: live, in their language, also"
                " without scripts."
            ),
            "security": [{}],
            "parameters": [
                {
                    "name": "token",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                    "example": TOKEN,
                },
                {
                    "name": "lang",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["ar", "en", "th"]},
                    "example": "en",
                },
            ],
            "responses": {
                "200": _ok("The page", _PAGE),
                "404": _ok("No ticket of today has this token", _PAGE),
                "503": _ok("The system is not ready; the page tries again by itself", _PAGE),
            },
        }
    }
}
"""Described by hand: the page's own router stands outside of the API."""
