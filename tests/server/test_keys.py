"""Idempotency keys and correlation ids over HTTP."""

from __future__ import annotations

import asyncio
import json
import re

import pytest

from tests.server.conftest import Served, until
from tests.server.test_refusals import problem

REPLAYED = "idempotency-replayed"


@pytest.mark.parametrize("where", ["header", "body"])
async def test_a_repeated_press_gives_the_first_answer(served: Served, where: str) -> None:
    body = {"clinic": "lab", "user": "P-1"}
    headers = {}
    if where == "header":
        headers["Idempotency_Key"] = "press-1"
    else:
        body["idempotency_key"] = "press-1"

    first = await served.post("/queue/enter", body, **headers)
    await served.enter()
    again = await served.post("/queue/enter", body, **headers)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert REPLAYED not in first.headers
    assert again.headers[REPLAYED] == "true"
    assert served.database.value("select count(*) from ticket") == 2


async def test_a_key_is_of_its_payload_in_any_spelling(served: Served) -> None:
    key = {"Idempotency_Key": "press-1"}
    await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"}, **key)

    same = await served.post("/queue/enter", {"user": "P-1", "clinic": "lab"}, **key)
    other = await served.post("/queue/enter", {"clinic": "lab", "user": "P-2"}, **key)

    assert same.headers[REPLAYED] == "true"
    problem(other, 422, "IDEMPOTENCY_KEY_REUSED")


async def test_the_headers_key_wins(served: Served) -> None:
    body = {"clinic": "lab", "idempotency_key": "in the body"}
    await served.post("/queue/enter", body, Idempotency_Key="one")

    other = await served.post("/queue/enter", body, Idempotency_Key="two")
    again = await served.post(
        "/queue/enter", {"clinic": "lab", "idempotency_key": "else"}, Idempotency_Key="one"
    )

    assert REPLAYED not in other.headers
    assert again.headers[REPLAYED] == "true"


async def test_a_key_is_of_its_call_and_its_user(served: Served) -> None:
    key = {"Idempotency_Key": "press-1"}
    body = {"clinic": "lab"}
    numbers = [
        (await served.post("/queue/enter", body, scope, **key)).json()["number"]
        for scope in (None, "staff", "kiosk", None, "staff")
    ]
    called = await served.post("/queue/call", body, "staff", **key)

    assert numbers == [1, 2, 3, 1, 2]
    assert called.status_code == 200
    assert REPLAYED not in called.headers


async def test_a_patients_key_is_his_who_shows_the_bearer(served: Served) -> None:
    """The old fault: all who showed a ticket's token had their keys in common with everybody."""
    first, second = [str((await served.enter("xr"))["token"]) for _ in range(2)]
    key, body = {"Idempotency_Key": "press-1"}, {"clinic": "lab"}
    bearers = [None, first, second, "nonsense", "x" * 43]

    drawn = [await served.post("/queue/enter", body, bearer, **key) for bearer in bearers]
    again = [await served.post("/queue/enter", body, bearer, **key) for bearer in bearers]

    assert [one.json()["number"] for one in drawn] == [1, 2, 3, 4, 5]
    assert len({one.json()["token"] for one in drawn}) == 5
    assert [one.headers.get(REPLAYED) for one in (*drawn, *again)] == [None] * 5 + ["true"] * 5
    assert [one.content for one in again] == [one.content for one in drawn]


async def test_of_whose_a_key_is_nothing_is_kept_that_opens_anything(served: Served) -> None:
    token = str((await served.enter("xr"))["token"])
    for bearer in (token, None, "staff"):
        await served.post("/queue/enter", {"clinic": "lab"}, bearer, Idempotency_Key="press-1")

    kept = {user for (user,) in served.database.rows("select user_name from idempotency")}
    assert {None, "The staff token"} < kept
    assert len(kept) == 3
    assert token not in repr(kept)


