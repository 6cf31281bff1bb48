"""The first page: in which room one works and for which clinics. Nobody signs in here yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.tickets import Clinic, Desk, DeskChoices, Room
from staff.choice_grid import Choice, ChoiceGrid
from staff.look import Look
from staff.panel import Panel
from staff.scroll_box import ScrollBox
from staff.serving_card import room_words
from staff.words import translate
from ui.languages import endonym
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.three_beads import ThreeBeads

NO_ROOM = ""
WIDTH_PX = 980


class ChoiceView(QWidget):
    """Rooms and clinics as buttons; the desk opens once a room and a clinic are chosen.

    Signals:
        opened(Desk): the person begins to work there.
        language_asked(str): another language.
        again_asked(): the choices could not be read and are wanted again.
    """

    opened = Signal(object)
    language_asked = Signal(str)
    again_asked = Signal()

    def __init__(
        self, look: Look, languages: Sequence[str], desk: Desk | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self._laid: list[QWidget] = []
        self.rooms: ChoiceGrid | None = None
        self.clinics: ChoiceGrid | None = None
        self.card = Panel(look.theme)
        self.card.setMaximumWidth(WIDTH_PX)
        self.languages = ChoiceGrid(
            look, [Choice(one, endonym(one)) for one in languages], per_row=max(1, len(languages))
        )
        self.languages.choose([look.wording.language])
        self.languages.changed.connect(self._language_chosen)
        self.trouble = FittingLabel(look.theme, "", "body", color="attention", bold=True)
        self.again = BigButton(look.theme, translate("Staff", "Try again"), kind=ButtonKind.PLAIN)
        self.beads = ThreeBeads(look.theme)
        self.begin = BigButton(
            look.theme, translate("Staff", "Open the desk"), "forward", kind=ButtonKind.FIRST
        )
        self.begin.setEnabled(False)
        self.begin.setMinimumHeight(56)
        self.begin.clicked.connect(self._begin)
        self.again.clicked.connect(self.again_asked)
        self._lay_out()
        self.show_trouble("")

    def _lay_out(self) -> None:
        theme = self._look.theme
        around = QGridLayout(self)
        around.setContentsMargins(16, 16, 16, 16)
        around.setColumnStretch(0, 1)
        around.setColumnStretch(1, 100)
        around.setColumnStretch(2, 1)
        around.setRowStretch(0, 1)
        around.setRowStretch(2, 1)
        around.addWidget(self.card, 1, 1)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(theme.space(3))
        head = QHBoxLayout()
        title = translate("Staff", "Where do you work now?")
        head.addWidget(FittingLabel(theme, title, "page_title", max_lines=1), 1)
        self.languages.setFixedWidth(330)
        head.addWidget(self.languages)
        column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.space(1))
        column.addLayout(self._body)
        column.addWidget(self.beads, 0, Qt.AlignmentFlag.AlignHCenter)
        wrong = QHBoxLayout()
        wrong.addWidget(self.trouble, 1)
        wrong.addWidget(self.again)
        column.addLayout(wrong)
        column.addWidget(self.begin)

    def show_trouble(self, sentence: str) -> None:
        """Say why the choices are not there; empty while they are on their way or have come."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))
        self.again.setVisible(bool(sentence))
        self.beads.setVisible(not sentence and self.rooms is None)

    @Slot(object)
    def show_choices(self, choices: DeskChoices) -> None:
        """Lay out the rooms and clinics; what was chosen before stays chosen."""
        desk = self.chosen() or self._desk
        self._clear()
        self.rooms = ChoiceGrid(self._look, self._rooms(choices.rooms), per_row=5)
        self.clinics = ChoiceGrid(
            self._look, self._clinics(choices.clinics), per_row=4, several=True
        )
        self._add(translate("Staff", "Room"), self.rooms)
        self._add(translate("Staff", "Clinics, one or more"), self.clinics)
        self.offer(desk)
        self.rooms.changed.connect(self.check)
        self.clinics.changed.connect(self.check)
        self.show_trouble("")
        self.check()
        first = self.begin if self.begin.isEnabled() else next(iter(self.rooms.buttons.values()))
        first.setFocus()

    def offer(self, desk: Desk | None) -> None:
        """Choose this desk beforehand, as far as it is there."""
        self._desk = desk
        if desk is not None and self.rooms is not None and self.clinics is not None:
            self.rooms.choose([desk.room or NO_ROOM])
            self.clinics.choose(desk.clinics)

    @Slot()
    def check(self) -> None:
        self.begin.setEnabled(self.chosen() is not None)

    def chosen(self) -> Desk | None:
        """The desk as far as it is chosen; None while room or clinic is missing."""
        if self.rooms is None or self.clinics is None:
            return None
        rooms, clinics = self.rooms.chosen(), self.clinics.chosen()
        if len(rooms) != 1 or not clinics:
            return None
        return Desk(rooms[0] or None, clinics)

    def _rooms(self, rooms: Sequence[Room]) -> list[Choice]:
        names = [Choice(one.name, room_words(one.name), "room") for one in rooms]
        return [*names, Choice(NO_ROOM, room_words(None))]

    def _clinics(self, clinics: Sequence[Clinic]) -> list[Choice]:
        return [Choice(one.code, self._look.wording.name(one.names), one.icon) for one in clinics]

    def _add(self, title: str, grid: ChoiceGrid) -> None:
        label = FittingLabel(self._look.theme, title, "panel_title", max_lines=1)
        for widget in (label, ScrollBox(self._look, grid, 236)):
            self._body.addWidget(widget)
            self._laid.append(widget)

    def _clear(self) -> None:
        for widget in self._laid:
            self._body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._laid = []

    @Slot()
    def _begin(self) -> None:
        desk = self.chosen()
        if desk is not None:
            self.opened.emit(desk)

    @Slot()
    def _language_chosen(self) -> None:
        for language in self.languages.chosen():
            if language != self._look.wording.language:
                self.language_asked.emit(language)
