"""The kiosk on a real database: what it offers, and exam, appointment and PIN through its login."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import IncorrectPin
from domain.ports import Press, TicketClue
from domain.states import Priority
from domain.tickets import Desk, IssuedTicket
from kiosk.code_page import CodePage
from kiosk.digits_page import DigitsPage
from kiosk.farewell_page import FarewellPage
from kiosk.home_page import HomePage
from kiosk.needs import APPOINTMENT, EXAM, LEAVE, SEE_CLINIC, needs_of
from kiosk.notice_page import NoticePage
from kiosk.patient_page import PatientPage
from kiosk.priority_page import PriorityPage
from kiosk.ticket_page import TicketPage
from storage.answers_routes import pins_of
from storage.kiosk_desk import KioskDesk
from storage.moves_routes import READ_PINS
from storage.staff_desk import StaffDesk
from tests.kiosk.driver import Driver, settings
from tests.kiosk.fakes import FakePort
from tests.kiosk.screens import PORTRAIT
from tests.postgres import Database
from tests.storage.booking import MORNING, Book
from tests.storage.hand import Hand

PATIENT = "28475906123"


@pytest.fixture
def driver(database: Database, qtbot: QtBot) -> Iterator[Driver]:
    """A kiosk with its own login on the demo site."""
    with closing(KioskDesk(database.login("kiosk"))) as port:
        one = Driver(qtbot, cast(FakePort, port), settings(time_zone="Asia/Qatar"), PORTRAIT)
        one.open()
        yield one
        one.close()


@pytest.fixture
def desk(database: Database) -> Iterator[StaffDesk]:
    with closing(StaffDesk(database.login("staff"))) as one:
        yield one


def pin(database: Database, clinic: str) -> str:
    return pins_of(Hand(database, "staff").read(READ_PINS)).pins[clinic]


def other_than(code: str) -> str:
    """A PIN of the same length that is wrong."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


def log_in(driver: Driver, exam: str = "cooks") -> IssuedTicket:
    driver.begin(EXAM)
    driver.choose(exam)
    driver.choose("male")
    driver.scan(PATIENT)
    driver.page(TicketPage)
    return held(driver)


def held(driver: Driver) -> IssuedTicket:
    ticket = driver.window.visit.ticket
    assert ticket is not None
    return ticket


def begin_again(driver: Driver) -> None:
    driver.window.begin_again()
    driver.page(HomePage)


def to_pin(driver: Driver, ticket: IssuedTicket) -> DigitsPage:
    """Name the ticket by the code on it, as a reader types it."""
    driver.begin(LEAVE)
    driver.scan(f"http://127.0.0.1:8765/t/{ticket.token}")
    driver.see("Your ticket was read")
    return driver.page(DigitsPage)


def give(driver: Driver, code: str) -> None:
    """Type a PIN over whatever stands in the field."""
    page = driver.page(DigitsPage)
    for _ in page.keypad.text():
        driver.touch(page.keypad.keys()[9])
    driver.tap(code)
    driver.accept()


def call(desk: StaffDesk, clinic: str) -> None:
    assert desk.call_next(Press(), Desk(None, (clinic,))).clinic == clinic


def test_the_demo_site_offers_all_four(driver: Driver) -> None:
    driver.drain()
    catalogue = driver.port.catalogue()

    assert needs_of(catalogue) == (SEE_CLINIC, APPOINTMENT, EXAM, LEAVE)
    assert catalogue.pin_digits == 2


def test_nothing_is_offered_that_the_database_has_not(driver: Driver, database: Database) -> None:
    driver.drain()
    database.do("delete from slot_schedule")
    database.do("delete from exam_clinic")
    database.do("delete from exam_type")
    database.do("update clinic set pin_required = false")

    assert needs_of(driver.port.catalogue()) == (SEE_CLINIC,)


def test_five_wrong_pins_shut_the_pad_and_another_pin_frees_it(
    driver: Driver, database: Database, desk: StaffDesk
) -> None:
    ticket = log_in(driver)
    begin_again(driver)
    to_pin(driver, ticket)
    give(driver, pin(database, "lab"))
    driver.page(NoticePage)
    driver.see("You have not been called yet")
    begin_again(driver)
    call(desk, "lab")
    to_pin(driver, ticket)
    for left in (4, 3, 2, 1):
        give(driver, other_than(pin(database, "lab")))
        driver.see(f"Tries left: {left}")
    give(driver, other_than(pin(database, "lab")))
    driver.see("No tries left. Please ask the staff")
    assert driver.page(DigitsPage).keypad.is_locked
    begin_again(driver)
    to_pin(driver, ticket)
    give(driver, pin(database, "lab"))
    driver.see("It can be tried again at")

    desk.regenerate_pin(Press(), "lab")
    begin_again(driver)
    to_pin(driver, ticket)
    give(driver, pin(database, "lab"))
    driver.page(TicketPage)

    assert held(driver).clinic in {"int", "ent", "sur"}
    driver.see("Clinic 2 of 4")
    states = database.rows("select state from ticket order by id")
    assert states == [("done",), ("waiting",)]


