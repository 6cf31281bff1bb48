"""What administrators see: for them alone, and true."""

from __future__ import annotations

from typing import Any

from server.models import Out
from server.models_admin import AdminStatusOut, ClinicStatsOut, LiveFeedOut
from tests.server.conftest import Served
from tests.server.test_refusals import problem

READS = ("status", "clinic-stats", "live-feed", "settings", "reports")


async def read(served: Served, what: str, shape: type[Out]) -> dict[str, Any]:
    answer = await served.get(f"/admin/{what}", "admin")
    assert answer.status_code == 200, answer.text
    shape.model_validate_json(answer.content)
    return dict(answer.json())


async def test_nothing_below_admin_is_for_anybody_else(served: Served) -> None:
    """Also what is not there: a stranger does not learn which is which."""
    for path in (*READS, "", "no-such-thing", "settings/x", "reports?type=odd"):
        problem(await served.get(f"/admin/{path}"), 401, "UNAUTHORIZED")
        problem(await served.get(f"/admin/{path}", "x" * 43), 401, "UNAUTHORIZED")
        for scope in ("kiosk", "staff"):
            problem(await served.get(f"/admin/{path}", scope), 403, "FORBIDDEN")


async def test_what_is_not_there_below_admin_is_told_to_administrators(served: Served) -> None:
    problem(await served.get("/admin/no-such-thing", "admin"), 404, "NOT_FOUND")
    problem(await served.post("/admin/settings", {}), 401, "UNAUTHORIZED")
    wrong = await served.post("/admin/settings", {}, "admin")
    problem(wrong, 405, "METHOD_NOT_ALLOWED")
    assert set(wrong.headers["allow"].split(", ")) == {"GET", "PATCH"}
    patched = await served.client.patch("/api/v1/admin/settings", content=b"{not json")
    problem(patched, 401, "UNAUTHORIZED")


async def test_the_status_sums_the_clinics(served: Served) -> None:
    await served.enter("lab")
    await served.enter("lab")
    await served.enter("eye")
    await served.call("lab")
    await served.post("/clinics/ecg/pause", {"reason": "device"}, "staff")

    told = await read(served, "status", AdminStatusOut)

    assert (told["entered"], told["waiting"], told["in_service"]) == (3, 2, 1)
    assert told["clinics"] == {"open": 11, "closed": 0, "paused": 1}
    assert told["longest_wait_seconds"] >= 0
    assert told["server"]["feed_is_fresh"] is True
    ready = await served.get("/readyz")
    assert told["server"]["revision"] == ready.json()["revision"]


async def test_each_clinic_tells_now_and_its_day(served: Served) -> None:
    for _ in range(3):
        await served.enter("lab")
    await served.call("lab", room="1")
    await served.call("lab", room="1")

    found = await read(served, "clinic-stats", ClinicStatsOut)

    lab, *others = found["clinics"]
    assert (lab["clinic"], lab["waiting"], lab["in_service"], lab["desks"]) == ("lab", 1, 1, 1)
    assert (lab["completed"], lab["today"]["done"], lab["today"]["arrivals"]) == (1, 1, 3)
    assert lab["today"]["wait_p50_seconds"] is not None
    assert [one["today"]["arrivals"] for one in others] == [0] * 11
    assert others[0]["longest_wait_seconds"] is None


async def test_the_log_says_who_did_what_and_why(served: Served) -> None:
    taken = await served.enter("lab")
    await served.call("lab", room="1")
    await served.post(
        "/queue/hold",
        {"clinic": "lab", "number": taken["number"], "reason": "waits for a result"},
        "staff",
        X_Correlation_ID="tap-1",
    )

    told = (await read(served, "live-feed?limit=2", LiveFeedOut))["events"]

    assert [one["type"] for one in told] == ["HELD", "CALLED"]
    held = told[0]
    assert (held["actor"], held["reason"], held["correlation_id"]) == (
        "The staff token",
        "waits for a result",
        "tap-1",
    )
    assert (held["from"], held["to"], held["ticket"]) == ("CALLED", "HELD", "L-001")


async def test_the_log_is_as_long_as_asked_for_and_newest_first(served: Served) -> None:
    for clinic in ("lab", "eye", "lab", "xr"):
        await served.enter(clinic)

    told = (await read(served, "live-feed", LiveFeedOut))["events"]

    assert [one["clinic"] for one in told] == ["xr", "lab", "eye", "lab"]
    assert [one["time"] for one in told] == sorted((one["time"] for one in told), reverse=True)
    for limit in ("0", "501", "x"):
        answer = await served.get(f"/admin/live-feed?limit={limit}", "admin")
        problem(answer, 422, "INVALID_INPUT")
