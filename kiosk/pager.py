"""Previous and More below tiles that do not fit on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk import words
from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.sentence import Sentence
from ui.widgets.big_button import BigButton, ButtonKind


class Pager(QWidget):
    """Shows where one is; hidden where one page holds all.

    Signals:
        turned: int, the page wished for, counted from 0. Each counts.
    """

    turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._page = look, 0
        theme = look.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20))
        self.previous = BigButton(theme, look.say(words.PREVIOUS), "back", kind=ButtonKind.SECOND)
        self.more = BigButton(
            theme, look.say(words.MORE), "forward", kind=ButtonKind.SECOND, icon_at_end=True
        )
        self._where = Sentence(look, "", Setting(theme.px("body"), True, 1, side=Side.MIDDLE))
        for button, step in ((self.previous, self._go_back), (self.more, self._go_on)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedHeight(look.px(104))
            button.clicked.connect(step)
        row.addWidget(self.previous, 2)
        row.addWidget(self._where, 1)
        row.addWidget(self.more, 2)

    def show_page(self, page: int, pages: int) -> None:
        """The page shown now, counted from 0, of so many."""
        self._page = page
        self.setVisible(pages > 1)
        self.previous.setEnabled(page > 0)
        self.more.setEnabled(page < pages - 1)
        look = self._look
        self._where.set_text(f"{look.number(page + 1)} / {look.number(pages)}")

    @Slot()
    def _go_back(self) -> None:
        self.turned.emit(self._page - 1)

    @Slot()
    def _go_on(self) -> None:
        self.turned.emit(self._page + 1)
