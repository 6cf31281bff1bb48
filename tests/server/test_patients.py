"""Exam routes over HTTP: every call of the contract, each success and each refusal."""

from __future__ import annotations

from typing import Any

import httpx

from server.models_patients import DoneOut, LoginOut, RouteOut, VerifiedOut
from tests.server.conftest import Served
from tests.server.test_keys import REPLAYED
from tests.server.test_pins import another, pin_of
from tests.server.test_refusals import problem

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


async def edit(
    served: Served, body: object, scope: str | None = "staff", patient: str = "R-1", **headers: str
) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if scope is not None:
        named["Authorization"] = f"Bearer {served.tokens.get(scope, scope)}"
    path = f"/api/v1/patient/{patient}/route"
    return await served.client.patch(path, json=body, headers=named)


async def test_a_login_enters_the_first_clinic(served: Served) -> None:
    await served.enter()

    answer = await served.post("/patient/login", LOGIN, Idempotency_Key="k")
    again = await served.post("/patient/login", LOGIN, Idempotency_Key="k")

    told = LoginOut.model_validate_json(answer.content)
    assert (answer.status_code, told.existing) == (201, None)
    assert [stop.clinic for stop in told.route] == RECRUIT
    assert [stop.floor for stop in told.route][:3] == ["M", "M", "2"]
    assert (told.first_clinic, told.queue_number, told.ticket) == ("lab", 2, "L-002")
    assert (told.waiting_count, told.total_clinics, told.due) == (2, 10, "lab")
    assert (again.status_code, again.content) == (201, answer.content)
    assert again.headers[REPLAYED] == "true"
    reused = await served.post("/patient/login", {**LOGIN, "gender": "female"}, Idempotency_Key="k")
    problem(reused, 422, "IDEMPOTENCY_KEY_REUSED")


async def test_a_login_is_had_again_by_who_may_know_it(served: Served) -> None:
    first = await log_in(served)

    for scope in (first["token"], "kiosk", "staff", "admin"):
        answer = await served.post("/patient/login", LOGIN, scope)
        told = LoginOut.model_validate_json(answer.content)
        assert (answer.status_code, told.existing, told.token) == (200, True, first["token"])
    problem(await served.post("/patient/login", LOGIN), 409, "ALREADY_WAITING")
    problem(await served.post("/patient/login", LOGIN, "nonsense"), 409, "ALREADY_WAITING")


async def test_a_login_that_cannot_be(served: Served) -> None:
    for wrong in (
        {},
        {**LOGIN, "gender": "any"},
        {**LOGIN, "examType": "astronauts"},
        {**LOGIN, "patientId": "no spaces"},
        {**LOGIN, "more": 1},
    ):
        problem(await served.post("/patient/login", wrong), 422, "INVALID_INPUT")
    served.database.do("update clinic set paused = true, paused_reason = 'x' where code = 'lab'")
    told = problem(await served.post("/patient/login", LOGIN), 409, "CLINIC_PAUSED")
    assert (told["clinic"], told["reason"]) == ("lab", "x")
    assert (await served.post("/patient/login", LOGIN, "staff")).status_code == 201
    other = {**LOGIN, "patientId": "R-3"}
    served.database.do("update clinic set paused = false, paused_reason = null")
    served.database.do(
        "insert into clinic_hours select site_id, id, extract(isodow from now())::int,"
        " '00:00', '00:01' from clinic"
    )
    problem(await served.post("/patient/login", other), 409, "CLINIC_CLOSED")
    served.database.do("update site set remote_entry = false")
    other = {**LOGIN, "patientId": "R-2"}
    problem(await served.post("/patient/login", other), 403, "FORBIDDEN")


async def test_where_nothing_is_open_a_route_has_no_ticket(served: Served) -> None:
    begun = await log_in(served)
    served.database.do("update clinic set paused = true where code = 'xr'")
    await served.call("lab")

    left = VerifiedOut.model_validate_json((await verify(served, "lab", 1)).content)

    assert (left.next_clinic, left.next_queue_number, left.next_token) == ("xr", None, None)
    assert (left.remaining_clinics, left.journey_completed) == (9, None)
    again = await log_in(served, begun["token"])
    assert (again["first_clinic"], again["queue_number"], again["waiting_count"]) == (
        "xr",
        None,
        None,
    )


