"""The description of the API: complete, true, and served without the internet."""

from __future__ import annotations

import re
from typing import Any

from server.calls import guarded
from server.guarded import scopes_of
from server.refusals import WORDS
from tests.server.conftest import Served

CALLS = {
    ("GET", "/api/v1/clinics"),
    ("POST", "/api/v1/clinics/{clinic}/open"),
    ("POST", "/api/v1/clinics/{clinic}/pause"),
    ("GET", "/api/v1/events/stream"),
    ("GET", "/api/v1/pins"),
    ("POST", "/api/v1/pins/{clinic}/regenerate"),
    ("POST", "/api/v1/patient/login"),
    ("POST", "/api/v1/patient/verify-pin"),
    ("GET", "/api/v1/patient/status"),
    ("PATCH", "/api/v1/patient/{patientId}/route"),
    ("GET", "/api/v1/queue/position"),
    ("GET", "/api/v1/queue/status"),
    ("PATCH", "/api/v1/admin/settings"),
    *(
        ("GET", f"/api/v1/admin/{what}")
        for what in ("clinic-stats", "live-feed", "reports", "settings", "status")
    ),
    ("GET", "/api/v1/slots"),
    ("POST", "/api/v1/slots/{slot}/hold"),
    ("DELETE", "/api/v1/holds/{hold}"),
    ("POST", "/api/v1/bookings"),
    ("DELETE", "/api/v1/bookings/{code}"),
    ("POST", "/api/v1/bookings/{code}/check-in"),
    ("POST", "/api/v1/stations/pair"),
    ("GET", "/api/v1/stations/pair/{code}"),
    ("POST", "/api/v1/stations/pair/{code}/approve"),
    ("GET", "/api/v1/stations/me"),
    ("GET", "/api/v1/admin/webhooks"),
    ("POST", "/api/v1/admin/webhooks"),
    ("DELETE", "/api/v1/admin/webhooks/{name}"),
    ("POST", "/api/v1/admin/webhooks/{name}/on"),
    ("POST", "/api/v1/admin/webhooks/{name}/test"),
    ("GET", "/api/v1/admin/webhooks/{name}/dead-letters"),
    ("POST", "/api/v1/admin/webhooks/{name}/dead-letters/{letter}/again"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
    ("GET", "/t/{token}"),
    *(
        ("POST", f"/api/v1/queue/{call}")
        for call in (
            *("enter", "call", "recall", "start", "no-show", "hold", "resume", "reactivate"),
            *("undo", "priority", "transfer", "done", "cancel", "reset"),
        )
    ),
}
FREE = {"/api/v1/clinics", "/api/v1/events/stream", "/api/v1/queue/position"}
FREE |= {
    "/api/v1/queue/status",
    "/api/v1/queue/enter",
    "/api/v1/queue/cancel",
    "/api/v1/queue/done",
    *(f"/api/v1/patient/{call}" for call in ("login", "verify-pin", "status")),
}
FREE |= {
    "/api/v1/slots",
    "/api/v1/slots/{slot}/hold",
    "/api/v1/holds/{hold}",
    "/api/v1/bookings",
    "/api/v1/bookings/{code}",
    "/api/v1/bookings/{code}/check-in",
}

FREE |= {"/api/v1/stations/pair", "/api/v1/stations/pair/{code}"}


async def described(served: Served) -> dict[str, Any]:
    answer = await served.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    return dict(answer.json())


async def test_every_call_is_described(served: Served) -> None:
    paths = (await described(served))["paths"]

    found = {(method.upper(), path) for path, one in paths.items() for method in one}
    assert found == CALLS


async def test_every_schema_that_is_named_is_there(served: Served) -> None:
    answer = await served.get("/openapi.json")
    schemas = answer.json()["components"]["schemas"]

    named = set(re.findall(r"#/components/schemas/(\w+)", answer.text))
    assert named <= set(schemas)
    assert "ProblemOut" in named
    assert "HTTPValidationError" not in answer.text


async def test_the_page_needs_nothing_from_elsewhere(served: Served) -> None:
    answer = await served.get("/docs")

    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"(src|href)=.https?:|<script|@import|url\(", answer.text)
    assert "&quot;clinic&quot;: &quot;lab&quot;" in answer.text
    assert '<a href="#SLOT_TAKEN">' in answer.text
    for _, path in CALLS:
        assert f"<code>{path}</code>" in answer.text
    for refusal in WORDS:
        assert f'id="{refusal.code}"' in answer.text


def test_who_may_call_what() -> None:
    needed = {path: scopes_of(route.endpoint) for path, route in guarded()}

    assert {path for path, scopes in needed.items() if scopes is None} == FREE
    admins = {path for path, scopes in needed.items() if scopes == frozenset({"admin"})}
    below = {path for path in needed if path.startswith("/api/v1/admin/")}
    assert admins == {
        "/api/v1/queue/reset",
        "/api/v1/stations/pair/{code}/approve",
        *below,
    }
    assert below


async def test_the_process_lives_and_is_ready(served: Served) -> None:
    assert (await served.get("/healthz")).json()["success"] is True
    ready = await served.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")
