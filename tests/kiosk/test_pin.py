"""Leaving a clinic: which ticket, the PIN in dots, tries left, and what comes next."""

from __future__ import annotations

import datetime as dt
import gc
from dataclasses import replace

import pytest

from domain.errors import (
    Busy,
    IncorrectPin,
    PinLocked,
    Refusal,
    StoreAway,
    TicketNotFound,
    WrongState,
)
from domain.ports import Left, TicketClue
from kiosk.choices_page import ChoicesPage
from kiosk.digits_page import DigitsPage
from kiosk.farewell_page import FarewellPage
from kiosk.home_page import HomePage
from kiosk.needs import LEAVE, Step
from kiosk.notice_page import BusyPage, NoticePage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, FakePrinter, clinic, clinics, everything, route, ticket

TOKEN = "3f9ac1d27be84c55a1"


@pytest.fixture
def port() -> FakePort:
    return FakePort(everything())


def plain(driver: Driver) -> str:
    return driver.texts().replace("\u200b", "").replace("\u00a0", " ")


def to_pin(driver: Driver, language: str = "en", number: str = "31") -> DigitsPage:
    """Up to the PIN, by touching the laboratory and typing the number."""
    driver.begin(LEAVE, language)
    driver.choose("lab")
    driver.tap(number)
    driver.accept()
    driver.qtbot.waitUntil(lambda: driver.window.visit.step is Step.PIN)
    return driver.page(DigitsPage)


def leave(driver: Driver, language: str = "en", pin: str = "47") -> None:
    to_pin(driver, language)
    driver.tap(pin)
    driver.accept()


def test_a_ticket_is_named_by_its_clinic_and_number(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    leave(driver)
    driver.page(FarewellPage)

    assert [asked[1:] for asked in port.left] == [(TicketClue(clinic="lab", number=31), "47")]


@pytest.mark.parametrize("read", [TOKEN, f"http://192.168.10.20:8765/t/{TOKEN}"])
@pytest.mark.parametrize("after_clinic", [False, True])
def test_a_ticket_is_named_by_the_code_on_it(
    kiosk: Opener, port: FakePort, read: str, after_clinic: bool
) -> None:
    driver = kiosk(port)
    driver.begin(LEAVE)
    if after_clinic:
        driver.choose("eye")
    driver.scan(read)
    driver.see("Your ticket was read")
    driver.tap("47")
    driver.accept()
    driver.page(FarewellPage)

    assert [asked[1:] for asked in port.left] == [(TicketClue(token=TOKEN), "47")]


def test_only_clinics_that_ask_for_a_pin_are_offered(kiosk: Opener, port: FakePort) -> None:
    asks = (clinic("eye", pin_required=True), *clinics()[:2])
    port.catalogue_now = replace(port.catalogue_now, clinics=asks)
    page = kiosk(port).begin(LEAVE)

    assert isinstance(page, ChoicesPage)
    assert [tile.text() for tile in page.tiles] == ["Eyes"]


def test_the_number_is_shown_back_as_it_stands_on_the_ticket(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    driver.begin(LEAVE, "ar")
    driver.choose("lab")
    driver.tap("31")

    driver.see("L-031")


@pytest.mark.parametrize(
    ("language", "title", "wrong"),
    [
        ("ar", "أدخل رمز العيادة المكوّن من رقمين", "الرمز غير صحيح. المحاولات الباقية: 3"),
        ("en", "Enter the clinic's two-digit PIN", "Wrong PIN. Tries left: 3"),
        ("th", "ใส่รหัสคลินิก 2 หลัก", "รหัสไม่ถูกต้อง เหลืออีก 3 ครั้ง"),
    ],
)
def test_a_wrong_pin_says_the_tries_left_and_keeps_its_digits(
    kiosk: Opener, port: FakePort, language: str, title: str, wrong: str
) -> None:
    port.answers = [IncorrectPin(attempts_left=3)]
    driver = kiosk(port)
    leave(driver, language)
    driver.qtbot.waitUntil(lambda: wrong in plain(driver))

    assert title in plain(driver)
    page = driver.page(DigitsPage)
    assert page.keypad.text() == "47"
    assert page.keypad.entry.shown() == "••", "no digit can be read over the shoulder"
    driver.touch(page.keypad.keys()[9])
    driver.tap("8")
    driver.accept()
    driver.page(FarewellPage)
    assert [pin for _, _, pin in port.left] == ["47", "48"]
    assert len({press.key for press, _, _ in port.left}) == 2, "each try is a press of its own"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (IncorrectPin(attempts_left=0), ("No tries left. Please ask the staff",)),
        (
            PinLocked(until=dt.datetime(2026, 3, 4, 8, 15, tzinfo=dt.UTC), retry_after_s=600),
            ("No tries left. Please ask the staff", "It can be tried again at 11:15"),
        ),
        (PinLocked(retry_after_s=600), ("It can be tried again at",)),
        (PinLocked(), ("No tries left. Please ask the staff",)),
    ],
)
def test_without_tries_the_pad_is_shut_and_says_until_when(
    kiosk: Opener, port: FakePort, refusal: Refusal, words: tuple[str, ...]
) -> None:
    port.answers = [refusal]
    driver = kiosk(port, time_zone="Asia/Qatar")
    leave(driver)
    driver.see(words[0])

    assert all(each in plain(driver) for each in words)
    page = driver.page(DigitsPage)
    assert page.keypad.is_locked
    assert len(port.left) == 1


