"""A desk that is open: the real window, a port, a feed and a worker that the test holds in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.feed import Link
from domain.tickets import Desk, DeskList
from staff.open_desk import OpenDesk
from staff.settings import StaffSettings
from staff.window import StaffWindow
from tests.staff.fakes import FakeFeed, FakePort, FakeTasks
from tests.staff.site import DESK
from ui.languages import install


@dataclass
class Opened:
    """A window with its desk open, and all that stands behind it."""

    window: StaffWindow
    port: FakePort
    feed: FakeFeed
    tasks: FakeTasks

    @property
    def desk(self) -> OpenDesk:
        assert self.window.desk is not None
        return self.window.desk

    def list_comes(self, desk_list: DeskList | None = None) -> None:
        """The list changed, the feed says so, and it has been read."""
        if desk_list is not None:
            self.port.current = desk_list
        self.feed.say_change()
        self.tasks.flush()


OpenDeskWith = Callable[..., Opened]


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenDeskWith]:
    """Open a desk in a language and a size; the worker answers only when the test says so."""

    def make(
        desk_list: DeskList | None = None,
        *,
        language: str = "en",
        size: tuple[int, int] = (1440, 900),
        desk: Desk = DESK,
        settings: StaffSettings | None = None,
    ) -> Opened:
        port, feed, tasks = FakePort(), FakeFeed(), FakeTasks()
        if desk_list is not None:
            port.current = desk_list
        settings = settings or StaffSettings(language, motion=False)
        window = StaffWindow(port, feed, tasks, settings)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        tasks.flush()
        feed.say_link(Link.LIVE)
        window.open_desk(desk)
        tasks.flush()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()
        return Opened(window, port, feed, tasks)

    yield make
    install(qapp, "en")
