"""One moment: the press is on its way, and nothing can be pressed meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk import words
from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.sentence import Sentence
from ui.widgets.three_beads import ThreeBeads


class IssuingPage(QWidget):
    """Three beads and a sentence; none while the kiosk itself is starting."""

    def __init__(self, look: Look, sentence: str = words.ISSUING) -> None:
        super().__init__()
        self.setLayoutDirection(look.direction)
        mid = Side.MIDDLE
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(80), 0, look.px(80), 0)
        column.setSpacing(look.px(56))
        column.addStretch(2)
        column.addWidget(ThreeBeads(look.theme, diameter=64), 0, Qt.AlignmentFlag.AlignHCenter)
        size = look.theme.px("title")
        text = look.say(sentence) if sentence else ""
        self.title = Sentence(look, text, Setting(size, True, 2, 0.6, mid))
        column.addWidget(self.title)
        column.addStretch(3)

    def sentences(self) -> list[str]:
        return [self.title.text()]
