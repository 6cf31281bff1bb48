"""One id from the request to its log lines, events, body and headers, and to nobody else's."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from domain.correlation import CORRELATION, correlated
from server.cache.flights import Flights
from server.options import Options
from tests.postgres import Database
from tests.server import processes
from tests.server.conftest import Served, serving
from tests.server.ear import PATIENCE_S
from tests.server.interleaved import FAULTY, INTERLEAVED, REFUSED
from tests.server.test_metrics import scraped, value

MANY, AT_ONCE = 300, 40
BUSY = 503
"""What a slow machine may say of the lock it waits for; that too is under the caller's id."""
NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A field's name. Source: RFC 9110, section 5.6.2."""
_PROGRAM = """
import server.app, tests.server.interleaved
server.app.ROUTERS += (tests.server.interleaved.router,)
"""


@pytest.mark.timeout(120)
async def test_hundreds_at_once_keep_their_ids_apart(database: Database, tmp_path: Path) -> None:
    """Each waits, leaves work behind and moves a ticket; a third is refused, some have a fault."""
    with processes.ready(tmp_path / "log", database.login("server"), before=_PROGRAM) as command:
        limits = httpx.Limits(max_connections=AT_ONCE)
        async with httpx.AsyncClient(
            base_url=command.url, timeout=PATIENCE_S * 3, limits=limits
        ) as client:

            async def ask(mark: int) -> httpx.Response:
                headers = {"X-Correlation-ID": f"c-{mark}"}
                return await client.post(INTERLEAVED, json={"mark": mark}, headers=headers)

            answers = await asyncio.gather(*map(ask, range(1, MANY + 1)))
        command.end()
    lines = [json.loads(line) for line in command.said().splitlines() if line.startswith("{")]

    for mark, answer in enumerate(answers, start=1):
        assert answer.headers["x-correlation-id"] == f"c-{mark}"
        assert answer.status_code in (expected(mark), BUSY)
        assert answer.json().get("correlation_id") == (
            f"c-{mark}" if expected(mark) > 200 else None
        )
    assert crossed(lines) == []
    steps = [line["mark"] for line in lines if line["event"] == "step"]
    drawn = {
        f"c-{mark}": f"{mark}"
        for mark, answer in enumerate(answers, start=1)
        if answer.status_code != BUSY
    }
    assert len(steps) == 4 * MANY + len(drawn)
    assert set(steps) == set(range(1, MANY + 1))
    requests = [line for line in lines if line["event"] == "request"]
    assert {line["correlation_id"] for line in requests} == {f"c-{n}" for n in range(1, MANY + 1)}
    assert {(line["method"], line["route"]) for line in requests} == {("POST", INTERLEAVED)}
    faults = [line for line in lines if line["event"] == "fault"]
    assert all(f"mark {line['correlation_id'][2:]}" in line["exception"] for line in faults)
    assert len(faults) == len([answer for answer in answers if answer.status_code == 500])
    events = database.rows(
        "select e.correlation_id, p.name from event e join ticket t on t.id = e.ticket_id"
        " join patient p on p.id = t.patient_id where e.kind = 'ENTERED'"
    )
    assert dict(events) == drawn
    assert len(events) == len(drawn) > MANY / 2


def expected(mark: int) -> int:
    if mark % REFUSED == 0:
        return 404
    return 500 if mark % FAULTY == 0 else 200


