"""The screens of exams, appointments and of leaving a clinic with its PIN."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.errors import (
    BookingNotFound,
    IncorrectPin,
    OutsideCheckInWindow,
    PinLocked,
    RateLimited,
    WrongSequence,
    WrongState,
)
from domain.ports import Left, LoggedIn
from domain.states import Priority
from kiosk.code_page import CodePage
from kiosk.digits_page import DigitsPage
from kiosk.needs import APPOINTMENT, EXAM, LEAVE, SEE_CLINIC, Need, Step
from kiosk.patient_page import PatientPage
from kiosk.window import KioskWindow
from tests.kiosk.fakes import GENERAL, NOTE, FakePrinter, everything, route, ticket, today_at
from tests.kiosk.scenes import start
from tests.kiosk.stage import Scene, Stage


def _offer_all(stage: Stage, clinics: int = 12) -> None:
    """A site with exams, bookings and PINs; its languages stay the stage's."""
    site = stage.port.catalogue_now.site
    stage.port.catalogue_now = replace(everything(clinics), site=site)


def _begin(stage: Stage, need_: Need) -> KioskWindow:
    _offer_all(stage)
    window = start(stage)
    window.visit.choose_need(need_)
    return window


def _log_in(stage: Stage, answer: object, step: Step = Step.TICKET) -> None:
    stage.port.answers = [answer]
    window = _begin(stage, EXAM)
    window.visit.choose_exam("recruitment", "male")
    window.visit.give_patient("28475")
    stage.until(lambda: window.visit.step is step)


def _to_pin(stage: Stage) -> KioskWindow:
    window = _begin(stage, LEAVE)
    window.visit.choose_leaving(stage.port.catalogue_now.clinics[4])
    window.visit.give_number(15)
    return window


def _leave(stage: Stage, answer: object, step: Step) -> None:
    stage.port.answers = [answer]
    window = _to_pin(stage)
    window.visit.give_pin("47")
    stage.until(lambda: window.visit.step is step)


def _check_in(stage: Stage, answer: object, step: Step) -> None:
    stage.port.answers = [answer]
    window = _begin(stage, APPOINTMENT)
    window.visit.give_code("AB7KQ2XW")
    stage.until(lambda: window.visit.step is step)


def need(stage: Stage) -> None:
    _offer_all(stage)
    start(stage)


def exam(stage: Stage) -> None:
    _begin(stage, EXAM)


def section(stage: Stage) -> None:
    _begin(stage, EXAM).visit.choose_exam("general", None)


def exam_patient(stage: Stage) -> None:
    window = _begin(stage, EXAM)
    window.visit.choose_exam("recruitment", "male")
    if isinstance(window.page, PatientPage):
        window.page.keypad.set_text("28")
        window.page.keypad.keys()[-1].click()


def route_begun(stage: Stage) -> None:
    stage.settings = replace(stage.settings, printer=FakePrinter())
    _log_in(stage, LoggedIn(existing=False, route=route(), ticket=ticket()))


def route_on(stage: Stage) -> None:
    held = ticket("int", label="I-012", existing=True, ahead=2, floor="2", room="5")
    _log_in(stage, LoggedIn(existing=True, route=route(4), ticket=held))


def route_with_note(stage: Stage) -> None:
    stage.settings = replace(stage.settings, printer=FakePrinter("no paper"))
    women = route(codes=("int", "eye", "der"), note=NOTE, names=GENERAL, gender="female")
    held = ticket("int", label="I-1012", ahead=11, floor="2", room="5")
    _log_in(stage, LoggedIn(existing=False, route=women, ticket=held))
    stage.until(lambda: bool(stage.port.reported))


def route_complete(stage: Stage) -> None:
    _log_in(stage, LoggedIn(existing=True, route=route(10), ticket=None), Step.FAREWELL)


def route_waits(stage: Stage) -> None:
    waits = route(6, entered=False)
    _log_in(stage, LoggedIn(existing=True, route=waits, ticket=None), Step.FAREWELL)


def limit(stage: Stage) -> None:
    _log_in(stage, RateLimited(retry_after_s=60), Step.REFUSED)


def due(stage: Stage) -> None:
    stage.port.answers = [WrongSequence(due="ent")]
    window = _begin(stage, SEE_CLINIC)
    window.visit.choose_clinic(stage.port.catalogue_now.clinics[0], None)
    window.visit.give_patient("28475")
    window.visit.choose_priority(Priority.NONE)
    stage.until(lambda: window.visit.step is Step.REFUSED)


def code(stage: Stage) -> None:
    page = _begin(stage, APPOINTMENT).page
    if isinstance(page, CodePage):
        page.pad.set_text("AB7KQ")


def code_unknown(stage: Stage) -> None:
    _check_in(stage, BookingNotFound(), Step.CODE)


def code_early(stage: Stage) -> None:
    at = today_at(23, 59)
    _check_in(stage, OutsideCheckInWindow(opens_at=at, closes_at=at), Step.REFUSED)


def code_other_day(stage: Stage) -> None:
    at = today_at(9) + dt.timedelta(days=3)
    _check_in(stage, OutsideCheckInWindow(opens_at=at, closes_at=at), Step.REFUSED)


def code_late(stage: Stage) -> None:
    at = today_at(0, 0)
    _check_in(stage, OutsideCheckInWindow(opens_at=at, closes_at=at), Step.REFUSED)


def leaving(stage: Stage) -> None:
    _begin(stage, LEAVE)


def number(stage: Stage) -> None:
    window = _begin(stage, LEAVE)
    window.visit.choose_leaving(stage.port.catalogue_now.clinics[4])
    if isinstance(window.page, DigitsPage):
        window.page.keypad.set_text("15")


def pin(stage: Stage) -> None:
    page = _to_pin(stage).page
    if isinstance(page, DigitsPage):
        page.keypad.set_text("4")


def pin_wrong(stage: Stage) -> None:
    _leave(stage, IncorrectPin(attempts_left=2), Step.PIN)


def pin_locked(stage: Stage) -> None:
    _leave(stage, PinLocked(until=today_at(11, 15), retry_after_s=600), Step.PIN)


def not_called(stage: Stage) -> None:
    _leave(stage, WrongState(state="WAITING", by=None, at=None), Step.REFUSED)


def left_for_next(stage: Stage) -> None:
    drawn = ticket("sur", label="S-003", ahead=1, floor="2", room="6")
    _leave(stage, Left("int", "I-015", drawn, route(5)), Step.TICKET)


def left(stage: Stage) -> None:
    _leave(stage, Left("int", "I-015", None, None), Step.FAREWELL)


ROUTE_SCENES: tuple[Scene, ...] = (
    need,
    exam,
    section,
    exam_patient,
    route_begun,
    route_on,
    route_with_note,
    route_complete,
    route_waits,
    limit,
    due,
    code,
    code_unknown,
    code_early,
    code_other_day,
    code_late,
    leaving,
    number,
    pin,
    pin_wrong,
    pin_locked,
    not_called,
    left_for_next,
    left,
)
