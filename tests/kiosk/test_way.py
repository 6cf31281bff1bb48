"""The whole way from language to ticket, touched on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from domain.ports import Press
from domain.states import Priority
from domain.tickets import Catalogue, TicketRequest
from kiosk.clinic_page import ClinicPage
from kiosk.home_page import HomePage
from kiosk.need_page import NeedPage
from kiosk.patient_page import PatientPage
from kiosk.priority_page import PriorityPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Opener
from tests.kiosk.fakes import FakePort, clinic, clinics, everything
from tests.kiosk.screens import LANDSCAPE, PORTRAIT


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    ("language", "clinics", "number"),
    [
        ("ar", "إلى أي عيادة؟", "هذا رقمك"),
        ("en", "Which clinic?", "This is your number"),
        ("th", "ต้องการ\u200bไปคลินิก\u200bไหน", "นี่คือ\u200bหมายเลขคิว\u200bของคุณ"),
    ],
)
def test_a_patient_takes_a_number_in_each_language(
    kiosk: Opener, language: str, clinics: str, number: str, size: object
) -> None:
    driver = kiosk(size=size)

    driver.choose_language(language)
    driver.see(clinics)
    driver.touch(driver.tile("eye"))
    driver.touch(driver.page(PatientPage).skip)
    driver.touch(driver.page(PriorityPage).tiles[Priority.ELDERLY])
    driver.page(TicketPage)

    driver.see(number)
    driver.see("L-031")
    assert [request for _, request in driver.port.issued] == [
        TicketRequest("eye", None, Priority.ELDERLY)
    ]


def test_done_leads_back_to_the_doors_in_the_sites_language(kiosk: Opener) -> None:
    driver = kiosk()

    driver.touch(driver.to_ticket("th").done_button)

    driver.page(HomePage)
    assert driver.window.look.language == "ar"
    assert driver.window.visit.ticket is None


def test_back_goes_one_question_back_each_time(kiosk: Opener) -> None:
    driver = kiosk()
    seen = []
    page: object = driver.to_priority()
    while not isinstance(page, HomePage):
        seen.append(type(page))
        assert isinstance(page, PriorityPage | PatientPage | ClinicPage)
        assert page.back_button is not None
        driver.touch(page.back_button)
        page = driver.window.page

    assert seen == [PriorityPage, PatientPage, ClinicPage]
    assert driver.port.issued == []


def test_a_second_choice_of_clinic_replaces_the_first(kiosk: Opener) -> None:
    driver = kiosk()
    back = driver.to_patient(code="lab").back_button
    assert back is not None
    driver.touch(back)
    driver.touch(driver.tile("eye"))
    driver.touch(driver.page(PatientPage).skip)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(TicketPage)

    assert [request.clinic for _, request in driver.port.issued] == ["eye"]


def test_with_more_than_one_need_it_is_asked_first(kiosk: Opener) -> None:
    """What people can come for is what the site offers."""
    driver = kiosk(FakePort(everything()))

    page = driver.choose_need("en")
    assert [tile.text() for tile in page.tiles] == [
        "I want to see a clinic",
        "I have an appointment",
        "I have a medical exam",
        "I have finished at a clinic",
    ]
    driver.touch(page.tiles[0])

    back = driver.page(ClinicPage).back_button
    assert back is not None
    driver.touch(back)
    driver.page(NeedPage)


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"exams": (), "takes_bookings": False, "clinics": clinics()}, []),
        ({"exams": (), "takes_bookings": False}, ["a clinic", "finished"]),
        ({"exams": (), "clinics": clinics()}, ["a clinic", "appointment"]),
        ({"takes_bookings": False, "clinics": clinics()}, ["a clinic", "exam"]),
    ],
)
def test_nothing_is_offered_that_the_site_does_not_do(
    kiosk: Opener, changed: dict[str, object], asked: list[str]
) -> None:
    driver = kiosk(FakePort(replace(everything(), **changed)))  # type: ignore[arg-type]
    if not asked:
        driver.choose_language("en")
        return
    tiles = driver.choose_need("en").tiles

    for tile, word in zip(tiles, asked, strict=True):
        assert word in tile.text()


def test_a_clinic_for_women_alone_is_confirmed_and_the_answer_sent(kiosk: Opener) -> None:
    port = FakePort()
    port.catalogue_now = port.catalogue_now.__class__(
        port.catalogue_now.site, (clinic("der", gender="female"),)
    )
    driver = kiosk(port)
    driver.choose_language("en")
    driver.touch(driver.tile("der"))
    driver.see("is for women only. Go on?")
    driver.touch(driver.dialog.button("close"))
    driver.page(ClinicPage)

    driver.touch(driver.tile("der"))
    driver.touch(driver.dialog.button("go_on"))
    driver.touch(driver.page(PatientPage).skip)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(TicketPage)

    assert [request.gender for _, request in driver.port.issued] == ["female"]


def test_every_press_is_made_by_the_touch_and_is_another_one(kiosk: Opener) -> None:
    driver = kiosk()
    driver.touch(driver.to_ticket().done_button)
    driver.to_ticket()

    first, second = (press for press, _ in driver.port.issued)
    assert isinstance(first, Press)
    assert first.key != second.key
    assert first.correlation != second.correlation


@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_the_first_screen_speaks_all_languages_at_once(kiosk: Opener, language: str) -> None:
    driver = kiosk(languages=(language, *({"ar", "en", "th"} - {language})))

    for welcome in (
        "Welcome. Choose your language",
        "أهلًا وسهلًا. اختر لغتك",
        "ยินดีต้อนรับ กรุณาเลือกภาษา",
    ):
        driver.see(welcome)


def test_the_back_button_and_the_tiles_stand_mirrored_in_arabic(kiosk: Opener) -> None:
    driver = kiosk()
    places = {}
    for language in ("en", "ar"):
        page = driver.choose_language(language)
        back = page.back_button
        assert back is not None
        first, second = (driver.place(tile).x() for tile in page.tiles[:2])
        places[language] = (driver.place(back).x(), first, second)
        driver.touch(back)

    width = PORTRAIT.width()
    for english, arabic in zip(places["en"], places["ar"], strict=True):
        assert abs(english + arabic - width) <= 2
    assert places["en"][1] < places["en"][2]
    assert places["ar"][1] > places["ar"][2]


def test_the_second_tap_of_a_double_tap_hits_nothing_on_the_next_screen(kiosk: Opener) -> None:
    driver = kiosk(settle_ms=60000)
    door = driver.page(HomePage).doors[0]
    door.click()
    driver.page(ClinicPage)

    at = driver.window.rect().center()
    target = driver.window.childAt(at)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)

    assert isinstance(driver.window.page, ClinicPage)
    assert type(target).__name__ == "Veil"


def test_what_the_feed_says_of_clinics_takes_no_need_away(kiosk: Opener) -> None:
    """The feed tells of clinics alone; exams, bookings and PINs the database told stay."""
    driver = kiosk(FakePort(everything()))
    told = everything()

    driver.feed.catalogue_changed.emit(Catalogue(told.site, told.clinics))

    assert len(driver.choose_need("en").tiles) == 4
