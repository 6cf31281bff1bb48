"""Personal data is erased when the site's time for it is over; the anonymous times stay."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading

import psycopg
import pytest
from psycopg import sql

from domain.ports import Press
from domain.tickets import Desk, IssuedTicket, TicketRequest
from storage.chores import Chores
from tests.postgres import Database
from tests.storage.booking import DAY, MINUTE, MORNING, Book
from tests.storage.conftest import ClinicFixture

ERASE = "select dawr.erase_personal_data()"
PERSONAL = ("Mariam", "+97455501234", "QID-28463", "brother of Salem", "encounter-77", "slot-88")
TIMES = "select arrived_at, called_at, started_at, ended_at, state, source, priority from ticket"


def a_visit(clinic: ClinicFixture) -> IssuedTicket:
    """Mariam's visit with all that may be written down of her, from the door to done."""
    desk, room = clinic.desk(), Desk("1", ("lab",))
    ticket = desk.register_walk_in(
        Press(),
        TicketRequest("lab", patient="QID-28463", name="Mariam", mobile="+97455501234"),
    )
    desk.add_note(Press(), ticket.ticket_id, "brother of Salem")
    desk.hold(Press(), ticket.ticket_id, "Mariam is fasting")
    desk.resume(Press(), ticket.ticket_id)
    desk.call_chosen(Press(), room, ticket.ticket_id, "Mariam is unwell")
    desk.start_service(Press(), ticket.ticket_id)
    desk.desk_list(room)
    desk.finish(Press(), ticket.ticket_id)
    clinic.database.do(
        "update ticket set encounter_ref = 'encounter-77', appointment_ref = 'slot-88'"
    )
    return ticket


def days_later(database: Database, days: int) -> None:
    now = database.value("select dawr.now()")
    database.set_clock(now + dt.timedelta(days=days))


def erase(database: Database, at_most: int = 500) -> int:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        row = server.execute("select dawr.erase_personal_data(%s)", [at_most]).fetchone()
    assert row is not None
    return int(row[0])


def everything(database: Database) -> str:
    """Every row of every table."""
    tables = database.rows("select tablename from pg_tables where schemaname = 'dawr'")
    with database.admin() as admin:
        return "\n".join(
            str(
                admin.execute(
                    sql.SQL("select to_jsonb(x) from {} x").format(sql.Identifier(name))
                ).fetchall()
            )
            for (name,) in tables
        )


def test_nothing_personal_is_left_and_the_times_are(clinic: ClinicFixture) -> None:
    a_visit(clinic)
    clinic.database.do("delete from idempotency")  # kept for a day only
    times = clinic.database.rows(TIMES)
    assert [word for word in PERSONAL if word in everything(clinic.database)] == [*PERSONAL]
    days_later(clinic.database, 31)

    assert erase(clinic.database) > 0

    assert [word for word in PERSONAL if word in everything(clinic.database)] == []
    assert clinic.database.rows(TIMES) == times
    assert erase(clinic.database) == 0


@pytest.mark.parametrize(("kept", "days"), [("30 days", 29), ("90 days", 89)])
def test_nothing_is_erased_before_its_time(clinic: ClinicFixture, kept: str, days: int) -> None:
    a_visit(clinic)
    clinic.database.do("update site set personal_data_kept = %s::text::interval", [kept])
    days_later(clinic.database, days)

    assert erase(clinic.database) == 0


def test_who_came_again_is_known_and_his_old_visit_is_nobodys(clinic: ClinicFixture) -> None:
    old = a_visit(clinic)
    days_later(clinic.database, 31)
    new = clinic.issue(1, patient="QID-28463")[0]

    erase(clinic.database)

    assert clinic.database.value("select name from patient") == "Mariam"
    assert clinic.database.rows("select id, patient_id is null from ticket order by id") == [
        (old.ticket_id, True),
        (new.ticket_id, False),
    ]


