"""A question answered with digits on the keypad: the number of a ticket, the PIN of a clinic."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.look import Look
from kiosk.page import Page
from kiosk.panel import Panel, Tone
from ui.widgets.key_button import KeyButton
from ui.widgets.keypad import Keypad

WIDE = 780


class DigitsPage(Page):
    """The keypad, and a note on what it is about.

    Signals:
        given: str, at least `fewest` digits. Each counts.
    """

    given = Signal(str)
    points = False  # the keypad says so itself, and its field needs the room

    def __init__(  # noqa: PLR0913  each is one property of the question
        self,
        look: Look,
        title: str,
        hint: str,
        *,
        note: tuple[str, str],
        digits: tuple[int, int],
        too_short: str,
        unreadable: str = "",
        secret: bool = False,
    ) -> None:
        """`note` is an icon and its words; `digits` the fewest and the most that are typed."""
        super().__init__(look, title, hint)
        self._fewest, self._too_short, self._unreadable = digits[0], too_short, unreadable
        self.keypad = Keypad(look.theme, secret=secret, longest=digits[1], digits=look.digits)
        self.keypad.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for key in self.keypad.findChildren(KeyButton):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keypad.accepted.connect(self._accept)
        self.note = Panel(look, note[0], note[1], Tone.NOTE, role="body")
        if look.lower:
            self._arrange_reach()
        elif look.portrait:
            self._arrange_column()
        else:
            self._arrange_sides()

    def sentences(self) -> list[str]:
        said = [*super().sentences(), self.note.text()]
        wrong = self.keypad.message.text()
        return [wrong, *said] if wrong else said

    def say_wrong(self, sentence: str) -> None:
        """What is wrong; the digits stay."""
        self.keypad.set_wrong(sentence)

    def say_locked(self, sentence: str, until: str = "") -> None:
        """No more tries: the pad is shut; the note says until when, where that is known."""
        self.keypad.set_locked(sentence)
        if until:
            self.note.say("clock", until, Tone.ATTENTION)

    def say_unreadable(self) -> None:
        self.keypad.set_wrong(self._unreadable)

    @Slot(str)
    def _accept(self, typed: str) -> None:
        if len(typed) < self._fewest:
            self.keypad.set_wrong(self._too_short)
        else:
            self.given.emit(typed)

    def _arrange_column(self) -> None:
        px = self.look.px
        middle = QWidget()
        middle.setFixedWidth(px(WIDE))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16 if self.look.larger else 32))
        column.addStretch(1)
        column.addWidget(self.note)
        column.addWidget(self.keypad)
        column.addStretch(2)
        row = QHBoxLayout(self.body)
        row.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)

    def _arrange_sides(self) -> None:
        px = self.look.px
        row = QHBoxLayout(self.body)
        row.setSpacing(px(48))
        start = QVBoxLayout()
        start.setSpacing(px(28))
        start.addWidget(self.note)
        start.addWidget(self.keypad.entry)
        start.addWidget(self.keypad.message)
        start.addStretch(1)
        row.addLayout(start, 5)
        row.addWidget(self.keypad, 6)

    def _arrange_reach(self) -> None:
        """The field speaks above, where nothing can be touched; the keys are below."""
        look, px = self.look, self.look.px
        self.spoken.setSpacing(px(12))
        if look.portrait:
            self.spoken.addWidget(self.note)
        shown = QHBoxLayout()
        self.keypad.entry.setMaximumWidth(px(900))
        shown.addWidget(self.keypad.entry)
        self.spoken.addLayout(shown)
        row = QHBoxLayout(self.body)
        row.setSpacing(px(48))
        row.addWidget(self.keypad, 3)
        if look.portrait:
            self.keypad.keep_message(1)
            self.spoken.addWidget(self.keypad.message)
            return
        side = QVBoxLayout()
        side.setSpacing(px(14))
        side.addWidget(self.note)
        side.addWidget(self.keypad.message)
        side.addStretch(1)
        row.addLayout(side, 2)
