"""What the tests of the wall need: walls that are closed afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.display.walls import WallRig, rig

MakeWall = Callable[..., WallRig]


@pytest.fixture
def make_wall(qtbot: QtBot) -> MakeWall:
    """Make walls as walls.rig does; their windows are closed with the test."""

    def make(*args: object, **settings: object) -> WallRig:
        made = rig(*args, **settings)  # type: ignore[arg-type]
        qtbot.addWidget(made.window)
        return made

    return make


@pytest.fixture
def wall(make_wall: MakeWall) -> WallRig:
    """A live wall of six clinics whose first language is Arabic; nobody was called yet."""
    return make_wall()
