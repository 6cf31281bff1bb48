"""Rounds of random blows under load; after each the books are held against what people were told.

`python -m tests.system.faults` runs long on its own server; test_fault_rounds.py holds a sample.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

import psutil
import psycopg
import requests

from domain.errors import Refusal
from domain.ports import Press
from domain.tickets import TicketRequest
from storage import logins, sites
from storage.kiosk_desk import KioskDesk
from tests.system import books
from tests.system.conftest import Program, a_program, end, kill_tree, patiently
from tests.system.crowd import Crowd
from tests.system.listener import Listener

CLINIC = "lab"
CROWD = 6
EACH_ROUND = 24
HEAD = f"{'round':>5} {'blow':<22} {'numbers':>8} {'again':>6} {'back s':>7}  books"


@dataclass
class Target:
    """What blows fall on: the server, its database, and a kiosk with its own login."""

    program: Program
    server: subprocess.Popen[str]
    kiosk: KioskDesk

    def admin(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.program.conninfo(), autocommit=True)

    def postmaster(self) -> psutil.Process:
        with self.admin() as admin:
            row = admin.execute("select pg_read_file('postmaster.pid')").fetchone()
        assert row is not None
        return psutil.Process(int(str(row[0]).splitlines()[0]))


def kill_worker(target: Target, dice: random.Random) -> None:
    dice.choice(psutil.Process(target.server.pid).children()).kill()


def kill_every_worker(target: Target, dice: random.Random) -> None:
    for one in psutil.Process(target.server.pid).children():
        one.kill()


def kill_server(target: Target, dice: random.Random) -> None:
    """All of it at one blow; somebody starts it again, as systemd would."""
    kill_tree(target.server)
    target.server = start(target.program)


def kill_supervisor(target: Target, dice: random.Random) -> None:
    """The process above the workers alone; they must end, so that another can have the port."""
    target.server.kill()
    target.server.communicate()
    target.server = start(target.program)


def kill_postmaster(target: Target, dice: random.Random) -> None:
    target.postmaster().kill()


def kill_backend(target: Target, dice: random.Random) -> None:
    """One process of PostgreSQL's: it takes all sessions with it."""
    dice.choice(target.postmaster().children()).kill()


def kill_database_and_worker(target: Target, dice: random.Random) -> None:
    target.postmaster().kill()
    kill_worker(target, dice)


def cut_sessions(target: Target, dice: random.Random) -> None:
    """What an administrator can do: end sessions of windows and servers, some or all."""
    with target.admin() as admin:
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where application_name like 'dawr %%' and random() < %s",
            [dice.choice([0.3, 1.0])],
        )


Blow = Callable[[Target, random.Random], None]
BLOWS: dict[str, Blow] = {
    "a worker": kill_worker,
    "every worker": kill_every_worker,
    "the server": kill_server,
    "the supervisor": kill_supervisor,
    "PostgreSQL": kill_postmaster,
    "a backend": kill_backend,
    "PostgreSQL and worker": kill_database_and_worker,
    "sessions": cut_sessions,
}


def start(program: Program) -> subprocess.Popen[str]:
    """A server on the port, as soon as the port is free."""
    for attempt in patiently():
        with attempt:
            return _started(program)
    raise AssertionError


def _started(program: Program) -> subprocess.Popen[str]:
    server = program.start("server", "--port", str(program.port), "--workers", "2")
    try:
        await_ready(program, server)
    except BaseException:
        server.kill()
        server.communicate()
        raise
    return server


def await_ready(program: Program, server: subprocess.Popen[str]) -> None:
    for attempt in patiently():
        with attempt:
            if server.poll() is not None:
                raise ConnectionError(server.communicate()[1])
            assert requests.get(f"{program.url}/readyz", timeout=5).status_code == 200


def touch(kiosk: KioskDesk) -> int:
    """A patient at the kiosk, who presses again while it says that it cannot."""
    press, number = Press(), 0
    for attempt in patiently():
        with attempt:
            try:
                number = kiosk.issue_ticket(press, TicketRequest(CLINIC)).number
            except Refusal as refusal:
                raise ConnectionError from refusal
    return number


class Rounds:
    """The system under load, struck round after round."""

    def __init__(self, target: Target, dice: random.Random) -> None:
        self.target = target
        self.dice = dice
        self.told: dict[str, int] = {}
        self.touched: list[int] = []

    def strike(self, blow: Blow) -> tuple[int, int, float]:
        """One round. Returns the numbers given, the tries repeated, and seconds until it works."""
        with Crowd(self.target.program, CLINIC, CROWD) as crowd:
            assert crowd.comes_to(self.dice.randrange(5, EACH_ROUND)), "nobody got a number"
            blow(self.target, self.dice)
            began = time.monotonic()
            self.touched.append(touch(self.target.kiosk))
            before = len(crowd.acknowledged)
            assert crowd.comes_to(before + CROWD), "nobody got a number after the blow"
            back = time.monotonic() - began
            assert crowd.comes_to(EACH_ROUND), "the line stands still"
        self.told |= crowd.acknowledged
        return len(crowd.acknowledged) + 1, crowd.refused, back

    def wrongs(self) -> list[str]:
        """What the books say against what people were told."""
        with self.target.admin() as admin:
            found = books.wrongs(admin)
            numbers = books.numbers(admin, CLINIC)
            kept = books.kept_answers(admin)
        if numbers != sorted([*self.told.values(), *self.touched]):
            found.append("numbers told and numbers given differ")
        if kept != self.told:
            found.append("answers told and answers kept differ")
        return found

    def unheard(self, ear: Listener) -> list[str]:
        """What a subscriber heard against the log, once he had time to hear all."""
        with self.target.admin() as admin:
            log = books.feed(admin, CLINIC)
        ear.hears(lambda: len(ear.updates) >= len(log))
        return [] if ear.told == log else ["the feed heard another thing than the log holds"]


def run(program: Program, dice: random.Random, blows: list[str], say: Callable[[str], None]) -> int:
    """Strike so often; says a line a round. Returns how many things were wrong."""
    with ExitStack() as stack:
        server = start(program)
        target = Target(program, server, _kiosk(program))
        stack.callback(target.kiosk.close)
        stack.callback(lambda: end(target.server))
        rounds = Rounds(target, dice)
        ear = stack.enter_context(Listener(program.url, CLINIC))
        say(HEAD)
        wrong: list[str] = []
        for number, name in enumerate(blows, start=1):
            given, again, back = rounds.strike(BLOWS[name])
            found = [*rounds.wrongs(), *rounds.unheard(ear)]
            wrong += found
            said = "; ".join(found) or "right"
            say(f"{number:>5} {name:<22} {given:>8} {again:>6} {back:>7.2f}  {said}")
    return len(wrong)


def _kiosk(program: Program) -> KioskDesk:
    conninfo = program.conninfo()
    with psycopg.connect(conninfo, autocommit=True) as admin:
        site, _ = sites.find_site(admin, None)
        login = logins.ensure_login(admin, site, "kiosk", "Kiosk under blows")
    return KioskDesk(login.conninfo(conninfo))


def tell(line: str) -> None:
    """A line for whoever watches."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run long; prints the seed first, then a line a round."""
    parser = argparse.ArgumentParser(prog="python -m tests.system.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    tell(f"seed {asked.seed}, {asked.rounds} rounds")
    dice = random.Random(asked.seed)
    blows = dice.choices(list(BLOWS), k=asked.rounds)
    with a_program() as program:
        wrong = run(program, dice, blows, tell)
    tell(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