async def test_leaving_with_a_pin_has_its_refusals(served: Served) -> None:
    problem(await verify(served, "lab", 1), 404, "NOT_IN_QUEUE")
    begun = await log_in(served)
    pin = await pin_of(served)

    problem(await verify(served, "none", 1, "00"), 404, "CLINIC_NOT_FOUND")
    problem(await verify(served, "xr", 1), 404, "NOT_IN_QUEUE")
    for number in (1, 7):  # a stranger hears of who waits nothing that tells his number
        told = problem(await verify(served, "lab", number, another(pin)), 409, "WRONG_STATE")
        assert not {"state", "by", "at", "ticket"} & set(told)
    wrong_number = await verify(served, "lab", 7, another(pin), begun["token"])
    problem(wrong_number, 409, "INCORRECT_QUEUE_NUMBER")
    told = problem(await verify(served, "lab", 1, another(pin), begun["token"]), 409, "WRONG_STATE")
    assert told["state"] == "WAITING"
    assert served.database.value("select count(*) from pin_try") == 0
    await served.call()
    problem(await verify(served, "lab", 7, another(pin)), 409, "INCORRECT_QUEUE_NUMBER")
    left = [
        problem(await verify(served, "LAB", 1, another(pin)), 403, "INCORRECT_PIN")["attempts_left"]
        for _ in range(5)
    ]
    locked = await verify(served, "lab", 1, pin)
    problem(locked, 429, "PIN_LOCKED")
    assert left == [4, 3, 2, 1, 0]
    assert int(locked.headers["retry-after"]) > 890
    for wrong in ({}, {"patientId": "R-1", "clinic": "lab", "pin": "", "queueNumber": 1}):
        problem(await served.post("/patient/verify-pin", wrong), 422, "INVALID_INPUT")


async def test_where_no_pin_is_asked_for_a_stranger_ends_nobodys_visit(served: Served) -> None:
    begun = await log_in(served)
    served.database.do("update clinic set pin_required = false where code = 'lab'")
    await served.call()

    problem(await verify(served, "lab", 1, "00"), 403, "FORBIDDEN")
    assert (await verify(served, "lab", 1, "00", begun["token"])).status_code == 200


async def test_a_repeated_leaving_is_done_once(served: Served) -> None:
    await log_in(served)
    await served.call()
    body = {
        "patientId": "R-1",
        "clinic": "lab",
        "pin": await pin_of(served),
        "queueNumber": 1,
    }

    first = await served.post("/patient/verify-pin", body, Idempotency_Key="k")
    again = await served.post("/patient/verify-pin", body, Idempotency_Key="k")

    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers[REPLAYED] == "true"
    assert served.database.value("select count(*) from ticket") == 2


async def test_a_ticket_off_a_route_is_a_journey_of_one(served: Served) -> None:
    await served.enter(user="R-1")
    await served.call()

    told = VerifiedOut.model_validate_json((await verify(served, "lab", 1)).content)

    assert (told.next_clinic, told.total_progress, told.journey_completed) == (None, "1/1", True)


async def test_the_route_is_read_by_its_token_and_by_stations(served: Served) -> None:
    begun = await log_in(served)

    for scope in (begun["token"], "staff", "kiosk", "admin"):
        answer = await served.get("/patient/status?patientId=R-1", scope)
        told = RouteOut.model_validate_json(answer.content)
        assert (told.exam, told.due, told.total_progress) == ("recruitment", "lab", "0/10")
        assert told.ticket is not None
        assert told.ticket.token == begun["token"]
    problem(await served.get("/patient/status?patientId=R-1"), 401, "UNAUTHORIZED")
    for patient in ("R-1", "R-9"):
        path = f"/patient/status?patientId={patient}"
        problem(await served.get(path, "nonsense"), 403, "FORBIDDEN")
    problem(await served.get("/patient/status?patientId=R-9", "staff"), 404, "NOT_IN_QUEUE")
    problem(await served.get("/patient/status", "staff"), 422, "INVALID_INPUT")
    problem(await served.get("/patient/status?patientId=a%20b", "staff"), 422, "INVALID_INPUT")


