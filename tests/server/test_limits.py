"""Limits over HTTP: who is counted, what he is told, and that no trick and no fault opens them."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from server.addresses import Proxies
from server.options import Options
from tests.postgres import Database
from tests.server.conftest import Served, serving, until
from tests.server.processes import ready
from tests.server.test_database_away import kill_database, own_database  # noqa: F401 - a fixture
from tests.server.test_refusals import problem

LIMITS = Options(rate_limit_per_address=20, rate_limit_per_station=30, rate_limit_per_mobile=3)
HEADERS = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")
ANON = {"clinic": "lab"}


def standing(answer: httpx.Response) -> tuple[int, ...] | None:
    """Limit, remaining, reset; None where the answer says nothing of a limit."""
    found = [answer.headers.get(name) for name in HEADERS]
    return None if found == [None] * 3 else tuple(int(one) for one in found if one is not None)


async def spend(served: Served, count: int, scope: str | None = None, **headers: str) -> list[int]:
    """So many requests that reach no database function but the count."""
    return [
        (await served.post("/queue/enter", {}, scope, **headers)).status_code for _ in range(count)
    ]


async def test_every_answer_that_counts_says_how_the_caller_stands(database: Database) -> None:
    async with serving(database, options=LIMITS) as served:
        given = await served.post("/queue/enter", ANON)
        invalid = await served.post("/queue/enter", {"clinic": 7})
        unknown = await served.post("/queue/enter", {"clinic": "none"})
        gone = await served.post("/queue/cancel", {"token": "x" * 22})
        await spend(served, 16)
        refused = await served.post("/queue/enter", ANON)

    assert [one.status_code for one in (given, invalid, unknown, gone)] == [201, 422, 404, 404]
    assert [standing(one) for one in (given, invalid, unknown, gone)] == [
        (20, left, 60) for left in (19, 18, 17, 16)
    ]
    told = problem(refused, 429, "RATE_LIMITED")
    limit, remaining, reset = standing(refused) or ()
    assert (limit, remaining) == (20, 0)
    assert 55 <= reset <= 60
    assert refused.headers["retry-after"] == str(reset)
    assert set(told) >= {"error", "message", "correlation_id"}
    assert database.value("select count(*) from ticket") == 1


async def test_what_is_never_limited(database: Database) -> None:
    async with serving(database, options=Options(rate_limit_per_address=1)) as served:
        await spend(served, 2)
        reads = [
            await served.get(path)
            for path in ("/clinics", "/queue/status?clinic=lab", "/healthz", "/readyz") * 5
        ]
        staff = [await served.post("/queue/enter", ANON, "staff") for _ in range(5)]
        admin = [await served.post("/queue/enter", ANON, "admin") for _ in range(5)]

    assert {one.status_code for one in reads} == {200}
    assert {one.status_code for one in (*staff, *admin)} == {201}
    assert {standing(one) for one in (*reads, *staff, *admin)} == {None}


async def test_a_limit_is_judged_after_who_asks_and_before_what_he_sent(database: Database) -> None:
    async with serving(database, options=Options(rate_limit_per_address=1)) as served:
        for _ in range(3):
            problem(await served.post("/queue/call", ANON), 401, "UNAUTHORIZED")
            problem(await served.post("/queue/call", ANON, "kiosk"), 403, "FORBIDDEN")
            big = await served.post("/queue/enter", {"clinic": "x" * 70_000})
            problem(big, 413, "BODY_TOO_LARGE")
            problem(await served.post("/none", {}), 404, "NOT_FOUND")
        first = await served.post("/queue/enter", {"clinic": 7})
        problem(first, 422, "INVALID_INPUT")
        problem(await served.post("/queue/enter", {"clinic": 7}), 429, "RATE_LIMITED")
        problem(await served.post("/queue/enter", {"clinic": "none"}), 429, "RATE_LIMITED")


async def test_who_shows_nothing_of_a_ticket_is_told_so_first(database: Database) -> None:
    """By number a ticket is for staff, however often one asks and whatever else is wrong."""
    named: dict[str, object] = {"clinic": "lab", "number": 1}
    async with serving(database, options=Options(rate_limit_per_address=1)) as served:
        ticket = await served.enter()
        for path in ("/queue/cancel", "/queue/done"):
            for body in (named, {"clinic": 7, "number": "x"}, {**named, "token": None, "more": 1}):
                problem(await served.post(path, body), 401, "UNAUTHORIZED")
                problem(await served.post(path, body, "kiosk"), 403, "FORBIDDEN")
            others: list[object] = [{"token": ticket["token"]}, {**named, "token": 7}, {}, [], ""]
            for other in others:
                problem(await served.post(path, other), 429, "RATE_LIMITED")
        for body in ({**named, "pin": "x"}, {**named, "pin": 7}):
            problem(await served.post("/queue/done", body), 429, "RATE_LIMITED")
        by_bearer = await served.post("/queue/done", named, str(ticket["token"]))

    problem(by_bearer, 429, "RATE_LIMITED")


async def test_a_station_has_a_limit_of_its_own(database: Database) -> None:
    async with serving(database, options=LIMITS) as served:
        assert await spend(served, 21) == [422] * 20 + [429]
        assert await spend(served, 31, "kiosk") == [422] * 30 + [429]
        last = await served.post("/queue/enter", ANON, "kiosk")
        assert (await served.post("/queue/enter", ANON, "staff")).status_code == 201

    problem(last, 429, "RATE_LIMITED")
    assert (standing(last) or (0,))[0] == 30


async def test_zero_switches_off(database: Database) -> None:
    async with serving(database, options=Options(rate_limit_networks="10.0.0.0/8=5")) as served:
        answers = [await served.post("/queue/enter", {}) for _ in range(30)]

    assert {(one.status_code, standing(one)) for one in answers} == {(422, None)}
    assert database.value("select count(*) from rate") == 0


async def test_the_twenty_first_is_refused_over_two_servers_of_one_database(
    database: Database, tmp_path: Path
) -> None:
    """Real processes, each with its own memory; only the database knows of both."""
    options = {"rate_limit_per_address": 20}
    conninfo = database.login("server")
    with (
        ready(tmp_path / "one", conninfo, options=options, workers=2) as one,
        ready(tmp_path / "two", conninfo, options=options) as two,
    ):
        async with AsyncExitStack() as stack:
            clients = [
                await stack.enter_async_context(httpx.AsyncClient(base_url=command.url))
                for command in (one, two)
            ]
            answers = [
                await clients[number % 2].post("/api/v1/queue/enter", json=ANON)
                for number in range(21)
            ]
        for command in (one, two):
            command.end()

    assert [answer.status_code for answer in answers] == [201] * 20 + [429]
    assert [standing(answer)[1] for answer in answers] == [*range(19, -1, -1), 0]  # type: ignore[index]
    assert int(answers[-1].headers["retry-after"]) <= 60


async def test_a_storm_lets_exactly_so_many_through(database: Database) -> None:
    async with (
        serving(database, options=LIMITS) as one,
        AsyncExitStack() as stack,
    ):
        limits = httpx.Limits(max_connections=60)
        client = await stack.enter_async_context(
            httpx.AsyncClient(base_url=one.url, limits=limits, timeout=30)
        )
        answers = await asyncio.gather(
            *(client.post("/api/v1/queue/enter", json=ANON) for _ in range(60))
        )

    statuses = [answer.status_code for answer in answers]
    assert (statuses.count(201), statuses.count(429)) == (20, 40)
    assert database.value("select count(*) from ticket") == 20


async def test_an_address_nobody_vouches_for_is_not_believed(database: Database) -> None:
    """A caller who names another address each time is still the one who calls."""
    async with serving(database, options=LIMITS) as served:
        statuses = [
            (
                await served.post(
                    "/queue/enter",
                    {},
                    X_Forwarded_For=f"198.51.100.{number}",
                    Forwarded=f"for=198.51.100.{number}",
                    X_Real_IP=f"198.51.100.{number}",
                )
            ).status_code
            for number in range(21)
        ]

    assert statuses == [422] * 20 + [429]


async def test_what_a_trusted_proxy_says_is_believed_and_no_more(database: Database) -> None:
    options = Options(rate_limit_per_address=2, trusted_proxies="127.0.0.1, 10.0.0.0/8")
    async with serving(database, options=options) as served:
        for number in range(3):
            assert await spend(served, 1, X_Forwarded_For=f"198.51.100.{number}") == [422]
        forged = [f"203.0.113.{number}, 192.0.2.7" for number in range(3)]
        assert [(await spend(served, 1, X_Forwarded_For=one))[0] for one in forged] == [
            422,
            422,
            429,
        ]
        chained = await spend(served, 1, X_Forwarded_For="192.0.2.7, 10.1.2.3")

    assert chained == [429]
    assert {row[0] for row in database.rows("select subject from rate")} == {
        *(f"address 198.51.100.{number}" for number in range(3)),
        "address 192.0.2.7",
    }


@pytest.mark.parametrize(
    ("socket", "lines", "found"),
    [
        ("127.0.0.1", [], "127.0.0.1"),
        ("192.0.2.9", ["203.0.113.1"], "192.0.2.9"),
        ("127.0.0.1", ["203.0.113.1"], "203.0.113.1"),
        ("127.0.0.1", ["198.51.100.1", "203.0.113.1"], "203.0.113.1"),
        ("127.0.0.1", ["198.51.100.1, 203.0.113.1, 10.0.0.2, 10.0.0.1"], "203.0.113.1"),
        ("127.0.0.1", ["10.0.0.2, 10.0.0.1"], "10.0.0.2"),
        ("127.0.0.1", ["203.0.113.1, unknown, 10.0.0.1"], "10.0.0.1"),
        ("127.0.0.1", ["203.0.113.1:4711"], "203.0.113.1"),
        ("127.0.0.1", ['"[2001:db8::7]:4711"'], "2001:db8::7"),
        ("127.0.0.1", ["1" * 5000], "127.0.0.1"),
        ("127.0.0.1", [","], "127.0.0.1"),
        ("127.0.0.1", [", ".join(["198.51.100.1"] + ["10.0.0.1"] * 40)], "10.0.0.1"),
        ("::ffff:127.0.0.1", ["203.0.113.1"], "203.0.113.1"),
    ],
)
def test_forwarded_addresses_are_read_from_the_right(
    socket: str, lines: list[str], found: str
) -> None:
    headers = [(b"x-forwarded-for", line.encode()) for line in lines]

    asked = {"client": (socket, 1), "headers": headers}

    assert Proxies("127.0.0.0/8, 10.0.0.0/8").address_of(asked) == found


async def test_a_network_has_a_limit_of_its_own(database: Database) -> None:
    options = Options(
        rate_limit_per_address=2,
        rate_limit_networks="10.0.0.0/8=4, 10.9.0.0/16=0, 2001:db8::/32=1",
        trusted_proxies="127.0.0.1",
    )
    async with serving(database, options=options) as served:
        wifi = await spend(served, 5, X_Forwarded_For="10.1.1.1")
        free = await spend(served, 9, X_Forwarded_For="10.9.1.1")
        other = await spend(served, 3, X_Forwarded_For="192.0.2.1")
        home = [
            (await spend(served, 1, X_Forwarded_For=f"2001:db8::{number}"))[0] for number in (1, 2)
        ]

    assert wifi == [422] * 4 + [429]
    assert free == [422] * 9
    assert other == [422] * 2 + [429]
    assert home == [422, 429]


async def test_a_mobile_number_is_limited_by_the_tickets_it_drew(database: Database) -> None:
    async with serving(database, options=LIMITS) as served:
        asked = {"mobile": "+97455512345"}
        for clinic in ("lab", "xr", "eye"):
            await served.enter(clinic, **asked)
        refused = await served.post("/queue/enter", {"clinic": "ent", **asked})
        other = await served.post("/queue/enter", {"clinic": "ent", "mobile": "+97455512346"})
        staff = await served.post("/queue/enter", {"clinic": "ent", **asked}, "staff")

    problem(refused, 429, "RATE_LIMITED")
    limit, remaining, reset = standing(refused) or ()
    assert (limit, remaining) == (3, 0)
    assert 3500 < reset <= 3600
    assert refused.headers["retry-after"] == str(reset)
    assert len(refused.headers.get_list("x-ratelimit-limit")) == 1
    assert (other.status_code, staff.status_code) == (201, 201)
    assert "97455512345" not in refused.text


async def test_a_count_that_cannot_be_made_opens_nothing_and_is_said(database: Database) -> None:
    """The old fault: where counting failed everybody was let in, and nobody was told."""
    database.do("revoke execute on function dawr.count_request from public")
    database.do(f'revoke execute on function dawr.count_request from "{group(database)}"')
    with capture_logs() as said:
        async with serving(database, options=LIMITS) as served:
            statuses = await spend(served, 25)
            last = await served.post("/queue/enter", ANON)

    assert statuses == [422] * 20 + [429] * 5
    assert standing(last) is not None
    assert int(last.headers["retry-after"]) >= 1
    lines = [line for line in said if line["event"] == "requests are counted in memory"]
    assert [line["log_level"] for line in lines] == ["warning"]


async def test_a_fault_in_counting_lets_nobody_through(database: Database) -> None:
    database.do(
        "create or replace function dawr.count_rate(site int, subject text, at_most int,"
        " span interval, hits int, out granted int, out remaining int, out reset_s int,"
        " out retry_after_s int) language plpgsql as $$ begin raise 'a fault'; end $$"
    )
    with capture_logs() as said:
        async with serving(database, options=LIMITS) as served:
            answer = await served.post("/queue/enter", ANON)

    problem(answer, 500, "INTERNAL_ERROR")
    assert [line["event"] for line in said if line["log_level"] == "error"] == ["fault"]
    assert database.value("select count(*) from ticket") == 0


def group(database: Database) -> str:
    """The role that servers are members of."""
    owner = database.value("select nspowner::regrole::text from pg_namespace where nspname='dawr'")
    return str(owner).strip('"').removesuffix("_owner") + "_server"


@pytest.mark.timeout(120)
async def test_while_the_database_is_away_memory_counts_and_knows_what_was_before(
    own_database: tuple[Database, Path],  # noqa: F811 - the fixture
) -> None:
    database, data = own_database
    with capture_logs() as said:
        async with serving(database, options=LIMITS) as served:
            before = [(await served.post("/queue/enter", ANON)).status_code for _ in range(5)]
            kill_database(data)
            await until(lambda: served.backend.pool.away, "it is noticed")
            during = [await served.post("/queue/enter", ANON) for _ in range(20)]
            await until(lambda: not served.backend.pool.away, "it is back")
            after = await served.post("/queue/enter", ANON)
            staff = await served.post("/queue/enter", ANON, "staff")

    assert before == [201] * 5
    assert [one.status_code for one in during[:15]] == [503] * 15
    assert [one.status_code for one in during[15:]] == [429] * 5
    assert all(standing(one) is not None for one in during)
    problem(after, 429, "RATE_LIMITED")
    assert staff.status_code == 201
    assert len([one for one in said if one["event"] == "requests are counted in memory"]) == 1
