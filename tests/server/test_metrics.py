"""What the server measures: right numbers under the usual names, for those who may read them."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from server.options import Options
from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.ear import PATIENCE_S, listening
from tests.server.processes import metrics_in, ready
from tests.server.test_processes import enter

UNITS = ("_seconds", "_total", "_info", "_tickets")
STRANGE = ("PROPFIND", "MKCOL", "LOCK", "REPORT", "PURGE", "SEARCH", "MERGE")
"""Methods that a server's parser takes and no route has."""
COUNTED = {"dawr_open_feeds", "dawr_database_up", "dawr_pool_connections_in_use"}


async def scraped(client: httpx.AsyncClient) -> dict[str, Metric]:
    answer = await client.get("/metrics")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    return {one.name: one for one in text_string_to_metric_families(answer.text)}


def value(found: dict[str, Metric], sample: str, **labels: str) -> float:
    """The sum of a sample over what the labels do not say."""
    return sum(
        one.value
        for family in found.values()
        for one in family.samples
        if one.name == sample and one.labels.items() >= labels.items()
    )


async def use(served: Served) -> None:
    """Two numbers in the laboratory, one of a patient, a call and four refusals."""
    await served.enter()
    await served.enter(user="P-1")
    for _ in range(2):
        await served.post("/queue/enter", {"clinic": "lab", "user": "P-1"})
    await served.call()
    await served.post("/queue/call", {"clinic": "lab"})
    await served.get("/nowhere/at/all")


async def test_names_follow_the_conventions_of_prometheus(served: Served) -> None:
    await use(served)

    found = await scraped(served.client)

    for name, family in found.items():
        assert re.fullmatch(r"dawr(_[a-z]+)+", name), name
        assert family.documentation.endswith("."), name
        whole = f"{name}_total" if family.type == "counter" else name
        assert whole.endswith(UNITS) or name in COUNTED, name
        assert family.type in ("counter", "gauge", "histogram"), name
        assert family.type != "histogram" or name.endswith("_seconds"), name
        for sample in family.samples:
            assert not sample.name.endswith("_created")
            assert all(re.fullmatch(r"[a-z]+", label) for label in sample.labels)


async def test_everything_that_is_promised_is_counted(served: Served) -> None:
    await use(served)
    for _ in range(3):
        await served.get("/queue/status?clinic=lab")

    found = await scraped(served.client)

    assert value(found, "dawr_joins_total") == 2
    assert value(found, "dawr_calls_total") == 1
    assert value(found, "dawr_moves_total", move="issue_ticket") == 2
    assert value(found, "dawr_moves_total", move="call_next") == 1
    assert value(found, "dawr_refusals_total", code="ALREADY_WAITING") == 2
    assert value(found, "dawr_refusals_total", code="UNAUTHORIZED") == 1
    assert value(found, "dawr_refusals_total", code="NOT_FOUND") == 1
    asked = {"route": "/api/v1/queue/enter", "method": "POST"}
    assert value(found, "dawr_request_duration_seconds_count", status="2xx", **asked) == 2
    assert value(found, "dawr_request_duration_seconds_count", status="4xx", **asked) == 2
    assert value(found, "dawr_transaction_duration_seconds_count", transaction="issue_ticket") == 4
    assert value(found, "dawr_clinic_waiting_tickets", clinic="lab") == 1
    assert value(found, "dawr_clinic_in_service_tickets", clinic="lab") == 1
    assert value(found, "dawr_clinic_issued_tickets", clinic="lab") == 2
    assert value(found, "dawr_cache_misses_total") == 1
    assert value(found, "dawr_cache_hits_total", store="memory") == 2
    assert value(found, "dawr_build_info", revision="0002_promises") == 1
    assert value(found, "dawr_database_up") == 1


async def test_whoever_logs_in_to_an_exam_joins_once(served: Served) -> None:
    body = {"patientId": "P-9", "gender": "male", "examType": "courses"}
    first = await served.post("/patient/login", body)
    again = await served.post("/patient/login", body, first.json()["token"])

    found = await scraped(served.client)

    assert (first.status_code, again.status_code) == (201, 200)
    assert value(found, "dawr_joins_total") == 1
    assert value(found, "dawr_moves_total", move="log_in") == 2


async def test_a_repeated_key_counts_once(served: Served) -> None:
    for _ in range(3):
        await served.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key="press-1")

    found = await scraped(served.client)

    assert value(found, "dawr_joins_total") == 1
    assert value(found, "dawr_moves_total") == 1


