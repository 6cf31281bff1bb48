"""Letters through kills, ends and lost databases: none lost, each with its id."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from pathlib import Path

import httpx

from tests.postgres import Database
from tests.server.conftest import Served, make_tokens, serving, until
from tests.server.ear import PATIENCE_S
from tests.server.hooks import LOOPBACK, hook, hooked, receiver
from tests.server.processes import ready
from tests.server.receiver import HANG, Letter, Receiver

__all__ = ["hooked", "receiver"]


async def test_a_letter_whose_server_is_killed_before_it_is_marked_comes_again(
    database: Database, receiver: Receiver, tmp_path: Path
) -> None:
    """Kill -9 between the sending and the marking: the same id again, and nothing is lost."""
    options = {"webhook_networks": "127.0.0.0/8"}
    conninfo = database.login("server")
    scopes = make_tokens(database)
    admin = {"Authorization": f"Bearer {scopes['admin']}"}
    staff = {"Authorization": f"Bearer {scopes['staff']}"}
    with ready(tmp_path / "one", conninfo, options=options) as one:

        def kill(_: Letter) -> int:
            one.process.kill()
            return 200

        receiver.behave = kill
        async with httpx.AsyncClient(base_url=f"{one.url}/api/v1", timeout=PATIENCE_S) as client:
            body = {"name": "sms", "url": receiver.url, "kinds": ["YOUR_TURN"]}
            assert (await client.post("/admin/webhooks", json=body, headers=admin)).is_success
            for _ in range(3):
                await client.post("/queue/enter", json={"clinic": "lab"})
            for _ in range(3):
                with contextlib.suppress(httpx.HTTPError):  # it is killed while it is asked
                    await client.post("/queue/call", json={"clinic": "lab"}, headers=staff)
            await receiver.until_received(1)
        one.process.wait(PATIENCE_S)
    assert database.value("select count(*) from outbox where delivered_at is not null") == 0
    database.do("update test_clock set shift = interval '61 seconds'")
    receiver.behave = lambda _: 200
    with ready(tmp_path / "two", conninfo, options=options) as two:
        called = database.value("select count(*) from event where kind = 'CALLED'")
        await receiver.until(lambda: len({one.id for one in receiver.received[1:]}) == called)
        two.end()

    assert receiver.received[0].id in {one.id for one in receiver.received[1:]}
    assert {one.told["ticket"] for one in receiver.received} == {
        f"L-{number:03d}" for number in range(1, called + 1)
    }


async def test_a_server_that_is_told_to_end_waits_for_no_receiver(
    database: Database, receiver: Receiver, tmp_path: Path
) -> None:
    receiver.behave = lambda _: HANG
    database.do(
        "insert into webhook (site_id, name, url, secret, created_at)"
        " values (1, 'a', %s, 's', now())",
        [receiver.url],
    )
    options = {"webhook_networks": "127.0.0.0/8"}
    with ready(tmp_path / "log", database.login("server"), options=options) as command:
        async with httpx.AsyncClient(base_url=f"{command.url}/api/v1") as client:
            await client.post("/queue/enter", json={"clinic": "lab"}, timeout=PATIENCE_S)
        await receiver.until_received(1)
        began = time.monotonic()
        code = await asyncio.to_thread(command.end)
        took = time.monotonic() - began

        assert (code, took < 2) == (0, True)
        assert "Traceback" not in command.said()


async def test_two_servers_lose_nothing_and_send_each_letter_once(
    database: Database, receiver: Receiver
) -> None:
    async with serving(database, options=LOOPBACK) as one:
        await hook(one, receiver, "YOUR_TURN")
        database.do("delete from token")
        async with serving(database, options=LOOPBACK) as two:
            for _ in range(30):
                await two.enter()
            for _ in range(30):
                await two.call(room="1")
            await receiver.until(lambda: len({each.id for each in receiver.received}) == 30)
            await until(
                lambda: (
                    database.value("select count(*) from outbox where delivered_at is null") == 0
                ),
                "all are marked",
            )

    assert len(receiver.received) == 30
    assert sorted(each.told["number"] for each in receiver.received) == list(range(1, 31))


async def test_a_lost_database_delays_letters_and_loses_none(
    hooked: Served, receiver: Receiver
) -> None:
    """Its connections are ended while letters are on their way."""
    await hook(hooked, receiver, "YOUR_TURN")
    for _ in range(10):
        await hooked.enter()
    for number in range(10):
        while (await hooked.post("/queue/call", {"clinic": "lab"}, "staff")).status_code != 200:  # noqa: ASYNC110 - no event
            await asyncio.sleep(0.05)
        if number % 3 == 0:
            hooked.database.do(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and application_name = 'dawr server'"
            )
            await asyncio.sleep(0)
    await receiver.until(lambda: len({one.id for one in receiver.received}) == 10)

    assert json.loads(receiver.received[0].body)["type"] == "YOUR_TURN"
