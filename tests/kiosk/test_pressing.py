"""One press for a number until its answer: never two tickets, never a number that was not got."""

from __future__ import annotations

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from domain.errors import Busy, InProgress, StoreAway
from domain.states import Priority
from domain.tickets import TicketRequest
from kiosk.issuing_page import IssuingPage
from kiosk.notice_page import BusyPage, NoticePage
from kiosk.out_page import OutPage
from kiosk.pressing import Pressing
from kiosk.priority_page import PriorityPage
from kiosk.ticket_page import TicketPage
from tests.kiosk.driver import Driver, Opener
from tests.kiosk.fakes import FakePort, ticket


def keys(driver: Driver) -> list[str]:
    return [press.key for press, _ in driver.port.issued]


def _wait_for(released: threading.Event) -> None:
    assert released.wait(10)


def test_a_double_tap_gives_one_ticket(kiosk: Opener) -> None:
    driver = kiosk()
    answer = driver.to_priority().tiles[Priority.NONE]

    driver.touch(answer)
    QTest.mouseDClick(answer, Qt.MouseButton.LeftButton)
    answer.click()
    driver.page(TicketPage)

    assert len(driver.port.issued) == 1


def test_nothing_can_be_pressed_from_the_press_to_the_answer(kiosk: Opener) -> None:
    released = threading.Event()
    port = FakePort(before_issue=partial(_wait_for, released))
    driver = kiosk(port)
    page = driver.to_priority()

    page.tiles[Priority.NONE].click()
    driver.page(IssuingPage)

    assert not page.body.isEnabled()
    assert "One moment, getting your number" in driver.texts()
    assert {button.objectName() for button in driver.touchable()} <= set(driver.rail.buttons)
    released.set()
    driver.page(TicketPage)


def test_a_lost_answer_is_asked_for_again_with_the_same_key(kiosk: Opener) -> None:
    port = FakePort(answers=[StoreAway(), StoreAway(), ticket()])
    driver = kiosk(port, retry_s=0.02)

    driver.ask()
    driver.page(TicketPage)

    assert len(keys(driver)) == 3
    assert len(set(keys(driver))) == 1


def test_while_the_answer_is_lost_no_number_is_shown(kiosk: Opener) -> None:
    port = FakePort()
    driver = kiosk(port, retry_s=0.02)
    driver.to_priority()
    port.away = StoreAway()

    driver.page(PriorityPage).tiles[Priority.NONE].click()
    driver.page(OutPage)
    assert "L-031" not in driver.texts()
    port.away = None

    driver.page(TicketPage)
    assert len(set(keys(driver))) == 1


def test_an_answer_lost_for_too_long_is_given_up(kiosk: Opener) -> None:
    port = FakePort()
    driver = kiosk(port, retry_s=0.02, lost_answer_s=0.1)
    driver.to_priority()
    port.away = StoreAway()
    driver.page(PriorityPage).tiles[Priority.NONE].click()
    driver.page(OutPage)

    driver.qtbot.waitUntil(lambda: driver.window.visit.step.value == "home")
    asked = len(keys(driver))
    port.away = None
    driver.qtbot.waitUntil(lambda: not isinstance(driver.window.page, OutPage))

    assert len(keys(driver)) == asked
    assert driver.window.visit.ticket is None


@pytest.mark.parametrize("trouble", [Busy(retry_after_s=1), InProgress()], ids=["busy", "begun"])
def test_a_busy_database_is_counted_down_and_asked_with_the_same_key(
    kiosk: Opener, trouble: Exception
) -> None:
    driver = kiosk(FakePort(answers=[trouble, ticket()]))

    driver.ask()
    page = driver.page(BusyPage)
    driver.see("The system is busy. Try again in 1 s")
    assert not page.again_button.isEnabled()
    driver.page(TicketPage)

    assert len(keys(driver)) == 2
    assert len(set(keys(driver))) == 1


