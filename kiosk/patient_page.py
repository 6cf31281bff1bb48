"""Who are you? A number typed on the screen or read from a card; anybody may skip it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import words
from kiosk.look import Look
from kiosk.page import Page
from kiosk.panel import Panel, Tone
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.key_button import KeyButton
from ui.widgets.keypad import Keypad

WIDE = 780


class PatientPage(Page):
    """Keypad, the word on privacy, and Skip; an exam needs the number, so there it is not skipped.

    Signals:
        given: str, the identifier typed; None when it was skipped. Each counts.
    """

    given = Signal(object)
    points = False  # the keypad says so itself, and its field needs the room

    def __init__(
        self, look: Look, digits: tuple[int, int], kept_days: int, *, needed: bool = False
    ) -> None:
        title = look.say(words.ID_NEEDED if needed else words.ID_TITLE)
        super().__init__(look, title, look.say(words.ID_SCAN))
        self._fewest = digits[0]
        # a card reader's keys go to the window's scanner, which alone can tell them apart
        self.keypad = Keypad(look.theme, longest=digits[1], digits=look.digits)
        self.keypad.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for key in self.keypad.findChildren(KeyButton):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keypad.accepted.connect(self._accept)
        self.skip = BigButton(
            look.theme, look.say(words.SKIP), "forward", kind=ButtonKind.SECOND, icon_at_end=True
        )
        self.skip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.skip.clicked.connect(self._skip)
        self.skip.setVisible(not needed)
        said = [look.say(words.ID_PRIVACY, kept_days)]
        if needed:
            said.insert(0, look.say(words.ID_WHY))
        role = "small" if needed and (look.larger or look.lower) else "body"
        self.privacy = Panel(
            look, "lock", "\n".join(said), Tone.NOTE, role=role, lines=2 * len(said)
        )
        if look.lower:
            self._arrange_reach()
        elif look.portrait:
            self._arrange_column()
        else:
            self._arrange_sides()

    def say_unreadable(self) -> None:
        """The card was no identifier: say so, and let it be typed."""
        self.keypad.set_wrong(self.look.say(words.ID_UNREADABLE))

    @Slot(str)
    def _accept(self, typed: str) -> None:
        if len(typed) < self._fewest:
            self.keypad.set_wrong(self.look.say(words.ID_WRONG))
        else:
            self._give(typed)

    @Slot()
    def _skip(self) -> None:
        self._give(None)

    def _give(self, patient: str | None) -> None:
        self.keypad.clear()
        self.given.emit(patient)

    def _arrange_column(self) -> None:
        px = self.look.px
        middle = QWidget()
        middle.setFixedWidth(px(WIDE))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        larger = self.look.larger
        column.setSpacing(px(16 if larger else 32))
        column.addStretch(1)
        column.addWidget(self.keypad)
        column.addWidget(self.privacy)
        self.skip.setFixedHeight(px(104 if larger else 128))
        column.addWidget(self.skip)
        column.addStretch(1)
        row = QHBoxLayout(self.body)
        row.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)

    def _arrange_sides(self) -> None:
        px = self.look.px
        row = QHBoxLayout(self.body)
        row.setSpacing(px(48))
        start = QVBoxLayout()
        start.setSpacing(px(28))
        start.addWidget(self.keypad.entry)
        start.addWidget(self.keypad.message)
        start.addWidget(self.privacy)
        start.addStretch(1)
        self.skip.setFixedHeight(px(120))
        start.addWidget(self.skip)
        row.addLayout(start, 5)
        row.addWidget(self.keypad, 6)

    def _arrange_reach(self) -> None:
        """The field speaks above, where nothing can be touched; keys and Skip are below."""
        look, px = self.look, self.look.px
        self.spoken.setSpacing(px(12))
        shown = QHBoxLayout()
        self.keypad.entry.setMaximumWidth(px(900))
        shown.addWidget(self.keypad.entry)
        self.spoken.addLayout(shown)
        self.skip.setFixedHeight(px(112))
        if look.portrait:
            self.keypad.keep_message(1)
            self.spoken.addWidget(self.keypad.message)
            self.spoken.addWidget(self.privacy)
            column = QVBoxLayout(self.body)
            column.setSpacing(px(14))
            column.addWidget(self.keypad, 1)
            column.addWidget(self.skip)
        else:
            row = QHBoxLayout(self.body)
            row.setSpacing(px(48))
            side = QVBoxLayout()
            side.setSpacing(px(14))
            side.addWidget(self.privacy)
            side.addWidget(self.keypad.message)
            side.addStretch(1)
            side.addWidget(self.skip)
            row.addWidget(self.keypad, 3)
            row.addLayout(side, 2)
