"""The keys of the desk: each does what its button does, and nothing while a question is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from staff.actions_grid import KEYS
from staff.orders import Act

ACT_KEYS: Mapping[str, Act] = {
    "F2": Act.CALL_NEXT,
    **{key: act for act, key in KEYS.items()},
    "F11": Act.PRIORITY,
    "Ctrl+E": Act.ROUTE,
    "Ctrl+N": Act.WALK_IN,
    "Ctrl+Z": Act.UNDO,
}
AGAIN_KEY, NEXT_IN_HAND_KEY, LIST_KEY = "Ctrl+R", "Ctrl+Tab", "Ctrl+L"


class Shortcuts(QObject):
    """All keys in one place, so that they can be silenced together.

    Signals:
        pressed(Act): a key was pressed; held down it counts once.
        again_pressed(), next_pressed(), list_pressed(): the other three keys.
    """

    pressed = Signal(object)
    again_pressed = Signal()
    next_pressed = Signal()
    list_pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._acts: dict[QShortcut, Act] = {}
        for key, act in ACT_KEYS.items():
            shortcut = self._shortcut(window, key)
            shortcut.activated.connect(self._activated)
            self._acts[shortcut] = act
        others = ((AGAIN_KEY, self.again_pressed), (NEXT_IN_HAND_KEY, self.next_pressed))
        self._others = [self._shortcut(window, key) for key, _ in others]
        for shortcut, (_, signal) in zip(self._others, others, strict=True):
            shortcut.activated.connect(signal)
        self._others.append(self._shortcut(window, LIST_KEY))
        self._others[-1].activated.connect(self.list_pressed)

    def set_enabled(self, enabled: bool) -> None:
        for shortcut in (*self._acts, *self._others):
            shortcut.setEnabled(enabled)

    def _shortcut(self, window: QWidget, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    @Slot()
    def _activated(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self.pressed.emit(self._acts[shortcut])
