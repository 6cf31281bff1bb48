"""Nobody touches the kiosk: it asks, and then it forgets the patient."""

from __future__ import annotations

import gc

from domain.states import Priority
from domain.tickets import TicketRequest
from kiosk.home_page import HomePage
from kiosk.needs import Step
from kiosk.patient_page import PatientPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Opener
from ui.widgets.key_button import KeyButton

NUMBER = "55512" + "3456"


def test_after_a_while_it_asks_and_one_touch_goes_on(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.15, idle_reset_s=3600)
    driver.to_patient()

    driver.see("Are you still there?")
    driver.touch(driver.dialog.button("stay"))

    assert isinstance(driver.window.page, PatientPage)
    driver.qtbot.waitUntil(lambda: driver.window.overlays.is_open)  # it asks again


def test_the_seconds_left_are_counted_down(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.05, idle_reset_s=2.6)
    driver.choose_language("en")

    driver.see("Starting again in 3 s")
    driver.see("Starting again in 2 s")
    driver.page(HomePage)


def test_without_an_answer_it_begins_again_with_nothing_kept(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.3, idle_reset_s=0.1)
    page = driver.to_patient("th")
    page.keypad.set_text(NUMBER)
    driver.wish("larger")
    driver.wish("contrast")

    driver.page(HomePage)
    driver.qtbot.wait(1)  # lets Qt delete the old screen

    look = driver.window.look
    assert (look.language, look.larger, look.contrast, look.lower) == ("ar", False, False, False)
    visit = driver.window.visit
    assert visit.step is Step.HOME
    assert visit.answers.patient is None
    assert visit.answers.clinic is None
    assert not driver.window.overlays.is_open


def test_the_number_typed_is_nowhere_in_memory_after_it(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=3600)
    page = driver.to_patient()
    for digit in NUMBER:
        driver.touch(
            next(key for key in page.keypad.findChildren(KeyButton) if key.text() == digit)
        )
    driver.touch(page.keypad.keys()[-1])
    driver.qtbot.waitUntil(lambda: driver.window.visit.step is Step.PRIORITY)
    assert driver.window.visit.answers.patient == NUMBER

    driver.window.begin_again()
    del page
    driver.page(HomePage)
    driver.qtbot.wait(1)
    gc.collect()

    kept = [
        each
        for each in gc.get_objects()
        if isinstance(each, dict | list | tuple | TicketRequest) and _says(each)
    ]
    assert kept == []


def _says(thing: object) -> bool:
    """Whether a container holds the number itself; this module's own names do not count."""
    if isinstance(thing, dict):
        return thing is not globals() and any(
            isinstance(value, str) and value == NUMBER for value in thing.values()
        )
    if isinstance(thing, TicketRequest):
        return thing.patient == NUMBER
    return isinstance(thing, list | tuple) and any(
        isinstance(value, str) and value == NUMBER for value in thing
    )


def test_start_again_in_the_question_begins_again_at_once(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.15)
    driver.choose_language("en")

    driver.touch(driver.dialog.button("restart"))

    driver.page(HomePage)


def test_a_touch_before_the_time_is_over_puts_it_off(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.5)
    driver.to_patient()
    page = driver.page(PatientPage)
    for _ in range(8):
        driver.qtbot.wait(100)
        driver.touch(page.keypad.keys()[0])

    assert not driver.window.overlays.is_open
    assert page.keypad.text() == "1" * 8


def test_the_ticket_stays_its_time_and_then_goes(kiosk: Opener) -> None:
    driver = kiosk(ticket_stay_s=0.3, idle_ask_s=0.05, idle_reset_s=0.05)
    # the questions before it must be answered in time
    driver.window.start("en")
    driver.window.visit.choose_clinic(driver.port.catalogue_now.clinics[0], None)
    driver.window.visit.give_patient(None)
    driver.window.visit.choose_priority(Priority.NONE)
    driver.page(TicketPage)

    driver.page(HomePage)
    assert driver.window.visit.ticket is None


def test_wishes_at_the_doors_are_taken_back_when_nobody_comes(kiosk: Opener) -> None:
    driver = kiosk(idle_ask_s=0.3)

    driver.wish("lower")
    assert driver.window.look.lower

    driver.qtbot.waitUntil(lambda: not driver.window.look.lower)
