"""Garbage over the wire: each piece gets a clean problem, and the next request works."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import psycopg
import pytest

from tests.system import books
from tests.system.conftest import Serving
from tests.system.raw import Answer, asked, chunked, say

LAB = b'{"clinic":"lab"}'
KIB70 = b'{"clinic":"lab","name":"' + b"x" * 70 * 1024 + b'"}'
INVALID, LARGE = (422, "INVALID_INPUT"), (413, "BODY_TOO_LARGE")
NOWHERE, METHOD = (404, "NOT_FOUND"), (405, "METHOD_NOT_ALLOWED")
CLINIC, TOKEN = (404, "CLINIC_NOT_FOUND"), (401, "UNAUTHORIZED")
KEY = "Idempotency-Key: "
CHUNKED = "Transfer-Encoding: chunked"

GARBAGE: dict[str, tuple[bytes, tuple[int, str]]] = {
    "no body": (asked(), INVALID),
    "no JSON": (asked(b"{not json"), INVALID),
    "JSON cut short": (asked(LAB[:-1]), INVALID),
    "two values": (asked(LAB + LAB), INVALID),
    "a list": (asked(b"[1]"), INVALID),
    "a bare null": (asked(b"null"), INVALID),
    "not a number": (asked(b'{"clinic":"lab","party_size":NaN}'), INVALID),
    "a clinic of a wrong type": (asked(b'{"clinic":{"a":[]}}'), INVALID),
    "a number as text": (asked(b'{"clinic":"lab","party_size":"1"}'), INVALID),
    "a truth as number": (asked(b'{"clinic":"lab","party_size":true}'), INVALID),
    "a fraction": (asked(b'{"clinic":"lab","party_size":1.5}'), INVALID),
    "a huge number": (asked(b'{"clinic":"lab","party_size":' + b"9" * 5000 + b"}"), INVALID),
    "a huge exponent": (asked(b'{"clinic":"lab","party_size":1e9999}'), INVALID),
    "a NUL": (asked(rb'{"clinic":"lab","name":"a\u0000b"}'), INVALID),
    "a raw NUL": (asked(b'{"clinic":"la\0b"}'), INVALID),
    "a lone surrogate": (asked(rb'{"clinic":"lab","name":"\udc00"}'), INVALID),
    "no UTF-8": (asked(b'{"clinic":"lab","name":"\xc3\x28"}'), INVALID),
    "UTF-16": (asked('{"clinic":"lab"}'.encode("utf-16")), INVALID),
    "deep nesting": (asked(b"[" * 30_000 + b"]" * 30_000), INVALID),
    "deep objects": (asked(b'{"clinic":' * 5000 + b"1" + b"}" * 5000), INVALID),
    "70 KiB": (asked(KIB70), LARGE),
    "70 KiB in chunks": (asked(chunked(KIB70), CHUNKED), LARGE),
    "70 KiB with a bad token": (asked(KIB70, "Authorization: Bearer x"), LARGE),
    "70 KiB to nowhere": (asked(KIB70, path="/nowhere"), LARGE),
    "a wrong content type": (asked(LAB, kind="text/plain"), INVALID),
    "a form": (asked(b"clinic=lab", kind="application/x-www-form-urlencoded"), INVALID),
    "no content type": (asked(LAB, kind=None), INVALID),
    "an unknown field": (asked(b'{"clinic":"lab","colour":"red"}'), INVALID),
    "a field of another call": (asked(b'{"clinic":"lab","room":"1"}'), INVALID),
    "an unknown clinic": (asked(b'{"clinic":"moon"}'), CLINIC),
    "an injection": (asked(b'{"clinic":"lab\';drop table dawr.ticket;--"}'), CLINIC),
    "an unknown route": (asked(LAB, path="/api/v1/queue/leave"), NOWHERE),
    "a route with a slash more": (asked(LAB, path="/api/v1/queue/enter/"), NOWHERE),
    "a path that climbs": (asked(path="/api/v1/../../etc/passwd", method="GET"), NOWHERE),
    "a path of NULs": (asked(path="/%00%00", method="GET"), NOWHERE),
    "a wrong method": (asked(path="/api/v1/queue/enter", method="DELETE"), METHOD),
    "a strange method": (asked(path="/api/v1/queue/enter", method="PROPFIND"), METHOD),
    "a call without a token": (asked(LAB, path="/api/v1/queue/call"), TOKEN),
    "a bad body without a token": (asked(b"{", path="/api/v1/queue/call"), TOKEN),
    "a token of no ASCII": (
        asked(LAB, "Authorization: Bearer \xe4", path="/api/v1/queue/call"),
        TOKEN,
    ),
    "10,000 query parameters": (
        asked(path="/api/v1/queue/status?" + "c=a&" * 10_000, method="GET"),
        INVALID,
    ),
    "5,000 clinics": (
        asked(path="/api/v1/events/stream?" + "clinic=a&" * 5000, method="GET"),
        INVALID,
    ),
    "a query of percent signs": (
        asked(path="/api/v1/queue/status?clinic=%%%", method="GET"),
        CLINIC,
    ),
    "an empty query": (asked(path="/api/v1/queue/status?clinic=", method="GET"), INVALID),
    "an empty key": (asked(LAB, KEY), INVALID),
    "a key too long": (asked(LAB, KEY + "k" * 201), INVALID),
    "a key of no ASCII": (asked(LAB, KEY + "\xe4"), INVALID),
    "a key with a tab": (asked(LAB, KEY + "a\tb"), INVALID),
    "a key of another type": (asked(b'{"clinic":"lab","idempotency_key":7}'), INVALID),
    "a key with a line end": (asked(rb'{"clinic":"lab","idempotency_key":"a\nb"}'), INVALID),
    "a malformed correlation id": (asked(b"{", "X-Correlation-ID: a b;c"), INVALID),
    "a correlation id too long": (asked(b"{", "X-Correlation-ID: " + "a" * 129), INVALID),
    "an empty correlation id": (asked(b"{", "X-Correlation-ID: "), INVALID),
}
NO_HTTP = {
    "a header with a NUL": asked(LAB, "X-Correlation-ID: a\0b"),
    "a header without a name": asked(LAB, ": x"),
    "a length and chunks": asked(chunked(LAB), CHUNKED, "Content-Length: 3"),
    "two lengths": asked(LAB, "Content-Length: 3"),
    "a length below nothing": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
    "an address without an end": asked(path="/?" + "clinic=a&" * 10_000, method="GET"),
    "bytes of no meaning": bytes(range(256)) + b"\r\n\r\n",
    "a TLS greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
}


@pytest.fixture
def admin(serving: Serving) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(serving.program.conninfo(), autocommit=True) as one:
        yield one


def enters(serving: Serving) -> int:
    """A normal request; answers its number."""
    answer = serving.post("/queue/enter", {"clinic": "ent"})
    assert answer.status_code == 201, answer.text
    return int(answer.json()["number"])


def assert_clean(answer: Answer, status: int, code: str) -> None:
    """A problem as the contract says, which names nothing of what is behind it."""
    assert answer.status == status, answer
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.problem
    assert (told["success"], told["status"], told["code"]) == (False, status, code)
    assert {"type", "title", "detail", "error", "message"} <= told.keys()
    assert re.fullmatch(r"[A-Za-z0-9._:-]{1,128}", told["correlation_id"])
    assert answer.headers["x-correlation-id"] == told["correlation_id"]
    assert (status == 422) == ("errors" in told)
    text = answer.body.decode().lower()
    assert not [
        word for word in ("traceback", "psycopg", "select ", ".py", "line ") if word in text
    ]


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_refused_plainly_and_the_next_request_works(serving: Serving, name: str) -> None:
    request, (status, code) = GARBAGE[name]

    answer = say(serving.program.url, request)

    assert_clean(answer, status, code)
    enters(serving)


@pytest.mark.parametrize("name", NO_HTTP)
def test_what_is_no_http_harms_nobody(serving: Serving, name: str) -> None:
    answer = say(serving.program.url, NO_HTTP[name])

    assert 400 <= answer.status < 500
    assert b"Traceback" not in answer.body
    enters(serving)


def test_a_header_that_smuggles_another_is_given_back_as_nothing(serving: Serving) -> None:
    forged = "X-Correlation-ID: good\r\nSet-Cookie: owned=1"

    answer = say(serving.program.url, asked(LAB.replace(b"lab", b"ent"), forged))

    assert answer.status == 201
    assert "set-cookie" not in answer.headers
    assert answer.headers["x-correlation-id"] == "good"


@pytest.mark.parametrize("given", ["a b", "", "\xe4", "x" * 129, "<script>"])
def test_a_correlation_id_that_cannot_be_one_is_replaced(serving: Serving, given: str) -> None:
    answer = say(serving.program.url, asked(b"{", f"X-Correlation-ID: {given}"))

    assert answer.problem["correlation_id"] != given
    assert answer.headers["x-correlation-id"] == answer.problem["correlation_id"]


def test_a_good_correlation_id_reaches_answer_and_log(
    serving: Serving, admin: psycopg.Connection[tuple[object, ...]]
) -> None:
    body = json.dumps({"clinic": "ent"}).encode()

    answer = say(serving.program.url, asked(body, "X-Request-ID: desk-7:press.1"))

    rows = admin.execute(
        "select kind from dawr.event where correlation_id = 'desk-7:press.1'"
    ).fetchall()
    assert answer.headers["x-correlation-id"] == "desk-7:press.1"
    assert rows == [("ENTERED",)]


def test_after_all_of_it_the_books_are_right(
    serving: Serving, admin: psycopg.Connection[tuple[object, ...]]
) -> None:
    before = books.numbers(admin, "lab")
    for request, _ in GARBAGE.values():
        say(serving.program.url, request)

    assert books.numbers(admin, "lab") == before
    assert books.wrongs(admin) == []
