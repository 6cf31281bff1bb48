"""Notices claimed, sent again, dead, gone; web-hooks that rest and are switched off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from storage.kiosk_desk import KioskDesk
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once
from tests.storage.outbox import (
    PRESS,
    Server,
    claim,
    fill,
    make_hook,
    one_notice,
    server,
    settle,
)

__all__ = ["server"]


def test_a_claim_is_nobody_elses_for_its_lease_and_due_again_after_it(
    clinic: ClinicFixture, server: Server
) -> None:
    one_notice(clinic, server)
    first = claim(server)
    assert claim(server) == []
    clinic.database.pass_time(seconds=59)
    assert claim(server) == []
    clinic.database.pass_time(seconds=2)
    second = claim(server)

    assert [one[0] for one in second] == [one[0] for one in first]
    assert settle(server, first[0], "too late") == "late"
    assert settle(server, second[0]) == "delivered"
    assert settle(server, second[0]) == "late"


def test_a_notice_that_another_server_is_claiming_is_passed_over(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(2)
    for _ in range(2):
        clinic.call(clinic.desk(), "1")
    fill(server)
    with psycopg.connect(clinic.database.admin_url) as rival:
        rival.execute("select from dawr.outbox where payload ->> 'ticket' = 'L-001' for update")
        during = claim(server)
        rival.rollback()

    assert [one[4]["ticket"] for one in during] == ["L-002"]
    assert [one[4]["ticket"] for one in claim(server)] == ["L-001"]


def test_two_servers_claim_different_notices(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(40)
    desk = clinic.desk()
    for _ in range(40):
        clinic.call(desk, "1")
    fill(server)

    def work() -> list[Any]:
        with psycopg.connect(clinic.database.login("server"), autocommit=True) as one:
            got: list[Any] = []
            while batch := claim(one, 3, 3):
                got += [row[0] for row in batch]
            return got

    claimed = [one for each in at_once(4, work) for one in each]
    assert len(claimed) == len(set(claimed)) == 40


def test_the_schedule_backs_off_to_an_hour_then_the_notice_is_dead(
    clinic: ClinicFixture, server: Server
) -> None:
    """Waits of the notice itself; its web-hook, which rests too, never for more than 15 min."""
    one_notice(clinic, server)
    clinic.database.do("update outbox set give_up_at = give_up_at + interval '9 days'")
    waits, rests, outcome = [], [], "again"
    while outcome == "again":
        clinic.database.do("update webhook set off_at = null, off_reason = null")
        (claimed,) = claim(server)
        outcome = settle(server, claimed, "it answered 500")
        wait, rest = clinic.database.rows(
            "select extract(epoch from o.next_try_at - dawr.now())::float,"
            " coalesce(extract(epoch from w.rests_until - dawr.now()), 0)::float"
            " from outbox o, webhook w"
        )[0]
        rests.append(rest)
        if outcome == "again":
            waits.append(wait)
            clinic.database.pass_time(seconds=max(wait, rest) + 1)

    assert len(waits) == 19
    for count, wait in enumerate(waits):
        middle = min(5 * 2**count, 3600)
        assert 0.74 * middle - 1 < wait < 1.26 * middle + 1
    assert max(rests) <= 901
    assert outcome == "dead"
    assert clinic.database.rows("select tries, last_error from outbox") == [(20, "it answered 500")]


def test_what_could_not_be_sent_in_a_day_is_dead_and_can_be_sent_again(
    clinic: ClinicFixture, server: Server
) -> None:
    one_notice(clinic, server)
    clinic.database.pass_time(days=1, seconds=1)
    assert claim(server) == []
    server.execute("select dawr.sweep_outbox()")
    found = server.execute("select dawr.read_dead_letters('sms')").fetchone()
    assert found is not None
    (letter,) = found[0]
    server.execute(f"select dawr.send_again({PRESS}, 'sms', %s)".encode(), [letter["id"]])

    assert (letter["type"], letter["ticket"], letter["tries"]) == ("YOUR_TURN", "L-001", 0)
    assert "mobile" not in letter
    assert [str(one[0]) for one in claim(server)] == [letter["id"]]


@pytest.mark.parametrize(
    "spoil",
    [
        "update webhook set rests_until = null, failures = 49",
        "update webhook set rests_until = null, failing_since = dawr.now() - interval '1 day'",
    ],
)
def test_a_web_hook_that_fails_for_long_is_switched_off_and_staff_are_told(
    clinic: ClinicFixture, server: Server, spoil: str
) -> None:
    one_notice(clinic, server)
    (claimed,) = claim(server)
    settle(server, claimed, "it answered 500")
    clinic.database.do(spoil)
    clinic.database.pass_time(seconds=30)
    (claimed,) = claim(server)
    settle(server, claimed, "it answered 500")
    clinic.database.pass_time(hours=1)

    hook = clinic.database.rows("select off_at is not null, off_reason from webhook")
    assert hook == [(True, "it answered 500")]
    facts = clinic.database.value("select facts from event where kind = 'STATION_NOTICE'")
    assert (facts["notice"], facts["detail"]) == ("WEBHOOK_OFF", "sms: it answered 500")
    assert claim(server) == []
    clinic.issue()
    clinic.call(clinic.desk(), "2")
    assert fill(server)["made"] == 0
    server.execute(f"select dawr.switch_on_webhook({PRESS}, 'sms')".encode())
    (claimed,) = claim(server)
    assert settle(server, claimed) == "delivered"


def test_a_web_hook_that_fails_is_tried_one_at_a_time_and_one_success_ends_that(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(5)
    for _ in range(5):
        clinic.call(clinic.desk(), "1")
    fill(server)
    first = claim(server, each=2)
    settle(server, first[0], "it answered 500")
    assert claim(server) == []
    clinic.database.pass_time(seconds=10)
    (probe,) = claim(server)
    settle(server, probe)

    assert len(first) == 2
    assert len(claim(server)) == 3


def test_old_rows_are_deleted_in_batches(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(5)
    for _ in range(5):
        clinic.call(clinic.desk(), "1")
    fill(server)
    for claimed in claim(server):
        settle(server, claimed)
    clinic.database.pass_time(days=6)
    assert server.execute("select dawr.sweep_outbox(3)").fetchone() == (0,)
    clinic.database.pass_time(days=1, seconds=5)

    swept = [server.execute("select dawr.sweep_outbox(3)").fetchone() for _ in range(3)]
    assert swept == [(3,), (2,), (0,)]


def test_windows_know_nothing_of_web_hooks(database: Database) -> None:
    calls: list[Callable[[Server], object]] = [
        lambda one: one.execute("select dawr.fill_outbox()"),
        lambda one: one.execute("select dawr.read_webhooks()"),
        lambda one: one.execute("select * from dawr.claim_deliveries(1, 1)"),
        lambda one: one.execute("select secret from dawr.webhook"),
    ]
    for kind in ("kiosk", "staff"):
        with psycopg.connect(database.login(kind), autocommit=True) as one:
            for call in calls:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    call(one)
    KioskDesk(database.login("kiosk")).close()
