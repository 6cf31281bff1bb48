"""The outbox as a server's login works it off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.postgres import Database
from tests.storage.conftest import ClinicFixture

PRESS = "row('admin', 'Ada', null, 'c', null, null, null, null)::dawr.press"
Server = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def server(database: Database) -> Iterator[Server]:
    with psycopg.connect(database.login("server"), autocommit=True) as one:
        yield one


def make_hook(server: Server, name: str = "sms", *kinds: str) -> dict[str, Any]:
    made = server.execute(
        f"select dawr.create_webhook({PRESS}, %s, 'https://h.example/x', 'secret', %s)".encode(),
        [name, list(kinds)],
    ).fetchone()
    assert made is not None
    return dict(made[0])


def fill(server: Server, at_most: int = 200) -> dict[str, Any]:
    answer = server.execute("select dawr.fill_outbox(%s)", [at_most]).fetchone()
    assert answer is not None
    return dict(answer[0])


def claim(server: Server, at_most: int = 100, each: int = 100) -> list[tuple[Any, ...]]:
    return server.execute(
        "select id, webhook_id, url, secret, payload, tries from dawr.claim_deliveries(%s, %s)",
        [at_most, each],
    ).fetchall()


def settle(server: Server, claimed: tuple[Any, ...], error: str | None = None) -> str:
    row = server.execute(
        "select dawr.settle_delivery(%s, %s, %s)", [claimed[0], claimed[5], error]
    ).fetchone()
    assert row is not None
    return str(row[0])


def told(database: Database) -> list[tuple[str, str]]:
    return database.rows(
        "select kind, payload ->> 'ticket' from outbox order by event_position nulls last, made_at,"
        " (payload ->> 'ahead')::int"
    )


def one_notice(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue()
    clinic.call(clinic.desk(), "1")
    fill(server)
