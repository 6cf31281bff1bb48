"""What many calls refuse alike, asked of each of them: who asks, how much, how often, and when."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import psycopg
import pytest
from psycopg import sql

from server import edge
from server.callers import ADMIN, PATIENT
from server.calls import BASE, guarded
from server.described.calls import CALLS as DESCRIBED
from server.described.values import PARAMETERS
from server.guarded import GuardedRoute, scopes_of
from server.options import Options
from tests.postgres import Cluster, Database
from tests.server import contract
from tests.server.conftest import Served, serving, until
from tests.server.test_every_key import CASES, begin_anew, press
from tests.server.test_refusals import problem
from tests.storage.booking import MORNING

JSON = {"Content-Type": "application/json"}
NO_JSON = b"{not json"
SCOPES = ("kiosk", "staff", "admin")
CALLS: list[tuple[str, str, GuardedRoute]] = [
    (method, path, route) for path, route in guarded() for method in sorted(route.methods or ())
]


def refusing(code: str) -> Iterator[tuple[str, str, GuardedRoute]]:
    """The calls whose description has this refusal."""
    told = dict(contract.operations())
    for method, path, route in CALLS:
        operation = told[f"{method} {path}"]
        if any(code in contract.codes(operation, int(status)) for status in operation["responses"]):
            yield method, path, route


def bearer(served: Served, scope: str) -> dict[str, str]:
    return {} if scope == PATIENT else {"Authorization": f"Bearer {served.tokens[scope]}"}


def is_scoped(route: GuardedRoute) -> bool:
    return scopes_of(route.endpoint) is not None


def let_in(route: GuardedRoute) -> str:
    """A scope that may make the call."""
    scopes = scopes_of(route.endpoint)
    return PATIENT if scopes is None else ADMIN if ADMIN in scopes else "kiosk"


def query_of(method: str, path: str) -> str:
    """The example of each part of a query; a patient is named by his ticket's token alone."""
    asked = dict(contract.operations())[f"{method} {path}"]["parameters"]
    given = [one for one in asked if one["in"] == "query" and one["name"] != "user"]
    return "?" + "&".join(f"{one['name']}={one['example']}" for one in given)


async def ask(
    served: Served, method: str, path: str, scope: str = PATIENT, content: Any = NO_JSON
) -> httpx.Response:
    """Make a call with the examples of its path, and with a body that is none."""
    return await served.client.request(
        method,
        path.format(**PARAMETERS),
        content=None if method == "GET" else content,
        headers={**JSON, **bearer(served, scope)},
    )


async def test_a_call_of_a_scope_is_for_that_scope(served: Served) -> None:
    for method, path, route in refusing("UNAUTHORIZED"):
        scopes = scopes_of(route.endpoint)
        if scopes is None:
            continue  # it depends on what is asked; the call's own tests ask
        missing = await ask(served, method, path)
        problem(missing, 401, "UNAUTHORIZED")
        assert missing.headers["www-authenticate"] == "Bearer"
        for scope in set(SCOPES) - scopes:
            problem(await ask(served, method, path, scope), 403, "FORBIDDEN")


async def test_too_much_is_read_of_nobody(served: Served) -> None:
    for method, path, _ in refusing("BODY_TOO_LARGE"):
        answer = await ask(served, method, path, content=b" " * (edge.LARGEST_BODY + 1))
        problem(answer, 413, "BODY_TOO_LARGE")


async def test_nobody_is_waited_for_who_does_not_say_what_he_wants(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edge, "BODY_S", 0.05)

    async def slowly() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.sleep(0.5)

    async def hang(method: str, path: str) -> None:
        answer = await ask(served, method, path, content=slowly())
        problem(answer, 408, "REQUEST_TIMEOUT")

    await asyncio.gather(*(hang(method, path) for method, path, _ in refusing("REQUEST_TIMEOUT")))


