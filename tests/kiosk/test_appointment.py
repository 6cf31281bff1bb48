"""My appointment: its code typed on the pad or read from paper or phone, and what may be wrong."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QSize

from domain.errors import BookingNotFound, Busy, OutsideCheckInWindow, Refusal, StoreAway
from kiosk.code_page import CodePage
from kiosk.home_page import HomePage
from kiosk.needs import APPOINTMENT
from kiosk.notice_page import BusyPage, NoticePage
from kiosk.readings import appointment, identifier, ticket_token
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, everything, ticket, today_at
from tests.kiosk.screens import LANDSCAPE, PORTRAIT

CODE = "AB7KQ2XW"


@pytest.fixture
def port() -> FakePort:
    return FakePort(everything())


def plain(driver: Driver) -> str:
    return driver.texts().replace("\u200b", "").replace("\u00a0", " ")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ar", "أدخل رمز الموعد أو مرّره على القارئ"),
        ("en", "Enter or scan your appointment code"),
        ("th", "ใส่หรือสแกนรหัสนัดหมาย"),
    ],
)
def test_a_code_typed_on_the_pad_checks_in(
    kiosk: Opener, port: FakePort, language: str, title: str, size: QSize
) -> None:
    driver = kiosk(port, size=size)
    driver.begin(APPOINTMENT, language)
    assert title in plain(driver)

    driver.tap(CODE)
    driver.see("AB7K Q2XW")
    driver.accept()
    driver.page(TicketPage)

    driver.see("E-007")
    assert [code for _, code in port.checked_in] == [CODE]


@pytest.mark.parametrize(
    "read", [CODE, "ab7kq2xw", "AB7K-Q2XW", f"https://clinic.example/b/{CODE}?from=mail"]
)
def test_a_code_read_by_the_reader_goes_on_by_itself(
    kiosk: Opener, port: FakePort, read: str
) -> None:
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.scan(read)
    driver.page(TicketPage)

    assert [code for _, code in port.checked_in] == [CODE]


def test_what_is_no_code_is_said_to_be_unreadable(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.scan("28475906123")

    driver.see("This code could not be read. Please type it")
    assert port.checked_in == []


def test_a_code_that_is_not_whole_is_not_sent(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.tap("AB7K")
    driver.accept()

    driver.see("The code is not complete")
    assert port.checked_in == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "لم نجد هذا الموعد. راجع الرمز"),
        ("en", "We cannot find it. Please check the code"),
        ("th", "ไม่พบนัดหมาย กรุณาตรวจสอบรหัส"),
    ],
)
def test_an_unknown_code_stays_in_its_field_to_be_put_right(
    kiosk: Opener, port: FakePort, language: str, words: str
) -> None:
    port.answers = [BookingNotFound()]
    driver = kiosk(port)
    driver.begin(APPOINTMENT, language)
    driver.tap(CODE)
    driver.accept()
    driver.qtbot.waitUntil(lambda: words in plain(driver))

    assert driver.page(CodePage).pad.text() == CODE
    driver.touch(driver.page(CodePage).pad.keys()[-2])
    assert words not in plain(driver)
    driver.tap("Z")
    driver.accept()
    driver.page(TicketPage)
    assert [code for _, code in port.checked_in] == [CODE, CODE[:-1] + "Z"]
    assert len({press.key for press, _ in port.checked_in}) == 2, "another code is another press"


def outside(opens: dt.datetime, closes: dt.datetime) -> OutsideCheckInWindow:
    return OutsideCheckInWindow(opens_at=opens.isoformat(), closes_at=closes.isoformat())


@pytest.mark.parametrize(
    ("refusal", "title", "text"),
    [
        (
            outside(today_at(23, 58), today_at(23, 59)),
            "You are early. Check in from 23:58",
            "Your appointment is kept",
        ),
        (
            outside(today_at(0), today_at(0)),
            "It is too late to check in. Check-in closed at 00:00",
            "Please go to the reception desk",
        ),
        (
            outside(today_at(9) + dt.timedelta(days=2), today_at(10) + dt.timedelta(days=2)),
            "Your appointment is on",
            "Check in from 09:00",
        ),
        (
            outside(today_at(9) - dt.timedelta(days=2), today_at(10) - dt.timedelta(days=2)),
            "Your appointment is on",
            "Please go to the reception desk",
        ),
    ],
    ids=["early", "late", "other day", "day gone by"],
)
def test_the_wrong_time_says_when_the_right_one_is(
    kiosk: Opener, port: FakePort, refusal: Refusal, title: str, text: str
) -> None:
    port.answers = [refusal]
    driver = kiosk(port, time_zone="Asia/Qatar")
    driver.begin(APPOINTMENT)
    driver.scan(CODE)
    driver.page(NoticePage)

    assert title in plain(driver)
    assert text in plain(driver)
    driver.touch(driver.page(NoticePage).again_button)
    assert driver.page(CodePage).pad.text() == ""


def test_who_checked_in_before_gets_the_same_ticket(kiosk: Opener, port: FakePort) -> None:
    port.answers = [ticket("eye", label="E-007", existing=True)]
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.scan(CODE)
    driver.page(TicketPage)

    driver.see("You already have a number")
    driver.see("E-007")


def test_a_lost_answer_is_asked_for_again_with_the_same_key(kiosk: Opener, port: FakePort) -> None:
    port.answers = [StoreAway(), StoreAway()]
    driver = kiosk(port, retry_s=0.02)
    driver.begin(APPOINTMENT)
    driver.scan(CODE)
    driver.page(TicketPage)

    assert len(port.checked_in) == 3
    assert len({press.key for press, _ in port.checked_in}) == 1


def test_what_was_typed_is_forgotten(kiosk: Opener, port: FakePort) -> None:
    port.answers = [Busy(retry_after_s=60)]
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.tap(CODE)
    driver.accept()
    driver.touch(driver.page(BusyPage).restart_button)

    driver.page(HomePage)
    page = driver.begin(APPOINTMENT)
    assert isinstance(page, CodePage)
    assert page.pad.text() == ""


def test_letters_typed_stay_when_the_look_changes(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    driver.begin(APPOINTMENT)
    driver.tap("AB7")

    driver.wish("contrast")

    assert driver.page(CodePage).pad.text() == "AB7"


@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_the_code_pad_never_turns_round(kiosk: Opener, port: FakePort, language: str) -> None:
    driver = kiosk(port)
    page = driver.begin(APPOINTMENT, language)
    assert isinstance(page, CodePage)
    keys = page.pad.keys()
    places = [(driver.place(key).y(), driver.place(key).x()) for key in keys]

    assert places == sorted(places)
    assert [key.text() for key in keys[:3]] == ["A", "B", "C"]


def test_what_a_reader_read_means_what_the_question_needs() -> None:
    token = "3f9ac1d27be84c55a1"
    assert ticket_token(f"http://192.168.10.20:8765/t/{token}") == token
    assert ticket_token(f"http://192.168.10.20:8765/t/{token}/?lang=ar") == token
    assert ticket_token(token) == token
    assert ticket_token("L-031") is None
    assert ticket_token("http://[broken") is None
    assert appointment("https://x.example/AB7KQ2XW/") == CODE
    assert appointment("AB7KQ2X1") is None, "1 is no letter of a code"
    assert identifier("٢٨٤٧٥") == "28475"
