"""Stations over HTTP: a new one shows a code, is let in, and fetches its token once."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import httpx

from server.models_stations import (
    PairedOut,
    PairingOut,
    PendingOut,
    StationOut,
    StationSelfOut,
)
from tests.server.conftest import Served
from tests.server.ear import listening
from tests.server.test_refusals import problem

CODE = re.compile(r"[AC-HJ-NP-RT-Y34679]{7}")


async def pair(served: Served, kind: str = "display", **headers: str) -> dict[str, Any]:
    answer = await served.post("/stations/pair", {"kind": kind, "name": "North"}, **headers)
    assert answer.status_code == 201, answer.text
    PairingOut.model_validate_json(answer.content)
    return dict(answer.json())


async def poll(served: Served, pairing: dict[str, Any]) -> httpx.Response:
    return await served.get(f"/stations/pair/{pairing['code']}", pairing["secret"])


async def approve(
    served: Served, code: str, name: str = "Wall north", **more: object
) -> httpx.Response:
    return await served.post(f"/stations/pair/{code}/approve", {"name": name, **more}, "admin")


async def let_in(served: Served, kind: str, name: str, **more: object) -> str:
    """The token of a station that was let in."""
    pairing = await pair(served, kind)
    answer = await approve(served, pairing["code"], name, **more)
    assert answer.status_code == 200, answer.text
    told = await poll(served, pairing)
    assert told.status_code == 200, told.text
    return str(told.json()["token"])


async def test_a_station_is_let_in_and_told_its_token_once(served: Served) -> None:
    pairing = await pair(served)
    before = await poll(served, pairing)
    approved = await approve(served, pairing["code"].lower(), clinics=["LAB", "eye", "lab"])
    told = await poll(served, pairing)
    again = await poll(served, pairing)

    assert CODE.fullmatch(pairing["code"])
    assert before.status_code == 202
    PendingOut.model_validate_json(before.content)
    assert StationOut.model_validate_json(approved.content).clinics == ["eye", "lab"]
    station = PairedOut.model_validate_json(told.content)
    assert (station.name, station.kind, station.site) == ("Wall north", "display", "demo")
    assert told.headers["cache-control"] == "no-store"
    problem(again, 404, "NOT_FOUND")
    me = await served.get("/stations/me", station.token)
    seen = StationSelfOut.model_validate_json(me.content)
    assert (seen.name, seen.kind, seen.clinics) == ("Wall north", "display", ["eye", "lab"])
    assert seen.languages == ["ar", "en", "th"]
    assert seen.settings["undo_window_seconds"] == 120


async def test_neither_secret_nor_token_is_stored(served: Served) -> None:
    pairing = await pair(served)
    await approve(served, pairing["code"])
    token = (await poll(served, pairing)).json()["token"]

    stored = str(
        served.database.rows(
            "select p::text from pairing p union all select t::text from token t"
            " union all select i::text from idempotency i union all select e::text from event e"
        )
    )
    assert pairing["secret"] not in stored
    assert token not in stored


async def test_a_wrong_secret_tells_nothing_of_the_code(served: Served) -> None:
    pairing = await pair(served)

    wrong = await served.get(f"/stations/pair/{pairing['code']}", "x" * 22)
    unknown = await served.get("/stations/pair/AAAAAAA", "x" * 22)
    without = await served.get(f"/stations/pair/{pairing['code']}")
    without_both = await served.get("/stations/pair/AAAAAAA")

    assert without_code(problem(wrong, 404, "NOT_FOUND")) == without_code(
        problem(unknown, 404, "NOT_FOUND")
    )
    problem(without, 401, "UNAUTHORIZED")
    problem(without_both, 401, "UNAUTHORIZED")
    problem(await served.get(f"/stations/pair/{pairing['code']}", "admin"), 401, "UNAUTHORIZED")
    assert (await poll(served, pairing)).status_code == 202


def without_code(told: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in told.items() if name != "correlation_id"}


async def test_of_two_polls_at_once_one_is_told(served: Served) -> None:
    for number in range(5):
        pairing = await pair(served)
        await approve(served, pairing["code"], f"Wall {number}")

        answers = await asyncio.gather(*(poll(served, pairing) for _ in range(8)))

        assert sorted(one.status_code for one in answers) == [200, *[404] * 7]
        token = next(one.json()["token"] for one in answers if one.status_code == 200)
        assert (await served.get("/stations/me", token)).status_code == 200


async def test_a_display_watches_no_patients_place(served: Served) -> None:
    token = await let_in(served, "display", "Wall")

    problem(await served.get("/events/stream?user=P-1", token), 403, "FORBIDDEN")


async def test_a_displays_token_opens_what_is_public_alone(served: Served) -> None:
    """Neither staff's calls nor staff's events, nor a number where patients may take none."""
    token = await let_in(served, "display", "Wall")
    entered = await served.enter("lab", user="P-1")

    assert (await served.get("/clinics", token)).status_code == 200
    for path in ("/queue/call", "/queue/start", "/clinics/lab/open"):
        problem(await served.post(path, {"clinic": "lab"}, token), 403, "FORBIDDEN")
    for path in ("/queue/position?clinic=lab&user=P-1", "/admin/status"):
        problem(await served.get(path, token), 403, "FORBIDDEN")
    number = {"clinic": "lab", "number": entered["number"]}
    problem(await served.post("/queue/cancel", number, token), 403, "FORBIDDEN")
    again = await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"}, token)
    problem(again, 409, "ALREADY_WAITING")
    served.database.do("update site set remote_entry = false")
    problem(await served.post("/queue/enter", {"clinic": "lab"}, token), 403, "FORBIDDEN")
    async with listening(served.url, "lab", token=token) as wall:
        await wall.next()
        served.database.do("update site set remote_entry = true")
        await let_in(served, "kiosk", "Kiosk 9")  # STATION_APPROVED is for staff
        await served.enter("lab")
        assert (await wall.next()).data["type"] == "ENTERED"


async def test_a_kiosk_and_a_desk_may_do_what_their_scope_may(served: Served) -> None:
    kiosk = await let_in(served, "kiosk", "Kiosk 9")
    desk = await let_in(served, "staff", "Desk 9")
    await served.enter("lab", user="P-1")

    held = await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"}, kiosk)
    called = await served.post("/queue/call", {"clinic": "lab"}, desk)

    assert (held.status_code, held.json()["existing"]) == (200, True)
    assert called.status_code == 200
    assert served.database.value("select actor from event where kind = 'CALLED'") == "Desk 9"
    problem(await served.get("/stations/me", "admin"), 403, "FORBIDDEN")
    problem(await served.get("/stations/me"), 401, "UNAUTHORIZED")


async def test_only_administrators_let_in(served: Served) -> None:
    pairing = await pair(served)
    path = f"/stations/pair/{pairing['code']}/approve"

    problem(await served.post(path, {"name": "x"}), 401, "UNAUTHORIZED")
    problem(await served.post(path, {"name": "x"}, pairing["secret"]), 401, "UNAUTHORIZED")
    problem(await served.post(path, {"name": "x"}, "staff"), 403, "FORBIDDEN")
    for name in ("", " x", "x ", "\t", "n" * 61):
        problem(await served.post(path, {"name": name}, "admin"), 422, "INVALID_INPUT")
    problem(await approve(served, pairing["code"], clinics=["no"]), 404, "CLINIC_NOT_FOUND")
    problem(await approve(served, pairing["code"], clinics=[]), 422, "INVALID_INPUT")
    problem(await approve(served, "AAAAAAA"), 404, "NOT_FOUND")
    taken = problem(await approve(served, pairing["code"], "The staff token"), 422, "INVALID_INPUT")
    assert "name" in str(taken["errors"])
    assert (await approve(served, pairing["code"])).status_code == 200
    problem(await approve(served, pairing["code"], "Another"), 404, "NOT_FOUND")
    assert served.database.rows(
        "select actor, facts from event where kind = 'STATION_APPROVED'"
    ) == [("The admin token", {"name": "Wall north", "kind": "display", "clinics": None})]


async def test_an_address_has_five_open_and_a_site_fifty(served: Served) -> None:
    pairings = [await pair(served) for _ in range(5)]
    full = await served.post("/stations/pair", {"kind": "kiosk"})

    problem(full, 429, "RATE_LIMITED")
    assert 590 < int(full.headers["retry-after"]) <= 600
    await approve(served, pairings[0]["code"])
    assert (await poll(served, pairings[0])).status_code == 200
    await pair(served)
    served.database.do(
        "insert into pairing (site_id, code, secret_hash, kind, address, made_at, expires_at)"
        " select 1, 'AAAAA' || substr('ACDEFGH', n / 7 + 1, 1) || substr('ACDEFGH', n % 7 + 1, 1),"
        "   sha256(n::text::bytea), 'kiosk', '10.0.0.' || n, now(), now() + interval '5 min'"
        " from generate_series(0, 44) n"
    )
    served.database.do("delete from pairing where address = '127.0.0.1' and told_at is null")
    for _ in range(5):
        await pair(served)
    full = await served.post("/stations/pair", {"kind": "kiosk"})
    problem(full, 429, "RATE_LIMITED")
    assert int(full.headers["retry-after"]) <= 300


async def test_a_repeated_press_pairs_once(served: Served) -> None:
    first = await pair(served, Idempotency_Key="k")
    again = await served.post(
        "/stations/pair", {"kind": "display", "name": "North"}, Idempotency_Key="k"
    )

    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first
    assert served.database.value("select count(*) from pairing") == 1
    kept = served.database.value("select expires_at <= now() + interval '10 min' from idempotency")
    assert kept is True


async def test_a_station_shut_out_is_refused(served: Served) -> None:
    token = await let_in(served, "kiosk", "Kiosk 9")
    served.database.do("update token set revoked_at = now() where name = 'Kiosk 9'")
    served.backend.callers.forget()

    problem(await served.get("/stations/me", token), 401, "UNAUTHORIZED")


async def test_what_no_station_says(served: Served) -> None:
    for body in ({}, {"kind": "admin"}, {"kind": "kiosk", "name": " "}, {"kind": "kiosk", "x": 1}):
        problem(await served.post("/stations/pair", body), 422, "INVALID_INPUT")