def test_who_does_not_want_to_wait_begins_again_and_the_press_is_forgotten(kiosk: Opener) -> None:
    driver = kiosk(FakePort(answers=[Busy(retry_after_s=60)]))
    driver.ask()

    driver.touch(driver.page(BusyPage).restart_button)
    driver.to_ticket()

    assert len(set(keys(driver))) == 2


def test_an_answer_that_comes_after_all_was_forgotten_is_shown_to_nobody(kiosk: Opener) -> None:
    released = threading.Event()
    port = FakePort(before_issue=partial(_wait_for, released))
    driver = kiosk(port)
    driver.ask()
    driver.qtbot.waitUntil(lambda: len(port.issued) == 1)

    driver.window.begin_again()
    released.set()
    driver.drain()
    driver.see("Welcome. Choose your language")

    assert driver.window.visit.ticket is None
    assert "L-031" not in driver.texts()


def test_an_answer_of_the_patient_before_is_not_shown_to_the_next_one(kiosk: Opener) -> None:
    released = threading.Event()
    port = FakePort(
        answers=[ticket(label="L-001"), ticket(label="L-002")],
        before_issue=partial(_wait_for, released),
    )
    driver = kiosk(port)
    driver.ask()
    driver.qtbot.waitUntil(lambda: len(port.issued) == 1)
    driver.window.begin_again()
    driver.ask()
    seen: list[str] = []
    driver.window.visit.changed.connect(partial(_note_label, driver, seen))

    released.set()
    driver.page(TicketPage)

    assert seen == ["L-002"]


def _note_label(driver: Driver, seen: list[str], _step: object) -> None:
    held = driver.window.visit.ticket
    if held is not None:
        seen.append(held.label)


def test_while_an_answer_is_awaited_nothing_more_is_asked(kiosk: Opener) -> None:
    released = threading.Event()
    driver = kiosk(FakePort(before_issue=partial(_wait_for, released)))
    pressing = Pressing(driver.tasks, 1, 1, driver.window)
    ask = partial(driver.port.issue_ticket, request=TicketRequest("lab"))
    with driver.qtbot.waitSignal(pressing.answered):
        pressing.press(ask)
        pressing.press(ask)
        released.set()
    driver.drain()

    assert len(driver.port.issued) == 1


def test_the_last_answer_counts_once(kiosk: Opener) -> None:
    driver = kiosk()
    driver.to_priority()
    visit = driver.window.visit
    visit.choose_priority(Priority.NONE)

    with driver.qtbot.assertNotEmitted(visit.changed):
        visit.choose_priority(Priority.ELDERLY)

    driver.page(TicketPage)


def test_trouble_nobody_thought_of_is_a_plain_sentence(
    kiosk: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    driver = kiosk(FakePort(answers=[ZeroDivisionError("secret 28475")]))

    driver.ask()
    driver.page(NoticePage)

    driver.see("Please go to the reception desk. They will help you")
    assert "secret" not in driver.texts()
    assert "28475" not in caplog.text


def test_a_refusal_keeps_nothing_of_the_patient_in_memory(kiosk: Opener) -> None:
    """A refusal's traceback would hold the request, and with it the patient's number."""
    number = "90210" + "777"
    driver = kiosk(FakePort(answers=[Busy(retry_after_s=60)]))
    page = driver.to_patient()
    page.given.emit(number)
    driver.touch(driver.page(PriorityPage).tiles[Priority.NONE])
    driver.page(BusyPage)

    driver.window.begin_again()
    driver.port.issued.clear()
    driver.see("Welcome. Choose your language")
    gc.collect()

    assert [each for each in gc.get_objects() if _holds(each, number)] == []


def _holds(thing: object, number: str) -> bool:
    """Whether a request or a visit's answers anywhere still say this number."""
    return getattr(type(thing), "__name__", "") in {"TicketRequest", "Answers"} and (
        getattr(thing, "patient", None) == number
    )
