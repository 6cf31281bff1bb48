"""PINs over HTTP: who reads and changes them, and leaving with one."""

from __future__ import annotations

import pytest

from server.models_patients import DoneOut, PinOut, PinsOut
from tests.server.conftest import Served
from tests.server.test_keys import REPLAYED
from tests.server.test_refusals import problem


async def pin_of(served: Served, clinic: str = "lab") -> str:
    answer = await served.get("/pins", "staff")
    return str(answer.json()["pins"][clinic])


def another(pin: str) -> str:
    return f"{(int(pin) + 1) % 100:02d}"


async def test_staff_read_todays_pins(served: Served) -> None:
    for scope in ("staff", "admin"):
        answer = await served.get("/pins", scope)
        assert answer.status_code == 200
        told = PinsOut.model_validate_json(answer.content)
        assert len(set(told.pins.values())) == len(told.pins) == 12
        assert (told.reset_time, told.timezone) == ("05:00", "Asia/Qatar")
        assert answer.headers["x-correlation-id"]
    problem(await served.get("/pins"), 401, "UNAUTHORIZED")
    problem(await served.get("/pins", "kiosk"), 403, "FORBIDDEN")


async def test_staff_regenerate_one(served: Served) -> None:
    before = await pin_of(served)

    answer = await served.post("/pins/LAB/regenerate", None, "staff", Idempotency_Key="k")
    again = await served.post("/pins/LAB/regenerate", None, "staff", Idempotency_Key="k")

    told = PinOut.model_validate_json(answer.content)
    assert (answer.status_code, told.clinic) == (200, "lab")
    assert told.pin != before
    assert await pin_of(served) == told.pin
    assert again.content == answer.content
    assert again.headers[REPLAYED] == "true"
    problem(await served.post("/pins/lab/regenerate"), 401, "UNAUTHORIZED")
    problem(await served.post("/pins/lab/regenerate", None, "kiosk"), 403, "FORBIDDEN")
    problem(await served.post("/pins/no/regenerate", None, "staff"), 404, "CLINIC_NOT_FOUND")
    body = {"what": 1}
    problem(await served.post("/pins/lab/regenerate", body, "staff"), 422, "INVALID_INPUT")
    served.database.do("update clinic set pin_required = false where code = 'der'")
    problem(await served.post("/pins/der/regenerate", None, "staff"), 422, "INVALID_INPUT")


@pytest.mark.parametrize("way", ["token", "number", "user"])
async def test_a_patient_leaves_with_the_pin_in_digits_of_any_script(
    served: Served, way: str
) -> None:
    ticket = await served.enter(user="P-1")
    await served.call()
    pin = (await pin_of(served)).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    named = {
        "token": {"token": ticket["token"]},
        "number": {"clinic": "lab", "number": 1},
        "user": {"clinic": "lab", "user": "P-1"},
    }[way]

    answer = await served.post("/queue/done", {**named, "pin": pin})

    assert answer.status_code == 200, answer.text
    told = DoneOut.model_validate_json(answer.content)
    assert (told.clinic, told.number, told.status) == ("lab", 1, "DONE")
    assert (told.remaining_in_queue, told.next) == (0, None)
    assert told.user == ("P-1" if way == "token" else None)


async def test_staff_finish_without_one(served: Served) -> None:
    await served.enter(user="P-1")
    await served.call()

    answer = await served.post("/queue/done", {"clinic": "lab", "user": "P-1"}, "staff")

    assert DoneOut.model_validate_json(answer.content).user == "P-1"


async def test_wrong_pins_lock(served: Served) -> None:
    ticket = await served.enter()
    await served.call()
    pin = await pin_of(served)
    body = {"token": ticket["token"], "pin": another(pin)}

    left = [
        problem(await served.post("/queue/done", body), 403, "INCORRECT_PIN")["attempts_left"]
        for _ in range(5)
    ]
    locked = await served.post("/queue/done", {**body, "pin": pin})

    assert left == [4, 3, 2, 1, 0]
    assert "until" in problem(locked, 429, "PIN_LOCKED")
    assert 890 <= int(locked.headers["retry-after"]) <= 900
    await served.post("/pins/lab/regenerate", None, "staff")
    body["pin"] = await pin_of(served)
    assert (await served.post("/queue/done", body)).status_code == 200


async def test_a_repeated_wrong_pin_is_counted_once(served: Served) -> None:
    ticket = await served.enter()
    await served.call()
    body = {"token": ticket["token"], "pin": another(await pin_of(served))}

    for replayed in (False, True, True):
        answer = await served.post("/queue/done", body, Idempotency_Key="k")
        assert problem(answer, 403, "INCORRECT_PIN")["attempts_left"] == 4
        assert answer.headers.get(REPLAYED) == ("true" if replayed else None)


async def test_a_patients_other_refusals(served: Served) -> None:
    ticket = await served.enter(user="P-1")
    body = {"token": ticket["token"], "pin": await pin_of(served)}

    told = problem(await served.post("/queue/done", body), 409, "WRONG_STATE")
    assert (told["state"], told["by"]) == ("WAITING", None)
    by_number = {"clinic": "lab", "number": 1, "pin": "00"}
    told = problem(await served.post("/queue/done", by_number), 409, "WRONG_STATE")
    assert not {"state", "by", "at", "ticket"} & set(told)
    nobody = {"clinic": "lab", "user": "P-9", "pin": "00"}
    problem(await served.post("/queue/done", nobody), 404, "NOT_IN_QUEUE")
    nothing = {"clinic": "lab", "number": 9, "pin": "00"}
    problem(await served.post("/queue/done", nothing), 404, "TICKET_NOT_FOUND")
    nowhere = {"clinic": "none", "number": 9, "pin": "00"}
    problem(await served.post("/queue/done", nowhere), 404, "CLINIC_NOT_FOUND")
    unproved = {"clinic": "lab", "number": 1}
    problem(await served.post("/queue/done", unproved), 401, "UNAUTHORIZED")
    problem(await served.post("/queue/done", unproved, "kiosk"), 403, "FORBIDDEN")
    await served.call()
    problem(await served.post("/queue/done", {"token": ticket["token"]}), 422, "INVALID_INPUT")
    for wrong in ({}, {"clinic": "lab"}, {"user": "P-1", "pin": "1"}, {**body, "number": 1}):
        problem(await served.post("/queue/done", wrong), 422, "INVALID_INPUT")