async def test_no_caller_can_make_labels_of_his_own(served: Served) -> None:
    def size(found: dict[str, Metric]) -> int:
        return sum(len(family.samples) for family in found.values())

    async def wander(at: int) -> None:
        await served.client.get(f"/t/{'x' * 20}{at:03d}")
        await served.client.get(f"/api/v1/nowhere/{at}")
        await served.client.get(f"/api/v1/queue/status?clinic=c{at}")
        await served.client.request(STRANGE[at % len(STRANGE)], f"/{at}")
        await served.client.request("POST", f"/api/v1/pins/c{at}/regenerate")

    await wander(0)
    await scraped(served.client)
    before = size(await scraped(served.client))
    for at in range(1, 30):
        await wander(at)

    assert size(await scraped(served.client)) == before


async def test_gauges_go_up_and_down(served: Served) -> None:
    async with listening(served.url, "lab") as ear, listening(served.url, "xr"):
        await ear.next()
        await served.enter()
        await ear.next()
        during = await scraped(served.client)
    await until(lambda: len(served.backend.hub) == 0, "the feeds are closed")
    after = await scraped(served.client)

    assert value(during, "dawr_open_feeds") == 2
    assert 0 <= value(during, "dawr_feed_lag_seconds") < 2
    assert value(after, "dawr_open_feeds") == 0
    assert value(after, "dawr_pool_connections_in_use") == 0


async def test_numbers_are_told_without_the_database(served: Served) -> None:
    await served.enter()
    served.backend.pool.away = True

    found = await scraped(served.client)

    assert value(found, "dawr_joins_total") == 1
    assert value(found, "dawr_database_up") == 0
    assert "dawr_clinic_waiting_tickets" not in found
    served.backend.pool.away = False


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
async def test_what_an_unknown_proxy_of_this_machine_passes_on_is_from_elsewhere(
    served: Served, header: str
) -> None:
    answer = await served.client.get("/metrics", headers={header: "127.0.0.1"})

    assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHORIZED")


async def test_from_elsewhere_it_needs_an_admins_token(
    database: Database, stack: AsyncExitStack
) -> None:
    options = Options(trusted_proxies="127.0.0.1")
    served = await stack.enter_async_context(serving(database, options=options))

    async def status(scope: str | None, **headers: str) -> int:
        return (await served.get("/metrics", scope, **headers)).status_code

    from_far = {"X_Forwarded_For": "10.1.2.3"}
    assert await status(None) == 200
    assert await status(None, **from_far) == 401
    assert await status("nonsense", **from_far) == 401
    assert await status("kiosk", **from_far) == 403
    assert await status("staff", **from_far) == 403
    assert await status("admin", **from_far) == 200


async def test_it_is_never_limited(database: Database, stack: AsyncExitStack) -> None:
    served = await stack.enter_async_context(
        serving(database, options=Options(rate_limit_per_address=1))
    )

    answers = [await served.client.get("/metrics") for _ in range(10)]

    assert {one.status_code for one in answers} == {200}


async def test_the_numbers_of_all_workers_are_told_by_each(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stack: AsyncExitStack
) -> None:
    """Also those of one that was killed, but for what it had open."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with ready(tmp_path / "log", database.login("server"), workers=2) as command:

        async def anew() -> httpx.AsyncClient:
            """A connection of its own: it comes to either worker."""
            return await stack.enter_async_context(
                httpx.AsyncClient(base_url=command.url, timeout=PATIENCE_S)
            )

        statuses = {(await enter(await anew())).status_code for _ in range(16)}
        told = [await scraped(await anew()) for _ in range(6)]
        async with AsyncExitStack() as feeds:
            for _ in range(6):
                ear = await feeds.enter_async_context(listening(command.url, "lab"))
                await ear.next()
            during = value(await scraped(await anew()), "dawr_open_feeds")
            killed = command.workers()[0]
            killed.kill()
            await until(
                lambda: killed.pid not in {one.pid for one in command.workers()}, "it is buried"
            )
        async with asyncio.timeout(PATIENCE_S):
            while value(after := await scraped(await anew()), "dawr_open_feeds"):  # noqa: ASYNC110 - the answer is waited for
                await asyncio.sleep(0.05)
        is_there = metrics_in(tmp_path)
        assert await asyncio.to_thread(command.end) == 0

    assert statuses == {201}
    assert {value(one, "dawr_joins_total") for one in told} == {16}
    assert {value(one, "dawr_clinic_issued_tickets", clinic="lab") for one in told} == {16}
    assert during == 6
    assert value(after, "dawr_joins_total") == 16
    assert len(is_there) == 1
    assert metrics_in(tmp_path) == []
