"""Every call that changes something, pressed again under one key: done once, answered alike.

The cases must be those of the server's calls; a new call fails a test until its case stands here.
All are pressed on one server, each on a laboratory and an X-ray that begin anew.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

import httpx
import pytest

from server.bodies import Body
from server.calls import BASE, guarded
from server.guarded import GuardedRoute
from tests.contents import contents
from tests.postgres import Database
from tests.server.conftest import Served
from tests.server.test_keys import REPLAYED
from tests.server.test_pins import pin_of
from tests.server.test_refusals import problem
from tests.storage.booking import MORNING

LETTER = "6f0b8a52-4c5e-4d0b-9a55-0c8a4a0e7f11"
LAB = {"clinic": "lab", "number": 1}


@dataclass(frozen=True)
class Asked:
    """What is pressed twice, below the base path."""

    path: str
    body: Mapping[str, object] | None = None
    scope: str | None = None


Case = Callable[[Served], Awaitable[Asked]]
CASES: dict[str, Case] = {}
_patients = itertools.count(1)


def patient() -> str:
    return f"P-{next(_patients)}"


def case(name: str) -> Callable[[Case], Case]:
    def keep(made: Case) -> Case:
        CASES[name] = made
        return made

    return keep


@case("POST /queue/enter")
async def _enter(_: Served) -> Asked:
    return Asked("/queue/enter", {"clinic": "lab", "user": patient()})


@case("POST /queue/call")
async def _call(served: Served) -> Asked:
    await served.enter()
    await served.enter()
    return Asked("/queue/call", {"clinic": "lab", "room": "1"}, "staff")


def on_a_called_ticket(name: str, body: dict[str, object]) -> None:
    async def made(served: Served) -> Asked:
        await served.enter()
        await served.call()
        return Asked(f"/queue/{name}", LAB | body, "staff")

    CASES[f"POST /queue/{name}"] = made


on_a_called_ticket("recall", {})
on_a_called_ticket("start", {})
on_a_called_ticket("hold", {"reason": "waits"})
on_a_called_ticket("undo", {})
on_a_called_ticket("transfer", {"to": "xr"})
on_a_called_ticket("done", {})


@case("POST /queue/cancel")
async def _cancel(served: Served) -> Asked:
    return Asked("/queue/cancel", {"token": (await served.enter())["token"]})


@case("POST /queue/priority")
async def _priority(served: Served) -> Asked:
    await served.enter()
    return Asked("/queue/priority", LAB | {"priority": "elderly", "reason": "78"}, "staff")


@case("POST /queue/no-show")
async def _no_show(served: Served) -> Asked:
    await served.enter()
    await served.call()
    served.database.pass_time(minutes=6)
    return Asked("/queue/no-show", LAB, "staff")


@case("POST /queue/reactivate")
async def _reactivate(served: Served) -> Asked:
    asked = await _no_show(served)
    await must(served, asked)
    return Asked("/queue/reactivate", LAB, "staff")


@case("POST /queue/resume")
async def _resume(served: Served) -> Asked:
    await served.enter()
    await must(served, Asked("/queue/hold", LAB | {"reason": "waits"}, "staff"))
    return Asked("/queue/resume", LAB, "staff")


@case("POST /queue/reset")
async def _reset(served: Served) -> Asked:
    await served.enter()
    return Asked("/queue/reset", {"clinic": "lab", "reason": "drill"}, "admin")


@case("POST /clinics/{clinic}/pause")
async def _pause(_: Served) -> Asked:
    return Asked("/clinics/lab/pause", {"reason": "lunch"}, "staff")


@case("POST /clinics/{clinic}/open")
async def _open(served: Served) -> Asked:
    await must(served, await _pause(served))
    return Asked("/clinics/lab/open", None, "staff")


@case("PATCH /admin/settings")
async def _settings(_: Served) -> Asked:
    return Asked("/admin/settings", {"remote_entry": False}, "admin")


@case("POST /pins/{clinic}/regenerate")
async def _regenerate(_: Served) -> Asked:
    return Asked("/pins/lab/regenerate", None, "staff")


@case("POST /slots/{slot}/hold")
async def _hold_slot(served: Served) -> Asked:
    found = await served.get("/slots?clinic=lab")
    return Asked(f"/slots/{found.json()['slots'][0]['id']}/hold", {"user": patient()})


@case("DELETE /holds/{hold}")
async def _release(served: Served) -> Asked:
    held = await must(served, await _hold_slot(served))
    return Asked(f"/holds/{held['hold']}")


@case("POST /bookings")
async def _book(served: Served) -> Asked:
    held = await must(served, await _hold_slot(served))
    return Asked("/bookings", {"hold": held["hold"]})


@case("DELETE /bookings/{code}")
async def _call_off(served: Served) -> Asked:
    booked = await must(served, await _book(served))
    return Asked(f"/bookings/{booked['code']}")


@case("POST /bookings/{code}/check-in")
async def _check_in(served: Served) -> Asked:
    booked = await must(served, await _book(served))
    served.database.set_clock(dt.datetime.fromisoformat(booked["slot"]["starts_at"]))
    return Asked(f"/bookings/{booked['code']}/check-in")


@case("POST /patient/login")
async def _log_in(_: Served) -> Asked:
    asked = {"patientId": patient(), "gender": "male", "examType": "courses"}
    return Asked("/patient/login", asked)


@case("POST /patient/verify-pin")
async def _verify(served: Served) -> Asked:
    asked = await _log_in(served)
    begun = await must(served, asked)
    await served.call()
    body = {
        "patientId": (asked.body or {})["patientId"],
        "clinic": "lab",
        "pin": await pin_of(served, "lab"),
        "queueNumber": begun["queue_number"],
    }
    return Asked("/patient/verify-pin", body)


@case("PATCH /patient/{patientId}/route")
async def _edit_route(served: Served) -> Asked:
    asked = await _log_in(served)
    await must(served, asked)
    body = {"action": "force_complete_clinic", "clinic": "eye", "reason": "seen last week"}
    return Asked(f"/patient/{(asked.body or {})['patientId']}/route", body, "staff")


@case("POST /stations/pair")
async def _pair(_: Served) -> Asked:
    return Asked("/stations/pair", {"kind": "display"})


@case("POST /stations/pair/{code}/approve")
async def _approve(served: Served) -> Asked:
    pairing = await must(served, await _pair(served))
    return Asked(f"/stations/pair/{pairing['code']}/approve", {"name": "Hall"}, "admin")


@case("POST /admin/webhooks")
async def _make_webhook(_: Served) -> Asked:
    return Asked("/admin/webhooks", {"name": "sms", "url": "https://sms.example/dawr"}, "admin")


async def with_webhook(served: Served) -> None:
    """One that is off, with a letter that came to nothing."""
    served.database.do(
        "insert into webhook (site_id, name, url, secret, created_at, off_at, off_reason)"
        " values (1, 'sms', 'http://127.0.0.1:9/', 's', now(), now(), 'fails')"
    )
    served.database.do(
        "insert into outbox (site_id, id, webhook_id, clinic_id, kind, payload, made_at,"
        " give_up_at, dead_at) select 1, %s, id, 1, 'YOUR_TURN', '{}', now(), now(), now()"
        " from webhook",
        [LETTER],
    )


@case("DELETE /admin/webhooks/{name}")
async def _delete_webhook(served: Served) -> Asked:
    await with_webhook(served)
    return Asked("/admin/webhooks/sms", None, "admin")


@case("POST /admin/webhooks/{name}/on")
async def _webhook_on(served: Served) -> Asked:
    await with_webhook(served)
    return Asked("/admin/webhooks/sms/on", None, "admin")


@case("POST /admin/webhooks/{name}/test")
async def _try_webhook(served: Served) -> Asked:
    await with_webhook(served)
    return Asked("/admin/webhooks/sms/test", None, "admin")


@case("POST /admin/webhooks/{name}/dead-letters/{letter}/again")
async def _send_again(served: Served) -> Asked:
    await with_webhook(served)
    return Asked(f"/admin/webhooks/sms/dead-letters/{LETTER}/again", None, "admin")


def test_every_call_that_changes_something_has_its_case() -> None:
    calls = {
        f"{method} {path.removeprefix(BASE)}"
        for path, route in guarded()
        for method in (route.methods or set()) - {"GET", "HEAD"}
    }

    assert calls == set(CASES)


def test_every_call_that_changes_something_reads_the_key_of_its_body() -> None:
    """The old fault: a call without a body of its own never looked whether one was sent."""
    bodiless = [
        route.path
        for _, route in guarded()
        if (route.methods or set()) - {"GET", "HEAD"}
        and not any(issubclass(one, Body) for one in body_of(route))
    ]

    assert bodiless == []


def body_of(route: GuardedRoute) -> tuple[type, ...]:
    """What a call takes as its body; one that may be left out is a union with None."""
    if route.body_field is None:
        return ()
    taken = route.body_field.field_info.annotation
    return get_args(taken) or (cast("type", taken),)


@pytest.fixture
def database(database: Database) -> Database:
    """Half an hour before the first slot of a day."""
    database.set_clock(MORNING)
    return database


async def test_a_press_repeated_changes_nothing_and_is_answered_alike(served: Served) -> None:
    for name in sorted(CASES):
        await begin_anew(served)
        asked = await CASES[name](served)
        before = contents(served.database)
        first = await press(served, name, asked)
        between = contents(served.database)
        again = [await press(served, name, asked) for _ in range(2)]

        assert first.status_code in (200, 201), (name, first.text)
        assert [one.status_code for one in again] == [first.status_code] * 2, name
        assert [one.json() for one in again] == [first.json()] * 2, name
        replayed = [one.headers.get(REPLAYED) for one in (first, *again)]
        assert replayed == [None, "true", "true"], name
        assert between != before or "/webhooks/{name}/" in name, name  # letters are not held here
        assert contents(served.database) == between, name


WITHOUT_FIELDS = ("/on", "/test", "/again", "{name}")


@pytest.mark.parametrize("name", [one for one in CASES if one.endswith(WITHOUT_FIELDS)])
async def test_a_key_stands_in_a_body_too_and_is_of_that_body(served: Served, name: str) -> None:
    asked = await CASES[name](served)
    keyed = replace(asked, body={"idempotency_key": name})

    first, again = [await press(served, name, keyed, has_header=False) for _ in range(2)]
    other = await press(served, name, replace(asked, body={"colour": "red"}))

    assert (first.status_code, first.headers.get(REPLAYED)) == (200, None)
    assert (again.content, again.headers.get(REPLAYED)) == (first.content, "true")
    problem(other, 422, "INVALID_INPUT")


async def begin_anew(served: Served) -> None:
    """Nobody waits in the two clinics, and both are open to everybody."""
    served.database.do("update site set remote_entry = true")
    served.database.do("delete from webhook")
    for clinic in ("lab", "xr"):
        await must(served, Asked("/queue/reset", {"clinic": clinic, "reason": "next"}, "admin"))
        await must(served, Asked(f"/clinics/{clinic}/open", None, "staff"))


async def press(
    served: Served, name: str, asked: Asked, *, has_header: bool = True
) -> httpx.Response:
    headers = {"Idempotency-Key": name} if has_header else {}
    if asked.scope is not None:
        headers["Authorization"] = f"Bearer {served.tokens[asked.scope]}"
    method, path = name.partition(" ")[0], f"{BASE}{asked.path}"
    return await served.client.request(method, path, json=asked.body, headers=headers)


async def must(served: Served, asked: Asked) -> dict[str, Any]:
    """Press what a case needs to have happened; it must be done."""
    answer = await served.post(asked.path, asked.body, asked.scope)
    assert answer.status_code in (200, 201), answer.text
    return dict(answer.json())
