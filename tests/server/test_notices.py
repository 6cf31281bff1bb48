"""A patient's own place on the feed, on real sockets: what he is told, when, and who may ask."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx
import pytest
from starlette.types import Message

from server.callers import PATIENT
from server.feed.subscriber import Following, Subscriber
from storage.places import Found, find_place
from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.ear import listening
from tests.server.test_database_away import kill_database, own_database
from tests.server.test_refusals import problem

__all__ = ["own_database"]

COOK = {"patientId": "C-1", "gender": "male", "examType": "cooks"}


async def test_a_patient_hears_how_near_he_is_then_his_call_and_his_end(served: Served) -> None:
    for _ in range(4):
        await served.enter()
    mine = await served.enter()
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        assert (await ear.next()).kind == "connected"
        present = await ear.next()
        heard = []
        for _ in range(4):
            await served.call(room="1")
            heard.append(await ear.notice())
        await served.call(room="1")
        called = await ear.notice()
        await served.post("/queue/recall", {"clinic": "lab", "number": 5}, "staff")
        again = await ear.notice()
        await served.post("/queue/start", {"clinic": "lab", "number": 5}, "staff")
        inside = await ear.notice()
        await served.post("/queue/done", {"clinic": "lab", "number": 5}, "staff")
        over = await ear.notice()

    assert present.kind == "notice"
    assert present.event_id is None
    first = {"type": "POSITION_UPDATE", "position": 5, "ahead": 4, "ticket": "L-005"}
    assert present.data.items() >= first.items()
    assert [(one["type"], one["position"], one["ahead"]) for one in heard] == [
        ("POSITION_UPDATE", 4, 3), ("ALMOST_READY", 3, 2), ("NEAR_TURN", 2, 1),
        ("NEXT_IN_LINE", 1, 0),
    ]  # fmt: skip
    call = {"type": "YOUR_TURN", "status": "CALLED", "room": "1", "clinic": "lab", "position": 0}
    assert called.items() >= call.items()
    assert called["messageEn"] == "L-005: it is your turn. Please go to room 1."
    assert {"message", "messageTh", "time", "estimated_wait"} <= called.keys()
    assert "token" not in called
    assert (again["type"], again["called_at"]) == ("YOUR_TURN", called["called_at"])
    assert (inside["type"], inside["status"]) == ("IN_SERVICE", "IN_SERVICE")
    assert (over["type"], over["status"], over["position"]) == ("COMPLETED", "DONE", -1)


async def test_what_changes_nothing_for_him_is_not_told(served: Served) -> None:
    await served.enter()
    mine = await served.enter()
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        assert (await ear.notice())["position"] == 2
        await served.enter()  # behind him
        await served.post("/clinics/lab/pause", {"reason": "Lunch"}, "staff")
        await served.call(room="1")
        assert (await ear.notice())["position"] == 1


async def test_who_is_passed_by_an_emergency_hears_it(served: Served) -> None:
    mine = await served.enter()
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        assert (await ear.notice())["type"] == "NEXT_IN_LINE"
        body = {"clinic": "lab", "priority": "emergency"}
        assert (await served.post("/queue/enter", body, "staff")).status_code == 201
        assert (await ear.notice())["type"] == "NEAR_TURN"


async def test_states_without_a_kind_of_their_own_are_told_by_their_status(served: Served) -> None:
    mine = await served.enter()
    lab = {"clinic": "lab", "number": 1}
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        await ear.notice()
        heard = []
        for step in ("hold", "resume", "cancel", "undo"):
            answer = await served.post(f"/queue/{step}", {**lab, "reason": "x"}, "staff")
            assert answer.status_code == 200, answer.text
            heard.append(await ear.notice())

    assert [(one["type"], one["status"], one["position"]) for one in heard] == [
        ("POSITION_UPDATE", "HELD", 1), ("NEXT_IN_LINE", "WAITING", 1),
        ("POSITION_UPDATE", "CANCELLED", -1), ("NEXT_IN_LINE", "WAITING", 1),
    ]  # fmt: skip
    assert "kept" in str(heard[0]["messageEn"])


async def test_a_transfer_takes_the_watch_along_and_its_undo_brings_it_back(served: Served) -> None:
    await served.enter("eye")
    mine = await served.enter("lab")
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        await ear.notice()
        body = {"clinic": "lab", "number": 1, "to": "eye", "keep_arrival": False}
        moved = (await served.post("/queue/transfer", body, "staff")).json()
        led_on = await ear.notice()
        await served.call("eye", room="4")
        nearer = await ear.notice()
        async with listening(served.url, "eye", watch=mine["token"]) as late:
            joined = await late.notice()
        assert (await served.post("/queue/undo", {"token": moved["token"]}, "staff")).is_success
        back = await ear.notice()
    async with listening(served.url, "eye", watch=moved["token"]) as own:
        cancelled = await own.notice()

    assert (led_on["type"], led_on["ticket"], led_on["clinic"], led_on["position"]) == (
        "NEXT_CLINIC", moved["ticket"], "eye", 2,
    )  # fmt: skip
    assert led_on["token"] == moved["token"]
    assert (nearer["type"], nearer["ticket"]) == ("NEXT_IN_LINE", moved["ticket"])
    assert (joined["type"], joined["ticket"]) == ("NEXT_IN_LINE", moved["ticket"])
    assert (back["type"], back["ticket"], back["clinic"]) == ("NEXT_IN_LINE", "L-001", "lab")
    assert cancelled["status"] == "CANCELLED"


async def test_a_route_leads_the_watch_from_clinic_to_clinic(served: Served) -> None:
    """Each clinic's end tells the next one; the last one's is the end of it."""
    begun = (await served.post("/patient/login", COOK)).json()
    clinic, been = begun["first_clinic"], []
    async with listening(served.url, "lab", watch=begun["token"]) as ear:
        heard = [await ear.notice()]
        for _ in range(begun["total_clinics"]):
            been.append(clinic)
            await served.call(clinic, room="1")
            heard.append(await ear.notice())
            over = {"clinic": clinic, "user": COOK["patientId"]}
            ended = (await served.post("/queue/done", over, "staff")).json()
            heard.append(await ear.notice())
            clinic = heard[-1]["clinic"]
            if ended["next"] is not None:
                assert heard[-1]["token"] == ended["next"]["token"]

    kinds = [one["type"] for one in heard]
    assert kinds == ["NEXT_IN_LINE", *["YOUR_TURN", "NEXT_CLINIC"] * 3, "YOUR_TURN", "COMPLETED"]
    assert len(set(been)) == 4
    for count, place in enumerate(been):
        assert {one["clinic"] for one in heard[2 * count : 2 * count + 2]} == {place}


async def test_a_route_that_could_not_go_on_at_once_is_followed_when_it_does(
    served: Served,
) -> None:
    """All clinics are paused when the first is done; the next number is drawn later."""
    begun = (await served.post("/patient/login", COOK)).json()
    others = [stop["clinic"] for stop in begun["route"] if stop["clinic"] != "lab"]
    async with listening(served.url, "lab", watch=begun["token"]) as ear:
        await ear.notice()
        for clinic in others:
            await served.post(f"/clinics/{clinic}/pause", {"reason": "fire drill"}, "staff")
        await served.call("lab", room="1")
        await ear.notice()
        over = {"clinic": "lab", "user": COOK["patientId"]}
        assert (await served.post("/queue/done", over, "staff")).json()["next"] is None
        done = await ear.notice()
        for clinic in others:
            await served.post(f"/clinics/{clinic}/open", None, "staff")
        due = await served.get(f"/patient/status?patientId={COOK['patientId']}", "staff")
        where = next(one["clinic"] for one in due.json()["route"] if one["status"] == "READY")
        await served.post("/queue/enter", {"clinic": where, "user": "C-1"}, "kiosk")
        led_on = await ear.notice()

    assert done["type"] == "COMPLETED"
    assert (led_on["type"], led_on["clinic"]) == ("NEXT_CLINIC", where)


async def test_who_comes_back_after_he_was_led_on_hears_where_to(served: Served) -> None:
    mine = await served.enter("lab")
    body = {"clinic": "lab", "number": 1, "to": "eye"}
    moved = (await served.post("/queue/transfer", body, "staff")).json()

    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        present = await ear.notice()

    assert (present["type"], present["token"]) == ("NEXT_CLINIC", moved["token"])


async def test_a_resumed_stream_tells_the_present_place_and_then_what_was_missed(
    served: Served,
) -> None:
    mine = await served.enter()
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        await ear.notice()
    await served.enter()
    await served.call(room="1")

    async with listening(served.url, "lab", watch=mine["token"], last_id=ear.last_id) as again:
        heard = [await again.next() for _ in range(3)]

    assert [one.data["type"] for one in heard] == ["YOUR_TURN", "ENTERED", "CALLED"]
    assert heard[0].event_id is None


async def test_only_who_holds_the_token_or_works_there_may_watch(served: Served) -> None:
    mine = await served.enter(user="P-1")
    unknown = await served.get("/events/stream?token=unknown-token")
    by_id = await served.get("/events/stream?user=P-1")
    as_bearer = await served.get("/events/stream?user=P-1", mine["token"])
    both = await served.get(f"/events/stream?user=P-1&token={mine['token']}", "staff")
    nobody = await served.get("/events/stream?user=P-2", "kiosk")

    problem(unknown, 404, "TICKET_NOT_FOUND")
    problem(by_id, 401, "UNAUTHORIZED")
    problem(as_bearer, 401, "UNAUTHORIZED")
    problem(both, 422, "INVALID_INPUT")
    problem(nobody, 404, "TICKET_NOT_FOUND")
    for scope in ("staff", "kiosk", "admin"):
        async with listening(served.url, "xr", user="P-1", token=served.tokens[scope]) as ear:
            assert (await ear.notice())["ticket"] == mine["ticket"]


async def test_a_strangers_stream_carries_no_notice(served: Served) -> None:
    mine = await served.enter()
    async with (
        listening(served.url, "lab") as stranger,
        listening(served.url, "lab", watch=mine["token"]) as ear,
    ):
        await ear.notice()
        await served.call(room="1")
        await ear.notice()
        await served.enter("lab")
        heard = [(await stranger.next()).kind for _ in range(3)]

    assert heard == ["connected", "queue_update", "queue_update"]


async def test_yesterdays_ticket_is_nobodys_place(served: Served) -> None:
    mine = await served.enter()
    await served.call(room="1")
    await served.post("/queue/done", {"clinic": "lab", "number": 1}, "staff")
    async with listening(served.url, "lab", watch=mine["token"]) as ear:
        assert (await ear.notice())["type"] == "COMPLETED"
    served.database.do("update test_clock set shift = interval '1 day'")

    problem(await served.get(f"/events/stream?token={mine['token']}"), 404, "TICKET_NOT_FOUND")


async def test_two_hundred_watchers_of_one_line_cost_one_read_a_change(served: Served) -> None:
    """All hear their own place, and no read is made while nothing concerns them."""
    watches = served.backend.hub.watches
    tickets = [await served.enter() for _ in range(200)]
    async with AsyncExitStack() as stack:
        ears = [
            await stack.enter_async_context(listening(served.url, "lab", watch=one["token"]))
            for one in tickets
        ]
        for ear in ears:
            await ear.notice()
        before = watches.reads
        for count in range(1, 4):
            await served.call(room="1")
            heard = await asyncio.gather(*(ear.notice() for ear in ears[count - 1 :]))
            assert [one["position"] for one in heard] == list(range(201 - count))
        assert watches.reads - before == 3
        await served.enter("eye")
        await served.call("eye", room="4")
        await served.call(room="1")
        await ears[3].notice()
        assert watches.reads - before == 4
    await until(lambda: len(watches) == 0, "all are forgotten")


async def test_many_changes_at_once_are_told_together(served: Served) -> None:
    tickets = [await served.enter() for _ in range(30)]
    async with listening(served.url, "lab", watch=tickets[-1]["token"]) as ear:
        await ear.notice()
        watches = served.backend.hub.watches
        before = watches.reads
        cancelled = [
            served.post("/queue/cancel", {"token": one["token"]}, "staff") for one in tickets[:-1]
        ]
        await asyncio.gather(*cancelled)
        heard = [await ear.notice()]
        while heard[-1]["ahead"]:
            heard.append(await ear.notice())

    assert len(heard) <= watches.reads - before < 29
    ahead = [one["ahead"] for one in heard]
    assert ahead == sorted(ahead, reverse=True)


class Tap:
    """A client's socket that takes nothing while it is shut."""

    def __init__(self) -> None:
        self.is_open = asyncio.Event()
        self.is_open.set()
        self.first = b""
        self.heard: list[str] = []

    async def send(self, message: Message) -> None:
        await self.is_open.wait()  # as the server waits for a full socket, before it writes
        self.heard += re.findall(r'"type":"(\w+)"', message["body"].decode())


