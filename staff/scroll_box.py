"""Lets what is taller than its place be scrolled, without a frame or a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from staff.look import Look
from staff.scroll_style import SCROLL_PX, scroll_style

_GAP_PX = 3
"""Between the bar and what it scrolls."""


class ScrollBox(QScrollArea):
    """As tall as what is in it, up to `tallest` pixels; what takes the focus comes into sight."""

    def __init__(
        self, look: Look, inside: QWidget, tallest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inside = inside
        self._tallest = tallest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setMaximumHeight(tallest)
        bar = self.verticalScrollBar()
        bar.setStyleSheet(scroll_style(look.theme, gap_px=_GAP_PX))
        bar.setFixedWidth(SCROLL_PX + 2 * _GAP_PX)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        return QSize(inside.width(), min(inside.height(), self._tallest))

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
