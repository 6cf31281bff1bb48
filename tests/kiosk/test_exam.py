"""My exam route: which exam, in which section, for whom; then the number and how far one is."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize

from domain.errors import (
    AlreadyWaiting,
    Busy,
    NotOnRoute,
    PreviousNotCompleted,
    RateLimited,
    StoreAway,
    WrongSequence,
)
from domain.ports import LoggedIn, LogIn
from kiosk.choices_page import ChoicesPage
from kiosk.clinic_page import ClinicPage
from kiosk.farewell_page import FarewellPage
from kiosk.home_page import HomePage
from kiosk.need_page import NeedPage
from kiosk.needs import EXAM, SEE_CLINIC, Step
from kiosk.notice_page import BusyPage, NoticePage
from kiosk.patient_page import PatientPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import NOTE, FakePort, FakePrinter, everything, route, ticket
from tests.kiosk.screens import LANDSCAPE, PORTRAIT


@pytest.fixture
def port() -> FakePort:
    return FakePort(everything())


def to_patient(driver: Driver, exam: str = "recruitment", language: str = "en") -> PatientPage:
    driver.begin(EXAM, language)
    driver.choose(exam)
    driver.choose("male")
    return driver.page(PatientPage)


def log_in(driver: Driver, language: str = "en") -> None:
    to_patient(driver, language=language)
    driver.tap("28475")
    driver.accept()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ("ما نوع الفحص؟", "اختر القسم", "العيادة 1 من 10")),
        ("en", ("Which exam is it for?", "Choose the section", "Clinic 1 of 10")),
        ("th", ("ตรวจเพื่ออะไร", "เลือกแผนก", "คลินิกที่ 1 จาก 10")),
    ],
)
def test_a_recruit_logs_in_and_reads_how_far_he_is(
    kiosk: Opener, port: FakePort, language: str, said: tuple[str, str, str], size: QSize
) -> None:
    title, section, place = said
    driver = kiosk(port, size=size)

    driver.begin(EXAM, language)
    assert title in plain(driver)
    driver.choose("recruitment")
    assert section in plain(driver)
    driver.choose("male")
    driver.tap("28475")
    driver.accept()
    driver.page(TicketPage)

    assert place in plain(driver)
    assert "L-031" in driver.texts()
    assert [request for _, request in port.logged_in] == [LogIn("28475", "male", "recruitment")]


def plain(driver: Driver) -> str:
    return driver.texts().replace("\u200b", "").replace("\u00a0", " ")


def test_exams_stand_once_each_by_their_name_in_the_language(kiosk: Opener, port: FakePort) -> None:
    page = kiosk(port).begin(EXAM, "ar")
    assert isinstance(page, ChoicesPage)

    names = [tile.text() for tile in page.tiles]
    assert names[0] == "تجنيد"
    assert names.count("عام") == 1
    assert len(names) == 9


def test_a_kiosk_of_the_womens_section_does_not_ask_which(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port, gender="female")
    driver.begin(EXAM)
    driver.choose("general")

    driver.page(PatientPage)
    driver.scan("28475906123")
    driver.page(TicketPage)

    assert port.logged_in[0][1] == LogIn("28475906123", "female", "general")


def test_an_exam_of_one_section_alone_does_not_ask_which(kiosk: Opener, port: FakePort) -> None:
    women = tuple(exam for exam in port.catalogue_now.exams if exam.gender == "female")
    port.catalogue_now = everything().__class__(
        port.catalogue_now.site, port.catalogue_now.clinics, women
    )
    driver = kiosk(port)
    driver.begin(EXAM)
    driver.choose("general")

    driver.page(PatientPage)
    assert driver.window.visit.answers.gender == "female"


def test_the_number_is_needed_and_it_is_said_why(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    page = to_patient(driver)

    assert not page.skip.isVisible()
    driver.see("So that every clinic of your exam knows your turn")
    driver.see("Erased after 30 days")
    assert "optional" not in driver.texts()
    driver.tap("28")
    driver.accept()
    driver.see("The number is not complete")
    assert port.logged_in == []


def test_who_began_before_gets_his_number_again(kiosk: Opener, port: FakePort) -> None:
    held = ticket("eye", label="E-012", number=12, existing=True)
    port.answers = [LoggedIn(existing=True, route=route(3), ticket=held)]
    driver = kiosk(port)
    log_in(driver)
    driver.page(TicketPage)

    driver.see("You already have a number")
    driver.see("E-012")
    driver.see("Clinic 4 of 10")


def test_a_route_that_is_complete_says_so_kindly(kiosk: Opener, port: FakePort) -> None:
    port.answers = [LoggedIn(existing=True, route=route(10), ticket=None)]
    driver = kiosk(port)
    log_in(driver)
    page = driver.page(FarewellPage)

    driver.see("Your exam is complete. Thank you")
    driver.see("Clinic 10 of 10")
    driver.touch(page.done_button)
    driver.page(HomePage)


def test_a_clinic_that_gives_no_numbers_now_is_named(kiosk: Opener, port: FakePort) -> None:
    port.answers = [LoggedIn(existing=False, route=route(entered=False), ticket=None)]
    driver = kiosk(port)
    log_in(driver)
    driver.page(FarewellPage)

    driver.see("Your next clinic: Laboratory")
    driver.see("It is not giving out numbers right now. Please ask at reception")


def test_the_note_of_an_exam_is_shown(kiosk: Opener, port: FakePort) -> None:
    port.answers = [LoggedIn(existing=False, route=route(note=NOTE), ticket=ticket())]
    driver = kiosk(port)
    log_in(driver)
    driver.page(TicketPage)

    driver.see("Floor 3, register at the ground-floor reception")


def test_the_ticket_of_a_route_is_printed(kiosk: Opener, port: FakePort) -> None:
    printer = FakePrinter()
    driver = kiosk(port, printer=printer)
    log_in(driver, "th")
    driver.page(TicketPage)

    driver.qtbot.waitUntil(lambda: printer.printed == [("L-031", "th")])


def test_a_lost_answer_is_asked_for_again_with_the_same_key(kiosk: Opener, port: FakePort) -> None:
    port.answers = [StoreAway(), StoreAway()]
    driver = kiosk(port, retry_s=0.02)
    log_in(driver)
    driver.page(TicketPage)

    assert len({press.key for press, _ in port.logged_in}) == 1
    assert len(port.logged_in) == 3


def test_back_leads_through_every_question(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    page: object = to_patient(driver)
    seen = []
    while not isinstance(page, HomePage):
        seen.append(driver.window.visit.step)
        assert isinstance(page, PatientPage | ChoicesPage | NeedPage)
        assert page.back_button is not None
        driver.touch(page.back_button)
        page = driver.window.page

    assert seen == [Step.PATIENT, Step.SECTION, Step.EXAM, Step.NEED]
    assert port.logged_in == []


def test_another_exam_replaces_what_was_said_of_the_first(kiosk: Opener, port: FakePort) -> None:
    driver = kiosk(port)
    to_patient(driver)
    for _ in range(2):
        driver.window.visit.go_back()
    driver.choose("cooks")
    driver.choose("female")
    driver.scan("999888")
    driver.page(TicketPage)

    assert port.logged_in[0][1] == LogIn("999888", "female", "cooks")


@pytest.mark.parametrize(
    ("language", "limit"),
    [
        ("ar", "أخذت أرقامًا كثيرة. راجع الاستقبال"),
        ("en", "Too many numbers taken. Please ask reception"),
        ("th", "รับหมายเลขเกินกำหนด กรุณาติดต่อเคาน์เตอร์"),
    ],
)
def test_too_many_numbers_is_said_in_the_words_for_it(
    kiosk: Opener, port: FakePort, language: str, limit: str
) -> None:
    port.answers = [RateLimited(retry_after_s=60)]
    driver = kiosk(port)
    log_in(driver, language)
    driver.page(NoticePage)

    assert limit in plain(driver)


def test_after_a_refusal_the_exam_is_asked_again(kiosk: Opener, port: FakePort) -> None:
    port.answers = [AlreadyWaiting()]
    driver = kiosk(port)
    log_in(driver)
    driver.touch(driver.page(NoticePage).again_button)

    driver.page(ChoicesPage)
    assert driver.window.visit.step is Step.EXAM


@pytest.mark.parametrize(
    ("language", "due"),
    [
        ("ar", "عليك زيارة العيون أولًا"),
        ("en", "Please go to Eyes first"),
        ("th", "กรุณาไปที่ จักษุ ก่อน"),
    ],
)
@pytest.mark.parametrize("kind", [WrongSequence, PreviousNotCompleted])
def test_a_clinic_out_of_turn_names_the_one_that_is_due(
    kiosk: Opener,
    port: FakePort,
    language: str,
    due: str,
    kind: type[WrongSequence | PreviousNotCompleted],
) -> None:
    port.answers = [kind(due="eye")]
    driver = kiosk(port)
    driver.begin(SEE_CLINIC, language)
    driver.touch(driver.tile("sur"))
    driver.scan("28475906123")
    driver.window.visit.choose_priority(next(iter(driver.window.page.tiles)))  # type: ignore[union-attr]
    page = driver.page(NoticePage)

    assert due in plain(driver)
    driver.touch(page.again_button)
    driver.page(ClinicPage)


def test_a_clinic_off_the_route_says_so(kiosk: Opener, port: FakePort) -> None:
    port.answers = [NotOnRoute(clinic="sur")]
    driver = kiosk(port)
    driver.begin(SEE_CLINIC)
    driver.touch(driver.tile("sur"))
    driver.scan("28475906123")
    driver.window.visit.choose_priority(next(iter(driver.window.page.tiles)))  # type: ignore[union-attr]
    driver.page(NoticePage)

    driver.see("This clinic is not part of your exam")


def test_the_patients_number_is_nowhere_in_memory_after_it(kiosk: Opener, port: FakePort) -> None:
    number = "90210" + "888"
    port.answers = [Busy(retry_after_s=60)]
    driver = kiosk(port)
    page = to_patient(driver)
    page.given.emit(number)
    del page
    driver.page(BusyPage)

    driver.window.begin_again()
    port.logged_in.clear()
    driver.page(HomePage)
    driver.qtbot.wait(1)
    gc.collect()

    kept = [
        each
        for each in gc.get_objects()
        if type(each).__name__ in {"LogIn", "Answers"} and getattr(each, "patient", None) == number
    ]
    assert kept == []


def test_the_ticket_of_a_route_goes_by_itself(kiosk: Opener, port: FakePort) -> None:
    port.answers = [LoggedIn(existing=True, route=route(10), ticket=None)]
    driver = kiosk(port, ticket_stay_s=0.6)
    log_in(driver)
    driver.page(FarewellPage)

    driver.page(HomePage)
    assert driver.window.visit.route is None