@asynccontextmanager
async def watching(
    served: Served, followed: str, found: Found, token: str | None = None
) -> AsyncIterator[Tap]:
    """A client of this clinic's feed that watches a place, level with the feed."""
    hub, tap = served.backend.hub, Tap()
    await hub.follower.refresh(whole=True)
    stream = hub.follower.clinics[followed]
    client = Subscriber(
        Following((followed,), (stream,)), {stream: hub.follower.seen[stream]}, tap.send
    )
    hub.add(client)
    tap.first = hub.watches.add(client, found, hub.follower.seen[found.stream], token)
    try:
        await hub.catch_up(client)
        yield tap
    finally:
        hub.remove(client)


async def place_of(served: Served, ticket: dict[str, object]) -> Found:
    found = await find_place(served.backend.pool, PATIENT, token=str(ticket["token"]))
    assert found is not None
    return found


async def test_a_change_between_the_reading_and_the_watching_is_not_lost(served: Served) -> None:
    before = await place_of(served, await served.enter())
    await served.call(room="1")

    async with watching(served, "xr", before) as tap:
        await until(lambda: tap.heard == ["YOUR_TURN"], "it is read again")


@pytest.mark.parametrize("followed", ["lab", "xr"])
async def test_a_slow_client_hears_the_newest_place_once_it_reads_again(
    served: Served, followed: str
) -> None:
    """Whether its socket was full for the line's event, or, following another, for the notice."""
    hub = served.backend.hub
    await served.enter()
    mine = await served.enter()
    async with watching(served, followed, await place_of(served, mine)) as tap:
        tap.is_open.clear()
        await served.call(room="1")
        await until(lambda: hub.behind == 1, "its socket is full")
        await served.call(room="1")
        tap.is_open.set()
        await until(lambda: hub.behind == 0, "it is level")
        await until(lambda: tap.heard[-1:] == ["YOUR_TURN"], "it hears its place")

    calls = ["CALLED", "CALLED"] if followed == "lab" else []
    assert tap.heard == [*calls, "CONNECTED", "YOUR_TURN"]


@pytest.mark.timeout(180)
async def test_a_place_that_moved_while_the_database_was_lost_is_told_after_it(
    own_database: tuple[Database, object],
) -> None:
    database, data = own_database
    async with serving(database) as served:
        await served.enter()
        mine = await served.enter()
        async with listening(served.url, "lab", watch=mine["token"]) as ear:
            assert (await ear.notice())["ahead"] == 1
            kill_database(data)  # type: ignore[arg-type]  # the fixture's folder
            await until(lambda: served.backend.pool.away, "it is noticed")
            await until(lambda: not served.backend.pool.away, "it is back")
            answer: httpx.Response | None = None
            while answer is None or answer.status_code == 503:
                answer = await served.post("/queue/call", {"clinic": "lab"}, "staff")
            assert (await ear.notice())["ahead"] == 0
