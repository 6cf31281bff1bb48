"""A message over the screen: it lies where nothing is to be touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from domain.errors import StoreAway
from tests.kiosk.scenes import clinics30, help_called
from tests.kiosk.stage import WAYS, Stage, Way
from tests.ui.overlap import faults
from ui.widgets.toast import Toast


def place(widget: QWidget, stage: Stage) -> QRect:
    assert stage.window is not None
    return QRect(widget.mapTo(stage.window, QPoint(0, 0)), widget.size())


def help_failed(stage: Stage) -> None:
    stage.port.help_trouble = StoreAway()
    clinics30(stage)
    assert stage.window is not None
    stage.window.ask_for_help()
    stage.until(lambda: bool(toast(stage).words()))


def toast(stage: Stage) -> Toast:
    assert stage.window is not None
    return stage.window.findChildren(Toast)[-1]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("scene", [help_called, help_failed], ids=lambda scene: scene.__name__)
@pytest.mark.parametrize("language", ["ar", "en", "th"])
def test_an_answer_to_a_call_for_help_covers_nothing_to_touch(
    qtbot: QtBot, language: str, scene: object, way: Way
) -> None:
    stage = Stage(language, way)
    try:
        scene(stage)  # type: ignore[operator]
        stage.until(lambda: bool(toast(stage).words()))
        stage.settle()
        said = toast(stage)
        assert said.isVisible()
        covered = [
            button.text()
            for button in stage.window.findChildren(QAbstractButton)  # type: ignore[union-attr]
            if button.isVisible()
            and not said.isAncestorOf(button)
            and place(button, stage).intersects(place(said, stage))
        ]
        assert covered == []
        assert faults(stage.window) == []  # type: ignore[arg-type]
    finally:
        stage.close()
