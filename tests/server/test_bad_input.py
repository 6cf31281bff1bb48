"""Bad input of every kind gets a plain answer of the 400s, and the server goes on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import from_json

from server.moving import payload_of
from tests.server.conftest import Served
from tests.server.test_refusals import problem

JSON = {"Content-Type": "application/json"}
BODIES = {
    "nothing": b"",
    "no JSON": b"{not json",
    "cut short": b'{"clinic": "lab"',
    "two values": b'{"clinic":"lab"}{"clinic":"lab"}',
    "a list": b'["lab"]',
    "a word": b'"lab"',
    "null": b"null",
    "a number": b"1",
    "not a number": b'{"clinic":"lab","party_size":NaN}',
    "no UTF-8": b'{"clinic":"\xff\xfe"}',
    "UTF-16": json.dumps({"clinic": "lab"}).encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"clinic":"lab"}',
    "a lone surrogate": rb'{"clinic":"\ud800"}',
    "a NUL": rb'{"clinic":"lab\u0000"}',
    "a NUL in a name": rb'{"clinic":"lab","name":"A\u0000B"}',
    "a line end in a name": rb'{"clinic":"lab","name":"A\nB"}',
    "deep nesting": b'{"clinic":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "a huge number": b'{"clinic":"lab","party_size":' + b"9" * 20_000 + b"}",
    "a huge fraction": b'{"clinic":"lab","party_size":1e999}',
    "an unknown field": b'{"clinic":"lab","colour":"red"}',
    "a number as text": b'{"clinic":"lab","party_size":"2"}',
    "a number too big": b'{"clinic":"lab","party_size":21}',
    "a number too small": b'{"clinic":"lab","party_size":0}',
    "a truth as number": b'{"clinic":"lab","party_size":true}',
    "no clinic": b"{}",
    "an empty clinic": b'{"clinic":""}',
    "a clinic that is a number": b'{"clinic":5}',
    "a clinic too long": b'{"clinic":"' + b"x" * 65 + b'"}',
    "a patient with a space": b'{"clinic":"lab","user":"A 1"}',
    "a patient in other digits": '{"clinic":"lab","user":"١٢"}'.encode(),
    "a patient with a line end": rb'{"clinic":"lab","user":"A1\n"}',
    "a patient too long": b'{"clinic":"lab","user":"' + b"1" * 65 + b'"}',
    "a mobile without country": b'{"clinic":"lab","mobile":"0551234567"}',
    "a third gender": b'{"clinic":"lab","gender":"any"}',
    "an unknown priority": b'{"clinic":"lab","priority":"vip"}',
    "an empty key": b'{"clinic":"lab","idempotency_key":""}',
    "a key too long": b'{"clinic":"lab","idempotency_key":"' + b"k" * 201 + b'"}',
}


async def test_every_bad_body_is_refused_and_says_where(served: Served) -> None:
    for name, body in BODIES.items():
        answer = await served.client.post("/api/v1/queue/enter", content=body, headers=JSON)

        assert answer.status_code == 422, name
        errors = problem(answer, 422, "INVALID_INPUT")["errors"]
        assert isinstance(errors, list), name
        assert errors, name
        assert all(set(one) == {"loc", "msg"} for one in errors), name
    assert served.database.value("select count(*) from ticket") == 0


async def test_another_content_type_is_refused(served: Served) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "nonsense"):
        answer = await served.client.post(
            "/api/v1/queue/enter", content=b'{"clinic":"lab"}', headers={"Content-Type": kind}
        )
        problem(answer, 422, "INVALID_INPUT")


async def test_a_body_that_comes_in_pieces_is_measured_too(served: Served) -> None:
    async def pieces(count: int) -> AsyncIterator[bytes]:
        for _ in range(count):
            yield b" " * 1024

    at_most = await served.client.post("/api/v1/queue/enter", content=pieces(64), headers=JSON)
    more = await served.client.post("/api/v1/queue/enter", content=pieces(65), headers=JSON)

    problem(at_most, 422, "INVALID_INPUT")
    problem(more, 413, "BODY_TOO_LARGE")


QUERIES = [
    "/queue/status",
    "/queue/status?clinic=",
    "/queue/status?clinic=%00",
    "/queue/status?clinic=" + "x" * 65,
    "/queue/position",
    "/queue/position?token=",
    "/queue/position?token=a%20b",
    "/queue/position?token=%00",
    "/events/stream?clinic=",
    "/events/stream?clinic=%00",
    "/events/stream?" + "clinic=lab&" * 101,
]


async def test_a_bad_query_is_refused(served: Served) -> None:
    for query in QUERIES:
        answer = await served.get(query)
        assert answer.status_code == 422, query
        problem(answer, 422, "INVALID_INPUT")


async def test_a_strange_clinic_is_one_that_is_not_there(served: Served) -> None:
    for code in ("%ff", "%ed%a0%80", "'--", "%E2%84%AAlab"):
        problem(await served.get(f"/queue/status?clinic={code}"), 404, "CLINIC_NOT_FOUND")


TICKETS = [
    {},
    {"clinic": "lab"},
    {"number": 1},
    {"clinic": "lab", "number": 1, "token": "a"},
    {"clinic": "lab", "number": 0},
    {"clinic": "lab", "number": 2**31},
    {"clinic": "lab", "number": 1.5},
    {"clinic": "lab", "number": 1, "reason": ""},
    {"clinic": "lab", "number": 1, "reason": "x" * 501},
    {"token": "with space"},
]


async def test_a_ticket_is_named_in_one_way(served: Served) -> None:
    for body in TICKETS:
        problem(await served.post("/queue/start", body, "staff"), 422, "INVALID_INPUT")


async def test_moves_that_need_more_say_what(served: Served) -> None:
    await served.enter()
    named = {"clinic": "lab", "number": 1}
    same = {**named, "to": "lab"}
    told = problem(await served.post("/queue/transfer", same, "staff"), 422, "INVALID_INPUT")
    assert told["errors"] == [{"loc": ["body", "to"], "msg": "is not valid"}]
    problem(await served.post("/queue/priority", named, "staff"), 422, "INVALID_INPUT")
    problem(await served.post("/queue/reset", {"clinic": "lab"}, "admin"), 422, "INVALID_INPUT")
    problem(await served.post("/clinics/lab/pause", {}, "staff"), 422, "INVALID_INPUT")
    naive = {"reason": "r", "until": "2026-01-01T00:00:00"}
    problem(await served.post("/clinics/lab/pause", naive, "staff"), 422, "INVALID_INPUT")


NO_END = [
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59Z",
    "2101-01-01T00:00:00Z",
    "2101-01-01T02:00:00+01:00",
    "1999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+14:00",
    "+10000-01-01T00:00:00Z",
    "infinity",
    1_800_000_000,
    "1800000000",
]
"""An instant that some time zone does not have broke every answer that tells of the clinic."""


async def test_a_pause_has_no_end_that_cannot_be_told(served: Served) -> None:
    for until in NO_END:
        asked = {"reason": "r", "until": until}
        problem(await served.post("/clinics/lab/pause", asked, "staff"), 422, "INVALID_INPUT")
    assert served.database.value("select count(*) from clinic where paused") == 0

    asked = {"reason": "r", "until": "2100-12-31T23:59:59Z"}
    assert (await served.post("/clinics/lab/pause", asked, "staff")).status_code == 200
    assert (await served.get("/clinics")).status_code == 200


NO_HTTP = [
    b"\x00\x01\x02\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"POST /api/v1/queue/enter HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"POST /api/v1/queue/enter HTTP/1.1\r\nContent-Length: x\r\n\r\n",
    b"POST /api/v1/queue/enter HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
]


async def test_what_is_no_http_ends_with_its_connection_only(served: Served) -> None:
    host, port = served.url.removeprefix("http://").split(":")
    for sent in NO_HTTP:
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(sent)
        writer.write_eof()
        async with asyncio.timeout(10):
            answer = await reader.read()
        writer.close()

        assert answer == b"" or answer.startswith(b"HTTP/1.1 4"), sent[:40]
        assert b"Traceback" not in answer
    assert (await served.get("/healthz")).status_code == 200


async def test_an_unknown_bearer_scheme_is_no_bearer(served: Served) -> None:
    for given_ in ("Basic YTpi", "Bearer", "bearer\tx", "Bearer ä"):
        answer = await served.client.post(
            "/api/v1/queue/call", json={}, headers={b"Authorization": given_.encode("latin-1")}
        )
        problem(answer, 401, "UNAUTHORIZED")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(max_size=5), json_values, max_size=5), st.text(max_size=9))
def test_the_payload_is_the_body_in_any_order_without_its_key(
    body: dict[str, object], key: str
) -> None:
    reversed_ = dict(reversed(body.items()))
    reread = from_json(json.dumps({**reversed_, "idempotency_key": key}))
    body.pop("idempotency_key", None)

    assert payload_of(reread) == payload_of(body)
    assert payload_of({**body, "more": 1}) != payload_of({**body, "more": 2})
