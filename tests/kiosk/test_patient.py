"""Who the patient is: typed on the pad, read from a card, or not said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from domain.states import Priority
from kiosk.home_page import HomePage
from kiosk.patient_page import PatientPage
from kiosk.priority_page import PriorityPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener


def finish(driver: Driver) -> str | None:
    """Go on to the ticket; answers who it was asked for."""
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(TicketPage)
    return driver.port.issued[-1][1].patient


def type_on_pad(driver: Driver, digits: str) -> None:
    keys = driver.page(PatientPage).keypad.keys()
    for digit in digits:
        driver.touch(keys[9 + 1] if digit == "0" else keys[int(digit) - 1])


def accept(driver: Driver) -> None:
    driver.touch(driver.page(PatientPage).keypad.keys()[-1])


def test_a_number_typed_on_the_screen_is_sent(kiosk: Opener) -> None:
    driver = kiosk()
    driver.to_patient()
    type_on_pad(driver, "10203")
    driver.see("1020 3")
    accept(driver)

    assert finish(driver) == "10203"


def test_erase_takes_back_the_last_digit(kiosk: Opener) -> None:
    driver = kiosk()
    page = driver.to_patient()
    type_on_pad(driver, "28475")
    driver.touch(page.keypad.keys()[9])
    accept(driver)

    assert finish(driver) == "2847"


def test_skip_sends_no_number_even_if_some_digits_were_typed(kiosk: Opener) -> None:
    driver = kiosk()
    page = driver.to_patient()
    type_on_pad(driver, "28475")
    driver.touch(page.skip)

    assert finish(driver) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [("ar", "الرقم غير مكتمل"), ("en", "The number is not complete"), ("th", "เลขยังไม่ครบ")],
)
def test_too_short_a_number_is_said_and_kept(kiosk: Opener, language: str, words: str) -> None:
    driver = kiosk()
    page = driver.to_patient(language)
    type_on_pad(driver, "284")
    accept(driver)

    driver.see(words)
    assert page.keypad.text() == "284"
    type_on_pad(driver, "7")
    assert words not in driver.texts()


@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_the_pad_never_turns_round(kiosk: Opener, language: str) -> None:
    driver = kiosk()
    keys = driver.to_patient(language).keypad.keys()
    one, two, three = (driver.place(key).x() for key in keys[:3])
    erase, accept_key = driver.place(keys[9]), driver.place(keys[11])

    assert one < two < three
    assert erase.x() < accept_key.x()
    assert [key.text() for key in keys[:9]] == list("123456789")


@pytest.mark.parametrize("card", ["28475906123", "AB_12-cd", "QA7"])
def test_a_card_that_is_read_goes_on_by_itself(kiosk: Opener, card: str) -> None:
    driver = kiosk()
    driver.to_patient()

    driver.type(card)
    driver.press(Qt.Key.Key_Return)

    assert finish(driver) == card


def test_a_card_replaces_what_was_typed(kiosk: Opener) -> None:
    driver = kiosk()
    driver.to_patient()
    type_on_pad(driver, "999")

    driver.type("28475")
    driver.press(Qt.Key.Key_Enter)

    assert finish(driver) == "28475"


@pytest.mark.parametrize("card", ["12/34", "a b c", "x" * 65])
def test_a_card_that_is_no_identifier_is_said_to_be_unreadable(kiosk: Opener, card: str) -> None:
    driver = kiosk()
    page = driver.to_patient()

    driver.type(card)
    driver.press(Qt.Key.Key_Return)

    driver.see("This card could not be read. Please type the number")
    assert driver.window.page is page


def test_a_card_read_on_another_screen_does_nothing(kiosk: Opener) -> None:
    driver = kiosk()
    driver.type("28475")
    driver.press(Qt.Key.Key_Return)
    assert isinstance(driver.window.page, HomePage)
    driver.to_patient()
    driver.press(Qt.Key.Key_Return)

    assert isinstance(driver.window.page, PatientPage), "the keys of before are not kept"


def test_the_word_on_privacy_says_the_sites_days(kiosk: Opener) -> None:
    driver = kiosk(patient_kept_days=7)
    driver.to_patient()

    driver.see("Only staff see it. Erased after 7 days")
