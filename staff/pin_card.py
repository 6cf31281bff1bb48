"""Today's PIN of the desk's clinic, to be said to a patient whose visit ends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from staff.look import Look
from staff.panel import Panel
from staff.scene import Scene
from staff.words import translate
from ui.languages import in_digits
from ui.text import start_of
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.number_label import NumberLabel


class PinCard(Panel):
    """For a desk of one clinic that asks for a PIN; those of several stand in their lines.

    Signals:
        renewal_asked(str): the clinic whose PIN is to be another one; each counts.
    """

    renewal_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._clinic = ""
        theme = look.theme
        title = translate("Staff", "Today's PIN")
        self.number = NumberLabel(theme, "?", "pin", alignment=start_of(rtl=False))
        self.button = BigButton(
            theme, translate("Staff", "New PIN"), kind=ButtonKind.PLAIN, role="small"
        )
        self.button.setFixedHeight(40)
        self.button.clicked.connect(self._clicked)
        hint = translate("Staff", "Say it when the visit ends")
        column = QVBoxLayout(self)
        pad = theme.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.space(1))
        row = QHBoxLayout()
        row.addWidget(self.number, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(FittingLabel(theme, title, "panel_title", max_lines=1))
        column.addLayout(row)
        column.addWidget(FittingLabel(theme, hint, "small", color="second_text", max_lines=2))

    def show_scene(self, scene: Scene) -> None:
        alone = scene.mine[0] if len(scene.mine) == 1 else None
        self.setVisible(alone is not None and alone.pin_required)
        if alone is None:
            return
        self._clinic = alone.code
        pin = None if scene.desk_list is None else scene.desk_list.pins.get(alone.code)
        self.number.set_text("?" if pin is None else in_digits(pin, self._look.wording.digits))
        self.button.setEnabled(scene.shows_free and pin is not None)

    @Slot()
    def _clicked(self) -> None:
        self.renewal_asked.emit(self._clinic)
