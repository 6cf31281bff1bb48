"""Web-hooks end to end: a real receiver on loopback, a real server, what arrives and when."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.models import Out
from server.models_webhooks import (
    DeadLettersOut,
    DeletedWebhookOut,
    NewWebhookOut,
    SentAgainOut,
    TriedWebhookOut,
    WebhookOut,
    WebhooksOut,
)
from server.notices import sender
from server.notices.letters import signature
from server.options import Options
from tests.postgres import Database
from tests.server.conftest import Served, make_tokens, serving, until
from tests.server.ear import PATIENCE_S, listening
from tests.server.processes import ready
from tests.server.receiver import CLOSE, DRIP, FLOOD, HANG, Letter, Receiver, receiving
from tests.server.test_refusals import problem

LOOPBACK = Options(webhook_networks="127.0.0.0/8", phone_url="https://queue.example/")


@pytest.fixture
async def hooked(database: Database) -> AsyncIterator[Served]:
    """A server that may send to this machine."""
    async with serving(database, options=LOOPBACK) as one:
        yield one


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


async def hook(
    served: Served, receiver: Receiver, *kinds: str, name: str = "sms"
) -> dict[str, Any]:
    body = {"name": name, "url": receiver.url, "kinds": list(kinds)}
    answer = await served.post("/admin/webhooks", body, "admin")
    return shaped(answer, NewWebhookOut, 201)


def shaped(answer: httpx.Response, shape: type[Out], status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    shape.model_validate_json(answer.content)
    return dict(answer.json())


async def hooks(served: Served) -> list[dict[str, Any]]:
    return list(shaped(await served.get("/admin/webhooks", "admin"), WebhooksOut)["webhooks"])


def rush(database: Database) -> None:
    """Let everything that waits be due now."""
    database.do("update webhook set rests_until = null where off_at is null")
    database.do("update outbox set next_try_at = now() where next_try_at is not null")


async def test_a_letter_says_whose_turn_it_is_and_is_signed(
    hooked: Served, receiver: Receiver
) -> None:
    secret = (await hook(hooked, receiver, "YOUR_TURN"))["secret"]
    mine = await hooked.enter(user="P-9", name="Huda Ali", mobile="+97455512345")
    began = time.time()
    await hooked.call(room="1")
    (letter,) = await receiver.until_received(1)

    assert letter.path == "/notices"
    told = letter.told
    stated = {
        "id": letter.id, "type": "YOUR_TURN", "site": "demo", "clinic": "lab", "ticket": "L-001",
        "number": 1, "room": "1", "position": 0, "ahead": 0, "mobile": "+97455512345",
        "link": f"/t/{mine['token']}", "url": f"https://queue.example/t/{mine['token']}",
        "messageEn": "L-001: it is your turn. Please go to room 1.",
    }  # fmt: skip
    assert told.items() >= stated.items()
    assert {"message", "messageTh", "at", "floor", "clinicNames"} <= told.keys()
    assert b"Huda" not in letter.body
    assert b"P-9" not in letter.body
    assert letter.headers["content-type"] == "application/json"
    stamp, _, mac = letter.headers["dawr-signature"].partition(",v1=")
    signed = stamp.removeprefix("t=").encode() + b"." + letter.body
    assert mac == hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert abs(int(stamp.removeprefix("t=")) - began) < PATIENCE_S


async def test_who_comes_near_is_told_without_anybody_listening_to_the_feed(
    hooked: Served, receiver: Receiver
) -> None:
    """At once, not when the next check comes."""
    await hook(hooked, receiver, "ALMOST_READY", "NEAR_TURN", "NEXT_IN_LINE")
    await until(lambda: hooked.backend.courier.is_wanting, "it knows of the web-hook")
    async with asyncio.timeout(3):
        for _ in range(3):
            await hooked.enter()
        letters = await receiver.until_received(3)

    assert {(one.told["type"], one.told["ticket"]) for one in letters} == {
        ("NEXT_IN_LINE", "L-001"), ("NEAR_TURN", "L-002"), ("ALMOST_READY", "L-003"),
    }  # fmt: skip
    assert "mobile" not in letters[0].told


@pytest.mark.parametrize("trouble", [500, 404, 302, CLOSE])
async def test_what_was_not_taken_is_sent_again_whole_and_with_its_id(
    hooked: Served, receiver: Receiver, trouble: int | str
) -> None:
    receiver.behave = lambda _: trouble if len(receiver.received) == 1 else 200
    await hook(hooked, receiver, "YOUR_TURN")
    await hooked.enter()
    await hooked.call(room="1")
    await receiver.until_received(1)
    await until(
        lambda: hooked.database.value("select failures from webhook") == 1, "it is written down"
    )
    rush(hooked.database)
    hooked.backend.courier.wake()
    first, second = await receiver.until_received(2)

    assert (first.id, first.body) == (second.id, second.body)
    await until(
        lambda: hooked.database.value("select delivered_at is not null from outbox"), "delivered"
    )
    assert [one.path for one in receiver.received] == ["/notices"] * 2  # no redirect was followed
    assert (await hooks(hooked))[0]["failures"] == 0


@pytest.mark.parametrize("trouble", [HANG, DRIP])
async def test_who_does_not_answer_is_given_up_and_holds_up_nobody_else(
    hooked: Served, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(sender, "READ_S", 1.0)
    monkeypatch.setattr("server.notices.courier.LONGEST_S", 2.0)
    receiver.behave = lambda _: trouble
    async with receiving() as other:
        await hook(hooked, receiver, "YOUR_TURN", name="slow")
        await hook(hooked, other, "YOUR_TURN", name="quick")
        for _ in range(6):
            await hooked.enter()
        for _ in range(6):
            await hooked.call(room="1")
        await other.until_received(6)
        assert len(receiver.received) <= 2
        await until(
            lambda: hooked.database.value("select max(failures) from webhook") > 0, "given up"
        )
    why = hooked.database.value("select max(last_error) from outbox")
    assert why in ("it did not answer in time", "it took too long")


async def test_a_flood_of_an_answer_is_not_read(hooked: Served, receiver: Receiver) -> None:
    receiver.behave = lambda _: FLOOD
    await hook(hooked, receiver, "YOUR_TURN")
    await hooked.enter()
    await hooked.call(room="1")
    await until(
        lambda: hooked.database.value("select bool_or(delivered_at is not null) from outbox"),
        "it counts as taken",
    )


async def test_staff_are_told_when_a_web_hook_is_switched_off(
    hooked: Served, receiver: Receiver
) -> None:
    receiver.behave = lambda _: 500
    await hook(hooked, receiver, "YOUR_TURN")
    hooked.database.do(
        "update webhook set failures = 49, failing_since = now() - interval '1 hour'"
    )
    await hooked.enter()
    async with listening(hooked.url, "lab", token=hooked.tokens["staff"]) as ear:
        await hooked.call(room="1")
        heard = (await ear.until("STATION_NOTICE"))[-1].data
    assert (heard["notice"], heard["detail"]) == ("WEBHOOK_OFF", "sms: it answered 500")
    off = (await hooks(hooked))[0]
    assert (off["on"], off["off_reason"], off["failures"]) == (False, "it answered 500", 50)

    receiver.behave = lambda _: 200
    answer = await hooked.post("/admin/webhooks/sms/on", None, "admin")
    assert shaped(answer, WebhookOut)["webhook"]["on"] is True
    await receiver.until_received(2)


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


async def test_without_the_setting_this_machine_is_refused_also_when_sending(
    served: Served, receiver: Receiver
) -> None:
    answer = await served.post("/admin/webhooks", {"name": "a", "url": receiver.url}, "admin")
    problem(answer, 422, "INVALID_INPUT")
    served.database.do(
        "insert into webhook (site_id, name, url, secret, created_at)"
        " values (1, 'a', %s, 's', now())",
        [receiver.url.replace("http:", "https:")],
    )
    served.backend.courier.wake()
    await until(lambda: served.backend.courier.is_wanting, "it knows of the web-hook")
    await served.enter()
    await until(
        lambda: served.database.value("select coalesce(max(last_error), '') from outbox") != "",
        "it is not sent",
    )

    why = served.database.value("select max(last_error) from outbox")
    assert why == "not allowed: it leads into a network that is not allowed"
    assert receiver.received == []


async def test_a_letter_whose_server_is_killed_before_it_is_marked_comes_again(
    database: Database, receiver: Receiver, tmp_path: Path
) -> None:
    """Kill -9 between the sending and the marking: the same id again, and nothing is lost."""
    options = {"webhook_networks": "127.0.0.0/8"}
    conninfo = database.login("server")
    scopes = make_tokens(database)
    admin = {"Authorization": f"Bearer {scopes['admin']}"}
    staff = {"Authorization": f"Bearer {scopes['staff']}"}
    with ready(tmp_path / "one", conninfo, options=options) as one:

        def kill(_: Letter) -> int:
            one.process.kill()
            return 200

        receiver.behave = kill
        async with httpx.AsyncClient(base_url=f"{one.url}/api/v1", timeout=PATIENCE_S) as client:
            body = {"name": "sms", "url": receiver.url, "kinds": ["YOUR_TURN"]}
            assert (await client.post("/admin/webhooks", json=body, headers=admin)).is_success
            for _ in range(3):
                await client.post("/queue/enter", json={"clinic": "lab"})
            for _ in range(3):
                with contextlib.suppress(httpx.HTTPError):  # it is killed while it is asked
                    await client.post("/queue/call", json={"clinic": "lab"}, headers=staff)
            await receiver.until_received(1)
        one.process.wait(PATIENCE_S)
    assert database.value("select count(*) from outbox where delivered_at is not null") == 0
    database.do("update test_clock set shift = interval '61 seconds'")
    receiver.behave = lambda _: 200
    with ready(tmp_path / "two", conninfo, options=options) as two:
        called = database.value("select count(*) from event where kind = 'CALLED'")
        await receiver.until(lambda: len({one.id for one in receiver.received[1:]}) == called)
        two.end()

    assert receiver.received[0].id in {one.id for one in receiver.received[1:]}
    assert {one.told["ticket"] for one in receiver.received} == {
        f"L-{number:03d}" for number in range(1, called + 1)
    }


async def test_a_server_that_is_told_to_end_waits_for_no_receiver(
    database: Database, receiver: Receiver, tmp_path: Path
) -> None:
    receiver.behave = lambda _: HANG
    database.do(
        "insert into webhook (site_id, name, url, secret, created_at)"
        " values (1, 'a', %s, 's', now())",
        [receiver.url],
    )
    options = {"webhook_networks": "127.0.0.0/8"}
    with ready(tmp_path / "log", database.login("server"), options=options) as command:
        async with httpx.AsyncClient(base_url=f"{command.url}/api/v1") as client:
            await client.post("/queue/enter", json={"clinic": "lab"}, timeout=PATIENCE_S)
        await receiver.until_received(1)
        began = time.monotonic()
        code = await asyncio.to_thread(command.end)
        took = time.monotonic() - began

        assert (code, took < 2) == (0, True)
        assert "Traceback" not in command.said()


async def test_two_servers_lose_nothing_and_send_each_letter_once(
    database: Database, receiver: Receiver
) -> None:
    async with serving(database, options=LOOPBACK) as one:
        await hook(one, receiver, "YOUR_TURN")
        database.do("delete from token")
        async with serving(database, options=LOOPBACK) as two:
            for _ in range(30):
                await two.enter()
            for _ in range(30):
                await two.call(room="1")
            await receiver.until(lambda: len({each.id for each in receiver.received}) == 30)
            await until(
                lambda: (
                    database.value("select count(*) from outbox where delivered_at is null") == 0
                ),
                "all are marked",
            )

    assert len(receiver.received) == 30
    assert sorted(each.told["number"] for each in receiver.received) == list(range(1, 31))


async def test_a_lost_database_delays_letters_and_loses_none(
    hooked: Served, receiver: Receiver
) -> None:
    """Its connections are ended while letters are on their way."""
    await hook(hooked, receiver, "YOUR_TURN")
    for _ in range(10):
        await hooked.enter()
    for number in range(10):
        while (await hooked.post("/queue/call", {"clinic": "lab"}, "staff")).status_code != 200:  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.05)
        if number % 3 == 0:
            hooked.database.do(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and application_name = 'dawr server'"
            )
            await asyncio.sleep(0)
    await receiver.until(lambda: len({one.id for one in receiver.received}) == 10)

    assert json.loads(receiver.received[0].body)["type"] == "YOUR_TURN"
