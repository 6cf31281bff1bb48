"""What the tests of shared widgets need: a shown window that holds one widget, in any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.languages import direction, install
from ui.theme import Theme

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show widgets one below the other in a window of their theme's ground and direction."""
    windows: list[QWidget] = []  # qtbot holds them weakly

    def put(theme: Theme, *widgets: QWidget, width: int = 0, height: int = 0) -> QWidget:
        window = QWidget()
        window.setLayoutDirection(direction(theme.language))
        palette = window.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("ground"))
        window.setPalette(palette)
        column = QVBoxLayout(window)
        column.setSpacing(theme.space(2))
        for widget in widgets:
            column.addWidget(widget)
        windows.append(window)
        qtbot.addWidget(window)
        size = window.sizeHint()
        window.resize(width or size.width(), height or size.height())
        with qtbot.waitExposed(window):
            window.show()
        return window

    return put


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Install a language; English is back afterwards."""

    def learn(language: str) -> None:
        install(qapp, language)

    yield learn
    install(qapp, "en")
