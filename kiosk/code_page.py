"""Which appointment? Its code typed on the screen, or read from paper or phone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from domain.slots import CODE_LENGTH, CODE_LETTERS
from kiosk import words
from kiosk.look import Look
from kiosk.page import Page
from ui.widgets.code_pad import CodePad
from ui.widgets.key_button import KeyButton


class CodePage(Page):
    """Signals: given: str, a whole code. Each counts."""

    given = Signal(str)
    points = False  # the field needs the room above

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.say(words.APPT_TITLE))
        self.pad = CodePad(look.theme, CODE_LETTERS, longest=CODE_LENGTH)
        # a reader's keys go to the window's scanner, which alone can tell them apart
        self.pad.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for key in self.pad.findChildren(KeyButton):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pad.accepted.connect(self._accept)
        self.pad.keep_message(2 if look.portrait and not look.lower else 1)
        if look.lower:
            self._arrange_reach()
        else:
            column = QVBoxLayout(self.body)
            column.addStretch(1)
            column.addWidget(self.pad)
            column.addStretch(2)

    def say_wrong(self, sentence: str) -> None:
        """Something about the code; what was typed stays."""
        self.pad.set_wrong(sentence)

    def say_unreadable(self) -> None:
        self.pad.set_wrong(self.look.say(words.APPT_UNREADABLE))

    @Slot(str)
    def _accept(self, typed: str) -> None:
        if len(typed) < CODE_LENGTH:
            self.pad.set_wrong(self.look.say(words.APPT_SHORT))
        else:
            self.given.emit(typed)

    def _arrange_reach(self) -> None:
        """The field speaks above, where nothing can be touched; the keys are below."""
        shown = QHBoxLayout()
        self.pad.entry.setMaximumWidth(self.look.px(900))
        shown.addWidget(self.pad.entry)
        self.spoken.addLayout(shown)
        self.spoken.addWidget(self.pad.message)
        column = QVBoxLayout(self.body)
        column.addWidget(self.pad)
