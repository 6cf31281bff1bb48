"""Web-hooks end to end: a real receiver on loopback, a real server, what arrives and when."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time

import pytest

from server.models_webhooks import (
    WebhookOut,
)
from server.notices import sender
from tests.server.conftest import Served, until
from tests.server.ear import PATIENCE_S, listening
from tests.server.hooks import hook, hooked, hooks, receiver, rush, shaped
from tests.server.receiver import CLOSE, DRIP, FLOOD, HANG, Receiver, receiving
from tests.server.test_refusals import problem

__all__ = ["hooked", "receiver"]


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
