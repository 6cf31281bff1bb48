"""The feed on real sockets: what is told, to whom, in which order, and after which id."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import TicketRequest
from server.feed.ids import encode
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.ear import listening
from tests.server.test_refusals import problem


async def test_the_state_whole_comes_first_then_every_change(served: Served) -> None:
    await served.enter()
    async with listening(served.url, "LAB") as ear:
        first = await ear.next()
        await served.call(room="1")
        called = await ear.next()

    assert ear.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert "no-cache" in ear.headers["cache-control"]
    assert "x-correlation-id" in ear.headers
    assert (first.kind, first.data["type"]) == ("connected", "CONNECTED")
    status = first.data["clinics"][0]
    assert (status["clinic"], status["waiting"], status["state"]) == ("lab", 1, "OPEN")
    assert status["version"] == first.event_id
    assert first.data["calls"] == []
    assert called.kind == "queue_update"
    told = {"type": "CALLED", "clinic": "lab", "number": 1, "ticket": "L-001", "room": "1"}
    counted = {"current": 1, "waiting": 0, "in_service": 1, "completed": 0}
    assert called.data.items() >= {**told, **counted}.items()
    assert {"time", "service_day"} <= set(called.data)


async def test_a_stream_opens_with_its_retry(served: Served) -> None:
    async with listening(served.url, "lab") as ear:
        opening = await ear.anything()

    assert opening is not None
    assert opening.kind == "retry: 1000"


async def test_the_last_calls_are_told_newest_first(served: Served) -> None:
    for _ in range(13):
        await served.enter()
        await served.call(room="1")

    async with listening(served.url, "lab") as ear:
        calls = (await ear.next()).data["calls"]

    assert [one["ticket"] for one in calls] == [f"L-{number:03d}" for number in range(13, 1, -1)]
    assert set(calls[0]) >= {"clinic", "ticket", "room", "at"}


async def test_only_the_clinics_asked_for_are_told(served: Served) -> None:
    async with listening(served.url, "xr", "lab") as ear, listening(served.url) as all_of_them:
        assert [one["clinic"] for one in (await ear.next()).data["clinics"]] == ["lab", "xr"]
        assert len((await all_of_them.next()).data["clinics"]) == 12
        await served.enter("eye")
        await served.enter("xr")

        assert (await ear.next()).data["clinic"] == "xr"
        assert (await all_of_them.next()).data["clinic"] == "eye"


async def test_a_clinic_that_is_not_there(served: Served) -> None:
    problem(await served.get("/events/stream?clinic=lab&clinic=none"), 404, "CLINIC_NOT_FOUND")


async def test_equal_positions_have_equal_ids(served: Served) -> None:
    async with listening(served.url, "lab", "xr") as one, listening(served.url, "XR", "lab") as two:
        assert (await one.next()).event_id == (await two.next()).event_id
        await served.enter("xr")
        assert (await one.next()).event_id == (await two.next()).event_id
    async with listening(served.url, "xr", "lab") as late:
        assert (await late.next()).event_id == one.last_id


async def test_who_comes_back_hears_what_he_missed_once_and_in_order(served: Served) -> None:
    async with listening(served.url, "lab", "xr") as ear:
        await ear.next()
        await served.enter("lab")
        await ear.until("ENTERED")
    await served.enter("xr")
    await served.enter("lab")
    await served.call("lab")

    async with listening(served.url, "lab", "xr", last_id=ear.last_id) as again:
        await served.enter("xr")
        heard = [(await again.next()).data for _ in range(4)]

    assert [(one["type"], one["ticket"]) for one in heard] == [
        ("ENTERED", "X-001"), ("ENTERED", "L-002"), ("CALLED", "L-001"), ("ENTERED", "X-002"),
    ]  # fmt: skip


async def test_what_is_no_more_in_memory_is_read_from_the_log(served: Served) -> None:
    async with listening(served.url, "lab") as ear:
        start = (await ear.next()).event_id
    for _ in range(5):
        await served.enter()
    served.database.do("delete from token")
    async with (
        serving(served.database) as fresh,  # has no memory of what was before it
        listening(fresh.url, "lab", last_id=start) as again,
    ):
        heard = [(await again.next()).data["number"] for _ in range(5)]

    assert heard == [1, 2, 3, 4, 5]


async def test_an_id_that_is_not_known_gets_the_state_whole(served: Served) -> None:
    async with listening(served.url, "xr") as ear:
        other = (await ear.next()).event_id
    lab = served.backend.hub.follower.clinics["lab"]
    for last_id in (other, "garbage", "d", "", encode({lab: 10**12}), encode({lab: 0, 99: 0})):
        async with listening(served.url, "lab", last_id=last_id) as again:
            assert (await again.next()).kind == "connected"


async def test_an_id_too_old_gets_the_state_whole(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.feed.stream.MOST_REPLAYED", 3)
    async with listening(served.url, "lab") as ear:
        start = (await ear.next()).event_id
    for _ in range(4):
        await served.enter()

    async with listening(served.url, "lab", last_id=start) as again:
        assert (await again.next()).data["clinics"][0]["waiting"] == 4


async def test_the_version_of_a_status_is_an_id_of_that_clinics_feed(served: Served) -> None:
    await served.enter()
    version = (await served.get("/queue/status?clinic=lab")).json()["version"]
    await served.enter()

    for token in (None, served.tokens["staff"]):
        async with listening(served.url, "lab", last_id=version, token=token) as ear:
            assert (await ear.next()).data["number"] == 2


async def test_a_clinics_standing_is_told_with_its_reason(served: Served) -> None:
    async with listening(served.url, "lab") as ear:
        await ear.next()
        await served.post("/clinics/lab/pause", {"reason": "Lunch"}, "staff")
        paused = (await ear.next()).data
        await served.post("/clinics/lab/open", {}, "staff")
        opened = (await ear.next()).data

    assert (paused["type"], paused["state"], paused["reason"]) == (
        "CLINIC_PAUSED", "PAUSED", "Lunch",
    )  # fmt: skip
    assert (opened["type"], opened["state"], opened["reason"]) == ("CLINIC_OPENED", "OPEN", None)


async def test_what_stations_tell_is_for_staff_and_kiosks_only(served: Served) -> None:
    async with AsyncExitStack() as stack:
        public = await stack.enter_async_context(listening(served.url, "lab"))
        inside = [
            await stack.enter_async_context(
                listening(served.url, "lab", token=served.tokens[scope])
            )
            for scope in ("staff", "kiosk", "admin")
        ]
        for ear in (public, *inside):
            await ear.next()
        kiosk = KioskDesk(served.database.login("kiosk"))
        ticket = await asyncio.to_thread(print_badly, kiosk)

        for ear in inside:
            heard = [(await ear.next()).data for _ in range(3)]
            assert [one["type"] for one in heard] == ["ENTERED", "STATION_NOTICE", "HELP_ASKED"]
            assert (heard[1]["ticket"], heard[1]["station"]) == (ticket, "Kiosk 1")
            assert heard[1]["detail"] == "no paper"
        await served.enter()
        assert [(await public.next()).data["number"] for _ in range(2)] == [1, 2]


async def test_a_note_is_heard_by_staff_only(served: Served) -> None:
    ticket = await served.enter()
    desk = StaffDesk(served.database.login("staff"))
    async with (
        listening(served.url, "lab") as public,
        listening(served.url, "lab", token=served.tokens["staff"]) as inside,
    ):
        await public.next()
        await inside.next()
        ticket_id = served.database.value("select id from ticket")
        await asyncio.to_thread(desk.add_note, Press(), ticket_id, "brings his mother")
        desk.close()
        await served.enter()

        assert [(await inside.next()).data["type"] for _ in range(2)] == ["NOTED", "ENTERED"]
        heard = await public.next()

    assert heard.data["type"] == "ENTERED"
    assert heard.data["number"] == ticket["number"] + 1


def print_badly(kiosk: KioskDesk) -> str:
    """A ticket that is not printed, and somebody who asks for help."""
    ticket = kiosk.issue_ticket(Press(), TicketRequest("lab"))
    kiosk.report_print_failure(Press(), ticket.ticket_id, "no paper")
    kiosk.ask_for_help(Press())
    kiosk.close()
    return ticket.label


async def test_windows_that_write_directly_are_heard_at_once(served: Served) -> None:
    kiosk = KioskDesk(served.database.login("kiosk"))
    async with listening(served.url, "lab") as ear:
        await ear.next()
        await asyncio.to_thread(print_badly, kiosk)
        async with asyncio.timeout(3):  # well before the 5 s check
            assert (await ear.next()).data["number"] == 1


async def test_a_move_that_rang_nobody_is_found_by_the_check(served: Served) -> None:
    async with listening(served.url, "lab") as ear:
        await ear.next()
        with psycopg.connect(served.database.login("server"), autocommit=True) as silent:
            silent.execute(
                "select dawr.issue_ticket(press => row('patient', null, null, null, null, null,"
                " null, null)::dawr.press, clinic => 'lab')"
            )
        async with asyncio.timeout(8):
            assert (await ear.next()).data["number"] == 1


async def test_what_time_alone_changes_is_told(served: Served) -> None:
    await served.enter()
    async with listening(served.url, "lab") as ear:
        await ear.next()
        served.database.do("update test_clock set shift = interval '1 day'")
        heard = await ear.until("DAY_TURNED")

    assert [one.data["type"] for one in heard] == ["DAY_TURNED"]
    assert heard[0].data["waiting"] == 1  # this clinic is open across the boundary


async def test_events_of_a_clinic_keep_the_order_of_their_commits(served: Served) -> None:
    """A rival holds one clinic's head while the other goes on; nothing is lost or doubled."""
    with psycopg.connect(served.database.admin_url) as rival:
        async with listening(served.url, "lab", "xr") as ear:
            await ear.next()
            rival.execute("select from dawr.head h where clinic_id = (select id from dawr.clinic"
                          " where code = 'lab') for update")  # fmt: skip
            blocked = [asyncio.create_task(served.enter("lab")) for _ in range(2)]
            for _ in range(3):
                await served.enter("xr")
            rival.commit()
            await asyncio.gather(*blocked)
            heard = [(await ear.next()).data for _ in range(5)]

    for clinic, count in (("lab", 2), ("xr", 3)):
        numbers = [one["number"] for one in heard if one["clinic"] == clinic]
        assert numbers == list(range(1, count + 1))


