"""Choices side by side, one or several of them; each is a button that stays down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from staff.look import Look
from ui.widgets.big_button import BigButton, ButtonKind


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice is known by, its words, and an icon where it has one."""

    key: str
    words: str
    icon: str = ""


TALL_PX = 50
"""Room for a name in two lines."""


class ChoiceGrid(QWidget):
    """Choices in reading order, so many a row.

    Signals:
        changed(): another choice, or one more or less.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        choices: Sequence[Choice],
        *,
        per_row: int = 3,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self, exclusive=not several)
        self._group.buttonToggled.connect(self._toggled)
        self.buttons: dict[str, BigButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._gap = look.theme.space(1)
        grid.setSpacing(self._gap)
        for place, choice in enumerate(choices):
            button = BigButton(
                look.theme, choice.words, choice.icon, kind=ButtonKind.PLAIN, role="small"
            )
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFixedHeight(TALL_PX)
            button.setToolTip(choice.words)
            self._group.addButton(button)
            self.buttons[choice.key] = button
            grid.addWidget(button, *divmod(place, per_row))
        for column in range(per_row):
            grid.setColumnStretch(column, 1)

    def rows_px(self, rows: int) -> int:
        """The height of so many rows, whole."""
        return rows * TALL_PX + (rows - 1) * self._gap

    def chosen(self) -> tuple[str, ...]:
        """The keys that are down, in reading order."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Put these down; keys that are not there are passed over."""
        for key, button in self.buttons.items():
            if key in keys or not self._group.exclusive():
                button.setChecked(key in keys)

    @Slot(QAbstractButton, bool)
    def _toggled(self, _button: QAbstractButton, _down: bool) -> None:
        self.changed.emit()
