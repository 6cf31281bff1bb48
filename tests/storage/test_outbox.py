"""What becomes a notice, once, whoever fills the outbox and however it dies."""

from __future__ import annotations

import json
import threading

import psycopg

from domain.ports import Press
from tests.storage.conftest import ClinicFixture
from tests.storage.outbox import (
    Server,
    claim,
    fill,
    make_hook,
    server,
    settle,
    told,
)

__all__ = ["server"]


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
