"""Administrators' calls of web-hooks: each success and each refusal."""

from __future__ import annotations

import asyncio

import pytest

from server.models_webhooks import (
    DeadLettersOut,
    DeletedWebhookOut,
    NewWebhookOut,
    SentAgainOut,
    TriedWebhookOut,
)
from server.notices.letters import signature
from tests.server.conftest import Served, until
from tests.server.hooks import hook, hooked, hooks, receiver, rush, shaped
from tests.server.receiver import CLOSE, HANG, Receiver
from tests.server.test_refusals import problem

__all__ = ["hooked", "receiver"]


async def test_a_dead_letter_is_listed_and_can_be_sent_again(
    hooked: Served, receiver: Receiver
) -> None:
    receiver.behave = lambda _: 500
    await hook(hooked, receiver, "YOUR_TURN")
    await hooked.enter()
    hooked.database.do("alter table outbox alter tries set default 19")
    await hooked.call(room="1")
    await until(
        lambda: hooked.database.value("select count(*) from outbox where dead_at is not null") == 1,
        "it is dead",
    )
    path = "/admin/webhooks/sms/dead-letters"
    (letter,) = shaped(await hooked.get(path, "admin"), DeadLettersOut)["dead_letters"]
    receiver.behave = lambda _: 200
    rush(hooked.database)
    answer = await hooked.post(f"{path}/{letter['id']}/again", None, "admin")
    assert shaped(answer, SentAgainOut)["id"] == letter["id"]
    await receiver.until_received(2)

    assert (letter["tries"], letter["error"], letter["ticket"]) == (20, "it answered 500", "L-001")
    assert {one.id for one in receiver.received} == {letter["id"]}
    again = await hooked.post(f"{path}/{letter['id']}/again", None, "admin")
    problem(again, 404, "NOT_FOUND")


async def test_a_web_hook_can_be_tried_and_what_came_back_is_told(
    hooked: Served, receiver: Receiver
) -> None:
    secret = (await hook(hooked, receiver, "YOUR_TURN"))["secret"]
    path = "/admin/webhooks/sms/test"
    tried = shaped(await hooked.post(path, None, "admin"), TriedWebhookOut)
    (letter,) = receiver.received
    receiver.behave = lambda _: 500
    failed = shaped(await hooked.post(path, None, "admin"), TriedWebhookOut)
    receiver.behave = lambda _: CLOSE
    closed = shaped(await hooked.post(path, None, "admin"), TriedWebhookOut)

    assert (tried["delivered"], tried["status"], tried["answer"]) == (True, 200, "taken")
    assert (letter.told["type"], letter.told["id"], letter.id) == ("PING", tried["id"], tried["id"])
    stamp = int(letter.headers["dawr-signature"].split(",")[0].removeprefix("t="))
    assert letter.headers["dawr-signature"] == signature(secret, stamp, letter.body)
    assert (failed["delivered"], failed["error"]) == (False, "it answered 500")
    assert (closed["status"], closed["error"]) == (None, "it cannot be reached, or hung up")
    assert (await hooks(hooked))[0]["failures"] == 0


async def test_a_try_pressed_twice_pings_once(hooked: Served, receiver: Receiver) -> None:
    """While it is under way the second press hears so, afterwards it gets the first answer."""
    await hook(hooked, receiver, "YOUR_TURN")
    path = "/admin/webhooks/sms/test"
    receiver.behave = lambda _: HANG
    first = asyncio.create_task(hooked.post(path, None, "admin", Idempotency_Key="t1"))
    await receiver.until_received(1)
    during = await hooked.post(path, None, "admin", Idempotency_Key="t1")
    receiver.hang_up()
    told = shaped(await first, TriedWebhookOut)
    after = await hooked.post(path, None, "admin", Idempotency_Key="t1")

    problem(during, 409, "IN_PROGRESS")
    assert shaped(after, TriedWebhookOut) == told
    assert after.headers["idempotency-replayed"] == "true"
    assert len(receiver.received) == 1


async def test_web_hooks_are_administrators_business(hooked: Served, receiver: Receiver) -> None:
    body = {"name": "sms", "url": receiver.url}
    some = "00000000-0000-4000-8000-000000000000"
    calls = [
        ("GET", ""), ("POST", ""), ("DELETE", "/sms"), ("POST", "/sms/on"),
        ("POST", "/sms/test"), ("GET", "/sms/dead-letters"),
        ("POST", f"/sms/dead-letters/{some}/again"),
    ]  # fmt: skip
    for method, path in calls:
        for scope, status in ((None, 401), ("staff", 403), ("kiosk", 403)):
            headers = {} if scope is None else {"Authorization": f"Bearer {hooked.tokens[scope]}"}
            answer = await hooked.client.request(
                method, f"/api/v1/admin/webhooks{path}", json=body, headers=headers
            )
            problem(answer, status, "UNAUTHORIZED" if status == 401 else "FORBIDDEN")
        if path:
            answer = await hooked.client.request(
                method,
                f"/api/v1/admin/webhooks{path}",
                headers={"Authorization": f"Bearer {hooked.tokens['admin']}"},
            )
            problem(answer, 404, "NOT_FOUND")


async def test_a_secret_is_told_once_and_a_name_is_given_once(
    hooked: Served, receiver: Receiver
) -> None:
    body = {"name": "sms", "url": receiver.url}
    made = await hooked.post("/admin/webhooks", body, "admin", Idempotency_Key="k1")
    secret = shaped(made, NewWebhookOut, 201)["secret"]
    again = await hooked.post("/admin/webhooks", body, "admin", Idempotency_Key="k1")
    twice = await hooked.post("/admin/webhooks", body, "admin")
    listed = await hooked.get("/admin/webhooks", "admin")

    assert (again.status_code, again.json()["secret"]) == (201, secret)
    assert again.headers["idempotency-replayed"] == "true"
    assert "['body', 'name']" in str(problem(twice, 422, "INVALID_INPUT")["errors"])
    assert secret not in listed.text
    assert len(secret) >= 40
    log = await hooked.get("/admin/live-feed", "admin")
    assert "webhook sms" in log.text
    assert "/notices" not in log.text
    gone = await hooked.client.delete(
        "/api/v1/admin/webhooks/sms", headers={"Authorization": f"Bearer {hooked.tokens['admin']}"}
    )
    shaped(gone, DeletedWebhookOut)
    assert await hooks(hooked) == []


@pytest.mark.parametrize(
    "url",
    ["http://10.0.0.1/x", "https://192.168.0.1/", "https://[::1]/", "https://169.254.169.254/",
     "http://93.184.215.14/"],
)  # fmt: skip
async def test_an_address_inside_is_refused_when_it_is_entered(hooked: Served, url: str) -> None:
    answer = await hooked.post("/admin/webhooks", {"name": "sms", "url": url}, "admin")

    assert "['body', 'url']" in str(problem(answer, 422, "INVALID_INPUT")["errors"])
