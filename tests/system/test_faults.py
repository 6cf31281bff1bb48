"""The whole line while parts of it are killed: nothing acknowledged is lost, no number twice."""

from __future__ import annotations

import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import psutil
import psycopg
import pytest
import requests

from tests.system.conftest import Program, end, kill_tree, patiently

CALLERS = 10
EACH = 30


@dataclass
class Crowd:
    """Patients who press until they have a number, each press with its own key."""

    program: Program
    acknowledged: list[tuple[str, int]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    enough: threading.Event = field(default_factory=threading.Event)

    def press(self) -> None:
        key = uuid.uuid4().hex
        for attempt in patiently():
            with attempt:
                answer = self.program.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key=key)
                assert answer.status_code == 201, answer.text
                number = answer.json()["number"]
                self.note(key, number)

    def note(self, key: str, number: int) -> None:
        with self.lock:
            self.acknowledged.append((key, number))
            if len(self.acknowledged) >= CALLERS * EACH // 3:
                self.enough.set()

    def come(self) -> None:
        for _ in range(EACH):
            self.press()


def worker_of(pid: int) -> psutil.Process:
    """A process of the server's that answers requests, not the one that watches over them."""
    return psutil.Process(pid).children()[0]


def postmaster_of(program: Program) -> psutil.Process:
    with psycopg.connect(program.conninfo()) as admin:
        row = admin.execute("select pg_read_file('postmaster.pid')").fetchone()
    assert row is not None
    return psutil.Process(int(str(row[0]).splitlines()[0]))


@pytest.mark.timeout(180)
@pytest.mark.parametrize("victim", ["a server process", "PostgreSQL", "both"])
def test_every_acknowledged_number_is_there_and_none_is_missing(
    program: Program, victim: str
) -> None:
    server = program.start_server(workers=2)
    crowd = Crowd(program)
    postmaster = postmaster_of(program)
    try:
        with ThreadPoolExecutor(CALLERS) as pool:
            coming = [pool.submit(crowd.come) for _ in range(CALLERS)]
            assert crowd.enough.wait(60)
            if victim != "PostgreSQL":
                worker_of(server.pid).kill()
            if victim != "a server process":
                postmaster.kill()
            for one in coming:
                one.result()
        with psycopg.connect(program.conninfo()) as admin:
            rows = admin.execute("select number from dawr.ticket order by number").fetchall()
            kept: dict[str, int] = dict(
                admin.execute(
                    "select key, (answer->>'number')::int from dawr.idempotency"
                ).fetchall()
            )
    finally:
        out, errors = end(server)

    numbers = sorted(number for _, number in crowd.acknowledged)
    assert numbers == list(range(1, CALLERS * EACH + 1))
    assert [row[0] for row in rows] == numbers
    assert kept == dict(crowd.acknowledged)
    assert "Traceback" not in out + errors


@pytest.mark.timeout(120)
def test_all_killed_at_once_and_started_again_has_every_acknowledged_number(
    program: Program,
) -> None:
    server = program.start_server(workers=2)
    crowd = Crowd(program)
    stop = threading.Event()

    def press_until_dark() -> None:
        while not stop.is_set():
            key = uuid.uuid4().hex
            try:
                answer = program.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key=key)
            except requests.RequestException:
                return
            if answer.status_code != 201:
                return
            with crowd.lock:
                crowd.acknowledged.append((key, answer.json()["number"]))
                if len(crowd.acknowledged) >= 60:
                    crowd.enough.set()

    postmaster = postmaster_of(program)
    with ThreadPoolExecutor(6) as pool:
        coming = [pool.submit(press_until_dark) for _ in range(6)]
        assert crowd.enough.wait(60)
        postmaster.kill()
        kill_tree(server)
        stop.set()
        for one in coming:
            one.result()

    again = program.start_server(workers=1)
    try:
        for key, number in crowd.acknowledged:
            answer = program.post("/queue/enter", {"clinic": "lab"}, Idempotency_Key=key)
            assert (answer.status_code, answer.json()["number"]) == (201, number)
            assert answer.headers["Idempotency-Replayed"] == "true"
        with psycopg.connect(program.conninfo()) as admin:
            rows = admin.execute("select number from dawr.ticket order by number").fetchall()
    finally:
        end(again)

    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert {number for _, number in crowd.acknowledged} <= {row[0] for row in rows}
