"""Out of service: the database does not answer, so there is no number; it ends by itself."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import words
from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.notice_page import ClosedDoor
from kiosk.panel import Panel, Tone
from kiosk.sentence import Sentence

MID = Side.MIDDLE


class OutPage(QWidget):
    """Says that, where to go, that no place is lost, and when it was last tried."""

    def __init__(self, look: Look, tried_at: dt.datetime, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        theme = look.theme
        wide = not look.portrait
        align = Side.START if wide else MID
        self.door = ClosedDoor(look, "link-lost", 220 if wide or look.larger else 300)
        self.title = Sentence(
            look, look.say(words.OUT_TITLE), Setting(theme.px("welcome"), True, 3, 0.6, align)
        )
        self.text = Sentence(
            look, look.say(words.OUT_TEXT), Setting(theme.px("button"), False, 3, 0.7, align)
        )
        self.retry = Panel(look, "clock", "", Tone.ATTENTION, role="body", centered=not wide)
        self.show_try(tried_at)
        self.advice = [
            Panel(look, "people", look.say(words.OUT_DESK), Tone.CARD, role="tile_name"),
            Panel(look, "check", look.say(words.OUT_KEPT), Tone.CARD, role="tile_name"),
        ]
        self.others = [
            Sentence(
                look.speaking(language),
                look.speaking(language).say(words.OUT_SHORT),
                Setting(theme.px("body"), False, 2, 0.7, MID),
                "second_text",
            )
            for language in languages
            if language != look.language
        ]
        self._arrange(wide=wide)

    def sentences(self) -> list[str]:
        return [self.title.text(), self.text.text(), *(each.text() for each in self.advice)]

    @Slot(object)
    def show_try(self, tried_at: dt.datetime) -> None:
        """The last try failed at this instant."""
        sentence = self.look.say(words.OUT_RETRY, time=self.look.time(tried_at))
        self.retry.say("clock", sentence, Tone.ATTENTION)

    def _arrange(self, *, wide: bool) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(56), 0, px(56), px(28))
        column.setSpacing(px(24))
        if wide:
            self._wide_top(column)
        else:
            column.addStretch(1)
            column.addWidget(self.door, 0, Qt.AlignmentFlag.AlignCenter)
            column.addSpacing(px(24))
            column.addWidget(self.title)
            column.addWidget(self.text)
            column.addSpacing(px(8))
            column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignCenter)
            column.addSpacing(px(8))
            for panel in self.advice:
                column.addWidget(panel)
        column.addStretch(2)
        for line in self.others:
            column.addWidget(line)

    def _wide_top(self, column: QVBoxLayout) -> None:
        px = self.look.px
        row = QHBoxLayout()
        row.setSpacing(px(56))
        row.addWidget(self.door, 0, Qt.AlignmentFlag.AlignCenter)
        said = QVBoxLayout()
        said.setSpacing(px(16))
        said.addWidget(self.title)
        said.addWidget(self.text)
        said.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(said, 1)
        column.addStretch(1)
        column.addLayout(row)
        column.addSpacing(px(12))
        pair = QHBoxLayout()
        pair.setSpacing(px(20))
        for panel in self.advice:
            pair.addWidget(panel, 1)
        column.addLayout(pair)
