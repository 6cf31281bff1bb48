"""The clinics of a desk that has several: how many wait in each, its PIN, whether it is open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from domain.states import ClinicState
from domain.tickets import Clinic
from staff.look import Look
from staff.panel import Panel
from staff.scene import Scene
from staff.words import translate
from ui.languages import in_digits
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel

PIN_PX = (58, 30)
"""Width and height of a PIN in its line."""
_END = Qt.AlignmentFlag.AlignTrailing


@dataclass(frozen=True, slots=True)
class Line:
    """A clinic's widgets; without a PIN there is no button."""

    name: FittingLabel
    waiting: FittingLabel
    pin: BigButton | None


class ClinicsCard(Panel):
    """A line a clinic. With one alone, that is open, it says nothing new and is hidden.

    Signals:
        renewal_asked(str): the clinic whose PIN was pressed; each counts.
    """

    renewal_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._shown: tuple[tuple[str, bool], ...] = ()
        self.lines: dict[str, Line] = {}
        self._group = QButtonGroup(self, exclusive=False)
        self._group.buttonClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        pad = look.theme.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.theme.space(1))
        title = translate("Staff", "Clinics of this desk")
        column.addWidget(FittingLabel(look.theme, title, "panel_title", max_lines=2))
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(2))
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._inside)

    def show_scene(self, scene: Scene) -> None:
        several = len(scene.mine) > 1
        shown = tuple((one.code, several and one.pin_required) for one in scene.mine)
        if shown != self._shown:
            self._build(shown)
            self._shown = shown
        self.setVisible(several or scene.is_paused or scene.is_closed)
        for clinic in scene.mine:
            self._show_clinic(clinic, scene)

    def _show_clinic(self, clinic: Clinic, scene: Scene) -> None:
        line, wording = self.lines[clinic.code], self._look.wording
        waiting = () if scene.desk_list is None else scene.desk_list.waiting
        count = sum(one.clinic == clinic.code for one in waiting)
        state = state_words(clinic, self._look)
        name = wording.name(clinic.names)
        line.name.set_text(name + (f" · {state}" if state else ""))
        line.name.set_color("attention" if state else "text")
        line.waiting.set_text(wording.number(count) if scene.is_connected else "?")
        if line.pin is None:
            return
        pin = None if scene.desk_list is None else scene.desk_list.pins.get(clinic.code)
        line.pin.setText("?" if pin is None else in_digits(pin, wording.digits))
        line.pin.setAccessibleName(f"{translate('Staff', 'New PIN')}: {name}")
        line.pin.setEnabled(scene.shows_free and pin is not None)

    def _build(self, clinics: tuple[tuple[str, bool], ...]) -> None:
        for line in self.lines.values():
            for widget in (line.name, line.waiting, line.pin):
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.lines = {}
        for row, (code, has_pin) in enumerate(clinics):
            self.lines[code] = self._line(row, code, has_pin=has_pin)

    def _line(self, row: int, code: str, *, has_pin: bool) -> Line:
        theme = self._look.theme
        name = FittingLabel(theme, "", "body", max_lines=2)
        waiting = FittingLabel(theme, "", "body", bold=True, alignment=_END, max_lines=1)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(waiting, row, 1)
        name.show()
        waiting.show()
        return Line(name, waiting, self._pin(row, code) if has_pin else None)

    def _pin(self, row: int, code: str) -> BigButton:
        button = BigButton(
            self._look.theme, "?", kind=ButtonKind.PLAIN, role="small", parent=self._inside
        )
        button.setObjectName(code)
        button.setFixedSize(*PIN_PX)
        button.setToolTip(translate("Staff", "The clinic's PIN of today. Press for a new one."))
        self._group.addButton(button)
        self._grid.addWidget(button, row, 2)
        button.show()
        return button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.renewal_asked.emit(button.objectName())


def state_words(clinic: Clinic, look: Look) -> str:
    """Why a clinic takes no new patients now; empty when it is open."""
    if clinic.state is ClinicState.OPEN:
        return ""
    paused = clinic.state is ClinicState.PAUSED
    if clinic.until is None:
        return translate("Staff", "Paused") if paused else translate("Staff", "Closed for today")
    words = translate("Staff", "Paused until {time}")
    if not paused:
        words = translate("Staff", "Opens at {time}")
    return words.format(time=look.wording.time(clinic.until))