def test_a_press_that_was_sent_twice_counts_once(
    driver: Driver, database: Database, desk: StaffDesk
) -> None:
    """A lost answer costs no second try, and draws no second number."""
    clue = TicketClue(token=log_in(driver).token)
    driver.drain()
    call(desk, "lab")
    right = pin(database, "lab")
    wrong, leaves = Press(), Press()
    for _ in range(2):
        with pytest.raises(IncorrectPin) as refused:
            driver.port.leave(wrong, clue, other_than(right))
        assert refused.value.facts["attempts_left"] == 4

    first, again = (driver.port.leave(leaves, clue, right) for _ in range(2))

    assert first.next is not None
    assert again.next is not None
    assert first.next.token == again.next.token
    assert database.value("select count(*) from ticket") == 2


def test_a_clinic_out_of_turn_names_the_due_one(driver: Driver) -> None:
    log_in(driver)
    begin_again(driver)
    driver.begin(SEE_CLINIC)
    driver.touch(driver.tile("sur"))
    driver.page(PatientPage)
    driver.scan(PATIENT)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(NoticePage)

    driver.see("Please go to Laboratory first")
    begin_again(driver)
    driver.begin(SEE_CLINIC)
    driver.touch(driver.tile("eye"))
    driver.page(PatientPage)
    driver.scan(PATIENT)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(NoticePage)
    driver.see("This clinic is not part of your exam")


def test_who_logs_in_again_gets_the_ticket_he_holds(driver: Driver) -> None:
    first = log_in(driver)
    begin_again(driver)

    again = log_in(driver)

    assert (again.label, again.token, again.existing) == (first.label, first.token, True)
    driver.see("You already have a number")


def test_a_first_clinic_that_is_shut_is_named(driver: Driver, database: Database) -> None:
    database.do("update clinic set paused = true, paused_reason = 'x' where code = 'lab'")
    driver.begin(EXAM)
    driver.choose("cooks")
    driver.choose("male")
    driver.scan(PATIENT)
    driver.page(NoticePage)

    driver.see("Your next clinic: Laboratory")


def test_an_appointment_checks_in_at_its_time_and_gives_the_same_ticket_again(
    driver: Driver, database: Database
) -> None:
    database.set_clock(MORNING)
    book = Book(database)
    slot = book.slots()[8]
    code = book.book(slot.slot_id, "P-1")
    driver.begin(APPOINTMENT)
    driver.tap(code)
    driver.accept()
    driver.page(NoticePage)
    driver.see("ppointment")
    assert "L-001" not in driver.texts()
    begin_again(driver)

    database.set_clock(slot.starts_at - dt.timedelta(minutes=20))
    driver.begin(APPOINTMENT)
    driver.scan(code.lower())
    driver.page(TicketPage)
    first = held(driver)
    assert (first.label, first.existing) == ("L-001", False)
    begin_again(driver)
    driver.begin(APPOINTMENT)
    driver.scan(f"https://clinic.example/b/{code}")
    driver.page(TicketPage)

    assert held(driver).token == first.token
    driver.see("You already have a number")


def test_a_code_nobody_has_stays_in_the_field(driver: Driver) -> None:
    driver.begin(APPOINTMENT)
    driver.tap("ABCDEFGH")
    driver.accept()

    driver.see("We cannot find it. Please check the code")
    assert driver.page(CodePage).pad.text() == "ABCDEFGH"


def test_off_a_route_the_pin_is_the_end(
    driver: Driver, database: Database, desk: StaffDesk
) -> None:
    driver.begin(SEE_CLINIC)
    driver.touch(driver.tile("eye"))
    driver.touch(driver.page(PatientPage).skip)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(TicketPage)
    begin_again(driver)
    call(desk, "eye")
    driver.begin(LEAVE)
    driver.choose("eye")
    driver.tap("1")
    driver.accept()
    give(driver, pin(database, "eye"))
    driver.page(FarewellPage)

    driver.see("Thank you. You have finished here")