async def test_entering_out_of_turn_names_what_is_due(served: Served) -> None:
    begun = await log_in(served)

    async def enter(clinic: str, scope: str | None = begun["token"]) -> httpx.Response:
        return await served.post("/queue/enter", {"clinic": clinic, "user": "R-1"}, scope)

    for scope in (begun["token"], "kiosk"):
        off = problem(await enter("aud", scope), 403, "CLINIC_NOT_IN_PATH")
        assert off["clinic"] == "aud"
        early = problem(await enter("xr", scope), 403, "PREVIOUS_NOT_COMPLETED")
        assert early["due"] == "lab"
    assert (await enter("lab")).json()["existing"] is True
    await served.post("/queue/cancel", {"token": begun["token"]})
    assert problem(await enter("xr"), 403, "WRONG_SEQUENCE")["due"] == "lab"
    assert (await enter("lab")).status_code == 201
    assert (await enter("xr", "staff")).status_code == 201


async def test_staff_done_draws_the_next_ticket(served: Served) -> None:
    await log_in(served)
    await served.call()

    answer = await served.post("/queue/done", {"clinic": "lab", "user": "R-1"}, "staff")

    told = DoneOut.model_validate_json(answer.content)
    assert told.user == "R-1"
    assert told.next is not None
    assert (told.next.clinic, told.next.ticket, told.next.status) == ("xr", "X-001", "WAITING")


async def test_staff_edit_a_route(served: Served) -> None:
    await log_in(served)
    edits: list[tuple[dict[str, object], tuple[str | None, int, int]]] = [
        ({"action": "update_path", "clinics": ["LAB", "eye"]}, ("lab", 0, 2)),
        ({"action": "force_complete_clinic", "clinic": "lab"}, ("eye", 1, 2)),
        ({"action": "remove_from_queue"}, ("eye", 1, 2)),
        ({"action": "reset_path"}, ("lab", 0, 10)),
    ]

    for body, (due, done, total) in edits:
        answer = await edit(served, {**body, "reason": "asked"})
        assert answer.status_code == 200, answer.text
        told = RouteOut.model_validate_json(answer.content)
        assert (told.due, told.completed_clinics, told.total_clinics) == (due, done, total)
        assert (told.ticket is None) == (body["action"] == "remove_from_queue")


async def test_an_edit_has_its_refusals(served: Served) -> None:
    reset = {"action": "reset_path", "reason": "asked"}
    problem(await edit(served, reset), 404, "NOT_IN_QUEUE")
    begun = await log_in(served)
    problem(await edit(served, reset, None), 401, "UNAUTHORIZED")
    problem(await edit(served, reset, begun["token"]), 401, "UNAUTHORIZED")
    problem(await edit(served, reset, "kiosk"), 403, "FORBIDDEN")
    for wrong in (
        {},
        {"action": "reset_path"},
        {**reset, "clinics": ["lab"]},
        {"action": "update_path", "reason": "x"},
        {"action": "update_path", "reason": "x", "clinics": ["lab", "LAB"]},
        {"action": "force_complete_clinic", "reason": "x"},
        {"action": "make_tea", "reason": "x"},
    ):
        problem(await edit(served, wrong), 422, "INVALID_INPUT")
    force = {"action": "force_complete_clinic", "reason": "x"}
    problem(await edit(served, {**force, "clinic": "no"}), 404, "CLINIC_NOT_FOUND")
    off = problem(await edit(served, {**force, "clinic": "aud"}), 403, "CLINIC_NOT_IN_PATH")
    assert off["clinic"] == "aud"
    first = await edit(served, reset, Idempotency_Key="k")
    again = await edit(served, reset, Idempotency_Key="k")
    assert (again.content, again.headers[REPLAYED]) == (first.content, "true")


async def test_an_edit_is_heard_by_staff_alone(served: Served) -> None:
    await log_in(served)
    await edit(served, {"action": "update_path", "clinics": ["lab"], "reason": "Mariam asked"})

    kinds = served.database.rows("select kind from event order by at")
    assert ("ROUTE_EDITED",) in kinds
    status = await served.get("/queue/status?clinic=lab")
    assert "Mariam" not in status.text
