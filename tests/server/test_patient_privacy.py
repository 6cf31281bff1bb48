"""Knowing a patient's id opens nothing: to a stranger, to another's token; his own and staff do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from tests.server.conftest import Served
from tests.server.test_pins import another, pin_of

HIM = "SECRET-1"
BODY = {"patientId": HIM, "gender": "female", "examType": "general"}
FAR = 41
"""His number: nothing else in an answer is this."""

CALLS: dict[str, tuple[str, str, dict[str, Any] | None]] = {
    "login": ("POST", "/patient/login", BODY),
    "enter due": ("POST", "/queue/enter", {"clinic": "eye", "user": HIM}),
    "enter on the route": ("POST", "/queue/enter", {"clinic": "der", "user": HIM}),
    "enter off the route": ("POST", "/queue/enter", {"clinic": "aud", "user": HIM}),
    "position": ("GET", f"/queue/position?clinic=eye&user={HIM}", None),
    "status": ("GET", f"/patient/status?patientId={HIM}", None),
    "edit": ("PATCH", f"/patient/{HIM}/route", {"action": "remove_from_queue", "reason": "x"}),
    "done": ("POST", "/queue/done", {"clinic": "eye", "user": HIM}),
    "done with a pin": ("POST", "/queue/done", {"clinic": "eye", "user": HIM, "pin": "wrong"}),
    "verify-pin": (
        "POST",
        "/patient/verify-pin",
        {"patientId": HIM, "clinic": "eye", "pin": "wrong", "queueNumber": FAR},
    ),
    "verify-pin, number guessed": (
        "POST",
        "/patient/verify-pin",
        {"patientId": HIM, "clinic": "eye", "pin": "wrong", "queueNumber": 1},
    ),
    "feed": ("GET", f"/events/stream?clinic=eye&user={HIM}", None),
}
EXPECTED: dict[str, tuple[int | str, int | str, int | str]] = {
    # stranger and another's token, his token, staff
    "login": ("ALREADY_WAITING", 200, 200),
    "enter due": ("ALREADY_WAITING", 200, 200),
    "enter on the route": ("ALREADY_WAITING", "PREVIOUS_NOT_COMPLETED", 201),
    "enter off the route": ("ALREADY_WAITING", "CLINIC_NOT_IN_PATH", 201),
    "position": ("UNAUTHORIZED", "UNAUTHORIZED", 200),
    "status": ("closed", 200, 200),
    "edit": ("UNAUTHORIZED", "UNAUTHORIZED", 200),
    "done": ("closed", "INVALID_INPUT", 200),
    "done with a pin": ("INCORRECT_PIN", "INCORRECT_PIN", 200),
    "verify-pin": ("INCORRECT_PIN", "INCORRECT_PIN", "INCORRECT_PIN"),
    "verify-pin, number guessed": (
        "INCORRECT_QUEUE_NUMBER",
        "INCORRECT_QUEUE_NUMBER",
        "INCORRECT_QUEUE_NUMBER",
    ),
    "feed": ("UNAUTHORIZED", "UNAUTHORIZED", "stream"),
}
CLOSED = {"UNAUTHORIZED", "FORBIDDEN", "INVALID_INPUT"}


@dataclass
class Scene:
    """A woman on her exam, called to the eye clinic, and another patient."""

    served: Served
    token: str
    other: str
    pin: str

    async def ask(self, call: str, bearer: str | None) -> httpx.Response:
        method, path, body = CALLS[call]
        if body is not None and body.get("pin") == "wrong":
            body = {**body, "pin": another(self.pin)}
        named = {}
        if bearer is not None:
            named["Authorization"] = f"Bearer {self.served.tokens.get(bearer, bearer)}"
        request = self.served.client.build_request(
            method, f"/api/v1{path}", json=body, headers=named
        )
        answer = await self.served.client.send(request, stream=True)
        if answer.headers["content-type"].startswith("text/event-stream"):
            await answer.aclose()
            return answer
        await answer.aread()
        return answer


@pytest.fixture
async def scene(served: Served) -> Scene:
    served.database.do("update head set counter = %s", [FAR - 1])
    his = (await served.post("/patient/login", BODY)).json()
    other = (await served.post("/patient/login", {**BODY, "patientId": "OTHER-2"})).json()
    called = await served.call("eye")
    assert (called["number"], his["first_clinic"], his["queue_number"]) == (FAR, "eye", FAR)
    return Scene(served, his["token"], other["token"], await pin_of(served, "eye"))


def told(answer: httpx.Response) -> int | str:
    if answer.headers["content-type"].startswith("text/event-stream"):
        return "stream"
    return answer.status_code if answer.is_success else str(answer.json()["code"])


@pytest.mark.parametrize("who", ["stranger", "another's token", "nonsense"])
async def test_a_stranger_who_knows_the_id_learns_nothing(scene: Scene, who: str) -> None:
    bearer = {"stranger": None, "another's token": scene.other, "nonsense": "x" * 22}[who]
    before = scene.served.database.rows("select state, visit_id from ticket order by id")
    for call in CALLS:
        answer = await scene.ask(call, bearer)
        expected = EXPECTED[call][0]
        found = told(answer)
        assert found == expected or (expected == "closed" and found in CLOSED), call
        said = json.dumps({**answer.json(), "correlation_id": ""})
        for secret in (scene.token, "E-041", str(FAR), "general", '"due"', '"eye"', '"route"'):
            assert secret not in said, (call, secret)
    assert scene.served.database.rows("select state, visit_id from ticket order by id") == before


@pytest.mark.parametrize("call", CALLS)
async def test_his_own_token_and_staff_open_what_is_theirs(scene: Scene, call: str) -> None:
    by_token, by_staff = EXPECTED[call][1:]
    assert told(await scene.ask(call, scene.token)) == by_token
    assert told(await scene.ask(call, "staff")) == by_staff


async def test_the_id_of_nobody_sounds_the_same_where_a_stranger_reads(scene: Scene) -> None:
    for path in ("/patient/status?patientId={}", "/queue/position?clinic=eye&user={}"):
        answers = [
            await scene.served.get(path.format(one), bearer)
            for one in (HIM, "NOBODY-3")
            for bearer in (scene.other,)
        ]
        assert len({(one.status_code, told(one)) for one in answers}) == 1
