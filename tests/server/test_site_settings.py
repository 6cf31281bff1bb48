"""An administrator changes the site's settings: within bounds, all or none, written down."""

from __future__ import annotations

import datetime as dt
from typing import Any

import psycopg
import pytest
from psycopg import errors as pg

from server.models_admin import ChangedSettingsOut, SettingsOut
from tests.postgres import Database
from tests.server.conftest import Served
from tests.server.ear import listening
from tests.server.test_refusals import problem

NOON = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
SETTINGS = {
    "day_turns_at": "06:30",
    "finish_in_hand": False,
    "no_show_after_recalls": 3,
    "no_show_grace_seconds": 60,
    "personal_data_kept_days": 7,
    "pin_digits": 3,
    "priority_credit_minutes": 20,
    "remote_entry": False,
    "undo_window_seconds": 30,
}
FIRST = {
    "day_turns_at": "05:00",
    "finish_in_hand": True,
    "no_show_after_recalls": None,
    "no_show_grace_seconds": 300,
    "personal_data_kept_days": 30,
    "pin_digits": 2,
    "priority_credit_minutes": 15,
    "remote_entry": True,
    "undo_window_seconds": 120,
}


@pytest.fixture
def database(database: Database) -> Database:
    """At noon, when no time of the turn is near."""
    database.set_clock(NOON)
    return database


