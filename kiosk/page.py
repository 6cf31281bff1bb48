"""The frame of a screen: one question, its answers, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import words
from kiosk.fitting import Setting
from kiosk.look import REACH, Look
from kiosk.pointer import Pointer
from kiosk.sentence import Sentence
from kiosk.top_bar import HEIGHT as BAR
from kiosk.top_bar import LOW_HEIGHT as LOW_BAR
from ui.widgets.big_button import BigButton, ButtonKind

SPOKEN_PX, LOW_SPOKEN_PX = 104, 80
START_COLUMN = 330
HEAD = 226


class Page(QWidget):
    """A screen with a title. What stands below it goes into `body`.

    Signals:
        back: the patient wants the question before.
    """

    back = Signal()

    points = True
    """Whether lower reach says that the buttons are below."""

    def __init__(self, look: Look, title: str, hint: str = "", *, back: bool = True) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        self.title = self._title(title)
        self.hint: Sentence | None = None
        if hint:
            self.hint = Sentence(look, hint, Setting(look.theme.px("body")), "second_text")
        self.body = QWidget()
        self.back_button: BigButton | None = None
        if back and not look.lower:
            self.back_button = _back_button(look)
            self.back_button.clicked.connect(self.back)
        if look.lower:
            self._arrange_low()
        elif look.portrait:
            self._arrange_tall()
        else:
            self._arrange_wide()

    def sentences(self) -> list[str]:
        """What is read aloud first."""
        return [self.title.text(), *([] if self.hint is None else [self.hint.text()])]

    def _title(self, title: str) -> Sentence:
        look = self.look
        if look.lower:
            lines = 3 if look.portrait else 1
            # what is typed has to have room below it on a low screen
            size = SPOKEN_PX if look.portrait or self.points else LOW_SPOKEN_PX
            return Sentence(look, title, Setting(look.px(size), True, lines, 0.5))
        lines = 2 if look.portrait else 5
        return Sentence(look, title, Setting(look.theme.px("title"), True, lines, 0.6))

    def _arrange_tall(self) -> None:
        px = self.look.px
        head = QHBoxLayout()
        head.setContentsMargins(px(56), px(16), px(56), px(16))
        head.setSpacing(px(28))
        words_ = QVBoxLayout()
        words_.setSpacing(px(8))
        words_.addWidget(self.title)
        if self.hint is not None:
            words_.addWidget(self.hint)
        words_.addStretch(1)
        head.addLayout(words_, 1)
        if self.back_button is not None:
            head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        box = QWidget()
        box.setLayout(head)
        box.setMinimumHeight(px(HEAD))
        outer = self._outer(QVBoxLayout(self))
        outer.addWidget(box)
        outer.addWidget(self.body, 1)
        self.body.setContentsMargins(px(48), 0, px(48), px(28))

    def _arrange_wide(self) -> None:
        px = self.look.px
        start = QVBoxLayout()
        edge, inner = (0, px(40)) if self.look.rtl else (px(40), 0)
        start.setContentsMargins(edge, px(20), inner, px(40))
        start.setSpacing(px(20))
        start.addWidget(self.title)
        if self.hint is not None:
            start.addWidget(self.hint)
        start.addStretch(1)
        if self.back_button is not None:
            start.addWidget(self.back_button)
        column = QWidget()
        column.setLayout(start)
        column.setFixedWidth(px(START_COLUMN + 40))
        outer = self._outer(QHBoxLayout(self))
        outer.addWidget(column)
        outer.addWidget(self.body, 1)
        self.body.setContentsMargins(px(28), px(16), px(28), px(40))

    def _arrange_low(self) -> None:
        look, px = self.look, self.look.px
        bar = BAR if look.portrait else LOW_BAR
        self.speech = QWidget()
        self.speech.setFixedHeight(round(look.size.height() * REACH) - px(bar))
        spoken = QVBoxLayout(self.speech)
        spoken.setContentsMargins(px(48), 0, px(48), px(20))
        spoken.setSpacing(px(16))
        spoken.addStretch(1)
        spoken.addWidget(self.title)
        if self.hint is not None:
            spoken.addWidget(self.hint)
        self.spoken = QVBoxLayout()
        spoken.addLayout(self.spoken)
        if self.points:
            spoken.addWidget(Pointer(look, look.say(words.BELOW)))
        spoken.addStretch(1)
        outer = self._outer(QVBoxLayout(self))
        outer.addWidget(self.speech)
        outer.addWidget(self.body, 1)
        self.body.setContentsMargins(px(28), 0, px(28), px(14 if look.portrait else 0))

    def _outer(self, layout: QBoxLayout) -> QBoxLayout:
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        return layout


def _back_button(look: Look) -> BigButton:
    theme = look.theme
    button = BigButton(theme, look.say(words.BACK), "back", kind=ButtonKind.SECOND, role="body")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setFixedHeight(look.px(104))
    button.setMinimumWidth(look.px(216))
    return button
