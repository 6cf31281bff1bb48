"""Many who want one slot at once over real sockets, and what goes wrong beside them.

The old system's fault: when the free alternatives could not be read, the refusal itself was lost.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from typing import Any, cast

import pytest
from psycopg import sql

from server.alternatives import Alternatives
from server.routes import slots as routes
from storage.pool import Pool
from tests.postgres import Database
from tests.server.conftest import Served, until
from tests.server.test_refusals import problem
from tests.server.test_slots import booked, held, offered
from tests.storage.booking import MORNING, Book

CROWD = 40


@pytest.fixture
def database(database: Database) -> Database:
    database.set_clock(MORNING)
    return database


async def hold_at_once(served: Served, slot: int, crowd: int) -> list[tuple[int, dict[str, Any]]]:
    """So many patients, each with a socket of his own, ask for one slot in the same instant."""
    host, _, port = served.url.removeprefix("http://").partition(":")
    plugs = [await asyncio.open_connection(host, int(port)) for _ in range(crowd)]
    for number, (_, writer) in enumerate(plugs):
        body = json.dumps({"user": f"P-{number}"})
        lines = (
            f"POST /api/v1/slots/{slot}/hold HTTP/1.1",
            f"Host: {host}",
            "Connection: close",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
        )
        writer.write("\r\n".join([*lines, "", body]).encode())
    raw = await asyncio.gather(*(reader.read() for reader, _ in plugs))
    for _, writer in plugs:
        writer.close()
    return [(int(one.split()[1]), json.loads(one.partition(b"\r\n\r\n")[2])) for one in raw]


async def test_of_forty_who_hold_one_slot_one_gets_it_and_the_others_hear_what_is_free(
    served: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    slots = await offered(served)
    began = time.perf_counter()

    answers = await hold_at_once(served, slots[0]["id"], CROWD)

    took = time.perf_counter() - began
    with capsys.disabled():
        print(f"\n{CROWD} holds of one slot: {took:.3f} s all together")  # noqa: T201 - to be shown
    assert Counter(status for status, _ in answers) == {201: 1, 409: CROWD - 1}
    lost = [told for status, told in answers if status == 409]
    assert {told["code"] for told in lost} == {"SLOT_TAKEN"}
    assert all(told["next_available"] == slots[1:6] for told in lost)
    assert served.database.value("select count(*) from slot_hold") == 1
    assert served.database.value("select count(*) from patient") == 1


class SlowPool:
    """A pool whose reads wait until they are let go; each answers which one it was."""

    def __init__(self) -> None:
        self.reads = 0
        self.go = asyncio.Event()

    async def read(self, _: str, __: dict[str, object]) -> list[dict[str, int]]:
        self.reads += 1
        mine = self.reads
        await self.go.wait()
        return [{"read": mine}]


async def test_losers_share_a_read_that_began_after_they_had_lost() -> None:
    """One that was under way already would name the very slot they lost."""
    pool = SlowPool()
    alternatives = Alternatives(cast("Pool", pool))
    early = asyncio.create_task(alternatives.of(1, None))
    await until(lambda: pool.reads == 1, "it is under way")
    late = [asyncio.create_task(alternatives.of(1, None)) for _ in range(20)]
    await asyncio.sleep(0)  # they have asked
    pool.go.set()

    assert await early == [{"read": 1}]
    assert await asyncio.gather(*late) == [[{"read": 2}]] * 20


async def test_a_slot_whose_lock_is_not_got_within_a_second_is_taken(served: Served) -> None:
    slots = await offered(served)
    slot = slots[0]["id"]
    began = time.perf_counter()

    with Book(served.database).rival_holding("slot", f"id = {slot}"):
        refused = await served.post(f"/slots/{slot}/hold", {"user": "P-1"})

    assert 0.9 < time.perf_counter() - began < 2.5
    found = problem(refused, 409, "SLOT_TAKEN")
    assert found["next_available"] == slots[:5]  # nobody has it: the rival only looked


BREAK = """
do $do$
declare
    header text := pg_get_functiondef(%s::regproc);
begin
    header := substring(header from '^(.*?)LANGUAGE') || 'language plpgsql security definer';
    execute header || ' set search_path = dawr, pg_temp as ' || quote_literal(%s);
