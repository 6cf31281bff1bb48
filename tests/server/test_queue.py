"""Every call of the queue as the HTTP contract says, each answer held against its model."""

from __future__ import annotations

import datetime as dt

import httpx
import pytest
from pydantic import BaseModel

from server import models, models_patients
from tests.server.conftest import Served
from tests.storage.booking import MORNING


def held_to(answer: httpx.Response, model: type[BaseModel], status: int = 200) -> dict[str, object]:
    """The answer's body, which must be what the documentation promises, and no more."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    model.model_validate_json(answer.content)
    return dict(answer.json())


async def test_the_clinics_come_in_their_order_with_the_site(served: Served) -> None:
    told = held_to(await served.get("/clinics"), models.ClinicsOut)

    site, clinics = told["site"], told["clinics"]
    assert isinstance(site, dict)
    assert site["code"] == "demo"
    assert isinstance(clinics, list)
    assert [one["code"] for one in clinics][:3] == ["lab", "xr", "bio"]
    assert clinics[0]["names"].keys() == {"ar", "en", "th"}


async def test_a_number_is_given(served: Served) -> None:
    answer = await served.post("/queue/enter", {"clinic": "LAB", "user": "P-1", "gender": "female"})

    told = held_to(answer, models.EnteredOut, 201)
    wanted = {"clinic": "lab", "user": "P-1", "number": 1, "ticket": "L-001", "status": "WAITING"}
    assert told.items() >= {**wanted, "position": 1, "ahead": 0}.items()
    assert told["counters"] == {"entered": 1, "exited": 0, "waiting": 1}
    assert "existing" not in told


async def test_the_ticket_held_is_told_to_those_who_may_know(served: Served) -> None:
    first = await served.enter(user="P-1")

    for scope in ("kiosk", "staff", "admin", first["token"]):
        again = await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"}, scope)
        told = held_to(again, models.EnteredOut)
        assert (told["existing"], told["token"]) == (True, first["token"])


async def test_the_ticket_held_is_told_to_nobody_else(served: Served) -> None:
    other = await served.enter()
    await served.enter(user="P-1")

    for bearer in (None, other["token"], "x" * 43):
        refused = await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"}, bearer)
        assert refused.status_code == 409
        assert refused.json()["code"] == "ALREADY_WAITING"
        assert set(refused.json()) == PROBLEM


PROBLEM = {
    *("success", "type", "title", "status", "detail", "code", "error", "message"),
    "correlation_id",
}


async def test_numbers_are_told_and_their_version_is_the_feeds(served: Served) -> None:
    await served.enter()
    await served.enter()
    await served.call(room="1")

    told = held_to(await served.get("/queue/status?clinic=LAB"), models.StatusOut)

    counted = {"current": 1, "current_display": "L-001", "total": 2, "waiting": 1}
    assert told.items() >= {"clinic": "lab", **counted, "in_service": 1, "completed": 0}.items()


async def test_a_patient_sees_his_place_by_his_token(served: Served) -> None:
    await served.enter()
    mine = await served.enter(user="P-2")

    waiting = held_to(
        await served.get(f"/queue/position?token={mine['token']}"), models.PositionOut
    )
    assert (waiting["display_number"], waiting["ahead"], waiting["room"]) == (2, 1, None)
    assert waiting["total_waiting"] == 2

    await served.call()
    await served.call(room="2")
    called = held_to(await served.get(f"/queue/position?token={mine['token']}"), models.PositionOut)
    assert (called["status"], called["display_number"], called["room"]) == ("CALLED", 0, "2")

    await served.post("/queue/done", {"clinic": "lab", "user": "P-2"}, "staff")
    over = held_to(await served.get(f"/queue/position?token={mine['token']}"), models.PositionOut)
    assert (over["status"], over["display_number"]) == ("DONE", -1)


async def test_staff_and_kiosks_see_a_place_by_patient(served: Served) -> None:
    await served.enter(user="P-1")

    for scope in ("staff", "kiosk", "admin"):
        answer = await served.get("/queue/position?clinic=LAB&user=P-1", scope)
        assert held_to(answer, models.PositionOut)["number"] == 1
    assert (await served.get("/queue/position?clinic=lab&user=P-1")).status_code == 401
    missing = await served.get("/queue/position?clinic=lab&user=P-9", "staff")
    assert (missing.status_code, missing.json()["code"]) == (404, "NOT_IN_QUEUE")
    unknown = await served.get("/queue/position?token=nothing")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "NOT_IN_QUEUE")


async def test_the_next_is_called_and_the_one_in_hand_finished(served: Served) -> None:
    await served.enter()
    await served.enter()

    first = await served.post("/queue/call", {"clinic": "LAB", "room": "1"}, "staff")
    second = await served.post("/queue/call", {"clinic": "LAB", "room": "1"}, "admin")

    assert held_to(first, models.CalledOut)["finished"] is None
    told = held_to(second, models.CalledOut)
    wanted = {"number": 2, "ticket": "L-002", "room": "1", "status": "CALLED", "finished": 1}
    assert told.items() >= {**wanted, "waiting": 0}.items()


async def test_a_full_room_keeps_its_patient_where_the_site_says_so(served: Served) -> None:
    served.database.do("update site set finish_in_hand = false")
    await served.enter()
    await served.enter()
    await served.call(room="1")

    refused = await served.post("/queue/call", {"clinic": "lab", "room": "1"}, "staff")

    assert (refused.status_code, refused.json()["code"]) == (409, "TICKET_IN_HAND")


async def test_a_ticket_goes_through_its_states(served: Served) -> None:
    served.database.set_clock(MORNING)
    token = (await served.enter(user="P-1"))["token"]
    await served.call(room="1")

    async def move(path: str, **more: object) -> object:
        answer = await served.post(f"/queue/{path}", {"token": token, **more}, "staff")
        return held_to(answer, models.MovedOut)["status"]

    assert await move("recall") == "CALLED"
    assert await move("start") == "IN_SERVICE"
    assert await move("hold", reason="X-ray first") == "HELD"
    assert await move("resume") == "WAITING"
    assert await move("priority", priority="elderly", reason="asked for") == "WAITING"
    assert await move("undo") == "WAITING"
    await served.call(room="1")
    served.database.pass_time(minutes=6)
    assert await move("no-show") == "NO_SHOW"
    assert await move("reactivate") == "WAITING"
    assert await move("cancel") == "CANCELLED"


async def test_a_number_names_a_ticket_of_today(served: Served) -> None:
    await served.enter()
    await served.call()

    answer = await served.post("/queue/start", {"clinic": "LAB", "number": 1}, "staff")

    assert held_to(answer, models.MovedOut)["ticket"] == "L-001"


async def test_a_transfer_answers_the_new_ticket_and_the_old(served: Served) -> None:
    await served.enter(user="P-1")

    answer = await served.post(
        "/queue/transfer", {"clinic": "lab", "number": 1, "to": "XR"}, "staff"
    )

    told = held_to(answer, models.TransferredOut)
    old = told["from"]
    assert told["ticket"] == "X-001"
    assert isinstance(old, dict)
    assert (old["ticket"], old["status"]) == ("L-001", "TRANSFERRED")


@pytest.mark.parametrize("ref", ["user", "number", "token"])
async def test_done_ends_a_called_ticket(served: Served, ref: str) -> None:
    ticket = await served.enter(user="P-1")
    await served.enter()
    await served.call(room="1")
    named = {"token": ticket["token"]} if ref == "token" else {"clinic": "LAB", ref: ticket[ref]}

    told = held_to(await served.post("/queue/done", named, "staff"), models_patients.DoneOut)

    wanted = {"clinic": "lab", "user": "P-1", "number": 1, "status": "DONE", "next": None}
    assert told.items() >= {**wanted, "remaining_in_queue": 1, "duration_minutes": 0}.items()


async def test_done_by_a_patient_who_is_not_there(served: Served) -> None:
    refused = await served.post("/queue/done", {"clinic": "lab", "user": "P-1"}, "staff")

    assert (refused.status_code, refused.json()["code"]) == (404, "NOT_IN_QUEUE")


async def test_a_patient_gives_his_place_up_by_his_token_only(served: Served) -> None:
    ticket = await served.enter()
    by_number = {"clinic": "lab", "number": 1}

    assert (await served.post("/queue/cancel", by_number)).status_code == 401
    assert (await served.post("/queue/cancel", by_number, "kiosk")).status_code == 403
    answer = await served.post("/queue/cancel", {"token": ticket["token"]})

    assert held_to(answer, models.MovedOut)["status"] == "CANCELLED"


async def test_a_reset_starts_the_numbers_again(served: Served) -> None:
    await served.enter()
    await served.enter()

    answer = await served.post("/queue/reset", {"clinic": "LAB", "reason": "fire alarm"}, "admin")

    assert held_to(answer, models.ResetOut) == {
        "success": True, "clinic": "lab", "expired": 2, "series": 2
    }  # fmt: skip
    assert (await served.enter())["number"] == 1


async def test_a_paused_clinic_says_so_and_opens_again(served: Served) -> None:
    paused = await served.post("/clinics/LAB/pause", {"reason": "Staff meeting"}, "staff")
    refused = await served.post("/queue/enter", {"clinic": "lab"})
    opened = await served.post("/clinics/lab/open", {"reason": "over"}, "staff")

    told = held_to(paused, models.StandingOut)
    assert (told["state"], told["reason"]) == ("PAUSED", "Staff meeting")
    assert (refused.status_code, refused.json()["code"]) == (409, "CLINIC_PAUSED")
    assert refused.json()["reason"] == "Staff meeting"
    assert held_to(opened, models.StandingOut)["state"] == "OPEN"
    await served.enter()


async def test_two_desks_of_which_one_is_too_late(served: Served) -> None:
    await served.enter()
    await served.call()
    body = {"clinic": "lab", "number": 1}
    await served.post("/queue/start", body, "admin")

    refused = await served.post("/queue/start", body, "staff")

    told = refused.json()
    assert (refused.status_code, told["code"], told["state"]) == (409, "WRONG_STATE", "IN_SERVICE")
    assert told["by"] == "The admin token"
    assert dt.datetime.fromisoformat(told["at"]).tzinfo is not None


async def test_a_no_show_before_the_grace_and_an_undo_after_its_window(served: Served) -> None:
    served.database.set_clock(MORNING)
    await served.enter()
    await served.call()
    body = {"clinic": "lab", "number": 1}

    early = (await served.post("/queue/no-show", body, "staff")).json()
    served.database.pass_time(minutes=3)
    late = (await served.post("/queue/undo", body, "staff")).json()
    foreign = (await served.post("/queue/undo", body, "admin")).json()

    assert (early["code"], early["status"]) == ("TOO_EARLY", 409)
    assert (late["code"], late["status"]) == ("TOO_LATE_TO_UNDO", 409)
    assert (foreign["code"], foreign["by"]) == ("FORBIDDEN", "The staff token")
    assert dt.datetime.fromisoformat(early["at"]) > dt.datetime.fromisoformat(late["at"])
