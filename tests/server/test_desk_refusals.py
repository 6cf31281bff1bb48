"""Every move of a ticket over HTTP: what is not there, and a state it cannot leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.conftest import Served
from tests.server.test_refusals import problem
from tests.storage.booking import MORNING

MOVES: list[tuple[str, dict[str, Any]]] = [
    ("recall", {}),
    ("start", {}),
    ("no-show", {}),
    ("hold", {}),
    ("resume", {}),
    ("reactivate", {}),
    ("priority", {"priority": "elderly"}),
    ("transfer", {"to": "xr"}),
    ("done", {}),
    ("cancel", {}),
]


@pytest.mark.parametrize(("move", "more"), [*MOVES, ("undo", {})], ids=str)
async def test_what_is_not_there(served: Served, move: str, more: dict[str, Any]) -> None:
    path = f"/queue/{move}"

    clinic = await served.post(path, {"clinic": "none", "number": 1, **more}, "staff")
    number = await served.post(path, {"clinic": "lab", "number": 9, **more}, "staff")

    problem(clinic, 404, "CLINIC_NOT_FOUND")
    problem(number, 404, "TICKET_NOT_FOUND")


@pytest.mark.parametrize(("move", "more"), MOVES, ids=str)
async def test_a_cancelled_ticket_says_who_cancelled_it(
    served: Served, move: str, more: dict[str, Any]
) -> None:
    await served.enter()
    body = {"clinic": "lab", "number": 1}
    await served.post("/queue/cancel", body, "admin")

    told = problem(await served.post(f"/queue/{move}", body | more, "staff"), 409, "WRONG_STATE")

    assert (told["state"], told["by"]) == ("CANCELLED", "The admin token")


@pytest.mark.parametrize(
    ("path", "body", "scope"),
    [
        ("/queue/reset", {"clinic": "none", "reason": "drill"}, "admin"),
        ("/clinics/none/pause", {"reason": "lunch"}, "staff"),
        ("/clinics/none/open", {}, "staff"),
        ("/pins/none/regenerate", None, "staff"),
    ],
)
async def test_a_clinic_that_is_not_there(
    served: Served, path: str, body: dict[str, str] | None, scope: str
) -> None:
    problem(await served.post(path, body, scope), 404, "CLINIC_NOT_FOUND")


async def test_who_did_not_come_and_waits_again_is_not_put_back_too(served: Served) -> None:
    served.database.set_clock(MORNING)
    await served.enter(user="P-1")
    await served.call()
    served.database.pass_time(minutes=6)
    body = {"clinic": "lab", "number": 1}
    assert (await served.post("/queue/no-show", body, "staff")).status_code == 200
    await served.enter(user="P-1")

    problem(await served.post("/queue/reactivate", body, "staff"), 409, "ALREADY_WAITING")


async def test_nobody_is_transferred_to_where_he_waits(served: Served) -> None:
    await served.enter(user="P-1")
    await served.enter("xr", user="P-1")
    body = {"clinic": "lab", "number": 1, "to": "xr"}

    problem(await served.post("/queue/transfer", body, "staff"), 409, "ALREADY_WAITING")


async def test_a_done_is_not_undone_for_who_waits_again(served: Served) -> None:
    await served.enter(user="P-1")
    await served.call()
    body = {"clinic": "lab", "number": 1}
    assert (await served.post("/queue/done", body, "staff")).status_code == 200
    await served.enter(user="P-1")

    problem(await served.post("/queue/undo", body, "staff"), 409, "ALREADY_WAITING")


async def test_nobody_returns_to_a_room_that_filled_up(served: Served) -> None:
    for _ in range(3):  # the laboratory's room has two places
        await served.enter()
    await served.call(room="1")
    body = {"clinic": "lab", "number": 1}
    assert (await served.post("/queue/done", body, "staff")).status_code == 200
    await served.call(room="1")
    await served.call(room="1")

    problem(await served.post("/queue/undo", body, "staff"), 409, "TICKET_IN_HAND")


async def test_a_position_is_of_a_clinic_that_is_there(served: Served) -> None:
    asked = "/queue/position?clinic=none&user=P-1"

    problem(await served.get(asked, "staff"), 404, "CLINIC_NOT_FOUND")
