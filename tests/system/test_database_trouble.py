"""A server whose PostgreSQL is away, empty, or comes back: it says so, and recovers by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import requests

from roles import plain
from storage import database, embedded
from storage.sites import NoSite
from tests.system import books
from tests.system.conftest import Program, a_free_port, end, patiently
from tests.system.listener import Listener

AWAY = ["The database cannot be reached."]
EMPTY = ["The database is not set up yet."]


@dataclass
class Elsewhere:
    """A PostgreSQL that the program did not start, and the program that is told where it is."""

    folder: Path
    program: Program
    lease: embedded.Lease

    def do(self, statement: str) -> None:
        with psycopg.connect(self.program.settings["DAWR_DATABASE_URL"], autocommit=True) as admin:
            admin.execute(statement.encode())

    def stop(self) -> None:
        self.lease.release()
        embedded.stop(self.folder)

    def start(self) -> None:
        self.lease = embedded.start(self.folder)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    """Its database `dawr` is empty."""
    folder = tmp_path / "postgres of another"
    lease = embedded.start(folder)
    program = Program(tmp_path / "data", a_free_port(), {"DAWR_DATABASE_URL": lease.conninfo()})
    one = Elsewhere(folder, program, lease)
    yield one
    one.stop()


def ready(program: Program) -> requests.Response:
    return requests.get(f"{program.url}/readyz", timeout=10)


def enter(program: Program) -> requests.Response:
    return program.post("/queue/enter", {"clinic": "lab"})


def assert_unready(program: Program, missing: list[str]) -> None:
    """The process lives, says what is missing, and tells everyone when to come again."""
    for attempt in patiently():
        with attempt:
            assert ready(program).status_code == 503
            assert ready(program).json()["missing"] == missing
    for answer in (ready(program), enter(program), clinics(program), stream(program)):
        assert (answer.status_code, answer.json()["code"]) == (503, "BUSY")
        assert int(answer.headers["Retry-After"]) > 0
        assert answer.headers["Content-Type"] == "application/problem+json"
    assert requests.get(f"{program.url}/healthz", timeout=5).status_code == 200


def clinics(program: Program) -> requests.Response:
    return requests.get(f"{program.url}/api/v1/clinics", timeout=10)


def stream(program: Program) -> requests.Response:
    return requests.get(f"{program.url}/api/v1/events/stream", timeout=10)


def assert_recovers(program: Program, number: int) -> None:
    """By itself, and the line goes on where it was."""
    for attempt in patiently():
        with attempt:
            assert ready(program).status_code == 200
    answer = enter(program)
    assert (answer.status_code, answer.json()["number"]) == (201, number)


@pytest.mark.timeout(180)
def test_away_at_the_start_empty_and_back_with_feeds_open(elsewhere: Elsewhere) -> None:
    program = elsewhere.program
    elsewhere.stop()
    server = program.start("server", "--port", str(program.port))
    assert server.stderr is not None
    try:
        assert server.stderr.readline() == f"{plain.AWAY}\n"
        elsewhere.start()
        assert server.stderr.readline() == f"{plain.NOT_SET_UP}\n"
        database.upgrade(program.settings["DAWR_DATABASE_URL"])
        assert server.stderr.readline() == f"{NoSite(())}\n"
        assert program.run("database", "upgrade").returncode == 0
        assert_recovers(program, 1)
        with Listener(program.url, "lab") as ear:
            elsewhere.stop()
            assert_unready(program, AWAY)
            elsewhere.start()
            assert_recovers(program, 2)
            assert ear.hears(lambda: ("ENTERED", 2) in ear.told)
    finally:
        out, errors = end(server)
    assert "Traceback" not in out + errors
    assert ear.told == [("ENTERED", 2)]
    assert len(ear.snapshots) == 1

    elsewhere.stop()
    server = program.start("server", "--port", str(program.port))
    try:
        assert_unready(program, AWAY)
        elsewhere.start()
        assert_recovers(program, 3)
    finally:
        out, errors = end(server)
    assert "Traceback" not in out + errors
    with psycopg.connect(program.settings["DAWR_DATABASE_URL"]) as admin:
        assert books.numbers(admin, "lab") == [1, 2, 3]
        assert books.wrongs(admin) == []


@pytest.mark.timeout(180)
def test_a_schema_that_is_not_there_and_is_restored_while_the_server_runs(
    elsewhere: Elsewhere, tmp_path: Path
) -> None:
    program, saved = elsewhere.program, tmp_path / "saved.sql"
    assert program.run("database", "upgrade").returncode == 0
    server = program.start_server(workers=1)
    try:
        assert_recovers(program, 1)
        assert program.run("database", "backup", str(saved)).returncode == 0
        elsewhere.do("drop schema dawr cascade")
        assert_unready(program, EMPTY)
        restored = program.run("database", "restore", str(saved))
        assert restored.returncode == 0, restored.stderr
        assert_recovers(program, 2)
    finally:
        end(server)
