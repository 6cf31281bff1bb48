"""The pads of the kiosk: their keys stay where they are under the finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from tests.kiosk.route_scenes import code, pin
from tests.kiosk.scenes import patient
from tests.kiosk.stage import WAYS, Scene, Stage, Way
from ui.widgets.pad import Pad

LONG = "This card could not be read. Please type the number"
CODE_KEY_PX = 160


def places(stage: Stage) -> list[QRect]:
    """Where the keys lie in the window."""
    stage.settle()
    assert stage.window is not None
    keys = pad_of(stage).keys()
    return [QRect(key.mapTo(stage.window, QPoint(0, 0)), key.size()) for key in keys]


def pad_of(stage: Stage) -> Pad:
    assert stage.window is not None
    assert stage.window.page is not None
    return stage.window.page.findChildren(Pad)[0]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("scene", [patient, code, pin], ids=lambda scene: scene.__name__)
def test_keys_stay_in_place_when_a_message_comes_and_goes(
    qtbot: QtBot, scene: Scene, way: Way
) -> None:
    stage = Stage("en", way)
    try:
        scene(stage)
        before, pad = places(stage), pad_of(stage)
        pad.set_wrong(LONG)
        during = places(stage)
        pad.clear_state()
        assert during == before == places(stage)
    finally:
        stage.close()


def test_keys_of_a_code_are_as_high_as_the_design_has_them(qtbot: QtBot) -> None:
    stage = Stage("en", WAYS[0])
    try:
        code(stage)
        assert {place.height() for place in places(stage)} == {CODE_KEY_PX}
    finally:
        stage.close()
