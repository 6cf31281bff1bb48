"""The frame of a screen that asks nothing: a large door with a sign, what it means, and buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.sentence import Sentence


class DoorPage(QWidget):
    """A door beside or above a title and a text; what a page adds below goes into `column`.

    Args:
        door: of a fixed size.
    """

    def __init__(self, look: Look, door: QWidget, title: str, text: str) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        self.door = door
        side = Side.MIDDLE if look.portrait else Side.START
        self.title = Sentence(look, title, Setting(look.theme.px("title"), True, 4, 0.6, side))
        self.text = Sentence(look, text, Setting(look.theme.px("button"), False, 4, 0.7, side))
        self.column = QVBoxLayout(self)
        self._arrange()

    def sentences(self) -> list[str]:
        """What is read aloud first."""
        return [self.title.text(), self.text.text()]

    def _arrange(self) -> None:
        px, beside = self.look.px, not self.look.portrait
        self.column.setContentsMargins(px(64), px(16), px(64), px(32))
        self.column.setSpacing(px(28))
        said = QVBoxLayout()
        said.setSpacing(px(28))
        if beside:
            said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.text)
        if beside:
            said.addStretch(1)
        middle: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        middle.setSpacing(px(64))
        middle.addWidget(self.door, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addLayout(said, 1 if beside else 0)
        self.column.addStretch(1)
        self.column.addLayout(middle)
        self.column.addStretch(1)
