"""Two sites in one database: each has its own numbers, tickets, feed and day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import psycopg
import pytest

from domain.errors import TicketNotFound
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from storage import logins, sites
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.postgres import Database
from tests.storage.conftest import at_once, flat, gapless

LAB = Desk(None, ("lab",))


@dataclass
class TwoSites:
    """A kiosk and a desk of the demo site in Qatar and of a second one in Bangkok."""

    database: Database
    kiosks: tuple[KioskDesk, KioskDesk]
    desks: tuple[StaffDesk, StaffDesk]
    kiosk_urls: tuple[str, str]
    server_url: str


@pytest.fixture
def two(database: Database) -> Iterator[TwoSites]:
    data = json.loads(sites.DEMO_SITE.read_text(encoding="utf-8"))
    with database.admin() as admin:
        with admin.transaction():
            second = sites.make_site(admin, data | {"code": "bkk", "time_zone": "Asia/Bangkok"})
        kinds: tuple[logins.Kind, ...] = ("kiosk", "staff", "server")
        made = [
            logins.ensure_login(admin, second, kind, f"{database.name} {kind}") for kind in kinds
        ]
    kiosk, staff, server = (one.conninfo(database.admin_url) for one in made)
    urls = (database.login("kiosk"), kiosk)
    with ExitStack() as opened:
        kiosks = (KioskDesk(urls[0]), KioskDesk(urls[1]))
        desks = (StaffDesk(database.login("staff")), StaffDesk(staff))
        for port in (*kiosks, *desks):
            opened.callback(port.close)
        yield TwoSites(database, kiosks, desks, urls, server)
    with database.admin() as admin:
        for one in made:
            admin.execute(f'drop role "{one.user}"'.encode())


def test_each_site_counts_for_itself(two: TwoSites) -> None:
    def draw(url: str) -> list[int]:
        kiosk = KioskDesk(url)
        try:
            return [kiosk.issue_ticket(Press(), TicketRequest("lab")).number for _ in range(5)]
        finally:
            kiosk.close()

    urls = list(two.kiosk_urls) * 4
    numbers = at_once(8, lambda: (url := urls.pop(), draw(url)))

    for url in two.kiosk_urls:
        drawn = flat([found for one, found in numbers if one == url])
        assert sorted(drawn) == gapless(after=0, count=20)


def test_a_desk_calls_its_own_sites_patients_only(two: TwoSites) -> None:
    two.kiosks[0].issue_ticket(Press(), TicketRequest("lab"))
    second = two.kiosks[1].issue_ticket(Press(), TicketRequest("lab"))

    called = two.desks[1].call_next(Press(), LAB)

    assert called.ticket_id == second.ticket_id
    assert two.desks[0].desk_list(LAB).waiting[0].label == "L-001"
    assert two.desks[1].desk_list(LAB).waiting == ()


def test_a_ticket_of_the_other_site_is_not_there(two: TwoSites) -> None:
    ticket = two.kiosks[0].issue_ticket(Press(), TicketRequest("lab", patient="A-1"))

    with pytest.raises(TicketNotFound):
        two.desks[1].cancel(Press(), ticket.ticket_id, "left")
    with psycopg.connect(two.server_url, autocommit=True) as server:
        by_token = server.execute(
            "select dawr.read_position(token => %s)", [ticket.token]
        ).fetchone()
        by_patient = server.execute(
            "select dawr.read_position('staff', clinic => 'lab', patient => 'A-1')"
        ).fetchone()
        on_the_phone = server.execute(
            "select dawr.read_phone(%s) -> 'ticket'", [ticket.token]
        ).fetchone()

    assert (by_token, by_patient, on_the_phone) == ((None,), (None,), (None,))


def test_the_same_patient_number_is_another_patient_elsewhere(two: TwoSites) -> None:
    one, other = (
        kiosk.issue_ticket(Press(), TicketRequest("lab", patient="A-1")) for kiosk in two.kiosks
    )

    assert not one.existing
    assert not other.existing


def test_each_turns_its_day_by_its_own_clock(two: TwoSites) -> None:
    """At 23:00 UTC it is 06:00 in Bangkok, a new day, and 02:00 in Qatar, still the old one."""
    two.database.set_clock(dt.datetime(2026, 11, 22, 23, 0, tzinfo=dt.UTC))
    for kiosk in two.kiosks:
        kiosk.issue_ticket(Press(), TicketRequest("lab"))

    days = two.database.rows("select service_day::text from ticket order by site_id")
    assert days == [("2026-11-22",), ("2026-11-23",)]


def test_each_feed_carries_its_own_site(two: TwoSites) -> None:
    two.kiosks[0].issue_ticket(Press(), TicketRequest("lab"))
    with psycopg.connect(two.server_url, autocommit=True) as server:
        heads = server.execute("select clinic_id, position from dawr.read_heads()").fetchall()
        events = server.execute(
            "select * from dawr.read_events(array(select generate_series(0, 100)),"
            " array_fill(0::bigint, array[101]))"
        ).fetchall()

    assert {position for _, position in heads} == {0}
    assert len(heads) == 13
    assert events == []


def test_a_name_for_the_site_is_needed_where_there_are_two(two: TwoSites) -> None:
    with two.database.admin() as admin:
        assert sites.find_site(admin, "BKK")[1] == "bkk"
        with pytest.raises(sites.NoSite, match="demo, bkk"):
            sites.find_site(admin, None)
