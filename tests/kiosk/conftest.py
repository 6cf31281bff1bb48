"""Kiosks for tests: opened on demand, closed and collected afterwards."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from tests.kiosk.driver import Driver, Opener, settings
from tests.kiosk.fakes import FakePort
from tests.kiosk.screens import PORTRAIT


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Opener]:
    """Opens a kiosk with a port, a size and any setting by its name."""
    opened: list[Driver] = []

    def open_one(port: FakePort | None = None, size: QSize = PORTRAIT, **changed: object) -> Driver:
        driver = Driver(qtbot, port or FakePort(), settings(**changed), size)
        opened.append(driver)
        driver.open()
        return driver

    yield open_one
    for driver in opened:
        driver.close()
