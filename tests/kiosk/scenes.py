"""The screens of taking a number, and those that are everywhere."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import AlreadyWaiting, Busy, ClinicPaused, Refusal, StoreAway
from domain.feed import Link
from domain.states import Priority, TicketState
from domain.tickets import IssuedTicket
from kiosk.issuing_page import IssuingPage
from kiosk.needs import Step
from kiosk.patient_page import PatientPage
from kiosk.window import KioskWindow
from tests.kiosk.fakes import FakePrinter, catalogue, ticket, today_at
from tests.kiosk.stage import Scene, Stage


def start(stage: Stage) -> KioskWindow:
    window = stage.open()
    window.start(stage.language)
    return window


def _clinic(stage: Stage) -> KioskWindow:
    window = start(stage)
    window.visit.choose_clinic(stage.port.catalogue_now.clinics[0], None)
    return window


def _draw(
    stage: Stage, answer: IssuedTicket | Refusal | None = None, step: Step = Step.TICKET
) -> None:
    if answer is not None:
        stage.port.answers = [answer]
    window = _clinic(stage)
    window.visit.give_patient(None)
    window.visit.choose_priority(Priority.NONE)
    stage.until(lambda: window.visit.step is step)


def home(stage: Stage) -> None:
    stage.open()


def clinics12(stage: Stage) -> None:
    start(stage)
    stage.feed.link_changed.emit(Link.LIVE)


def clinics5(stage: Stage) -> None:
    stage.port.catalogue_now = replace(
        stage.port.catalogue_now, clinics=stage.port.catalogue_now.clinics[4:9]
    )
    start(stage)


def clinics30(stage: Stage) -> None:
    stage.port.catalogue_now = replace(catalogue(30), site=stage.port.catalogue_now.site)
    start(stage)


def link_lost(stage: Stage) -> None:
    start(stage)
    stage.feed.link_changed.emit(Link.STALE)


def paused(stage: Stage) -> None:
    window = start(stage)
    touched(window, "ecg")


def women_only(stage: Stage) -> None:
    window = start(stage)
    touched(window, "der")


def touched(window: KioskWindow, code: str) -> None:
    """Touch a clinic's tile where the page shows it, else go on to its page."""
    page = window.page
    for _ in range(10):
        for tile in page.tiles:  # type: ignore[union-attr]
            if tile.clinic.code == code:
                tile.click()
                return
        page.pager.more.click()  # type: ignore[union-attr]


def patient(stage: Stage) -> None:
    page = _clinic(stage).page
    if isinstance(page, PatientPage):
        page.keypad.set_text("28475")


def patient_wrong(stage: Stage) -> None:
    page = _clinic(stage).page
    if isinstance(page, PatientPage):
        page.keypad.set_text("28")
        page.keypad.keys()[-1].click()


def patient_unreadable(stage: Stage) -> None:
    page = _clinic(stage).page
    if isinstance(page, PatientPage):
        page.say_unreadable()


def priority(stage: Stage) -> None:
    window = _clinic(stage)
    window.visit.give_patient(None)


def issuing(stage: Stage) -> None:
    window = _clinic(stage)
    stage.port.away = StoreAway()
    window.visit.give_patient(None)
    window.visit.choose_priority(Priority.NONE)
    assert isinstance(window.page, IssuingPage)


def ticket_plain(stage: Stage) -> None:
    _draw(stage)


def ticket_printing(stage: Stage) -> None:
    stage.settings = replace(stage.settings, printer=FakePrinter())
    _draw(stage)


def ticket_not_printed(stage: Stage) -> None:
    stage.settings = replace(stage.settings, printer=FakePrinter("no paper"))
    _draw(stage, ticket("int", label="I-1000", ahead=11, estimate=None, floor="2", room="12"))
    stage.until(lambda: bool(stage.port.reported))


def ticket_again(stage: Stage) -> None:
    _draw(stage, ticket(existing=True, ahead=1))


def ticket_called(stage: Stage) -> None:
    _draw(stage, ticket(existing=True, ahead=0, state=TicketState.CALLED))


def ticket_next(stage: Stage) -> None:
    _draw(stage, ticket(ahead=0, room=None))


def refused(stage: Stage) -> None:
    _draw(stage, ClinicPaused(reason="", until=today_at(23, 59)), Step.REFUSED)


def already(stage: Stage) -> None:
    _draw(stage, AlreadyWaiting(), Step.REFUSED)


def busy(stage: Stage) -> None:
    _draw(stage, Busy(retry_after_s=5), Step.BUSY)


def out(stage: Stage) -> None:
    window = stage.open()
    stage.port.away = StoreAway(why="away")
    window.start(stage.language)
    stage.until(lambda: type(window.page).__name__ == "OutPage")


def idle(stage: Stage) -> None:
    window = start(stage)
    window.overlays.ask_whether_there(12)


def language(stage: Stage) -> None:
    start(stage).overlays.ask_language(stage.settings.languages)


def staff_code(stage: Stage) -> None:
    stage.open().ask_staff_code()


def help_called(stage: Stage) -> None:
    window = start(stage)
    window.ask_for_help()
    stage.until(lambda: bool(stage.port.helped))


NUMBER_SCENES: tuple[Scene, ...] = (
    home,
    clinics12,
    clinics5,
    clinics30,
    link_lost,
    paused,
    women_only,
    patient,
    patient_wrong,
    patient_unreadable,
    priority,
    issuing,
    ticket_plain,
    ticket_printing,
    ticket_not_printed,
    ticket_again,
    ticket_called,
    ticket_next,
    refused,
    already,
    busy,
    out,
    idle,
    language,
    staff_code,
    help_called,
)