async def test_a_storm_is_heard_whole_by_those_who_stay_and_those_who_come_and_go(
    served: Served,
) -> None:
    count = 120

    async def come_and_go() -> list[int]:
        numbers: list[int] = []
        last_id = encode({served.backend.hub.follower.clinics["lab"]: 0})
        while len(numbers) < count:
            async with listening(served.url, "lab", last_id=last_id) as ear:
                for _ in range(7):
                    numbers.append((await ear.next()).data["number"])
                    last_id = ear.last_id or last_id
                    if len(numbers) == count:
                        break
        return numbers

    async with listening(served.url, "lab") as stays:
        await stays.next()
        visitors = [asyncio.create_task(come_and_go()) for _ in range(4)]
        await asyncio.gather(*(served.enter() for _ in range(count)))
        heard = [(await stays.next()).data["number"] for _ in range(count)]
        visits = await asyncio.gather(*visitors)

    assert heard == list(range(1, count + 1))
    assert all(numbers == heard for numbers in visits)


async def test_the_line_is_kept_warm_and_ended_in_time(database: Database) -> None:
    async with serving(database, heartbeat_s=0.2, longest_s=1.0) as served:
        async with listening(served.url, "lab") as ear:
            await ear.next()
            beats = []
            while (said := await ear.anything()) is not None:
                beats.append(said.kind)
        await until(lambda: len(served.backend.hub) == 0, "the client is forgotten")

    assert beats == [": heartbeat"] * 4


