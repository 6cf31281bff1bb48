"""Where a letter about a ticket is sent: never to what a stranger once said of its patient."""

from __future__ import annotations

import json
from typing import Any

import pytest

from domain.errors import AlreadyWaiting, Busy
from storage import moves, slots
from storage.moves import TicketRef
from tests.postgres import Database
from tests.storage.booking import MINUTE, MORNING, Book
from tests.storage.conftest import ClinicFixture
from tests.storage.hand import Hand, staff
from tests.storage.outbox import Server, fill, make_hook, server
from tests.storage.walker import Walker

__all__ = ["server"]

MINE, OTHER, STRANGERS = "+97455512345", "+97455567890", "+97455500666"


def draw(database: Database, scope: str = "patient", clinic: str = "lab", **given: Any) -> str:
    """A ticket of P-1; answers its token."""
    told = Hand(database, scope).press(
        moves.ISSUE_TICKET, None, clinic=clinic, patient="P-1", party_size=1, **given
    )
    return str(told.answer["token"])


def strangers_visit(database: Database) -> None:
    """Somebody is the first to say P-1, leaves his own mobile, and gives up his place."""
    token = draw(database, clinic="eye", mobile=STRANGERS)
    Hand(database).press(moves.CANCEL, TicketRef(token=token))


def sent_to(database: Database, server: Server, clinic: str = "lab") -> str | None:
    """Call the next patient of the clinic; answers where the letter about it goes."""
    label = staff(database).press(moves.CALL_NEXT, clinics=[clinic]).answer["label"]
    fill(server)
    found: str | None = database.value(
        "select payload ->> 'mobile' from outbox"
        " where kind = 'YOUR_TURN' and payload ->> 'ticket' = %s",
        [label],
    )
    return found


def stored(database: Database) -> list[list[str]]:
    return [row[0] for row in database.rows("select mobiles from patient order by id")]


def test_a_stranger_who_says_an_id_first_hears_nothing_of_its_patient(
    database: Database, server: Server
) -> None:
    make_hook(server)
    strangers_visit(database)
    draw(database, "kiosk")
    draw(database, clinic="xr", mobile=MINE)

    assert sent_to(database, server, "lab") is None
    assert sent_to(database, server, "xr") == MINE
    assert stored(database) == [[]]


def test_each_ticket_has_the_mobile_that_was_given_for_it(
    database: Database, server: Server
) -> None:
    make_hook(server)
    draw(database, mobile=MINE)
    draw(database, clinic="xr", mobile=OTHER)

    assert sent_to(database, server, "lab") == MINE
    assert sent_to(database, server, "xr") == OTHER


@pytest.mark.parametrize("scope", ["staff", "kiosk"])
def test_a_ticket_without_one_has_what_staff_or_a_kiosk_wrote_down(
    database: Database, server: Server, scope: str
) -> None:
    make_hook(server)
    draw(database, scope, "eye", mobile=MINE)
    draw(database)

    assert stored(database) == [[MINE]]
    assert sent_to(database, server) == MINE


def test_the_last_that_staff_wrote_down_counts(database: Database, server: Server) -> None:
    make_hook(server)
    strangers_visit(database)
    draw(database, "staff", "xr", mobile=MINE)
    draw(database, "staff", "bio", mobile=OTHER)
    draw(database)

    assert stored(database) == [[MINE, OTHER]]
    assert sent_to(database, server) == OTHER


def test_a_transferred_ticket_keeps_its_mobile(clinic: ClinicFixture, server: Server) -> None:
    make_hook(server)
    token = draw(clinic.database, mobile=MINE)
    staff(clinic.database).press(
        moves.TRANSFER, TicketRef(token=token), destination="eye", keep_arrival=True
    )

    assert sent_to(clinic.database, server, "eye") == MINE


def test_a_route_goes_on_with_the_mobile_of_the_ticket_before(
    database: Database, server: Server
) -> None:
    make_hook(server)
    strangers_visit(database)
    walker = Walker(database)
    walker.log_in()
    draw(database, holder=walker.token, mobile=MINE)
    walker.visit_next()

    assert sent_to(database, server, walker.route()["due"]) == MINE


def test_a_check_in_brings_the_mobile_of_its_appointment(book: Book, server: Server) -> None:
    make_hook(server)
    strangers_visit(book.database)
    code = book.book(book.slots()[0].slot_id, "P-1", mobile=MINE)
    book.database.set_clock(MORNING + 20 * MINUTE)
    book.check_in(code)

    assert sent_to(book.database, server) == MINE


def test_what_a_stranger_books_with_is_not_the_patients(book: Book, server: Server) -> None:
    """His hold makes P-1 known; a kiosk's confirming it does not make the mobile P-1's."""
    make_hook(server)
    first, second = (one.slot_id for one in book.slots()[:2])
    book.book(first, "P-1", name="Mallory", mobile=STRANGERS)
    held = book.hold(second, "P-2", mobile=STRANGERS)
    kiosk = moves.Pressed(scope="kiosk", actor="Hall")
    book.move(slots.CONFIRM_BOOKING, kiosk, hold=held, name="Huda")
    draw(book.database, "kiosk")

    assert stored(book.database) == [[], []]
    assert sent_to(book.database, server) is None


def test_a_kiosk_that_confirms_may_write_down_the_mobile(book: Book) -> None:
    held = book.hold(book.slots()[0].slot_id, "P-1")
    kiosk = moves.Pressed(scope="kiosk", actor="Hall")
    book.move(slots.CONFIRM_BOOKING, kiosk, hold=held, name="Huda", mobile=MINE)

    assert stored(book.database) == [[MINE]]


def test_whoever_holds_the_ticket_may_give_another_mobile_and_a_stranger_may_not(
    database: Database, server: Server
) -> None:
    make_hook(server)
    token = draw(database, mobile=MINE)
    assert draw(database, holder=token, mobile=OTHER) == token
    assert draw(database, holder=token) == token
    with pytest.raises(AlreadyWaiting):
        draw(database, mobile=STRANGERS)

    assert sent_to(database, server) == OTHER


def test_another_mobile_for_a_ticket_being_called_is_asked_for_again(clinic: ClinicFixture) -> None:
    """The ticket's row is not waited for while its head is held: a call locks them in turn."""
    token = draw(clinic.database, mobile=MINE)
    with clinic.rival_holding("L-001"), pytest.raises(Busy):
        draw(clinic.database, holder=token, mobile=OTHER)

    draw(clinic.database, holder=token, mobile=OTHER)
    assert clinic.database.value("select mobile from ticket") == OTHER


def test_the_mobile_is_in_no_event_and_in_no_answer(database: Database, server: Server) -> None:
    told = Hand(database).press(
        moves.ISSUE_TICKET, clinic="lab", patient="P-1", party_size=1, mobile=MINE
    )
    moved = staff(database).press(
        moves.TRANSFER, TicketRef(token=told.answer["token"]), destination="eye", keep_arrival=True
    )
    phone = Hand(database).read("select dawr.read_phone(%(t)s)", t=moved.answer["token"])
    events = database.value("select jsonb_agg(to_jsonb(e)) from event e")

    assert MINE not in json.dumps([told.answer, moved.answer, phone, events], default=str)
    assert database.rows("select mobile from ticket") == [(MINE,), (MINE,)]