def test_it_goes_in_batches(clinic: ClinicFixture) -> None:
    for number in range(5):
        clinic.issue(1, patient=f"A-{number}", name="Mariam")
    days_later(clinic.database, 31)

    erased = [erase(clinic.database, 2) for _ in range(4)]

    assert erased == [4, 4, 2, 0]
    assert clinic.database.value("select count(*) from patient_identifier") == 0


def test_who_comes_again_while_he_is_erased_is_a_new_patient(clinic: ClinicFixture) -> None:
    a_visit(clinic)
    days_later(clinic.database, 31)
    drawn: list[IssuedTicket] = []
    with psycopg.connect(clinic.database.login("server")) as server:
        server.execute(ERASE.encode())
        press = threading.Thread(target=lambda: drawn.extend(clinic.issue(1, patient="QID-28463")))
        press.start()
        clinic.database.until_waiting_for_lock("dawr kiosk")
        server.commit()
        press.join()

    assert [ticket.existing for ticket in drawn] == [False]
    assert clinic.database.rows("select name from patient") == [(None,)]


def test_who_is_just_taking_a_number_is_passed_over(clinic: ClinicFixture) -> None:
    a_visit(clinic)
    days_later(clinic.database, 31)
    again = "select dawr.issue_ticket(null::dawr.press, 'lab', 'QID-28463')"
    with psycopg.connect(clinic.database.login("kiosk")) as kiosk:
        kiosk.execute(again.encode())
        erase(clinic.database)
        kiosk.commit()

    assert clinic.database.value("select name from patient") == "Mariam"
    assert clinic.database.value("select count(*) from ticket where patient_id is not null") == 1


def test_the_servers_check_does_it(clinic: ClinicFixture) -> None:
    a_visit(clinic)
    days_later(clinic.database, 31)

    async def check() -> None:
        chores = Chores(clinic.database.login("server"))
        await chores.erase_personal_data()
        await chores.close()

    asyncio.run(check())

    assert clinic.database.value("select count(*) from patient") == 0


def test_appointments_and_holds_lose_their_patients_too(book: Book) -> None:
    """Mariam held, booked and called off; a month after the appointment nothing of her is left."""
    slots = book.slots()
    book.release(book.hold(slots[0].slot_id, "QID-28463", address="10.0.0.7"))
    code = book.book(slots[1].slot_id, "QID-28463", name="Mariam", mobile="+97455501234")
    book.cancel(code)
    book.book(slots[2].slot_id, "QID-28463", name="Mariam")
    book.database.do("delete from idempotency")
    days_later(book.database, 31)

    assert erase(book.database) > 0

    personal = [*PERSONAL, "10.0.0.7"]
    assert [word for word in personal if word in everything(book.database)] == []
    assert book.database.rows("select state, patient_id from booking order by id") == [
        ("cancelled", None),
        ("booked", None),
    ]
    assert book.database.value("select count(*) from patient") == 0
    assert erase(book.database) == 0


def test_a_patient_whose_appointment_is_to_come_stays(book: Book) -> None:
    """Booked long before: what counts is when the appointment was, not when it was made."""
    book.database.do("update site set personal_data_kept = '7 days'")
    far = book.slots(DAY + dt.timedelta(days=30))[0]
    code = book.book(far.slot_id, "QID-28463", name="Mariam")
    days_later(book.database, 20)
    assert erase(book.database) > 0  # the hold of then
    assert erase(book.database) == 0
    days_later(book.database, 10)

    assert book.check_in(code)["patient"] == "QID-28463"
    assert book.database.value("select name from patient") == "Mariam"


def test_a_patient_who_holds_a_slot_stays(book: Book) -> None:
    book.database.do("update site set personal_data_kept = '1 minute'")
    slots = book.slots()
    book.release(book.hold(slots[0].slot_id, "QID-28463"))
    book.database.set_clock(MORNING + 8 * MINUTE)
    hold = book.hold(slots[1].slot_id, "QID-28463")
    book.database.set_clock(MORNING + 17 * MINUTE)

    erase(book.database)

    assert book.database.value("select count(*) from patient") == 1
    book.confirm(hold)