async def test_what_cannot_be_is_refused_by_each_that_is_asked_something(served: Served) -> None:
    for method, path, route in refusing("INVALID_INPUT"):
        told = dict(contract.operations())[f"{method} {path}"]
        query = {one["name"]: "\0" for one in told["parameters"] if one["in"] == "query"}
        answer = await served.client.request(
            method,
            path.format(**PARAMETERS) if query or method != "GET" else path.format_map(_NoPart()),
            params=query if method == "GET" else None,
            content=None if method == "GET" else NO_JSON,
            headers={
                **JSON,
                **bearer(served, let_in(route)),
                **({} if method == "GET" else {"Idempotency-Key": ""}),
            },
        )
        problem(answer, 422, "INVALID_INPUT")


class _NoPart(dict[str, str]):
    """For every part of a path what cannot be one."""

    def __missing__(self, name: str) -> str:
        return "%00"


async def test_a_part_of_a_path_that_holds_a_slash_leads_nowhere(served: Served) -> None:
    for method, path, route in refusing("NOT_FOUND"):
        if "{" in path:
            parts = dict.fromkeys(PARAMETERS, "a%2Fb")
            answer = await served.client.request(
                method, path.format(**parts), headers=bearer(served, let_in(route))
            )
            problem(answer, 404, "NOT_FOUND")


async def test_each_that_is_counted_is_refused_when_it_is_one_too_many(database: Database) -> None:
    options = Options(rate_limit_per_address=1, rate_limit_per_station=1)
    async with serving(database, options=options) as served:
        for scope in (PATIENT, "kiosk"):
            await ask(served, "POST", f"{BASE}/queue/enter", scope)
        for method, path, route in refusing("RATE_LIMITED"):
            answer = await ask(served, method, path, "kiosk" if is_scoped(route) else PATIENT)
            problem(answer, 429, "RATE_LIMITED")
            standing = [answer.headers[f"x-ratelimit-{one}"] for one in ("limit", "remaining")]
            assert standing == ["1", "0"]
            assert 0 < int(answer.headers["retry-after"]) <= 60


async def test_each_says_when_to_come_again_while_the_database_is_away(
    served: Served, cluster: Cluster
) -> None:
    name = served.database.name
    allow = sql.SQL("alter database {} with allow_connections {}").format
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as admin:
        admin.execute(allow(sql.Identifier(name), sql.Literal(False)))
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s", [name]
        )
        try:
            await until(lambda: served.backend.pool.away, "it is noticed")
            for method, path, route in refusing("BUSY"):
                asked = json.dumps(DESCRIBED[f"{method} {path.removeprefix(BASE)}"].asked)
                scope = let_in(route) if method != "GET" or is_scoped(route) else "kiosk"
                answer = await ask(served, method, path + query_of(method, path), scope, asked)
                problem(answer, 503, "BUSY")
                assert int(answer.headers["retry-after"]) >= 1
            elsewhere = await served.get("/metrics", "staff", X_Forwarded_For="192.0.2.1")
            problem(elsewhere, 503, "BUSY")
        finally:
            admin.execute(allow(sql.Identifier(name), sql.Literal(True)))
    await until(lambda: not served.backend.pool.away, "it is back")


async def test_a_key_that_is_at_work_or_was_for_something_else(database: Database) -> None:
    database.set_clock(MORNING)
    async with serving(database) as served:
        for name in sorted(CASES):
            await begin_anew(served)
            asked = await CASES[name](served)
            assert (await press(served, name, asked)).status_code in (200, 201)

            database.do(
                "update idempotency set state = 'started', answer = null, started_at = dawr.now(),"
                " attempt = gen_random_uuid() where key = %s",
                [name],
            )
            at_work = await press(served, name, asked)
            problem(at_work, 409, "IN_PROGRESS")
            assert int(at_work.headers["retry-after"]) >= 1
            database.do("update idempotency set payload = 'another' where key = %s", [name])
            problem(await press(served, name, asked), 422, "IDEMPOTENCY_KEY_REUSED")