async def patch(served: Served, body: object, scope: str | None = "admin", **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if scope is not None:
        named["Authorization"] = f"Bearer {served.tokens[scope]}"
    return await served.client.patch("/api/v1/admin/settings", json=body, headers=named)


def errors_of(told: dict[str, Any]) -> list[dict[str, Any]]:
    return list(told["errors"])


async def values(served: Served) -> dict[str, Any]:
    answer = await served.get("/admin/settings", "admin")
    SettingsOut.model_validate_json(answer.content)
    return {name: one["value"] for name, one in answer.json()["settings"].items()}


async def test_each_setting_tells_type_bounds_default_and_value(served: Served) -> None:
    told = (await served.get("/admin/settings", "admin")).json()["settings"]

    assert {name: one["default"] for name, one in told.items()} == FIRST
    assert await values(served) == FIRST
    assert told["undo_window_seconds"] == {
        "type": "integer",
        "unit": "seconds",
        "minimum": 0,
        "maximum": 3600,
        "optional": False,
        "default": 120,
        "value": 120,
    }


async def test_every_setting_can_be_changed(served: Served) -> None:
    answer = await patch(served, SETTINGS)

    assert answer.status_code == 200, answer.text
    ChangedSettingsOut.model_validate_json(answer.content)
    assert await values(served) == SETTINGS
    assert answer.json()["changed"] == {
        name: {"from": FIRST[name], "to": value} for name, value in SETTINGS.items()
    }


async def test_what_is_not_named_stays_and_null_is_for_what_may_be(served: Served) -> None:
    await patch(served, {"no_show_after_recalls": 2})
    assert (await patch(served, {"no_show_after_recalls": None})).status_code == 200

    assert await values(served) == FIRST
    problem(await patch(served, {"pin_digits": None}), 422, "INVALID_INPUT")


WRONG: tuple[tuple[str, object, tuple[str, ...]], ...] = (
    ("undo_window_seconds", 3601, ("0 to 3600", "seconds", "3601")),
    ("undo_window_seconds", -1, ("0 to 3600", "-1")),
    ("undo_window_seconds", 1.5, ("whole number", "1.5")),
    ("undo_window_seconds", "60", ("whole number", '"60"')),
    ("undo_window_seconds", True, ("whole number", "true")),
    ("undo_window_seconds", 1e300, ("0 to 3600",)),
    ("personal_data_kept_days", 0, ("1 to 3650", "days")),
    ("pin_digits", 5, ("2 to 4", "5")),
    ("no_show_after_recalls", 21, ("0 to 20", "or null")),
    ("remote_entry", 1, ("true or false", "1")),
    ("day_turns_at", "24:00", ("00:00 to 23:59", "24:00")),
    ("day_turns_at", "noon", ("00:00 to 23:59", "noon")),
    ("colour", "blue", ("no such setting", "remote_entry")),
)


async def test_what_cannot_be_is_named_with_its_bounds_and_nothing_is_changed(
    served: Served,
) -> None:
    for name, value, words in WRONG:
        answer = await patch(served, {"finish_in_hand": False, name: value})

        (error,) = errors_of(problem(answer, 422, "INVALID_INPUT"))
        assert error["loc"] == ["body", name]
        assert [word for word in words if word not in error["msg"]] == []
    assert await values(served) == FIRST
    assert served.database.value("select count(*) from event where kind = 'SETTINGS_CHANGED'") == 0


async def test_several_troubles_are_all_named(served: Served) -> None:
    told = problem(await patch(served, {"pin_digits": 9, "colour": 1}), 422, "INVALID_INPUT")

    assert [error["loc"][1] for error in errors_of(told)] == ["colour", "pin_digits"]


async def test_a_change_is_in_the_log_and_told_to_staff_alone(served: Served) -> None:
    async with (
        listening(served.url, "lab") as public,
        listening(served.url, "lab", token=served.tokens["staff"]) as inside,
    ):
        await public.next()
        await inside.next()
        await patch(served, {"undo_window_seconds": 60}, X_Correlation_ID="tap-7")
        await served.enter("lab")

        told = await inside.next()
        assert told.data["type"] == "SETTINGS_CHANGED"
        assert told.data["changes"] == {"undo_window_seconds": {"from": 120, "to": 60}}
        assert (await public.next()).data["type"] == "ENTERED"
    assert served.database.rows(
        "select actor, correlation_id, facts from event where kind = 'SETTINGS_CHANGED'"
    ) == [
        (
            "The admin token",
            "tap-7",
            {"changes": {"undo_window_seconds": {"from": 120, "to": 60}}},
        )
    ]


async def test_the_same_again_is_no_change(served: Served) -> None:
    answer = await patch(served, {"undo_window_seconds": 120})

    assert (answer.status_code, answer.json()["changed"]) == (200, {})
    assert served.database.value("select count(*) from event where kind = 'SETTINGS_CHANGED'") == 0


async def test_a_repeated_press_changes_once(served: Served) -> None:
    body = {"undo_window_seconds": 60}
    first = await patch(served, body, Idempotency_Key="k")
    await patch(served, {"undo_window_seconds": 90})
    again = await patch(served, body, Idempotency_Key="k")

    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    assert (await values(served))["undo_window_seconds"] == 90
    other = await patch(served, {"pin_digits": 3}, Idempotency_Key="k")
    problem(other, 422, "IDEMPOTENCY_KEY_REUSED")


async def test_a_changed_setting_works_at_once(served: Served) -> None:
    await patch(served, {"remote_entry": False})
    problem(await served.post("/queue/enter", {"clinic": "lab"}), 403, "FORBIDDEN")


async def test_only_administrators_change_them(served: Served) -> None:
    problem(await patch(served, {"pin_digits": 9}, None), 401, "UNAUTHORIZED")
    problem(await patch(served, {"pin_digits": 9}, "staff"), 403, "FORBIDDEN")
    problem(await patch(served, [1]), 422, "INVALID_INPUT")


def test_the_move_itself_asks_for_an_administrator(database: Database) -> None:
    as_staff = "row('staff', 'Desk', null, null, null, null, null, null)::dawr.press"
    with (
        psycopg.connect(database.login("server"), autocommit=True) as server,
        pytest.raises(psycopg.Error) as refused,
    ):
        server.execute(f"select dawr.change_settings({as_staff}, '{{}}')".encode())

    assert refused.value.diag.message_primary == "FORBIDDEN"


BEYOND = (
    "day_turns_at = '05:00:30'",
    "priority_credit = '241 minutes'",
    "priority_credit = '-1 second'",
    "undo_window = '3601 seconds'",
    "no_show_grace = '3601 seconds'",
    "no_show_after_recalls = 21",
    "no_show_after_recalls = -1",
    "personal_data_kept = '3651 days'",
    "personal_data_kept = '0'",
    "pin_digits = 5",
    "pin_digits = 1",
)


def test_the_table_holds_the_bounds_too(database: Database) -> None:
    with database.admin() as admin:
        for change in BEYOND:
            with pytest.raises(pg.CheckViolation):
                admin.execute(b"update site set " + change.encode())


async def test_a_day_that_has_begun_does_not_end_again(served: Served) -> None:
    """This morning's PINs and routes would be yesterday's while the numbers stay today's."""
    told = problem(await patch(served, {"day_turns_at": "12:30"}), 422, "INVALID_INPUT")

    assert [one["loc"] for one in errors_of(told)] == [["body", "day_turns_at"]]
    assert (await values(served))["day_turns_at"] == "05:00"
    for earlier_or_over in ("11:59", "00:00", "12:00"):
        answer = await patch(served, {"day_turns_at": earlier_or_over})
        assert answer.status_code == 200, answer.text
