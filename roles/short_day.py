"""A short day through the real windows, as people would make it: tap, ticket, call, wall, done.

Every touch goes through Qt's own events, and nothing waits but for what must come.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from display.window import DisplayWindow
from domain.names import LANGUAGES
from domain.states import ClinicState, Priority, TicketState
from domain.tickets import Clinic, Desk
from kiosk.clinic_page import ClinicPage
from kiosk.clinic_tile import ClinicTile
from kiosk.home_page import HomePage
from kiosk.need_page import NeedPage
from kiosk.patient_page import PatientPage
from kiosk.priority_page import PriorityPage
from kiosk.ticket_page import TicketPage
from kiosk.window import KioskWindow
from roles.desktop import Desktop
from roles.exam_walk import ExamWalk
from roles.plain import Plain
from staff.choice_view import NO_ROOM
from staff.open_desk import OpenDesk
from staff.orders import Act
from staff.window import StaffWindow

P = TypeVar("P", bound=QWidget)

SIZES_PX = {"kiosk": (1080, 1920), "staff": (1440, 900), "display": (1920, 1080)}
MOST_CALLS = 200


@dataclass
class ShortDay:
    """The three windows, and the folder for a picture of every step."""

    desktop: Desktop
    kiosk: KioskWindow
    staff: StaffWindow
    display: DisplayWindow
    folder: Path
    _count: int = field(default=0, init=False)
    _chosen: Clinic | None = field(default=None, init=False)

    def play(self) -> Iterator[str]:
        """Live through the day in each language; a line for each step that was taken."""
        self._make_folder()
        for name, window in self._windows().items():
            window.resize(*SIZES_PX[name])
            window.show()
        self.desktop.until(
            lambda: isinstance(self.kiosk.page, HomePage), "the kiosk's first screen"
        )
        for language in LANGUAGES:
            label = yield from self._take_number(language)
            yield from self._serve(language, label)
            self.go_home()
        yield from ExamWalk(self).play(LANGUAGES[1])

    def choose_language(self, language: str) -> None:
        """Through a door of the kiosk's first screen."""
        home = self.page(HomePage)
        self.tap(next(door for door in home.doors if door.language == language))
        self.desktop.until(lambda: not isinstance(self.kiosk.page, HomePage), "the kiosk's answer")

    def go_home(self) -> None:
        """Touch Done; a ticket that stood its time has gone by itself."""
        if isinstance(self.kiosk.page, TicketPage):
            self.tap(self.kiosk.page.done_button)
        self.expect(HomePage)

    def _take_number(self, language: str) -> Generator[str, None, str]:
        """At the kiosk, up to the number; answers its label."""
        yield self.picture("kiosk", language, "home")
        self.choose_language(language)
        if isinstance(self.kiosk.page, NeedPage):  # left out where there is one need alone
            yield self.picture("kiosk", language, "what for")
            self.tap(self.kiosk.page.tiles[0])
        clinics = self.expect(ClinicPage)
        self.desktop.until(lambda: clinics.tiles, "the clinics on the kiosk")
        yield self.picture("kiosk", language, "clinics")
        self.tap(self._choose(clinics))
        patient = self.expect(PatientPage)
        yield self.picture("kiosk", language, "patient")
        self.tap(patient.skip)
        priority = self.expect(PriorityPage)
        yield self.picture("kiosk", language, "priority")
        self.tap(priority.tiles[Priority.NONE])
        self.expect(TicketPage)
        ticket = self.kiosk.visit.ticket
        if ticket is None:
            raise Plain("The kiosk shows a ticket that it does not have.")
        yield self.picture("kiosk", language, f"ticket {ticket.label}")
        return ticket.label

    def _serve(self, language: str, label: str) -> Iterator[str]:
        """At the desk: seen in the list, called, on the wall, begun and done."""
        if self._chosen is None:
            raise Plain("Nobody took a number yet.")
        desk = self.open_desk(language, self._chosen)
        self.desktop.until(lambda: label in waiting(desk), f"{label} in the desk's list")
        yield self.picture("staff", language, f"{label} waits")
        self.call(desk, label)
        yield self.picture("staff", language, f"{label} is called")
        self.desktop.until(lambda: self._on_the_wall() == label, f"{label} on the wall")
        yield self.picture("display", language, f"{label} on the wall")
        buttons = desk.desk.card.grid.buttons
        self.tap(buttons[Act.START])
        self.desktop.until(lambda: _is_served(desk), f"the service of {label}")
        yield self.picture("staff", language, f"{label} is served")
        self.tap(buttons[Act.DONE])
        self.desktop.until(lambda: in_hand(desk) is None, f"the end of {label}")
        yield self.picture("staff", language, f"{label} is done")

    def call(self, desk: OpenDesk, label: str) -> None:
        """Call next until it is this one's turn."""
        self.desktop.until(lambda: label in waiting(desk), f"{label} in the desk's list")
        for _ in range(MOST_CALLS):
            self.call_next(desk)
            if in_hand(desk) == label:
                break

    def call_next(self, desk: OpenDesk) -> None:
        """Whoever is next; on a line that others wait in too, that ends the one before."""
        before = in_hand(desk)
        self.tap(desk.desk.call_next)
        self.desktop.until(lambda: in_hand(desk) not in (before, None), "the next patient")

    def open_desk(self, language: str, clinic: Clinic) -> OpenDesk:
        """Choose language, room and clinic on the first page, and open the desk."""
        staff = self.staff
        if staff.desk is not None:
            staff.choose_again()
            self.desktop.until(lambda: staff.desk is None, "the desk's first page")
        self.desktop.until(lambda: staff.choice.clinics is not None, "the rooms and clinics")
        self.tap(staff.choice.languages.buttons[language])
        self.desktop.until(lambda: staff.choice.clinics is not None, "the rooms and clinics")
        what = f"the choice of {clinic.code} at the desk"
        self.desktop.until(lambda: self._has_chosen(Desk(clinic.room, (clinic.code,))), what)
        self.tap(staff.choice.begin)
        self.desktop.until(lambda: staff.desk is not None, "the desk")
        if staff.desk is None:
            raise Plain("The desk did not open.")
        return staff.desk

    def _has_chosen(self, wanted: Desk) -> bool:
        """Touch what is not chosen yet; rooms and clinics may be read anew meanwhile."""
        choice = self.staff.choice
        if choice.rooms is None or choice.clinics is None:
            return False
        room = choice.rooms.buttons[wanted.room or NO_ROOM]
        wrong = [] if room.isChecked() else [room]
        for code, button in choice.clinics.buttons.items():
            if button.isChecked() != (code in wanted.clinics):
                wrong.append(button)
        for button in wrong:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return choice.chosen() == wanted

    def _choose(self, page: ClinicPage) -> QAbstractButton:
        """The tile of the clinic with the shortest line that serves anybody; the same all day."""
        tiles = [tile for tile in page.tiles if tile.clinic.state is ClinicState.OPEN]
        if self._chosen is not None:
            tiles = [tile for tile in tiles if tile.clinic.code == self._chosen.code]
        tiles = [tile for tile in tiles if tile.clinic.gender == "any"]
        if not tiles:
            raise Plain("No clinic gives numbers to anybody now; open one first.")
        shortest = min(tiles, key=_waiting_there)
        self._chosen = shortest.clinic
        return shortest

    def page(self, kind: type[P]) -> P:
        page = self.kiosk.page
        if not isinstance(page, kind):
            raise Plain(f"The kiosk does not show its {kind.__name__}.")
        return page

    def expect(self, kind: type[P]) -> P:
        """The kiosk's next page, waited for."""
        self.desktop.until(
            lambda: isinstance(self.kiosk.page, kind), f"the kiosk's {kind.__name__}"
        )
        return self.page(kind)

    def _on_the_wall(self) -> str | None:
        call = self.display.wall.banner.value.call
        return None if call is None else call.label

    def tap(self, button: QAbstractButton) -> None:
        """Touch the middle of a button, which must be there to be touched."""
        self.desktop.until(
            lambda: button.isVisible() and button.isEnabled(),
            f"the button {button.accessibleName() or button.text()}",
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def picture(self, name: str, language: str, what: str) -> str:
        """Keep what the window shows now; answers the line for this step."""
        self._count += 1
        file = self.folder / f"{self._count:02d}-{name}-{language}-{what.replace(' ', '-')}.png"
        if not self._windows()[name].grab().save(str(file)):
            raise Plain(f"The picture {file} cannot be written; choose another folder.")
        return f"{self._count:02d} {name}, {language}: {what}"

    def _windows(self) -> dict[str, QWidget]:
        return {"kiosk": self.kiosk, "staff": self.staff, "display": self.display}

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Plain(f"The folder {self.folder} cannot be made: {error.strerror}.") from error


def waiting(desk: OpenDesk) -> list[str]:
    seen = desk.state.scene.desk_list
    return [] if seen is None else [ticket.label for ticket in seen.waiting]


def in_hand(desk: OpenDesk) -> str | None:
    ticket = desk.state.scene.in_hand
    return None if ticket is None else ticket.label


def _is_served(desk: OpenDesk) -> bool:
    ticket = desk.state.scene.in_hand
    return ticket is not None and ticket.state is TicketState.SERVING


def _waiting_there(tile: ClinicTile) -> int:
    return tile.clinic.waiting
