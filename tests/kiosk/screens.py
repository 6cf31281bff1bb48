"""Draws every screen of the kiosk in every arrangement, from real widgets."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from domain.errors import AlreadyWaiting, Busy, ClinicPaused, Refusal, StoreAway
from domain.feed import Link
from domain.states import ClinicState, Priority, TicketState
from domain.tickets import Catalogue, IssuedTicket
from kiosk.patient_page import PatientPage
from kiosk.settings import KioskSettings
from kiosk.visit import NEEDS, Need, Step
from kiosk.window import KioskWindow
from tests.kiosk.fakes import (
    SITE,
    FakeFeed,
    FakePort,
    FakePrinter,
    catalogue,
    clinic,
    ticket,
    today_at,
)
from ui.tasks import Tasks

FOLLOW = "http://192.168.10.20:8765/t/"
PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)


@dataclass(frozen=True)
class Way:
    """An arrangement of the screen: its size and what the patient wished for."""

    name: str
    size: QSize
    larger: bool = False
    contrast: bool = False
    lower: bool = False

    @property
    def is_plain(self) -> bool:
        return not (self.larger or self.contrast or self.lower)


WAYS = (
    Way("portrait", PORTRAIT),
    Way("landscape", LANDSCAPE),
    Way("larger", PORTRAIT, larger=True),
    Way("contrast", PORTRAIT, contrast=True),
    Way("lower", PORTRAIT, lower=True),
    Way("landscape-larger", LANDSCAPE, larger=True),
    Way("landscape-lower", LANDSCAPE, lower=True),
    Way("all", PORTRAIT, larger=True, contrast=True, lower=True),
    Way("landscape-all", LANDSCAPE, larger=True, contrast=True, lower=True),
)


def busy_day() -> Catalogue:
    """Twelve clinics, some of which give no numbers now."""
    return catalogue(
        12,
        dnt=clinic("dnt", state=ClinicState.PAUSED, until=today_at(23, 59)),
        aud=clinic("aud", state=ClinicState.CLOSED, until=today_at(23, 58)),
        ecg=clinic("ecg", state=ClinicState.PAUSED, reason="الطبيب في حالة طارئة"),
        der=clinic("der", gender="female"),
        psy=clinic("psy", state=ClinicState.CLOSED),
    )


class Stage:
    """A kiosk with a fake port and feed, brought to one screen."""

    def __init__(self, language: str, way: Way, **settings: object) -> None:
        self.port = FakePort(busy_day())
        self.feed = FakeFeed()
        self.tasks = Tasks()
        order = (language, *(each for each in SITE.languages if each != language))
        site = replace(SITE, languages=order)
        self.port.catalogue_now = replace(self.port.catalogue_now, site=site)
        self.settings = KioskSettings(
            FOLLOW, languages=order, settle_ms=0, motion=False, exit_code="2468", hide_cursor=False
        )
        self.settings = replace(self.settings, **settings)  # type: ignore[arg-type]
        self.language, self.way = language, way
        self.window: KioskWindow | None = None

    def open(self, needs: tuple[Need, ...] = NEEDS) -> KioskWindow:
        window = KioskWindow(self.port, self.feed, self.tasks, self.settings, needs=needs)
        window.resize(self.way.size)
        window.show()
        self.window = window
        self.until(lambda: self.port.asked > 0 and window.page is not None)
        self.settle()
        way = self.way
        window.restyle(
            replace(window.look, larger=way.larger, contrast=way.contrast, lower=way.lower)
        )
        return window

    def until(self, condition: Callable[[], bool], limit_ms: int = 5000) -> None:
        """Let events happen until it is so."""
        loop = QEventLoop()
        poll = QTimer(interval=5)
        poll.timeout.connect(lambda: loop.quit() if condition() else None)
        poll.start()
        stop = QTimer(singleShot=True, interval=limit_ms)
        stop.timeout.connect(loop.quit)
        stop.start()
        if not condition():
            loop.exec()
        poll.stop()
        stop.stop()

    def settle(self) -> None:
        for _ in range(4):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def close(self) -> None:
        if self.window is not None:
            self.window.leave()
            self.window.deleteLater()
        self.tasks.close()
        self.settle()


Scene = Callable[[Stage], None]


def _start(stage: Stage, needs: tuple[Need, ...] = NEEDS) -> KioskWindow:
    window = stage.open(needs)
    window.start(stage.language)
    return window


def _clinic(stage: Stage) -> KioskWindow:
    window = _start(stage)
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


def need(stage: Stage) -> None:
    more = Need("appointment", NEEDS[0].sentence, Step.CLINIC)
    _start(stage, (NEEDS[0], more))


def clinics12(stage: Stage) -> None:
    _start(stage)
    stage.feed.link_changed.emit(Link.LIVE)


def clinics5(stage: Stage) -> None:
    stage.port.catalogue_now = replace(
        stage.port.catalogue_now, clinics=stage.port.catalogue_now.clinics[4:9]
    )
    _start(stage)


def clinics30(stage: Stage) -> None:
    stage.port.catalogue_now = replace(catalogue(30), site=stage.port.catalogue_now.site)
    _start(stage)


def link_lost(stage: Stage) -> None:
    _start(stage)
    stage.feed.link_changed.emit(Link.STALE)


def paused(stage: Stage) -> None:
    window = _start(stage)
    touched(window, "ecg")


def women_only(stage: Stage) -> None:
    window = _start(stage)
    touched(window, "der")


def touched(window: KioskWindow, code: str) -> None:
    """Touch a clinic's tile where the page shows it, else go on to its page."""
    page = window.page
    for _ in range(10):
        for tile in page.tiles:  # type: ignore[union-attr]
            if tile.clinic.code == code:
                tile.click()
                return
        page.more.click()  # type: ignore[union-attr]


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
    stage.port.away = StoreAway()
    window = _clinic(stage)
    window.visit.give_patient(None)
    window.visit.choose_priority(Priority.NONE)


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
    window = _start(stage)
    window.overlays.ask_whether_there(12)


def language(stage: Stage) -> None:
    _start(stage).overlays.ask_language(stage.settings.languages)


def staff_code(stage: Stage) -> None:
    stage.open().ask_staff_code()


def help_called(stage: Stage) -> None:
    window = _start(stage)
    window.ask_for_help()
    stage.until(lambda: bool(stage.port.helped))


SCENES: dict[str, Scene] = {
    each.__name__: each
    for each in (
        home,
        need,
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
}


def scenes(language: str, ways: tuple[Way, ...] = WAYS) -> Iterator[tuple[str, Stage]]:
    """Each scene in each way, open and laid out; it is closed when the next one is asked for."""
    for way, (name, scene) in itertools.product(ways, SCENES.items()):
        stage = Stage(language, way)
        try:
            scene(stage)
            stage.settle()
            yield f"kiosk-{way.name}-{name}-{language}", stage
        finally:
            stage.close()


def render(out: Path, language: str, ways: tuple[Way, ...] = WAYS) -> list[Path]:
    """Draw all screens in one language into a folder; answers the pictures' paths."""
    out.mkdir(parents=True, exist_ok=True)
    pictures = []
    for name, stage in scenes(language, ways):
        path = out / f"{name}.png"
        if stage.window is not None:
            stage.window.grab().save(str(path))
            pictures.append(path)
    return pictures
