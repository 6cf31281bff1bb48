"""`main.py server` killed at each step of a press: nothing twice, nothing acknowledged lost.

A step is held open by a rival transaction or by a wire that withholds PostgreSQL's answers, the
server is killed there, started again, and the same press repeated under its key.
"""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
import requests
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from storage import embedded
from storage.database import upgrade
from storage.sites import make_demo_site
from tests.system import books
from tests.system.conftest import Program, a_program, end, kill_tree, patiently
from tests.system.wire import Wire, wired


@dataclass
class Struck:
    """A server whose PostgreSQL is reached over a wire, and what it acknowledged, by key."""

    program: Program
    wire: Wire
    url: str
    acknowledged: dict[str, int] = field(default_factory=dict)

    def press(self, key: str) -> requests.Response:
        return self.program.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key=key)

    def acknowledge(self, key: str) -> requests.Response:
        answer = self.press(key)
        assert answer.status_code == 201, answer.text
        self.acknowledged[key] = answer.json()["number"]
        return answer

    def value(self, query: str, given: list[object] | None = None) -> Any:
        with psycopg.connect(self.url, autocommit=True) as admin:
            row = admin.execute(query.encode(), given).fetchone()
        assert row is not None
        return row[0]

    def until(self, query: str, given: list[object] | None = None) -> None:
        for attempt in patiently():
            with attempt:
                assert self.value(query, given), query


WAITS = (
    "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
    " and application_name = 'dawr server')"
)
KEPT = "select exists (select from dawr.idempotency where key = %s)"
DEAD = (
    "select not exists (select from pg_stat_activity where application_name = 'dawr server'"
    " and wait_event_type = 'Lock')"
)


@pytest.fixture
def struck() -> Iterator[Struck]:
    with a_program() as program, embedded.start(program.data_dir) as lease:
        url = lease.conninfo()
        upgrade(url)
        make_demo_site(url)
        known = conninfo_to_dict(url)
        with wired(str(known["host"]), int(str(known["port"]))) as wire:
            program.settings["DAWR_DATABASE_URL"] = make_conninfo(
                url, host="127.0.0.1", port=wire.port
            )
            yield Struck(program, wire, url)


def held(struck: Struck, key: str, lock: str, strike: Callable[[], None]) -> None:
    """Hold a row the press needs, let it wait there, strike, and let go of the row."""
    with psycopg.connect(struck.url) as rival, ThreadPoolExecutor(1) as pool:
        rival.execute(lock.encode())
        pressing = pool.submit(struck.press, key)
        struck.until(WAITS)
        strike()
        rival.rollback()
        assert isinstance(pressing.exception(30), requests.RequestException)
    struck.until(DEAD)


def before_the_move(struck: Struck, server: subprocess.Popen[str], key: str) -> None:
    """It has been counted against the limit, nothing more."""
    held(struck, key, "select from dawr.rate for update", lambda: kill_tree(server))


def within_the_move(struck: Struck, server: subprocess.Popen[str], key: str) -> None:
    """The move waits for the head of its clinic."""
    held(struck, key, "select from dawr.head for update", lambda: kill_tree(server))


def after_the_commit(struck: Struck, server: subprocess.Popen[str], key: str) -> None:
    """The move is committed; its answer is on the wire and never reaches the server."""
    with psycopg.connect(struck.url) as rival, ThreadPoolExecutor(1) as pool:
        rival.execute("select from dawr.head for update")
        pressing = pool.submit(struck.press, key)
        struck.until(WAITS)
        struck.wire.withhold()
        rival.rollback()
        struck.until(KEPT, [key])
        kill_tree(server)
        assert isinstance(pressing.exception(30), requests.RequestException)
    struck.wire.release()


Step = Callable[[Struck, subprocess.Popen[str], str], None]


@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("step", "possible"),
    [(before_the_move, {1}), (within_the_move, {1, 2}), (after_the_commit, {2})],
)
def test_a_press_cut_off_there_is_done_once_when_it_is_repeated(
    struck: Struck, step: Step, possible: set[int]
) -> None:
    key = uuid.uuid4().hex
    with ExitStack() as stack:
        server = struck.program.start_server(workers=1)
        struck.acknowledge("first")
        step(struck, server, key)
        drawn = struck.value("select count(*) from dawr.ticket")
        server = struck.program.start_server(workers=1)
        stack.callback(end, server)

        answers = [struck.acknowledge(key) for _ in range(3)]
        first = struck.acknowledge("first")

    replayed = ["Idempotency-Replayed" in answer.headers for answer in (*answers, first)]
    assert {answer.content for answer in answers} == {answers[0].content}
    assert replayed == [drawn == 2, True, True, True]
    assert drawn in possible
    assert struck.acknowledged == {"first": 1, key: 2}
    with psycopg.connect(struck.url, autocommit=True) as admin:
        assert books.numbers(admin, "lab") == [1, 2]
        assert books.wrongs(admin) == []
