"""Any PostgreSQL from 15 on in place of the built-in one: every installed server does the same."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import database, embedded, logins, sites
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.storage.conftest import at_once, flat, gapless

NOBODY = 65534


def installed() -> list[Path]:
    """The binaries of the servers of this machine; the built-in one's are among them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return [embedded.binaries(), *(one.parent for one in found if int(one.parts[-3]) >= 15)]


def a_free_port() -> int:
    """A port below 32768 that nobody listens on."""
    for port in range(21_000 + os.getpid() % 5000, 32_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError


@pytest.fixture(params=installed(), ids=lambda path: f"{path.parent.name}")
def plain(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A server as a distribution's package runs it, with nothing of ours in its settings."""
    binaries: Path = request.param
    home = Path("/tmp") / f"dawr-plain-{os.getpid()}"
    home.mkdir()
    as_root = os.geteuid() == 0
    if as_root:
        os.chown(home, NOBODY, NOBODY)
    port = a_free_port()

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(binaries / program), "-D", str(home / "data"), *arguments],
            check=True,
            cwd=home,
            stdout=subprocess.DEVNULL,
            user=NOBODY if as_root else None,
            group=NOBODY if as_root else None,
        )

    try:
        run("initdb", "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C")
        options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"
        run("pg_ctl", "-o", options, "-l", str(home / "log"), "-w", "start")
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        run("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home)


def test_the_line_works_on_it(plain: str) -> None:
    database.upgrade(plain)
    sites.make_demo_site(plain)
    with psycopg.connect(plain, autocommit=True) as admin:
        site, _ = sites.find_site(admin, None)
        kiosk = logins.ensure_login(admin, site, "kiosk", "Kiosk 1").conninfo(plain)
        staff = logins.ensure_login(admin, site, "staff", "Desk 1").conninfo(plain)

    def draw() -> list[int]:
        port = KioskDesk(kiosk)
        numbers = [port.issue_ticket(Press(), TicketRequest("lab")).number for _ in range(5)]
        port.close()
        return numbers

    assert sorted(flat(at_once(8, draw))) == gapless(after=0, count=40)
    desk = StaffDesk(staff)
    called = desk.call_next(Press(), Desk("1", ("lab", "xr"), (0, 60)))
    assert called.label == "L-001"
    assert desk.undo(Press(), called.ticket_id).label == "L-001"
    assert len(desk.desk_list(Desk("1", ("lab",))).waiting) == 40
    desk.close()