def crossed(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines of one request that bear the id of another, or none."""
    return [
        line
        for line in lines
        if line["event"] == "step" and line.get("correlation_id") != f"c-{line['mark']}"
    ]


async def test_a_read_that_many_share_is_under_nobodys_id() -> None:
    flights: Flights[str | None] = Flights()
    going = asyncio.Event()

    async def read() -> str | None:
        await going.wait()
        return CORRELATION.get()

    async def ask(name: str) -> tuple[str | None, str | None]:
        with correlated(name):
            found = await flights.join("board", read, lambda _: True)
            return found, CORRELATION.get()

    asking = [asyncio.create_task(ask(name)) for name in ("c-1", "c-2")]
    await asyncio.sleep(0)
    going.set()

    assert await asyncio.gather(*asking) == [(None, "c-1"), (None, "c-2")]
    assert CORRELATION.get() is None


async def test_what_a_request_leaves_in_the_log_is_not_personal(served: Served) -> None:
    ticket = await served.enter(user="P-100", name="Maryam", mobile="+97455512345")
    secret = str(ticket["token"])
    with capture_logs() as said:
        await served.get(f"/queue/position?token={secret}")
        await served.post("/queue/cancel", {"token": secret})
        await served.post("/queue/cancel", {"token": secret})
        await served.get("/patient/status?patientId=P-100", secret)
        await served.client.get(f"/t/{secret}")
        await served.client.delete("/api/v1/holds/SECRETHOLD")
        await served.get("/nowhere/P-100")
        await served.post("/nowhere/P-100", {})

    lines = [
        (line["method"], line["route"], line["status"], line.get("code"))
        for line in said
        if line["event"] == "request"
    ]
    assert ("POST", "/api/v1/queue/cancel", 200, None) in lines
    assert ("POST", "/api/v1/queue/cancel", 409, "WRONG_STATE") in lines
    assert ("DELETE", "/api/v1/holds/{hold}", 404, "HOLD_NOT_FOUND") in lines
    assert not [one for one in lines if one[2] == 200 and one[0] == "GET"]
    for personal in (secret, "P-100", "Maryam", "97455512345", "SECRETHOLD", "nowhere"):
        assert personal not in repr(said)


async def test_who_asks_too_often_does_not_fill_the_log(database: Database) -> None:
    options = Options(rate_limit_per_address=1)
    with capture_logs() as said:
        async with serving(database, options=options) as served:
            statuses = [(await served.post("/queue/enter", {})).status_code for _ in range(20)]

    assert statuses == [422] + [429] * 19
    assert len([line for line in said if line["event"] == "request"]) == 1


async def test_who_is_nobody_and_never_counted_does_not_fill_the_log(served: Served) -> None:
    """Reads, pages and calls for staff have no limit; what is refused of them is counted alone."""
    with capture_logs() as said:
        await refused_things(served, None)

    assert [line for line in said if line["event"] == "request"] == []
    found = await scraped(served.client)
    for route in ("queue/status", "queue/call", "admin/settings"):
        labels = {"route": f"/api/v1/{route}", "status": "4xx"}
        assert value(found, "dawr_request_duration_seconds_count", **labels) == 1
    assert value(found, "dawr_refusals_total", code="CLINIC_NOT_FOUND") == 1
    assert value(found, "dawr_refusals_total", code="UNAUTHORIZED") == 4


async def test_what_is_refused_to_a_token_leaves_its_line(served: Served) -> None:
    with capture_logs() as said:
        await refused_things(served, "kiosk")

    lines = [(line["route"], line["status"]) for line in said if line["event"] == "request"]
    assert lines == [
        ("/api/v1/queue/status", 404),
        ("/api/v1/queue/position", 404),
        ("/api/v1/admin/status", 403),
        ("/api/v1/queue/call", 403),
        ("/api/v1/admin/settings", 403),
    ]


async def refused_things(served: Served, scope: str | None) -> None:
    await served.get("/queue/status?clinic=none", scope)
    await served.get("/queue/position?clinic=lab&user=P-1", scope)
    await served.get("/admin/status", scope)
    await served.post("/queue/call", {"clinic": "lab"}, scope)
    shown = {} if scope is None else {"Authorization": f"Bearer {served.tokens[scope]}"}
    await served.client.patch("/api/v1/admin/settings", json={}, headers=shown)
    await served.client.get("/t/nobody")
    await served.client.post("/t/nobody/cancel", data={"key": "k"})


ASKED = (
    ("GET", "/healthz", b""),
    ("GET", "/metrics", b""),
    ("GET", "/api/v1/clinics", b""),
    ("GET", "/api/v1/docs", b""),
    ("GET", "/api/v1/openapi.json", b""),
    ("GET", "/t/unknown", b""),
    ("GET", "/nowhere", b""),
    ("PUT", "/api/v1/clinics", b""),
    ("POST", "/api/v1/queue/enter", b'{"clinic":"lab"}'),
    ("POST", "/api/v1/queue/enter", b'{"clinic":"lab"}'),
    ("POST", "/api/v1/queue/enter", b"{"),
    ("POST", "/api/v1/queue/call", b"{}"),
    ("POST", "/api/v1/queue/enter", b"x" * 70_000),
    ("GET", "/api/v1/events/stream?clinic=lab", b""),
    ("GET", "/api/v1/events/stream?clinic=none", b""),
)


async def test_every_headers_name_is_one_as_bytes_on_the_wire(database: Database) -> None:
    """The old fault: a blank in a header's name, which some clients take and others do not."""
    seen: set[bytes] = set()
    async with serving(database, options=Options(rate_limit_per_address=3)) as served:
        for method, path, body in (*ASKED, *ASKED[8:10]):
            head = await answer_head(served.url, method, path, body)
            first, *lines = head.split(b"\r\n")
            names = [line.partition(b":")[0] for line in lines]
            assert first.startswith(b"HTTP/1.1 ")
            assert [name for name in names if not NAME.fullmatch(name)] == [], (method, path)
            assert names.count(b"x-correlation-id") == 1, (method, path)
            seen.update(names)

    assert {b"x-ratelimit-limit", b"retry-after", b"idempotency-replayed", b"allow"} <= seen


async def answer_head(url: str, method: str, path: str, body: bytes) -> bytes:
    """The first line and the headers of an answer, as they came."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: k\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    )
    writer.write(body)
    async with asyncio.timeout(PATIENCE_S):
        head = await reader.readuntil(b"\r\n\r\n")
    writer.close()
    return head.removesuffix(b"\r\n\r\n")
