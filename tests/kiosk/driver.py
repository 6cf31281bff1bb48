"""A kiosk in the hands of a test: touched and typed at as a patient does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from domain.states import Priority
from kiosk.choices_page import ChoicesPage
from kiosk.clinic_page import ClinicPage
from kiosk.clinic_tile import ClinicTile
from kiosk.home_page import HomePage
from kiosk.issuing_page import IssuingPage
from kiosk.need_page import NeedPage
from kiosk.needs import Need
from kiosk.patient_page import PatientPage
from kiosk.priority_page import PriorityPage
from kiosk.rail import Rail
from kiosk.settings import KioskSettings
from kiosk.ticket_page import TicketPage
from kiosk.window import KioskWindow
from tests.kiosk.fakes import FakeFeed, FakePort
from tests.ui.overlap import texts
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.key_button import KeyButton
from ui.widgets.pad import Pad

P = TypeVar("P", bound=QWidget)

LONG_S = 3600.0
"""Time that does not run out within a test."""


def settings(**changed: object) -> KioskSettings:
    """A kiosk without motion that waits for ever, unless told otherwise."""
    values: dict[str, object] = {
        "idle_ask_s": LONG_S,
        "idle_reset_s": LONG_S,
        "ticket_stay_s": LONG_S,
        "retry_s": LONG_S,
        "check_s": LONG_S,
        "settle_ms": 0,
        "motion": False,
    }
    return KioskSettings("http://kiosk.test/t/", **(values | changed))  # type: ignore[arg-type]


class Driver:
    """One kiosk window, its fakes, and the gestures of a patient."""

    def __init__(self, qtbot: QtBot, port: FakePort, chosen: KioskSettings, size: QSize) -> None:
        self.qtbot, self.port, self.feed = qtbot, port, FakeFeed()
        self.tasks = Tasks()
        self._wishes: tuple[str, ...] = ()
        self.window = KioskWindow(port, self.feed, self.tasks, chosen)
        self.window.resize(size)

    def open(self) -> None:
        self.window.show()
        # the first page is there once the database has said what there is
        self.qtbot.waitUntil(lambda: not isinstance(self.window.page, IssuingPage | None))

    def close(self) -> None:
        self.window.leave()
        self.tasks.close()
        self.window.deleteLater()

    def drain(self) -> None:
        """Wait until all that was asked of the port so far has been answered."""
        answers: list[None] = []
        self.tasks.run(lambda: None, answers.append, _fail)
        self.qtbot.waitUntil(lambda: bool(answers))

    def page(self, kind: type[P]) -> P:
        """The page shown, once it is of that kind."""
        self.qtbot.waitUntil(lambda: isinstance(self.window.page, kind))
        assert isinstance(self.window.page, kind)
        return self.window.page

    def touch(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, keys: str) -> None:
        QTest.keyClicks(self.window, keys)

    def tap(self, keys: str) -> None:
        """Touch the keys of the pad shown, one after another."""
        for wanted in keys:
            buttons = self.window.page.findChildren(KeyButton)  # type: ignore[union-attr]
            self.touch(next(key for key in buttons if key.text() == wanted))

    def accept(self) -> None:
        """Touch OK of the pad shown."""
        pad = self.window.page.findChild(Pad)  # type: ignore[union-attr]
        assert isinstance(pad, Pad)
        self.touch(pad.keys()[-1])

    def scan(self, text: str) -> None:
        """A bar-code reader types it and ends with Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        chord = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            chord |= modifier
        QTest.keyClick(self.window, key, chord)

    # -- the way -----------------------------------------------------------------------------

    def choose_language(self, language: str) -> ClinicPage:
        doors = self.page(HomePage).doors
        self.touch(next(door for door in doors if door.language == language))
        return self.page(ClinicPage)

    def choose_need(self, language: str = "en") -> NeedPage:
        """The language, at a site that does more than give numbers."""
        doors = self.page(HomePage).doors
        self.touch(next(door for door in doors if door.language == language))
        return self.page(NeedPage)

    def begin(self, need: Need, language: str = "en") -> QWidget:
        """Up to the first question of a need; answers its page."""
        page = self.choose_need(language)
        needs = self.window.visit.needs
        self.touch(page.tiles[needs.index(need)])
        self.qtbot.waitUntil(lambda: self.window.page is not page)
        assert self.window.page is not None
        return self.window.page

    def choose(self, value: object) -> None:
        """Touch one of the choices of the page shown."""
        tile = self.page(ChoicesPage).tile(value)
        assert tile is not None
        self.touch(tile)

    def tile(self, code: str) -> ClinicTile:
        page = self.page(ClinicPage)
        return next(tile for tile in page.tiles if tile.clinic.code == code)

    def to_patient(self, language: str = "en", code: str = "lab") -> PatientPage:
        self.choose_language(language)
        self.touch(self.tile(code))
        return self.page(PatientPage)

    def to_priority(self, language: str = "en", code: str = "lab") -> PriorityPage:
        self.touch(self.to_patient(language, code).skip)
        return self.page(PriorityPage)

    def ask(
        self, language: str = "en", code: str = "lab", priority: Priority = Priority.NONE
    ) -> None:
        """Up to the last touch, with which the number is asked for."""
        self.touch(self.to_priority(language, code).tiles[priority])

    def to_ticket(self, language: str = "en", code: str = "lab") -> TicketPage:
        self.ask(language, code)
        return self.page(TicketPage)

    # -- what is seen ------------------------------------------------------------------------

    @property
    def rail(self) -> Rail:
        return self.window.findChildren(Rail)[-1]

    def wish(self, name: str) -> None:
        self.touch(self.rail.buttons[name])

    def wish_all(self, names: tuple[str, ...]) -> None:
        self._wishes = names
        for name in names:
            self.wish(name)

    def wish_again(self) -> None:
        """The next patient wishes for the same as the one before."""
        self.page(HomePage)
        self.wish_all(self._wishes)

    @property
    def dialog(self) -> Dialog:
        self.qtbot.waitUntil(lambda: self.window.overlays.is_open)
        dialog = self.window.overlays.dialog
        assert dialog is not None
        return dialog

    def texts(self) -> str:
        """All that can be read now, a line each."""
        return "\n".join(texts(self.window)).translate({0x2066: None, 0x2068: None, 0x2069: None})

    def see(self, text: str) -> None:
        """Wait until the text can be read."""
        self.qtbot.waitUntil(lambda: text in self.texts(), timeout=3000)

    def place(self, widget: QWidget) -> QPoint:
        """The middle of a widget in the window."""
        return widget.mapTo(self.window, widget.rect().center())

    def touchable(self) -> list[QAbstractButton]:
        """What a patient can touch now; the mark is the staff's."""
        return [
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and button.accessibleName() != "Dawr"
        ]


Opener = Callable[..., Driver]


def _fail(error: Exception) -> None:
    raise error