async def test_every_move_repeats_its_answer(served: Served) -> None:
    await served.enter()
    moves = [
        ("/queue/call", {"clinic": "lab"}, "staff"),
        ("/queue/recall", {"clinic": "lab", "number": 1}, "staff"),
        ("/queue/transfer", {"clinic": "lab", "number": 1, "to": "xr"}, "staff"),
        ("/clinics/lab/pause", {"reason": "lunch"}, "staff"),
        ("/clinics/lab/open", {}, "staff"),
        ("/queue/reset", {"clinic": "xr", "reason": "drill"}, "admin"),
    ]
    for path, body, scope in moves:
        first = await served.post(path, body, scope, Idempotency_Key="k")
        events = served.database.value("select count(*) from event")
        again = await served.post(path, body, scope, Idempotency_Key="k")

        assert first.status_code == 200, path
        assert (again.status_code, again.content) == (200, first.content), path
        assert again.headers[REPLAYED] == "true", path
        assert served.database.value("select count(*) from event") == events, path


async def test_a_key_that_cannot_be_one(served: Served) -> None:
    for key in ("", "k" * 201, "schlüssel"):
        answer = await served.client.post(
            "/api/v1/queue/enter",
            json={"clinic": "lab"},
            headers={b"Idempotency-Key": key.encode("latin-1")},
        )
        told = problem(answer, 422, "INVALID_INPUT")
        assert "Idempotency-Key" in json.dumps(told["errors"])


async def test_one_key_sent_fifty_times_at_once_by_senders_half_of_whom_are_cut_off(
    served: Served,
) -> None:
    host, port = served.url.removeprefix("http://").split(":")
    body = b'{"clinic":"lab","user":"P-1"}'
    request = (
        b"POST /api/v1/queue/enter HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        b"Idempotency-Key: one press\r\nConnection: close\r\n"
        b"Content-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body
    )

    async def send(number: int) -> bytes | None:
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(request)
        await writer.drain()
        if number % 2:
            writer.transport.abort()
            return None
        answer = await reader.read()
        writer.close()
        return answer

    answers = [one for one in await asyncio.gather(*map(send, range(50))) if one is not None]

    assert len(answers) == 25
    assert all(one.startswith(b"HTTP/1.1 201 ") for one in answers)
    assert len({one.partition(b"\r\n\r\n")[2] for one in answers}) == 1
    assert sum(b"idempotency-replayed" in one for one in answers) >= 24
    await until(lambda: len(served.backend.hub) == 0, "all are gone")
    assert served.database.rows("select number from ticket") == [(1,)]


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({"X-Correlation-ID": "kiosk:7.a_b-C"}, "kiosk:7.a_b-C"),
        ({"X-Request-ID": "from-a-proxy"}, "from-a-proxy"),
        ({"X-Correlation-ID": "mine", "X-Request-ID": "theirs"}, "mine"),
        ({"X-Correlation-ID": "c" * 128}, "c" * 128),
        ({"X-Correlation-ID": "c" * 129}, None),
        ({"X-Correlation-ID": "with space"}, None),
        ({"X-Correlation-ID": "<script>"}, None),
        ({"X-Correlation-ID": ""}, None),
        ({}, None),
    ],
)
async def test_one_id_goes_through_a_whole_action(
    served: Served, headers: dict[str, str], told: str | None
) -> None:
    answer = await served.client.post(
        "/api/v1/queue/enter", json={"clinic": "lab"}, headers=headers
    )

    found = answer.headers["x-correlation-id"]
    assert found == told or (told is None and re.fullmatch("[0-9a-f]{32}", found))
    assert served.database.value("select correlation_id from event where kind = 'ENTERED'") == found


async def test_requests_at_once_keep_their_ids_apart(served: Served) -> None:
    async def ask(number: int) -> bool:
        answer = await served.get("/queue/status?clinic=no", X_Correlation_ID=f"c-{number}")
        return bool(answer.json()["correlation_id"] == f"c-{number}")

    assert all(await asyncio.gather(*map(ask, range(40))))
