"""The nurse's window: the choice of room and clinics first, then the desk.

It is handed the port, the feed, the worker and its settings, and fetches nothing by itself.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from domain.feed import Link
from domain.names import name_in
from domain.ports import StaffPort
from domain.tickets import Catalogue, Desk, DeskChoices
from staff.choice_view import ChoiceView
from staff.look import Look
from staff.open_desk import OpenDesk
from staff.orders import Act
from staff.reading import Reading
from staff.refusals import sentence_of
from staff.scene import Scene
from staff.settings import StaffSettings
from staff.shortcuts import Shortcuts
from staff.title_bar import TitleBar
from staff.wiring import StaffFeed, Worker
from staff.words import Wording, translate
from ui.languages import install
from ui.theme import Theme

SMALLEST_PX = (1180, 720)
USUAL_PX = (1440, 900)


class StaffWindow(QWidget):
    """Begins with the choice; `open_desk` and `choose_again` go from one page to the other."""

    def __init__(
        self, port: StaffPort, feed: StaffFeed, tasks: Worker, settings: StaffSettings
    ) -> None:
        super().__init__()
        self._port = port
        self._feed = feed
        self._tasks = tasks
        self._settings = settings
        self._choices: DeskChoices | None = None
        self._last_desk = settings.desk
        self.desk: OpenDesk | None = None
        self.setMinimumSize(*SMALLEST_PX)
        self.resize(*USUAL_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.shortcuts = Shortcuts(self)
        self._connect_keys()
        self._reading = Reading(port.choices, tasks, self)
        self._reading.came.connect(self._choices_came)
        self._reading.failed.connect(self._choices_failed)
        feed.link_changed.connect(self._link_changed)
        feed.catalogue_changed.connect(self._catalogue_came)
        self.speak(settings.language)
        self._reading.read()
        feed.start()

    @property
    def look(self) -> Look:
        return self._look

    @Slot(str)
    def speak(self, language: str) -> None:
        """Build the first page anew in another language."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            install(app, language)
        self._look = Look(
            self._theme(language), self._wording(language), self._settings.wait_limits
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color("ground"))
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color("text"))
        self.setPalette(palette)
        self.setWindowTitle(translate("Staff", "Desk"))
        self._build()

    @Slot(object)
    def open_desk(self, desk: Desk) -> None:
        """Begin to work in that room for those clinics."""
        self._drop_desk()
        clinics = () if self._choices is None else self._choices.clinics
        self._last_desk = desk
        self._reading.stop()
        self._feed.watch(desk.clinics)
        scene = Scene(desk, clinics, self._feed.link)
        self.desk = OpenDesk(self._look, self._port, self._feed, self._tasks, scene, self)
        self.desk.shown.connect(self.bar.show_scene)
        self.desk.busy_changed.connect(self._question_open)
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        self.bar.pages.show_page(0)
        self.desk.begin()
        self.desk.desk.call_next.setFocus()

    @Slot()
    def choose_again(self) -> None:
        """Leave the desk for the first page; not while an answer is under way or lost."""
        if self.desk is None or not self.desk.is_free:
            return
        self._drop_desk()
        self.bar.show_choosing()
        self.bar.badge.show_link(self._feed.link)
        self.choice.offer(self._last_desk)
        self.pages.setCurrentWidget(self.choice)
        self._reading.read()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._reading.stop()
        self._drop_desk()
        self._feed.stop()
        super().closeEvent(event)

    def _theme(self, language: str) -> Theme:
        return Theme(
            "staff",
            language,
            high_contrast=self._settings.high_contrast,
            motion=self._settings.motion,
        )

    def _wording(self, language: str) -> Wording:
        zone: dt.tzinfo = dt.UTC
        if self._choices is not None:
            zone = ZoneInfo(self._choices.site.time_zone)
        return Wording(language, self._settings.digits, zone)

    def _build(self) -> None:
        """The bar and the first page, in place of those that were there."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        site = "" if self._choices is None else self._site_name(self._choices)
        self.bar = TitleBar(self._look, site)
        self.bar.badge.show_link(self._feed.link)
        self.bar.desk_asked.connect(self.choose_again)
        self.bar.page_opened.connect(self._open_page)
        self.choice = ChoiceView(self._look, self._settings.languages, self._last_desk)
        self.choice.opened.connect(self.open_desk)
        self.choice.language_asked.connect(self.speak)
        self.choice.again_asked.connect(self._reading.read)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.choice)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.pages, 1)
        if self._choices is not None:
            self.choice.show_choices(self._choices)

    def _site_name(self, choices: DeskChoices) -> str:
        return name_in(choices.site.names, self._look.wording.language)

    def _drop_desk(self) -> None:
        desk, self.desk = self.desk, None
        if desk is not None:
            desk.end()
            desk.hide()
            self.pages.removeWidget(desk)
            desk.deleteLater()

    def _connect_keys(self) -> None:
        self.shortcuts.pressed.connect(self._pressed)
        self.shortcuts.again_pressed.connect(self._again)
        self.shortcuts.next_pressed.connect(self._next_in_hand)
        self.shortcuts.list_pressed.connect(self._focus_list)

    @Slot(object)
    def _choices_came(self, choices: DeskChoices) -> None:
        first = self._choices is None
        self._choices = choices
        if self.desk is not None:
            return
        if first:
            self.speak(self._look.wording.language)
        else:
            self.choice.show_choices(choices)

    @Slot(object)
    def _choices_failed(self, why: Exception) -> None:
        self.choice.show_trouble(sentence_of(why, "", self._look.wording))

    @Slot(object)
    def _catalogue_came(self, catalogue: Catalogue) -> None:
        self.bar.set_site(name_in(catalogue.site.names, self._look.wording.language))

    @Slot(object)
    def _link_changed(self, link: Link) -> None:
        if self.desk is None:
            self.bar.badge.show_link(link)

    @Slot(int)
    def _open_page(self, place: int) -> None:
        if self.desk is not None:
            self.desk.open_page(place)

    @Slot(bool)
    def _question_open(self, is_open: bool) -> None:
        self.shortcuts.set_enabled(not is_open)

    @Slot(object)
    def _pressed(self, act: Act) -> None:
        if self.desk is not None:
            self.desk.press(act)

    @Slot()
    def _again(self) -> None:
        if self.desk is not None:
            self.desk.state.presses.again()

    @Slot()
    def _next_in_hand(self) -> None:
        if self.desk is not None:
            self.desk.next_in_hand()

    @Slot()
    def _focus_list(self) -> None:
        if self.desk is not None:
            self.desk.focus_list()
