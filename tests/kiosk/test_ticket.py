"""The ticket on the screen and on paper."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from domain.states import TicketState
from domain.waits import Estimate
from kiosk.home_page import HomePage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, FakePrinter, ticket
from ui.widgets.qr_view import QrView
from ui.widgets.strand import Strand


def shown(kiosk: Opener, language: str, **facts: object) -> Driver:
    driver = kiosk(FakePort(answers=[ticket(**facts)]))  # type: ignore[arg-type]
    driver.to_ticket(language)
    return driver


def said(driver: Driver) -> str:
    return driver.texts().replace("\u200b", "").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "ahead", "words"),
    [
        ("ar", 0, "أنت التالي"),
        ("ar", 1, "أمامك شخص واحد"),
        ("ar", 2, "أمامك شخصان"),
        ("ar", 3, "أمامك 3 أشخاص"),
        ("ar", 10, "أمامك 10 أشخاص"),
        ("ar", 11, "أمامك 11 شخصًا"),
        ("ar", 99, "أمامك 99 شخصًا"),
        ("ar", 100, "أمامك 100 شخص"),
        ("ar", 103, "أمامك 103 أشخاص"),
        ("en", 0, "You are next"),
        ("en", 1, "1 person ahead"),
        ("en", 5, "5 people ahead"),
        ("th", 0, "คุณเป็นคิวถัดไป"),
        ("th", 4, "มี 4 คนก่อนหน้าคุณ"),
    ],
)
def test_how_many_are_ahead_in_the_plural_of_the_language(
    kiosk: Opener, language: str, ahead: int, words: str
) -> None:
    driver = shown(kiosk, language, ahead=ahead)

    assert words in said(driver)
    strand = driver.window.findChildren(Strand)[-1]
    assert strand.ahead == ahead


@pytest.mark.parametrize(
    ("language", "wait", "unknown"),
    [
        ("ar", "الانتظار من 25 إلى 40 دقيقة", "لا نعرف مدة الانتظار بعد"),
        ("en", "Wait about 25 to 40 minutes", "We cannot tell the wait yet"),
        ("th", "รอประมาณ 25–40 นาที", "ยังบอกเวลารอไม่ได้"),
    ],
)
def test_the_wait_is_a_range_or_said_to_be_unknown(
    kiosk: Opener, language: str, wait: str, unknown: str
) -> None:
    known = shown(kiosk, language, estimate=Estimate(25 * 60, 40 * 60))
    assert wait in said(known)
    assert unknown not in said(known)

    open_ended = shown(kiosk, language, estimate=None)

    assert unknown in said(open_ended)
    assert wait not in said(open_ended)


@pytest.mark.parametrize(
    ("language", "soon"),
    [
        ("ar", "الانتظار أقل من دقيقة"),
        ("en", "Wait less than a minute"),
        ("th", "รอไม่ถึง 1 นาที"),
    ],
)
def test_with_a_free_desk_the_wait_is_no_range_of_nought_to_one(
    kiosk: Opener, language: str, soon: str
) -> None:
    assert soon in said(shown(kiosk, language, ahead=0, estimate=Estimate(0, 60)))


def test_a_line_never_begins_with_the_rooms_number(kiosk: Opener) -> None:
    texts = shown(kiosk, "en", floor="M", room="1").texts()

    assert "by room\u00a01" in texts


@pytest.mark.parametrize(
    ("language", "floor", "room", "where"),
    [
        ("ar", "2", "3", "انتظر في الطابق 2، أمام غرفة 3"),
        ("en", "2", "3", "Wait on floor 2, by room 3"),
        ("en", "ground", "3", "Wait on the ground floor, by room 3"),
        ("en", "M", None, "Wait on the mezzanine"),
        ("en", "", "12", "Wait by room 12"),
        ("th", "2", "3", "ไปนั่งรอที่ชั้น 2 หน้าห้อง 3"),
    ],
)
def test_where_to_wait_as_far_as_it_is_known(
    kiosk: Opener, language: str, floor: str, room: str | None, where: str
) -> None:
    assert where in said(shown(kiosk, language, floor=floor, room=room))


def test_a_place_nobody_knows_is_not_said(kiosk: Opener) -> None:
    assert "Wait on" not in said(shown(kiosk, "en", floor="", room=None))


def test_the_code_leads_to_this_ticket_in_whole_pixels(kiosk: Opener) -> None:
    driver = shown(kiosk, "en", token="abc123")
    code = driver.window.findChildren(QrView)[-1]

    assert code.text == "http://kiosk.test/t/abc123"
    picture = code.grab().toImage()
    edges = _edges_in_a_row(picture, picture.height() // 2)
    module = min(b - a for a, b in itertools.pairwise(edges))
    assert module >= 3
    assert all((edge - edges[0]) % module == 0 for edge in edges)


def _edges_in_a_row(picture: QImage, y: int) -> list[int]:
    """Where light changes to dark or back."""
    dark = [picture.pixelColor(x, y).lightness() < 128 for x in range(picture.width())]
    return [x for x in range(1, len(dark)) if dark[x] != dark[x - 1]]


def test_a_ticket_held_already_says_so(kiosk: Opener) -> None:
    driver = shown(kiosk, "en", existing=True)

    assert "You already have a number" in said(driver)
    assert "This is your number" not in said(driver)


@pytest.mark.parametrize(
    ("state", "room", "words"),
    [
        (TicketState.CALLED, "3", "You have been called. Please go to room 3"),
        (TicketState.SERVING, None, "You have been called. Please go in"),
    ],
)
def test_a_number_that_was_called_already_says_where_to_go(
    kiosk: Opener, state: TicketState, room: str | None, words: str
) -> None:
    driver = shown(kiosk, "en", existing=True, state=state, room=room, ahead=0)

    assert words in said(driver)
    assert "You are next" not in said(driver)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_strand_runs_in_reading_order_and_the_number_never_turns(
    kiosk: Opener, language: str
) -> None:
    driver = shown(kiosk, language)
    strand = driver.window.findChildren(Strand)[-1]
    picture = strand.grab().toImage()
    end = strand.height() // 2
    marigold = [
        x
        for x in (end // 3, picture.width() - end // 3)
        if picture.pixelColor(x, picture.height() - 20).name() == "#ffc133"
    ]

    assert marigold == [end // 3 if language == "ar" else picture.width() - end // 3]
    assert "L-031" in said(driver)


def test_with_a_printer_the_ticket_is_printed_in_the_patients_language(kiosk: Opener) -> None:
    printer = FakePrinter()
    driver = kiosk(printer=printer)
    page = driver.to_ticket("th")

    driver.qtbot.waitUntil(lambda: "พิมพ์บัตรคิวแล้ว" in driver.texts())
    driver.touch(page.again_button)
    driver.qtbot.waitUntil(lambda: len(printer.printed) == 2)

    assert printer.printed == [("L-031", "th")] * 2
    assert driver.port.reported == []


def test_without_a_printer_nothing_is_said_of_paper(kiosk: Opener) -> None:
    page = kiosk().to_ticket()

    assert not page.note.isVisible()
    assert not page.again_button.isVisible()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "لم تُطبع التذكرة، ورقمك محفوظ. صوّر الشاشة أو امسح الرمز"),
        ("en", "Not printed, but your number is safe. Photograph the screen or scan the code"),
        ("th", "พิมพ์ไม่สำเร็จ แต่หมายเลขยังใช้ได้ ถ่ายรูปหน้าจอหรือสแกนรหัส"),
    ],
)
def test_paper_that_does_not_come_loses_no_ticket_and_staff_are_told(
    kiosk: Opener, language: str, words: str
) -> None:
    printer = FakePrinter("no paper")
    driver = kiosk(printer=printer)
    page = driver.to_ticket(language)

    driver.qtbot.waitUntil(lambda: words in said(driver))
    driver.qtbot.waitUntil(lambda: len(driver.port.reported) == 1)
    assert driver.port.reported[0][1:] == (77, "no paper")
    assert "L-031" in said(driver)
    printer.trouble = ""
    driver.touch(page.again_button)

    driver.qtbot.waitUntil(lambda: printer.printed == [("L-031", language)])


def test_a_ticket_that_left_the_screen_unprinted_is_still_reported(kiosk: Opener) -> None:
    printer = FakePrinter("no paper")
    driver = kiosk(printer=printer)
    driver.touch(driver.to_ticket().done_button)

    driver.page(HomePage)

    driver.qtbot.waitUntil(lambda: len(driver.port.reported) == 1)


def test_a_number_keeps_its_size_however_long(kiosk: Opener) -> None:
    heights = []
    for label in ("L-031", "X-1000"):
        driver = shown(kiosk, "en", label=label)
        page = driver.page(TicketPage)
        heights.append(page.card.number.text_rects()[0].ink.height())
        assert isinstance(page.card, QWidget)

    assert heights[0] == heights[1]
