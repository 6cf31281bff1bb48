"""The database is away: the kiosk says so, gives nothing, and comes back by itself."""

from __future__ import annotations

import pytest

from domain.errors import Busy, StoreAway
from domain.feed import Link
from kiosk.clinic_page import ClinicPage
from kiosk.home_page import HomePage
from kiosk.out_page import OutPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Opener
from tests.kiosk.fakes import FakePort


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ar", "الجهاز متوقف مؤقتًا"),
        ("en", "This kiosk is not working right now"),
        ("th", "ตู้นี้\u200bใช้งานไม่ได้\u200bชั่วคราว"),
    ],
)
def test_it_says_so_in_the_patients_language_and_shortly_in_the_others(
    kiosk: Opener, language: str, title: str
) -> None:
    driver = kiosk(check_s=0.1, retry_s=0.1)
    driver.choose_language(language)
    driver.port.away = StoreAway(why="The database cannot be reached.")

    driver.page(OutPage)

    driver.see(title)
    if language != "en":
        driver.see("This kiosk is not working. Please go to reception")
    assert "The database" not in driver.texts()
    assert {button.objectName() for button in driver.touchable()} <= set(driver.rail.buttons)


def test_it_comes_back_by_itself_to_where_the_patient_was(kiosk: Opener) -> None:
    driver = kiosk(check_s=0.1, retry_s=0.05)
    driver.choose_language("en")
    driver.port.away = StoreAway()
    driver.page(OutPage)

    driver.port.away = None

    driver.page(ClinicPage)
    assert driver.window.look.language == "en"


def test_a_database_away_at_the_start_is_waited_for(kiosk: Opener) -> None:
    port = FakePort(away=StoreAway())
    driver = kiosk(port, retry_s=0.05)
    driver.page(OutPage)
    tries = port.asked

    driver.qtbot.waitUntil(lambda: port.asked > tries + 1)
    port.away = None

    driver.page(HomePage)


def test_the_time_of_the_last_try_is_shown_at_every_try(kiosk: Opener) -> None:
    driver = kiosk(FakePort(away=StoreAway()), retry_s=0.05)
    page = driver.page(OutPage)

    driver.qtbot.waitUntil(lambda: driver.port.asked > 3)

    assert driver.window.page is page, "the screen is not made anew at every try"
    assert "آخر محاولة" in page.retry.text()


def test_a_lost_feed_alone_does_not_stop_the_kiosk(kiosk: Opener) -> None:
    driver = kiosk()
    driver.feed.link_changed.emit(Link.STALE)

    driver.to_ticket()

    assert len(driver.port.issued) == 1


def test_a_busy_database_is_not_away(kiosk: Opener) -> None:
    driver = kiosk(check_s=0.05)
    driver.choose_language("en")
    driver.port.away = Busy(retry_after_s=1)
    tries = driver.port.asked

    driver.qtbot.waitUntil(lambda: driver.port.asked > tries + 2)

    assert isinstance(driver.window.page, ClinicPage)


def test_a_ticket_on_the_screen_stays_when_the_database_goes_away(kiosk: Opener) -> None:
    driver = kiosk(check_s=0.1, retry_s=0.05)
    driver.to_ticket()
    driver.port.away = StoreAway()
    tries = driver.port.asked

    driver.qtbot.waitUntil(lambda: driver.port.asked > tries + 2)

    page = driver.page(TicketPage)
    driver.touch(page.done_button)
    driver.page(OutPage)


def test_it_forgets_the_patient_who_left_meanwhile(kiosk: Opener) -> None:
    driver = kiosk(check_s=0.1, retry_s=0.05, idle_ask_s=0.4)
    driver.to_patient("en")
    driver.port.away = StoreAway()
    driver.page(OutPage)

    driver.qtbot.waitUntil(lambda: driver.window.look.language == "ar")
    driver.port.away = None

    driver.page(HomePage)
    assert driver.window.visit.answers.clinic is None
