"""Hears every touch and key of the window: somebody is there. Reading aloud, it names first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
SIGNS = PRESSES | {QEvent.Type.KeyPress, QEvent.Type.TouchBegin}


class Touches(QObject):
    """Listens while the window is shown.

    `names_first`, when it is set, is told the button touched and answers whether the touch was only
    to hear its name.

    Signals:
        touched: somebody touched or typed. Each counts.
    """

    touched = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.names_first: Callable[[QAbstractButton], bool] | None = None

    def begin(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in SIGNS or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window:
            return False
        self.touched.emit()
        if self.names_first is None or kind not in PRESSES:
            return False
        return isinstance(watched, QAbstractButton) and self.names_first(watched)