end $do$
"""


def broken(database: Database, function: str, body: str) -> None:
    """That function of the database does this from now on."""
    with database.admin() as admin:
        whole = sql.Literal(f"begin {body}; end")
        admin.execute(sql.SQL(BREAK.replace("%s", "{}")).format(f"dawr.{function}", whole))


async def test_alternatives_that_cannot_be_read_do_not_hide_the_refusal(
    served: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    """The refusal goes out without them, and the fault is logged."""
    slots = await offered(served)
    await held(served, slots[0]["id"])
    broken(served.database, "read_next_free", "raise exception 'the index is broken'")

    refused = await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "P-2"})

    assert "next_available" not in problem(refused, 409, "SLOT_TAKEN")
    assert "the index is broken" in "".join(capfd.readouterr())


async def test_alternatives_that_take_too_long_are_not_waited_for(
    served: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(routes, "ALTERNATIVES_S", 0.05)
    slots = await offered(served)
    await held(served, slots[0]["id"])
    broken(served.database, "read_next_free", "perform pg_sleep(1); return null")

    refused = await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "P-2"})

    assert "next_available" not in problem(refused, 409, "SLOT_TAKEN")
    assert "could not be read" in "".join(capfd.readouterr())


@pytest.mark.parametrize("raising", ["raise exception 'no clock'", "raise deadlock_detected"])
async def test_a_hold_whose_time_cannot_be_checked_books_nothing(
    served: Served, capfd: pytest.CaptureFixture[str], raising: str
) -> None:
    """503 and a line in the log; a deadlock that stays one is a race lost."""
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])
    broken(served.database, "end_hold", raising)

    answer = await served.post("/bookings", {"hold": hold})

    if "deadlock" in raising:
        assert problem(answer, 409, "SLOT_TAKEN")["next_available"] == slots[1:6]
    else:
        problem(answer, 503, "BUSY")
        assert int(answer.headers["retry-after"]) >= 1
        assert "a hold could not be checked" in "".join(capfd.readouterr())
    assert served.database.value("select count(*) from booking") == 0


async def test_a_constraint_that_somebody_came_to_first_is_a_slot_taken(served: Served) -> None:
    """The function is made to look away; the schema still knows."""
    slots = await offered(served)
    await held(served, slots[0]["id"])
    broken(served.database, "check_free", "null")

    refused = await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "P-2"})

    assert problem(refused, 409, "SLOT_TAKEN")["next_available"] == slots[1:6]


async def test_a_constraint_that_nobody_foresaw_is_a_slot_taken_too(served: Served) -> None:
    slots = await offered(served)
    broken(served.database, "draw_code", "return 'AAAAAAAA'")
    await booked(served, slots[0]["id"], "P-1")

    refused = await served.post("/bookings", {"hold": await held(served, slots[1]["id"], "P-2")})

    assert problem(refused, 409, "SLOT_TAKEN")["next_available"] == slots[2:7]
    assert served.database.value("select count(*) from booking") == 1


async def test_one_press_sent_many_times_at_once_books_one_appointment(served: Served) -> None:
    slots = await offered(served)
    hold = await held(served, slots[0]["id"])

    answers = await asyncio.gather(
        *(served.post("/bookings", {"hold": hold}, Idempotency_Key="once") for _ in range(8))
    )

    assert {one.status_code for one in answers} == {201}
    assert len({one.json()["code"] for one in answers}) == 1


async def test_a_stranger_with_the_patients_id_learns_nothing_and_disturbs_nothing(
    served: Served,
) -> None:
    """He has the id, and his own hold and appointment; the patient's stay what they are."""
    slots = await offered(served)
    hold = await held(served, slots[0]["id"], "VICTIM")
    code = await booked(served, slots[1]["id"], "VICTIM-2")
    his = await held(served, slots[2]["id"], "STRANGER")

    answers = [
        await served.post(f"/slots/{slots[0]['id']}/hold", {"user": "VICTIM"}),
        await served.post(f"/slots/{slots[3]['id']}/hold", {"user": "VICTIM"}),
        await served.post("/bookings", {"hold": "VICTIM"}),
        await served.delete("/holds/VICTIM"),
        await served.delete("/bookings/VICTIM"),
        await served.post("/bookings/VICTIM/check-in"),
        await served.get("/slots?clinic=lab&user=VICTIM&only_free=false"),
        await served.post("/bookings", {"hold": his}, code),
    ]

    assert [one.status_code for one in answers] == [409, 409, 404, 404, 404, 404, 200, 201]
    assert [one.json().get("code") for one in answers[:2]] == ["SLOT_TAKEN", "ALREADY_HOLDING"]
    for one in answers:
        assert hold not in one.text
        assert code not in one.text
    assert (await served.post("/bookings", {"hold": hold})).status_code == 201
    assert (await served.delete(f"/bookings/{code}")).status_code == 200
