"""What every pad has: keys and the field above them, the same way round in every language."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.entry import Entry, EntryState
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.key_button import KeyButton
from ui.widgets.themed import ThemedWidget
from ui.words import KEY_ERASE, KEY_OK, word

Cell = tuple[KeyButton, int, int, int]
"""A key, its row, its column, and how many columns it takes."""


class Pad(ThemedWidget):
    """Typed by touch or on a keyboard; a bar-code reader types too, and ends with Enter.

    `entry` and `message` may be taken into another layout: the lower reach shows them above. Which
    keys there are and what they mean is the subclass's.

    Signals:
        accepted(str): OK or Enter with what stands in the field; each counts.
        edited(str): the field's new text; newest wins.
    """

    accepted = Signal(str)
    edited = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None, *, secret: bool, longest: int) -> None:
        super().__init__(theme, parent)
        self._text, self._longest = "", longest
        self.entry = Entry(theme, secret=secret)
        self.message = FittingLabel(
            theme,
            "",
            "body",
            color="danger",
            bold=True,
            alignment=Qt.AlignmentFlag.AlignHCenter,
            max_lines=2,
            smaller=("small",),
        )
        self._message_lines = 2
        self.message.hide()
        self._erase = KeyButton(theme, "", "erase")
        self._ok = KeyButton(theme, "", "check", accepts=True)

    def keys(self) -> list[KeyButton]:
        """All keys in reading order."""
        raise NotImplementedError

    def meaning(self, typed: str) -> str:
        """What a key typed is in the field; empty when the pad does not take it."""
        raise NotImplementedError

    def shown(self, text: str) -> str:
        """How the field shows a text."""
        return text

    def text(self) -> str:
        """What was typed."""
        return self._text

    def set_text(self, text: str) -> None:
        """Put a text into the field, as a card reader does; too long a one is not taken."""
        if len(text) <= self._longest:
            self._change(text)
            self.entry.cover()

    def clear(self) -> None:
        self._change("")

    def set_wrong(self, words: str) -> None:
        """Say what is wrong, with the tries left; the digits stay. Typing takes it away."""
        self._tell(EntryState.WRONG, words)

    def set_locked(self, words: str) -> None:
        """Close the pad, saying until when or whom to ask; `clear_state` opens it again."""
        self._tell(EntryState.LOCKED, words)

    def clear_state(self) -> None:
        self._tell(EntryState.OPEN, "")

    def keep_message(self, lines: int) -> None:
        """Keep the place of a message of so many lines, also while there is none.

        Keys that moved when a message comes or goes would slip away under the finger.
        """
        self._message_lines = lines
        policy = self.message.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.message.setSizePolicy(policy)
        pitch = self.theme.px("body") * self.theme.line_height()
        self.message.setFixedHeight(math.ceil(lines * pitch) + self.theme.scaled(4))

    @property
    def is_locked(self) -> bool:
        return self.entry.state is EntryState.LOCKED

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.entry.set_theme(theme)
        self.message.set_theme(theme)
        for key in self.keys():
            key.set_theme(theme)
        self.keep_message(self._message_lines)
        self._erase.set_text(word(theme.language, KEY_ERASE))
        self._ok.set_text(word(theme.language, KEY_OK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif not self._type(event.text()):
            super().keyPressEvent(event)

    def build(self, cells: Iterable[Cell], gap: int) -> None:
        """Put field, message and keys together; once, by the subclass."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.entry)
        column.addWidget(self.message)
        pad = QWidget()
        # Set by hand, so that the pad does not turn round with its window.
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(gap)
        for key, row, place, wide in cells:
            grid.addWidget(key, row, place, 1, wide)
        for place in range(grid.columnCount()):
            grid.setColumnStretch(place, 1)
        column.addWidget(pad, stretch=1)
        for key in self.keys():
            if key not in (self._erase, self._ok):
                key.typed.connect(self._type)
        self._erase.clicked.connect(self._take_back)
        self._ok.clicked.connect(self._accept)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_theme(self.theme)

    @Slot(str)
    def _type(self, typed: str) -> bool:
        """Append what was typed, if the pad takes it."""
        meant = "" if self.is_locked else self.meaning(typed)
        if meant and len(self._text) + len(meant) <= self._longest:
            self._change(self._text + meant)
        return bool(meant)

    def _change(self, text: str) -> None:
        self._text = text
        if self.entry.state is EntryState.WRONG:
            self.clear_state()
        self.entry.set_text(self.shown(text))
        self.edited.emit(text)

    def _tell(self, state: EntryState, words: str) -> None:
        self.entry.set_state(state)
        self.message.set_text(words)
        self.message.setVisible(bool(words))
        for key in self.keys():
            key.setEnabled(state is not EntryState.LOCKED)

    @Slot()
    def _take_back(self) -> None:
        if not self.is_locked and self._text:
            self._change(self._text[:-1])

    @Slot()
    def _accept(self) -> None:
        if not self.is_locked:
            self.accepted.emit(self._text)
