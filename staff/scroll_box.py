"""Lets what is taller than its place be scrolled, without a frame or a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollBox(QScrollArea):
    """As tall as what is in it, up to `tallest` pixels."""

    def __init__(self, inside: QWidget, tallest: int, parent: QWidget | None = None) -> None:
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

    def dress(self, style: str, px: int) -> None:
        """Give the bar the look of the window's lists."""
        bar = self.verticalScrollBar()
        bar.setStyleSheet(style)
        bar.setFixedWidth(px)

    def sizeHint(self) -> QSize:
        inside = self._inside.sizeHint()
        return QSize(inside.width(), min(inside.height(), self._tallest))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
