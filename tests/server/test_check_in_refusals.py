"""Coming to an appointment over HTTP: each reason why its code becomes no ticket."""

from __future__ import annotations

import httpx
import pytest

from tests.postgres import Database
from tests.server.conftest import Served
from tests.server.test_patients import log_in
from tests.server.test_refusals import problem
from tests.server.test_slots import booked
from tests.storage.booking import MORNING


@pytest.fixture
def database(database: Database) -> Database:
    """Half an hour before the first slot of a day."""
    database.set_clock(MORNING)
    return database


async def appointment(served: Served, clinic: str = "lab", user: str = "R-1") -> str:
    """The code of an appointment that may be checked in now."""
    found = await served.get(f"/slots?clinic={clinic}")
    return await booked(served, found.json()["slots"][0]["id"], user)


async def check_in(served: Served, code: str, scope: str | None = None) -> httpx.Response:
    return await served.post(f"/bookings/{code}/check-in", None, scope)


async def test_a_clinic_that_is_paused_or_closed(served: Served) -> None:
    code = await appointment(served)

    served.database.do("update clinic set paused = true, paused_reason = 'x' where code = 'lab'")
    told = problem(await check_in(served, code), 409, "CLINIC_PAUSED")
    assert (told["clinic"], told["reason"]) == ("lab", "x")
    served.database.do("update clinic set paused = false, paused_reason = null")
    served.database.do(
        "insert into clinic_hours select site_id, id, extract(isodow from dawr.now())::int,"
        " '00:00', '00:01' from clinic where code = 'lab'"
    )
    told = problem(await check_in(served, code, "kiosk"), 409, "CLINIC_CLOSED")
    assert told["clinic"] == "lab"
    assert (await check_in(served, code, "staff")).status_code == 201


async def test_who_waits_there_already_is_told_to_those_who_may_know(served: Served) -> None:
    code = await appointment(served)
    ticket = await served.enter(user="R-1")

    problem(await check_in(served, code), 409, "ALREADY_WAITING")
    problem(await check_in(served, code, "nonsense"), 409, "ALREADY_WAITING")
    again = await check_in(served, code, ticket["token"])
    assert (again.status_code, again.json()["ticket"]) == (200, "L-001")


async def test_a_ticket_that_is_over_says_so(served: Served) -> None:
    code = await appointment(served)
    assert (await check_in(served, code)).status_code == 201
    await served.call()
    body = {"clinic": "lab", "number": 1}
    assert (await served.post("/queue/done", body, "staff")).status_code == 200

    told = problem(await check_in(served, code), 409, "WRONG_STATE")

    assert told["state"] == "DONE"


async def test_an_appointment_on_a_route_waits_for_its_turn(served: Served) -> None:
    code = await appointment(served, "eye")
    begun = await log_in(served, "kiosk")

    told = problem(await check_in(served, code, "kiosk"), 403, "PREVIOUS_NOT_COMPLETED")
    assert told["due"] == "lab"
    problem(await check_in(served, code), 409, "ALREADY_WAITING")
    await served.post("/queue/cancel", {"token": begun["token"]})
    told = problem(await check_in(served, code, begun["token"]), 403, "WRONG_SEQUENCE")
    assert told["due"] == "lab"
    assert (await check_in(served, code, "staff")).status_code == 201


async def test_an_appointment_off_the_route_is_not_of_it(served: Served) -> None:
    code = await appointment(served, "aud")
    await log_in(served, "kiosk")

    told = problem(await check_in(served, code, "kiosk"), 403, "CLINIC_NOT_IN_PATH")

    assert told["clinic"] == "aud"


async def test_a_code_no_longer_opens_what_became_one_of_a_route(served: Served) -> None:
    """Whoever booked in his name would else be told the token that opens his exam."""
    code = await appointment(served)
    assert (await check_in(served, code)).status_code == 201
    await log_in(served, "kiosk")

    problem(await check_in(served, code), 409, "ALREADY_WAITING")
    assert (await check_in(served, code, "kiosk")).status_code == 200
