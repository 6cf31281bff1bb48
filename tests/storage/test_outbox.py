"""The outbox in the database: what becomes a notice, once; when it is due again, dead, gone."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from domain.ports import Press
from storage.kiosk_desk import KioskDesk
from tests.postgres import Database
from tests.storage.conftest import ClinicFixture, at_once

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


def later(database: Database, **by: float) -> None:
    database.do("update test_clock set shift = shift + %s", [dt.timedelta(**by)])


def test_what_happens_becomes_notices_once(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server)
    clinic.issue(5)
    assert fill(server) == {"webhooks": 1, "made": 3, "more": False, "due_in_s": 0}
    desk = clinic.desk()
    call = clinic.call(desk, "1")
    assert call is not None
    desk.recall(Press(), call.ticket_id)
    desk.start_service(Press(), call.ticket_id)
    desk.finish(Press(), call.ticket_id)
    fill(server)
    assert fill(server)["made"] == 0

    assert told(clinic.database) == [
        ("YOUR_TURN", "L-001"), ("YOUR_TURN", "L-001"), ("IN_SERVICE", "L-001"),
        ("COMPLETED", "L-001"), ("NEXT_IN_LINE", "L-001"), ("NEAR_TURN", "L-002"),
        ("ALMOST_READY", "L-003"), ("NEXT_IN_LINE", "L-002"), ("NEAR_TURN", "L-003"),
        ("ALMOST_READY", "L-004"),
    ]  # fmt: skip


def test_a_ticket_that_another_goes_on_in_says_where_to_go(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "NEXT_CLINIC", "COMPLETED")
    ticket = clinic.issue()[0]
    clinic.desk().transfer(Press(), ticket.ticket_id, "eye", keep_arrival=True, reason=None)
    fill(server)

    assert told(clinic.database) == [("NEXT_CLINIC", "E-001")]


def test_a_notice_tells_the_mobile_and_the_link_but_no_name_and_no_id(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server)
    mine = clinic.issue(patient="P-77", name="Huda Ali", mobile="+97455512345")[0]
    clinic.call(clinic.desk(), "1")
    fill(server)

    (payload,) = clinic.database.rows("select payload from outbox where kind = 'YOUR_TURN'")[0]
    assert payload["mobile"] == "+97455512345"
    assert payload["link"] == f"/t/{mine.token}"
    assert (payload["site"], payload["clinic"], payload["room"]) == ("demo", "lab", "1")
    assert "Huda" not in json.dumps(payload)
    assert "P-77" not in json.dumps(payload)
    for claimed in claim(server):
        settle(server, claimed)
    left = clinic.database.rows("select payload from outbox where delivered_at is not null")
    assert left
    assert not any({"mobile", "link"} & one.keys() for (one,) in left)


def test_a_web_hook_hears_what_it_wants_from_its_making_on(
    clinic: ClinicFixture, server: Server
) -> None:
    clinic.issue(2)
    make_hook(server, "calls", "YOUR_TURN")
    clinic.call(clinic.desk(), "1")
    make_hook(server, "late")  # what was called before is not in the outbox yet
    clinic.call(clinic.desk("Desk 2"), "2")
    fill(server)

    rows = clinic.database.rows(
        "select w.name, o.kind, o.payload ->> 'ticket' from outbox o join webhook w"
        " on w.id = o.webhook_id order by 1, 2, 3"
    )
    assert rows == [
        ("calls", "YOUR_TURN", "L-001"), ("calls", "YOUR_TURN", "L-002"),
        ("late", "YOUR_TURN", "L-002"),
    ]  # fmt: skip


def test_without_web_hooks_nothing_is_written(clinic: ClinicFixture, server: Server) -> None:
    clinic.issue(3)

    assert fill(server)["webhooks"] == 0
    assert clinic.database.value("select count(*) from outbox_cursor") == 0


def test_a_long_log_is_turned_into_notices_page_by_page(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(7)
    for _ in range(7):
        clinic.call(clinic.desk(), "1")
    pages = 1
    while fill(server, 4)["more"]:
        pages += 1

    assert pages == 5  # 7 numbers, 7 calls, 6 ends
    assert told(clinic.database) == [("YOUR_TURN", one) for one in clinic.labels(1, 7)]


def test_rows_and_cursor_come_and_go_together(clinic: ClinicFixture, server: Server) -> None:
    """A server that dies before its commit leaves everything for the next one."""
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue()
    clinic.call(clinic.desk(), "1")
    with psycopg.connect(clinic.database.login("server")) as dying:
        dying.execute("select dawr.fill_outbox()")
        assert fill(server)["made"] == 0  # another server is at it and is not waited for
        dying.rollback()

    assert clinic.database.value("select count(*) from outbox") == 0
    assert fill(server)["made"] == 1


def test_an_event_is_one_notice_even_if_the_cursor_went_back(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue()
    clinic.call(clinic.desk(), "1")
    fill(server)
    clinic.database.do("update outbox_cursor set position = 0")

    assert fill(server)["made"] == 0


def test_many_servers_fill_at_once_while_numbers_are_called(
    clinic: ClinicFixture, server: Server
) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue(30)
    over = threading.Event()

    def work() -> None:
        with psycopg.connect(clinic.database.login("server"), autocommit=True) as one:
            while not over.is_set():
                one.execute("select dawr.fill_outbox(5)")

    fillers = [threading.Thread(target=work) for _ in range(3)]
    for one in fillers:
        one.start()
    desk = clinic.desk()
    for _ in range(30):
        clinic.call(desk, "1")
    over.set()
    for one in fillers:
        one.join()
    while fill(server)["more"]:
        pass

    assert told(clinic.database) == [("YOUR_TURN", one) for one in clinic.labels(1, 30)]


def one_notice(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server, "sms", "YOUR_TURN")
    clinic.issue()
    clinic.call(clinic.desk(), "1")
    fill(server)


def test_a_claim_is_nobody_elses_for_its_lease_and_due_again_after_it(
    clinic: ClinicFixture, server: Server
) -> None:
    one_notice(clinic, server)
    first = claim(server)
    assert claim(server) == []
    later(clinic.database, seconds=59)
    assert claim(server) == []
    later(clinic.database, seconds=2)
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
            later(clinic.database, seconds=max(wait, rest) + 1)

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
    later(clinic.database, days=1, seconds=1)
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
    later(clinic.database, seconds=30)
    (claimed,) = claim(server)
    settle(server, claimed, "it answered 500")
    later(clinic.database, hours=1)

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
    later(clinic.database, seconds=10)
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
    later(clinic.database, days=6)
    assert server.execute("select dawr.sweep_outbox(3)").fetchone() == (0,)
    later(clinic.database, days=1, seconds=5)

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
