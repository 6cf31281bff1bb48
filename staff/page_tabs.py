"""The pages of the window, as words in the title bar; the open one is underlined."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from staff.look import Look
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, style_of
from ui.theme import Theme
from ui.widgets.themed import ThemedButton

_PAD, _ICON, _GAP = 16.0, 20.0, 9.0


class PageTabs(QWidget):
    """Tabs in reading order; also used below the title bar with `dark` off.

    Signals:
        opened(int): a person chose that page.
    """

    opened = Signal(int)

    def __init__(
        self,
        look: Look,
        pages: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        dark: bool = True,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        theme = look.theme.on_dark() if dark else look.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.tabs: list[PageTab] = []
        for place, (words, icon) in enumerate(pages):
            tab = PageTab(theme, words, icon)
            self._group.addButton(tab, place)
            row.addWidget(tab)
            self.tabs.append(tab)
        row.addStretch(1)
        self.tabs[0].setChecked(True)

    def show_page(self, place: int) -> None:
        self.tabs[place].setChecked(True)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.opened.emit(self._group.id(button))


class PageTab(ThemedButton):
    """One page's name."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        super().__init__(theme)
        self._icon_name = icon
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def focus_radius(self) -> float:
        return 4.0

    def set_words(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.changed()

    def sizeHint(self) -> QSize:
        lead = _ICON + _GAP if self._icon_name else 0.0
        # As wide as the bold words of the open page, so that no tab moves when another opens.
        width = 2 * _PAD + lead + self._block(bold=True).size().width()
        return QSize(math.ceil(width), 44)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_rects(self) -> list[TextSpot]:
        return [self._block().spot(self._words_rect())]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rtl = self.theme, self.runs_rtl
        color = theme.color("text" if self.isChecked() or self.underMouse() else "second_text")
        if self._icon_name:
            left = self.width() - _PAD - _ICON if rtl else _PAD
            icon = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon_name, icon, color, mirrored=rtl)
        self._block().draw(painter, self._words_rect(), color)
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - 4, self.width(), 4), theme.color("text"))

    def _words_rect(self) -> QRectF:
        lead = _PAD + (_ICON + _GAP if self._icon_name else 0.0)
        start, end = (_PAD, lead) if self.runs_rtl else (lead, _PAD)
        return QRectF(self.rect()).adjusted(start, 0, -end, 0)

    def _block(self, *, bold: bool = False) -> TextBlock:
        font = self.theme.font("body", bold=bold or self.isChecked())
        return TextBlock(self.text(), style_of(self.theme, font))
