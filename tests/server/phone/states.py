"""A ticket brought into each state a phone page can show, by the calls that people make."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.server.conftest import Served

Bring = Callable[[Served, str], Awaitable[str]]

ROOMS = dict(
    zip(
        ("lab", "xr", "bio", "eye", "int", "sur", "ent", "psy", "dnt", "aud", "ecg", "der"),
        map(str, range(1, 13)),
        strict=True,
    )
)


async def _entered(served: Served, clinic: str, ahead: int = 0) -> str:
    for _ in range(ahead):
        await served.enter(clinic)
    return f"/t/{(await served.enter(clinic))['token']}"


async def _after(
    served: Served, clinic: str, move: str, *, is_called: bool = True, room: str | None = None
) -> str:
    address = await _entered(served, clinic)
    if is_called:
        await served.call(clinic, room=room or ROOMS[clinic])
    body = {"token": address.removeprefix("/t/"), "reason": "a test"}
    if move in ("start", "done", "no-show"):
        del body["reason"]
    answer = await served.post(f"/queue/{move}", body, "staff")
    assert answer.status_code == 200, answer.text
    return address


async def waiting(served: Served, clinic: str) -> str:
    return await _entered(served, clinic, 3)


async def many_ahead(served: Served, clinic: str) -> str:
    return await _entered(served, clinic, 12)


async def next_in_line(served: Served, clinic: str) -> str:
    await _entered(served, clinic)
    await served.call(clinic, room=ROOMS[clinic])
    return await _entered(served, clinic)


async def called(served: Served, clinic: str) -> str:
    address = await _entered(served, clinic)
    await served.call(clinic, room=ROOMS[clinic])
    return address


async def called_without_room(served: Served, clinic: str) -> str:
    address = await _entered(served, clinic)
    await served.call(clinic)
    return address


async def serving(served: Served, clinic: str) -> str:
    return await _after(served, clinic, "start", room="2")


async def held(served: Served, clinic: str) -> str:
    return await _after(served, clinic, "hold", is_called=False)


async def done(served: Served, clinic: str) -> str:
    return await _after(served, clinic, "done")


async def no_show(served: Served, clinic: str) -> str:
    served.database.do("update site set no_show_grace = '0'")
    address = await _after(served, clinic, "no-show")
    served.database.do("update site set no_show_grace = '5 min'")
    return address


async def transferred(served: Served, clinic: str) -> str:
    address = await _entered(served, clinic)
    body = {"token": address.removeprefix("/t/"), "to": "ent"}
    assert (await served.post("/queue/transfer", body, "staff")).status_code == 200
    return address


async def cancelled(served: Served, clinic: str) -> str:
    return await _after(served, clinic, "cancel", is_called=False)


async def expired(served: Served, clinic: str) -> str:
    address = await _entered(served, clinic)
    body = {"clinic": clinic, "reason": "a test"}
    assert (await served.post("/queue/reset", body, "admin")).status_code == 200
    return address


async def paused(served: Served, clinic: str) -> str:
    address = await waiting(served, clinic)
    body = {"reason": "device check", "until": "2099-01-01T11:00:00+03:00"}
    assert (await served.post(f"/clinics/{clinic}/pause", body, "staff")).status_code == 200
    return address


async def cancelling(served: Served, clinic: str) -> str:
    return f"{await waiting(served, clinic)}/cancel"


async def leaving(served: Served, clinic: str) -> str:
    return f"{await called(served, clinic)}/leave"


async def _logged_in(served: Served, patient: str, gender: str, exam: str) -> str:
    body = {"patientId": patient, "gender": gender, "examType": exam}
    answer = await served.post("/patient/login", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["token"])


async def _left(served: Served, token: str, clinic: str) -> str:
    """The token of the ticket that follows on the route, or of this one after the last."""
    first = {"token": token, "priority": "emergency", "reason": "a test"}
    await served.post("/queue/priority", first, "staff")
    await served.call(clinic)
    pin = (await served.get("/pins", "staff")).json()["pins"][clinic]
    answer = await served.post("/queue/done", {"token": token, "pin": pin})
    assert answer.status_code == 200, answer.text
    after = answer.json()["next"]
    return token if after is None else str(after["token"])


async def on_route(served: Served, clinic: str) -> str:
    token = await _logged_in(served, "R-1", "male", "recruitment")
    for one in ("lab", "xr"):
        token = await _left(served, token, one)
    return f"/t/{token}"


async def route_done(served: Served, clinic: str) -> str:
    token = await _logged_in(served, "R-2", "male", "cooks")
    for _ in range(4):
        position = (await served.get(f"/queue/position?token={token}")).json()
        token = await _left(served, token, position["clinic"])
    return f"/t/{token}"


async def unknown(_: Served, __: str) -> str:
    return "/t/AAAAAAAAAAAAAAAAAAAAAA"


STATES: dict[str, tuple[Bring, str]] = {
    "waiting": (waiting, "lab"),
    "called": (called, "bio"),
    "called_without_room": (called_without_room, "ent"),
    "many_ahead": (many_ahead, "int"),
    "next_in_line": (next_in_line, "eye"),
    "serving": (serving, "sur"),
    "leaving": (leaving, "sur"),
    "held": (held, "psy"),
    "done": (done, "dnt"),
    "no_show": (no_show, "aud"),
    "transferred": (transferred, "psy"),
    "cancelled": (cancelled, "psy"),
    "cancelling": (cancelling, "ecg"),
    "on_route": (on_route, "bio"),
    "route_done": (route_done, "lab"),
    "expired": (expired, "der"),
    "paused": (paused, "xr"),
    "unknown": (unknown, "lab"),
}
"""Each state with a clinic where it meets no other."""


async def at_state(served: Served, state: str) -> str:
    """The path of a page that shows this state."""
    bring, clinic = STATES[state]
    return await bring(served, clinic)