def test_the_right_pin_of_a_route_draws_and_prints_the_next_number(
    kiosk: Opener, port: FakePort
) -> None:
    drawn = ticket("eye", label="E-002", number=2)
    port.answers = [Left("lab", "L-031", drawn, route(3))]
    printer = FakePrinter()
    driver = kiosk(port, printer=printer)
    leave(driver)
    driver.page(TicketPage)

    driver.see("Thank you. Next clinic: Eyes")
    driver.see("E-002")
    driver.see("Clinic 4 of 10")
    driver.qtbot.waitUntil(lambda: printer.printed == [("E-002", "en")])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Left("lab", "L-031", None, None), "Thank you. You have finished here"),
        (Left("der", "K-031", None, route(10)), "Your exam is complete. Thank you"),
        (
            Left("lab", "L-031", None, route(3, entered=False)),
            "Thank you. Next clinic: Eyes",
        ),
    ],
    ids=["no route", "route over", "next is shut"],
)
def test_without_a_next_number_it_is_said_how_it_stands(
    kiosk: Opener, port: FakePort, answer: Left, words: str
) -> None:
    port.answers = [answer]
    driver = kiosk(port)
    leave(driver)
    driver.page(FarewellPage)

    driver.see(words)


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (TicketNotFound(), "We cannot find this ticket today"),
        (WrongState(state="WAITING", by=None, at=None), "You have not been called yet"),
        (WrongState(state="DONE", by=None, at=None), "This ticket is over already"),
        (Refusal(), "This cannot be done here right now"),
    ],
)
def test_a_ticket_that_cannot_be_left_says_why(
    kiosk: Opener, port: FakePort, refusal: Refusal, words: str
) -> None:
    port.answers = [refusal]
    driver = kiosk(port)
    leave(driver)
    page = driver.page(NoticePage)

    assert words in plain(driver)
    driver.touch(page.again_button)
    driver.page(ChoicesPage)
    assert driver.window.visit.step is Step.LEAVING


def test_the_pin_is_as_long_as_the_site_says(kiosk: Opener, port: FakePort) -> None:
    port.catalogue_now = replace(port.catalogue_now, pin_digits=4)
    driver = kiosk(port)
    to_pin(driver)

    driver.see("Enter the clinic's PIN. It has 4 digits")
    driver.tap("123")
    driver.accept()
    driver.see("The PIN is not complete")
    driver.tap("45")
    driver.accept()
    driver.page(FarewellPage)
    assert [pin for _, _, pin in port.left] == ["1234"]


def test_a_lost_answer_counts_one_try(kiosk: Opener, port: FakePort) -> None:
    port.answers = [StoreAway(), StoreAway()]
    driver = kiosk(port, retry_s=0.02)
    leave(driver)
    driver.page(FarewellPage)

    assert len(port.left) == 3
    assert len({press.key for press, _, _ in port.left}) == 1


def test_back_leads_from_the_pin_to_the_number_and_the_clinic(
    kiosk: Opener, port: FakePort
) -> None:
    driver = kiosk(port)
    to_pin(driver)
    seen = []
    while driver.window.visit.step is not Step.NEED:
        seen.append(driver.window.visit.step)
        driver.window.visit.go_back()

    assert seen == [Step.PIN, Step.NUMBER, Step.LEAVING]


def test_a_pin_typed_is_nowhere_in_the_visit_after_it(kiosk: Opener, port: FakePort) -> None:
    port.answers = [Busy(retry_after_s=60)]
    driver = kiosk(port)
    leave(driver)
    driver.page(BusyPage)

    driver.window.begin_again()
    driver.page(HomePage)
    visit = driver.window.visit
    assert (visit.typed, visit.answers.leaving, visit.left) == ("", None, None)
    port.left.clear()
    driver.qtbot.wait(1)
    gc.collect()
    assert [each for each in gc.get_objects() if isinstance(each, TicketClue)] == []


def test_a_goodbye_stays_while_the_database_is_away(kiosk: Opener, port: FakePort) -> None:
    """As a ticket does: what is done is done, whoever can be reached now."""
    driver = kiosk(port, check_s=0.1)
    leave(driver)
    driver.page(FarewellPage)
    port.away = StoreAway()
    asked = port.asked

    driver.qtbot.waitUntil(lambda: port.asked > asked)
    driver.drain()

    assert isinstance(driver.window.page, FarewellPage)
