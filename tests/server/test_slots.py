"""Every call about slots as the HTTP contract says, each answer held against its model."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from server import models, models_slots
from storage import tokens
from tests.postgres import Database
from tests.server.conftest import SITE, Served
from tests.server.test_queue import held_to
from tests.server.test_refusals import problem
from tests.storage.booking import DAY, MINUTE, MORNING, TTL


@pytest.fixture
def database(database: Database) -> Database:
    """Half an hour before the first slot of a day."""
    database.set_clock(MORNING)
    return database


async def offered(served: Served, query: str = f"date={DAY}") -> list[dict[str, Any]]:
    found = held_to(await served.get(f"/slots?clinic=LAB&{query}"), models_slots.SlotsOut)
    slots = found["slots"]
    assert isinstance(slots, list)
    return slots


async def held(served: Served, slot: int, user: str = "P-1") -> str:
    answer = await served.post(f"/slots/{slot}/hold", {"user": user})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["hold"])


async def booked(served: Served, slot: int, user: str = "P-1") -> str:
    answer = await served.post("/bookings", {"hold": await held(served, slot, user)})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["code"])


async def test_the_slots_of_a_day_are_told(served: Served) -> None:
    slots = await offered(served)

    assert len(slots) == 32
    assert slots[0].items() >= {"clinic": "lab", "status": "FREE"}.items()
    assert slots[0]["starts_at"] == "2026-11-24T04:00:00+00:00"
    assert await offered(served, "") == slots
    assert await offered(served, "date=2026-11-23&only_free=false") == []


async def test_those_that_are_taken_are_told_when_asked_for(served: Served) -> None:
    first, second, third = (await offered(served))[:3]
    await held(served, first["id"])
    await booked(served, second["id"], "P-2")

    assert (await offered(served))[0] == third
    every = await offered(served, f"date={DAY}&only_free=false")
    assert [one["status"] for one in every[:3]] == ["HELD", "BOOKED", "FREE"]


async def test_what_is_no_question_about_slots(served: Served) -> None:
    problem(await served.get("/slots?clinic=none"), 404, "CLINIC_NOT_FOUND")
    for query in ("", "clinic=lab&date=soon", "clinic=lab&only_free=perhaps"):
        problem(await served.get(f"/slots?{query}"), 422, "INVALID_INPUT")
    for date in ("0", "1795737600", f"{DAY}T00:00:00", "1970-01-01", "2101-01-01", "2026-11-31"):
        problem(await served.get(f"/slots?clinic=lab&date={date}"), 422, "INVALID_INPUT")


async def test_a_slot_is_held_and_the_next_hears_what_is_free(served: Served) -> None:
    slots = await offered(served)
    body = {"user": "P-1", "mobile": "+97455501234"}

    answer = await served.post(f"/slots/{slots[0]['id']}/hold", body)

    told = held_to(answer, models_slots.HeldOut, 201)
    assert told["slot"] == slots[0] | {"status": "HELD"}
    refused = await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "P-2"})
    found = problem(refused, 409, "SLOT_TAKEN")
    assert found["next_available"] == slots[1:6]


async def test_what_cannot_be_held(served: Served) -> None:
    slots = await offered(served)
    problem(await served.post("/slots/4711/hold", {"user": "P-1"}), 404, "SLOT_NOT_FOUND")
    for path, body in (
        ("/slots/x/hold", {"user": "P-1"}),
        ("/slots/0/hold", {"user": "P-1"}),
        (f"/slots/{2**63}/hold", {"user": "P-1"}),
        (f"/slots/{slots[0]['id']}/hold", {}),
        (f"/slots/{slots[0]['id']}/hold", {"user": "a b"}),
        (f"/slots/{slots[0]['id']}/hold", {"user": "P-1", "mobile": "5550"}),
        (f"/slots/{slots[0]['id']}/hold", {"user": "P-1", "more": 1}),
    ):
        problem(await served.post(path, body), 422, "INVALID_INPUT")
    await held(served, slots[0]["id"])
    again = await served.post(f"/slots/{slots[1]['id']}/hold", {"user": "P-1"})
    assert "expires_at" not in problem(again, 409, "ALREADY_HOLDING")
    kiosk = await served.post(f"/slots/{slots[1]['id']}/hold", {"user": "P-1"}, "kiosk")
    assert "expires_at" in problem(kiosk, 409, "ALREADY_HOLDING")


async def test_a_fourth_hold_from_one_address_waits(served: Served) -> None:
    slots = await offered(served)
    for number in range(3):
        await held(served, slots[number]["id"], f"P-{number}")

    refused = await served.post(f"/slots/{slots[3]['id']}/hold", {"user": "P-3"})

    problem(refused, 429, "RATE_LIMITED")
    assert 590 <= int(refused.headers["retry-after"]) <= 600
    for scope in ("kiosk", "staff"):
        answer = await served.post(f"/slots/{slots[4]['id']}/hold", {"user": scope}, scope)
        assert answer.status_code == 201, answer.text
        await served.delete(f"/holds/{answer.json()['hold']}")


async def test_a_displays_token_holds_no_more_from_one_address_than_anybody(served: Served) -> None:
    slots = await offered(served)
    with served.database.admin() as admin:
        wall = tokens.create_token(admin, SITE, "display", "Wall")
    answers = [
        await served.post(f"/slots/{slot['id']}/hold", {"user": f"P-{slot['id']}"}, bearer)
        for slot, bearer in zip(slots, (None, wall, wall, wall, None), strict=False)
    ]

    assert [one.status_code for one in answers] == [201, 201, 201, 429, 429]


async def test_a_hold_becomes_an_appointment_once(served: Served) -> None:
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])
    body = {"hold": hold, "name": "Mariam", "mobile": "+97455501234"}

    answer = await served.post("/bookings", body, Idempotency_Key="press-1")

    told = held_to(answer, models_slots.BookedOut, 201)
    assert told["slot"] == slots[0] | {"status": "BOOKED"}
    again = await served.post("/bookings", body, Idempotency_Key="press-1")
    assert held_to(again, models_slots.BookedOut, 201) == told
    assert again.headers["idempotency-replayed"] == "true"
    problem(await served.post("/bookings", body), 409, "HOLD_USED")
    other = await served.post("/bookings", {"hold": hold}, Idempotency_Key="press-1")
    problem(other, 422, "IDEMPOTENCY_KEY_REUSED")


async def test_a_hold_that_is_over_names_what_is_free(served: Served) -> None:
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])
    served.database.set_clock(MORNING + TTL + MINUTE)

    found = problem(await served.post("/bookings", {"hold": hold}), 409, "HOLD_EXPIRED")

    assert found["next_available"] == slots[:5]
    problem(await served.delete(f"/holds/{hold}"), 409, "HOLD_EXPIRED")
    problem(await served.post("/bookings", {"hold": "nothing"}), 404, "HOLD_NOT_FOUND")
    problem(await served.post("/bookings", {}), 422, "INVALID_INPUT")


async def test_a_hold_is_given_back(served: Served) -> None:
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])

    answer = await served.delete(f"/holds/{hold}", Idempotency_Key="press-1")

    assert held_to(answer, models_slots.ReleasedOut)["slot"] == slots[0]
    again = await served.delete(f"/holds/{hold}", Idempotency_Key="press-1")
    assert held_to(again, models_slots.ReleasedOut) == answer.json()
    assert again.headers["idempotency-replayed"] == "true"
    problem(await served.delete(f"/holds/{hold}"), 404, "HOLD_NOT_FOUND")
    problem(await served.post("/bookings", {"hold": hold}), 404, "HOLD_NOT_FOUND")
    assert (await offered(served))[0] == slots[0]


async def test_a_hold_that_was_used_is_not_given_back(served: Served) -> None:
    hold = await held(served, (await offered(served))[0]["id"])
    assert (await served.post("/bookings", {"hold": hold})).status_code == 201

    problem(await served.delete(f"/holds/{hold}"), 409, "HOLD_USED")


async def test_an_appointment_is_called_off(served: Served) -> None:
    slots = await offered(served)
    code = await booked(served, slots[0]["id"])

    answer = await served.delete(f"/bookings/{code.lower()}", body={"idempotency_key": "press-1"})

    told = held_to(answer, models_slots.CancelledOut)
    assert (told["code"], told["slot"]) == (code, slots[0])
    problem(await served.delete(f"/bookings/{code}"), 404, "NOT_FOUND")
    problem(await served.delete("/bookings/nothing"), 404, "NOT_FOUND")
    problem(await served.post(f"/bookings/{code}/check-in"), 404, "NOT_FOUND")
    assert (await offered(served))[0] == slots[0]


async def test_an_appointment_becomes_a_ticket(served: Served) -> None:
    code = await booked(served, (await offered(served))[0]["id"])

    answer = await served.post(f"/bookings/{code}/check-in", Idempotency_Key="press-1")

    told = held_to(answer, models.EnteredOut, 201)
    assert told.items() >= {"clinic": "lab", "user": "P-1", "ticket": "L-001", "ahead": 0}.items()
    again = await served.post(f"/bookings/{code}/check-in", Idempotency_Key="press-1")
    assert (again.status_code, again.json()) == (201, told)
    assert again.headers["idempotency-replayed"] == "true"
    later = held_to(
        await served.post(f"/bookings/{code[:4]}-{code[4:]}/check-in"), models.EnteredOut
    )
    assert (later["existing"], later["token"]) == (True, told["token"])
    refused = problem(await served.delete(f"/bookings/{code}"), 409, "WRONG_STATE")
    assert (refused["state"], refused["ticket"]) == ("WAITING", "L-001")


async def test_who_comes_too_early_or_too_late_hears_when(served: Served) -> None:
    slots = await offered(served)
    code = await booked(served, slots[1]["id"])

    early = problem(await served.post(f"/bookings/{code}/check-in"), 409, "OUTSIDE_CHECK_IN_WINDOW")
    served.database.set_clock(MORNING + 60 * MINUTE)
    late = problem(await served.post(f"/bookings/{code}/check-in"), 409, "OUTSIDE_CHECK_IN_WINDOW")

    at = dt.datetime.fromisoformat(slots[1]["starts_at"])
    window = {"opens_at": at - 30 * MINUTE, "closes_at": at + 10 * MINUTE}
    for told in (early, late):
        assert {name: dt.datetime.fromisoformat(str(told[name])) for name in window} == window


async def test_remote_entry_switched_off_leaves_kiosks_and_staff(served: Served) -> None:
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])
    code = await booked(served, slots[1]["id"], "P-2")
    served.database.do("update site set remote_entry = false")

    for path, body in (
        (f"/slots/{slots[2]['id']}/hold", {"user": "P-3"}),
        ("/bookings", {"hold": hold}),
        (f"/bookings/{code}/check-in", None),
    ):
        problem(await served.post(path, body), 403, "FORBIDDEN")
    served.database.set_clock(MORNING + 15 * MINUTE)
    assert (await served.post(f"/bookings/{code}/check-in", None, "kiosk")).status_code == 201
