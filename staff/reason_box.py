"""Why something is done: the usual reasons to choose from, and a line for any other."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from staff.choice_grid import Choice, ChoiceGrid
from staff.field import Field
from staff.look import Look
from staff.orders import REASON_LENGTH, Act
from staff.words import translate


class ReasonBox(QWidget):
    """A chosen reason is written into the line, where it can be changed.

    Signals:
        changed(): the reason is another one now.
    """

    changed = Signal()

    def __init__(self, look: Look, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reasons = usual_reasons(act)
        self._needed = act is not Act.TRANSFER
        name = translate("Staff", "Reason")
        if not self._needed:
            name = translate("Staff", "Reason (optional)")
        self.usual = ChoiceGrid(look, [Choice(each, each) for each in reasons], per_row=2)
        self.field = Field(look, name, REASON_LENGTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1))
        column.addWidget(self.usual)
        column.addWidget(self.field)
        self.usual.setVisible(bool(reasons))
        self.usual.changed.connect(self._take_usual)
        self.field.changed.connect(self._typed)

    def text(self) -> str:
        return self.field.text()

    def is_given(self) -> bool:
        return bool(self.text()) or not self._needed

    @Slot()
    def _take_usual(self) -> None:
        for reason in self.usual.chosen():
            self.field.set_text(reason)

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.changed.emit()


def usual_reasons(act: Act) -> tuple[str, ...]:
    """What most people write, so that two keys are enough."""
    return {
        Act.CALL_CHOSEN: (
            translate("Staff", "In pain"),
            translate("Staff", "Doctor asked for this patient"),
            translate("Staff", "With another patient"),
            translate("Staff", "Was passed over"),
        ),
        Act.HOLD: (
            translate("Staff", "Sent for a test"),
            translate("Staff", "Stepped out"),
            translate("Staff", "Papers missing"),
            translate("Staff", "Waiting for the doctor"),
        ),
        Act.CANCEL: (
            translate("Staff", "Patient left"),
            translate("Staff", "Wrong clinic"),
            translate("Staff", "Taken twice"),
            translate("Staff", "Patient asked for it"),
        ),
        Act.PRIORITY: (
            translate("Staff", "Seen at the desk"),
            translate("Staff", "Doctor asked for it"),
        ),
    }.get(act, ())
