"""Exam routes over HTTP: every call of the contract, each success and each refusal."""

from __future__ import annotations

from typing import Any

import httpx

from server.models_patients import LoginOut, RouteOut, VerifiedOut
from tests.server.conftest import Served
from tests.server.test_pins import pin_of

RECRUIT = ["lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "der"]
LOGIN = {"patientId": "R-1", "gender": "male", "examType": "recruitment"}


async def log_in(served: Served, scope: str | None = None, **more: object) -> dict[str, Any]:
    answer = await served.post("/patient/login", {**LOGIN, **more}, scope)
    assert answer.status_code in (200, 201), answer.text
    LoginOut.model_validate_json(answer.content)
    return dict(answer.json())


async def verify(
    served: Served, clinic: str, number: int, pin: str | None = None, scope: str | None = None
) -> httpx.Response:
    body = {
        "patientId": "R-1",
        "clinic": clinic,
        "pin": pin or await pin_of(served, clinic),
        "queueNumber": number,
    }
    return await served.post("/patient/verify-pin", body, scope)


async def test_a_recruit_walks_ten_clinics_by_pins(served: Served) -> None:
    begun = await log_in(served)
    assert (begun["first_clinic"], begun["queue_number"], begun["total_clinics"]) == ("lab", 1, 10)
    assert [stop["status"] for stop in begun["route"]] == ["IN_QUEUE", *["LOCKED"] * 9]
    clinic, number, token, been = "lab", 1, begun["token"], []

    for step in range(1, 11):
        await served.call(clinic)
        answer = await verify(served, clinic, number)
        assert answer.status_code == 200, answer.text
        told = VerifiedOut.model_validate_json(answer.content)
        assert (told.clinic_completed, told.total_progress) == (clinic, f"{step}/10")
        assert told.remaining_clinics == 10 - step
        assert told.journey_completed is (True if step == 10 else None)
        status = await served.get("/patient/status?patientId=R-1", token)
        assert RouteOut.model_validate_json(status.content).completed_clinics == step
        been.append(clinic)
        clinic, number = told.next_clinic or "", told.next_queue_number or 0
        token = told.next_token or token

    assert been[:3] == RECRUIT[:3]
    assert sorted(been) == sorted(RECRUIT)
    over = await log_in(served, token)
    assert over["existing"] is True
    assert {over[name] for name in ("first_clinic", "queue_number", "ticket", "token")} == {None}
