"""What holds on every new page: reach, size of targets, focus, reading aloud, and idle."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton

from domain.ports import Left
from kiosk.farewell_page import FarewellPage
from kiosk.home_page import HomePage
from kiosk.needs import APPOINTMENT, EXAM, LEAVE, Need, Step
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, everything
from tests.kiosk.screens import LANDSCAPE, PORTRAIT
from tests.kiosk.test_help_rail import FakeVoice

BOTH = pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])


@pytest.fixture
def port() -> FakePort:
    return FakePort(everything())


def pages(driver: Driver) -> Iterator[str]:
    """Every new page one after another; answers where it is."""
    driver.choose_need("ar")
    yield "need"
    visit = driver.window.visit
    visit.choose_need(APPOINTMENT)
    yield "code"
    visit.go_back()
    visit.choose_need(LEAVE)
    yield "leaving"
    visit.choose_leaving(driver.port.catalogue_now.clinics[0])
    yield "number"
    visit.give_number(31)
    yield "pin"
    visit.give_pin("47")
    driver.page(FarewellPage)
    yield "farewell"
    driver.window.begin_again()
    driver.wish_again()
    driver.choose_need("ar")
    visit.choose_need(EXAM)
    yield "exam"
    visit.choose_exam("general", None)
    yield "section"
    visit.choose_section("male")
    yield "patient"
    visit.give_patient("28475")
    driver.page(TicketPage)
    yield "ticket"


@pytest.mark.parametrize("wishes", [(), ("lower", "larger")])
@BOTH
def test_every_target_is_large_enough_and_within_reach(
    kiosk: Opener, port: FakePort, size: QSize, wishes: tuple[str, ...]
) -> None:
    driver = kiosk(port, size=size)
    driver.wish_all(wishes)
    line = driver.window.height() * 0.45 if "lower" in wishes else 0
    faults = []
    for where in pages(driver):
        for button in driver.touchable():
            name = f"{where}: {button.accessibleName() or button.text()}"
            if min(button.width(), button.height()) < 96:
                faults.append(f"{name} is {button.width()} x {button.height()}")
            if button.mapTo(driver.window, button.rect().topLeft()).y() < line:
                faults.append(f"{name} is too high")

    assert faults == []


def _focusable(driver: Driver) -> list[QAbstractButton]:
    tab = Qt.FocusPolicy.TabFocus
    page = driver.window.page
    assert page is not None
    return [
        button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.focusPolicy() & tab
    ]


def test_focus_goes_through_every_page_in_reading_order(kiosk: Opener, port: FakePort) -> None:
    """Tab leads from each button of a page to another, until all of them were visited."""
    driver = kiosk(port)
    for where in pages(driver):
        wanted = _focusable(driver)
        wanted[0].setFocus()
        seen: list[object] = [driver.window.focusWidget()]
        for _ in range(len(wanted) + len(driver.rail.buttons) + 2):
            driver.window.focusNextChild()
            seen.append(driver.window.focusWidget())
        missing = [button.text() for button in wanted if button not in seen]
        assert missing == [], where


@pytest.mark.parametrize(
    ("need", "first"),
    [
        (EXAM, ["Which exam is it for?", "Recruitment", "Promotion"]),
        (APPOINTMENT, ["Enter or scan your appointment code"]),
        (LEAVE, ["Which clinic did you finish at?"]),
    ],
)
def test_a_page_is_read_aloud_with_its_title_first(
    kiosk: Opener, port: FakePort, need: Need, first: list[str]
) -> None:
    voice = FakeVoice()
    driver = kiosk(port, voice=voice)
    driver.choose_need("en")
    driver.wish("read")
    driver.window.visit.choose_need(need)

    assert voice.said[-1][: len(first)] == first


def test_the_route_is_read_aloud_with_the_ticket(kiosk: Opener, port: FakePort) -> None:
    voice = FakeVoice()
    driver = kiosk(port, voice=voice)
    driver.choose_need("en")
    driver.wish("read")
    visit = driver.window.visit
    visit.choose_need(EXAM)
    visit.choose_exam("recruitment", "male")
    visit.give_patient("28475")
    driver.page(TicketPage)

    assert any("Clinic" in each and "of" in each for each in voice.said[-1])


@pytest.mark.parametrize("step", [Step.EXAM, Step.CODE, Step.LEAVING, Step.NUMBER, Step.PIN])
def test_nobody_there_leads_back_to_the_doors_from_every_question(
    kiosk: Opener, port: FakePort, step: Step
) -> None:
    driver = kiosk(port, idle_ask_s=1, idle_reset_s=0.1)
    driver.window.start("en")
    visit = driver.window.visit
    ways: dict[Step, list[Callable[[], None]]] = {
        Step.EXAM: [lambda: visit.choose_need(EXAM)],
        Step.CODE: [lambda: visit.choose_need(APPOINTMENT)],
        Step.LEAVING: [lambda: visit.choose_need(LEAVE)],
    }
    number = [*ways[Step.LEAVING], lambda: visit.choose_leaving(port.catalogue_now.clinics[0])]
    ways |= {Step.NUMBER: number, Step.PIN: [*number, lambda: visit.give_number(3)]}
    for go in ways[step]:
        go()
    assert visit.step is step

    driver.page(HomePage)
    assert visit.answers.leaving is None


def test_a_goodbye_goes_by_itself_with_nothing_kept(kiosk: Opener, port: FakePort) -> None:
    port.answers = [Left("lab", "L-031", None, None)]
    driver = kiosk(port, ticket_stay_s=0.6)
    driver.choose_need("en")
    visit = driver.window.visit
    visit.choose_need(LEAVE)
    visit.choose_leaving(port.catalogue_now.clinics[0])
    visit.give_number(31)
    visit.give_pin("47")
    driver.page(FarewellPage)

    driver.page(HomePage)
    assert visit.left is None
