"""A kiosk with a fake port and feed on a screen of any arrangement, brought to one picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from domain.states import ClinicState
from domain.tickets import Catalogue
from kiosk.settings import KioskSettings
from kiosk.window import KioskWindow
from tests.kiosk.fakes import (
    SITE,
    FakeFeed,
    FakePort,
    catalogue,
    clinic,
    today_at,
)
from ui.tasks import Tasks

EMERGENCY = "الطبيب في حالة طارئة"
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
        ecg=clinic("ecg", state=ClinicState.PAUSED, reason=EMERGENCY),
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

    def open(self) -> KioskWindow:
        window = KioskWindow(self.port, self.feed, self.tasks, self.settings)
        window.resize(self.way.size)
        window.show()
        self.window = window
        self.until(lambda: self.port.asked > 0 and window.page is not None)
        self.settle()
        self.arrange(self.way)
        return window

    def arrange(self, way: Way) -> None:
        """Show the same in another arrangement, as when a patient touches the help rail."""
        assert self.window is not None
        self.way = way
        self.window.resize(way.size)
        look = replace(self.window.look, larger=way.larger, contrast=way.contrast, lower=way.lower)
        if look != self.window.look:
            self.window.restyle(look)

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