async def test_a_client_that_hangs_up_leaves_nothing(served: Served) -> None:
    hub = served.backend.hub
    async with AsyncExitStack() as stack:
        for _ in range(20):
            ear = await stack.enter_async_context(listening(served.url, "lab"))
            await ear.next()
        assert len(hub) == 20
    await until(lambda: len(hub) == 0, "all are forgotten")
    assert hub.channels == 0


async def test_a_slow_client_is_bounded_and_starts_anew_without_losing_a_call(
    database: Database,
) -> None:
    """One reads nothing while more is told than its socket holds; the others wait for nobody."""
    async with (
        serving(database, send_buffer=4096) as served,
        listening(served.url, "lab", "xr", is_small=True) as slow,
        listening(served.url, "lab", "xr") as quick,
    ):
        hub = served.backend.hub
        await slow.next()
        await quick.next()
        await served.enter()
        await served.call(room="1")
        for times, is_told in ((599, 601), (1, 602)):
            await asyncio.to_thread(recall_often, database, times)
            served.backend.ring()
            await until(lambda told=is_told: hub.follower.seen[1] == told, "it is told")  # type: ignore[misc]  # a default binds the value
        await until(lambda: hub.behind == 1, "its socket is full")
        for _ in range(3):
            await served.enter("xr")
        await served.call("xr", room="7")
        heard_at_once = await quick.until("CALLED", 1)
        heard_at_once += await quick.until("CALLED", 1)

        heard = [await slow.next()]
        while heard[-1].kind != "connected":
            heard.append(await slow.next())
        await until(lambda: hub.behind == 0, "it is level")
        await served.enter("xr")
        after = await slow.next()

    recalled = [one for one in heard if one.data["type"] == "RECALLED"]
    assert len([one for one in heard_at_once if one.data["type"] == "RECALLED"]) == 600
    assert len({one.event_id for one in recalled}) == len(recalled) == 600
    assert [one.data["ticket"] for one in heard if one.data["type"] == "CALLED"] == [
        "L-001", "X-001",
    ]  # fmt: skip
    entered = [one.data["ticket"] for one in heard if one.data["type"] == "ENTERED"]
    assert entered == ["L-001"]  # the state whole tells of the others
    assert {one["clinic"]: one["waiting"] for one in heard[-1].data["clinics"]}["xr"] == 2
    assert after.data["ticket"] == "X-004"


def recall_often(database: Database, times: int) -> None:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        server.execute(
            "select count(dawr.recall(press => row('staff', 'x', null, null, null, null, null,"
            " null)::dawr.press, ref => row(null, 'lab', 1, null, null)::dawr.ticket_ref))"
            " from generate_series(1, %s)",
            [times],
        )
