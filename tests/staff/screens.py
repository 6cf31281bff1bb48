"""Pictures of every screen and dialog of the nurse's window, driven by fakes, to be looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from domain.errors import StoreAway, WrongState
from domain.feed import Link, StationNotice
from domain.states import EventKind
from domain.tickets import DeskList
from staff.orders import Act
from staff.settings import StaffSettings
from staff.window import StaffWindow
from tests.staff.fakes import FakeFeed, FakePort, FakeTasks
from tests.staff.site import DESK, NOON, aside, called, desk_list, serving

SIZES = ((1180, 720), (1300, 800), (1440, 900), (1920, 1080))


def render(out: Path, language: str) -> list[Path]:
    """Paint each page in its states and each question."""
    painted = []
    for name, window in _screens(language):
        for _ in range(3):  # a layout that changed with the window's size settles in the next turn
            QApplication.processEvents()
        path = out / f"{name}.png"
        window.grab().save(str(path))
        painted.append(path)
    return painted


def _screens(language: str) -> Iterator[tuple[str, StaffWindow]]:
    with shown(language) as (window, _port, _feed):
        yield "choice", window
    for width, height in SIZES:
        with opened(language) as (window, _port, _feed):
            window.resize(width, height)
            yield f"desk-{width}", window
            if width < 1300:
                assert window.desk is not None
                window.desk.desk.middle.setCurrentIndex(1)
                window.desk.desk.tabs.show_page(1)
                yield f"desk-{width}-today", window
    yield from _states(language)
    yield from _questions(language)


def _states(language: str) -> Iterator[tuple[str, StaffWindow]]:
    with opened(language, DeskList(NOON)) as (window, _port, _feed):
        yield "desk-nobody", window
    just_called = DeskList(NOON, waiting=desk_list(language).waiting, in_hand=(called(),))
    with opened(language, just_called) as (window, _port, _feed):
        yield "desk-called", window
    two = (serving(language=language), called(number=28, language=language))
    with opened(language, DeskList(NOON, in_hand=two)) as (window, _port, _feed):
        yield "desk-two-in-hand", window
    with opened(language) as (window, port, feed):
        feed.say_link(Link.STALE)
        yield "desk-link-lost", window
        port.away = StoreAway(why="It is not there.")
        assert window.desk is not None
        window.desk.state.read()
        yield "desk-database-away", window
    with opened(language) as (window, port, _feed):
        port.refuse = StoreAway(why="It is not there.")
        assert window.desk is not None
        window.desk.press(Act.DONE)
        yield "desk-answer-lost", window
    with opened(language) as (window, port, feed):
        port.refuse = WrongState(state="DONE", by="Room 2", at=NOON - dt.timedelta(minutes=1))
        assert window.desk is not None
        feed.station_notice.emit(StationNotice(EventKind.HELP_ASKED, "Kiosk 1", None, None, NOON))
        yield "desk-help", window
        window.desk.press(Act.DONE)
        yield "desk-refused", window
    yield from _lists(language)
    with opened(language, high_contrast=True) as (window, _port, _feed):
        yield "desk-contrast", window


def _lists(language: str) -> Iterator[tuple[str, StaffWindow]]:
    with opened(language) as (window, _port, _feed):
        assert window.desk is not None
        window.desk.focus_list()
        rows = window.desk.desk.waiting.rows
        rows.choose(rows.tickets[3].ticket_id)
        yield "desk-row-chosen", window
        window.desk.open_page(2)
        window.bar.pages.show_page(2)
        window.desk.aside.rows.choose(aside()[0].ticket_id)
        yield "held", window
        window.desk.open_page(1)
        window.bar.pages.show_page(1)
        window.desk.focus_list()
        yield "appointments", window


def _questions(language: str) -> Iterator[tuple[str, StaffWindow]]:
    with opened(language) as (window, _port, _feed):
        desk = window.desk
        assert desk is not None
        row = desk.desk.waiting.rows.tickets[3]
        for act in (Act.HOLD, Act.CANCEL, Act.TRANSFER, Act.NOTE, Act.LEAVE, Act.ROUTE):
            desk.press(act)
            yield f"ask-{act.value}", window
            desk.asking.close()
        for act in (Act.CALL_CHOSEN, Act.PRIORITY):
            desk.ask(act, row)
            yield f"ask-{act.value}", window
            desk.asking.close()
        desk.asking.ask_renewal("lab")
        yield "ask-new-pin", window
        desk.asking.close()
        desk.press(Act.WALK_IN)
        yield "ask-walk-in", window
        assert desk.asking.dialog is not None
        desk.asking.dialog.close_with("do")
        yield "walk-in-number", window


@contextmanager
def shown(
    language: str, *, high_contrast: bool = False
) -> Iterator[tuple[StaffWindow, FakePort, FakeFeed]]:
    """A window at its first page; closed and gone afterwards."""
    port, feed, tasks = FakePort(current=desk_list(language)), FakeFeed(), FakeTasks(at_once=True)
    settings = StaffSettings(language, desk=DESK, high_contrast=high_contrast, motion=False)
    window = StaffWindow(port, feed, tasks, settings)
    window.show()
    QApplication.processEvents()
    try:
        yield window, port, feed
    finally:
        window.close()
        window.deleteLater()
        QApplication.processEvents()


@contextmanager
def opened(
    language: str, first: DeskList | None = None, *, high_contrast: bool = False
) -> Iterator[tuple[StaffWindow, FakePort, FakeFeed]]:
    """A window with its desk open and the feed live."""
    with shown(language, high_contrast=high_contrast) as (window, port, feed):
        if first is not None:
            port.current = first
        feed.say_link(Link.LIVE)
        window.open_desk(DESK)
        QApplication.processEvents()
        yield window, port, feed
