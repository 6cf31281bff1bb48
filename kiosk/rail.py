"""The help rail of every screen: what makes it easier to see, reach, hear and understand.

Read aloud is there only where the kiosk has a voice: a button that does nothing helps nobody.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kiosk import words
from kiosk.look import REACH, Look
from ui.languages import endonym, list_of
from ui.widgets.big_button import BigButton, ButtonKind

HEIGHT = 176
LARGER = 1.2
"""Two lines of larger text need that much more height."""
WIDTH = 220
LOW_KEY = 125
LOW_ROW = 112
LOW_WIDTH = 430
GAP = 14


class Rail(QWidget):
    """Buttons that stay where they are on every screen.

    In lower reach Back and Language stand above the others, as the page's head is out of reach;
    in landscape all of them stand in two columns at the end, below the line of reach.

    Signals:
        touched: str, the button's name in `buttons`: larger, contrast, lower, read, help, language
            or back. Each counts; the window does what is wished.
    """

    touched = Signal(str)

    def __init__(
        self,
        look: Look,
        languages: tuple[str, ...],
        *,
        reading: bool | None,
        back: bool,
        dark: bool = False,
        choosing: bool = False,
    ) -> None:
        """`reading` is None where there is no voice; `choosing` leaves out the language."""
        super().__init__()
        self._look, self._dark = look, dark
        self._theme = look.theme.on_dark() if dark else look.theme
        self.setLayoutDirection(look.direction)
        self.buttons: dict[str, BigButton] = {}
        self._wish("larger", words.LARGER, "text-size", on=look.larger)
        self._wish("contrast", words.CONTRAST, "contrast", on=look.contrast)
        self._wish("lower", words.LOWER, "reach", on=look.lower)
        if reading is not None:
            self._wish("read", words.READ, "volume", on=reading)
        self._wish("help", words.HELP, "call")
        others = [each for each in languages if each != look.language]
        row = look.lower and back
        if others and not choosing:
            names = list_of([endonym(each) for each in others])
            self._add("language", names, "language", stacked=not (row and look.portrait))
        if row:
            self._add("back", look.say(words.BACK), "back", stacked=not look.portrait)
        self._arrange()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = "ground" if self._dark else "soft"
        if self._look.lower and not self._dark:
            ground = "ground"
        QPainter(self).fillRect(self.rect(), self._theme.color(ground))

    @Slot()
    def _touch(self) -> None:
        button = self.sender()
        if button is not None:
            self.touched.emit(button.objectName())

    def _wish(self, name: str, sentence: str, icon: str, *, on: bool = False) -> None:
        button = self._add(name, self._look.say(sentence), icon)
        if name != "help":
            button.setCheckable(True)
            button.setChecked(on)

    def _add(self, name: str, text: str, icon: str, *, stacked: bool = True) -> BigButton:
        kind = ButtonKind.PLAIN if stacked else ButtonKind.SECOND
        role = "help_rail" if stacked else "body" if self._look.larger else "button"
        button = BigButton(self._theme, text, icon, kind=kind, role=role, stacked=stacked)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        button.setMinimumSize(self._look.px(96), self._look.px(96))
        button.setObjectName(name)
        button.clicked.connect(self._touch)
        self.buttons[name] = button
        return button

    def _arrange(self) -> None:
        px, look = self._look.px, self._look
        if look.portrait and look.lower and "back" in self.buttons:
            self._two_rows()
            return
        if not look.portrait and look.lower:
            self._two_columns()
            return
        side = not look.portrait
        layout: QBoxLayout = QVBoxLayout(self) if side else QHBoxLayout(self)
        margin = px(20) if side else px(28)
        layout.setContentsMargins(margin, px(24 if side else GAP), margin, px(24 if side else GAP))
        layout.setSpacing(px(GAP))
        order = ["back", *(name for name in self.buttons if name != "back")]
        for name in order:
            if name in self.buttons:
                layout.addWidget(self.buttons[name], 1)
        if side:
            self.setFixedWidth(px(WIDTH))
        else:
            self.setFixedHeight(px(HEIGHT * (LARGER if look.larger else 1)))

    def _two_columns(self) -> None:
        px, look = self._look.px, self._look
        order: list[str] = [name for name in ("back", "language") if name in self.buttons]
        order += [name for name in self.buttons if name not in order]
        grid = QGridLayout(self)
        top = round(look.size.height() * REACH) + px(GAP)
        grid.setContentsMargins(px(20), top, px(20), px(24))
        grid.setSpacing(px(GAP))
        for place, name in enumerate(order):
            grid.addWidget(self.buttons[name], place // 2, place % 2)
        for row in range((len(order) + 1) // 2):
            grid.setRowStretch(row, 1)
        self.setFixedWidth(px(LOW_WIDTH))

    def _two_rows(self) -> None:
        px, key = self._look.px, LOW_KEY * (LARGER if self._look.larger else 1)
        above = [self.buttons[name] for name in ("back", "language") if name in self.buttons]
        below = [self.buttons[name] for name in self.buttons if name not in ("back", "language")]
        grid = QGridLayout(self)
        grid.setContentsMargins(px(28), px(GAP), px(28), px(GAP))
        grid.setSpacing(px(GAP))
        spans = len(above) * len(below)
        for row, buttons in enumerate((above, below)):
            wide = spans // len(buttons)
            for index, button in enumerate(buttons):
                grid.addWidget(button, row, index * wide, 1, wide)
        for column in range(spans):
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(0, px(LOW_ROW))
        grid.setRowMinimumHeight(1, px(key))
        self.setFixedHeight(px(LOW_ROW + key + 3 * GAP))
