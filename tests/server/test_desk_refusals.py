"""Every move of a ticket over HTTP: what is not there, and a state it cannot leave."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.conftest import Served
from tests.server.test_refusals import problem

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
