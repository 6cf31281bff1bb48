"""The whole system on one machine: database, server and the three windows, ended together."""

from __future__ import annotations

import contextlib
import logging
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from display.settings import DisplaySettings
from domain.tickets import Desk
from kiosk.settings import KioskSettings
from roles import display, kiosk, logs, staff, store
from roles.desktop import Desktop, Stopped, has_screen
from roles.plain import Plain, say
from roles.serving import Served
from roles.settings import Settings
from roles.short_day import ShortDay
from roles.store import Store
from staff.settings import StaffSettings
from staff.window import SMALLEST_PX
from storage import sites

DEMO = "demo"
KIOSK, DESK = "Kiosk 1", "Desk 1"
PICTURES = "short-day"
KEEP_MS = 500
"""A server that dies is started again so soon; the windows resume by themselves."""


def run(settings: Settings, once: Path | None) -> None:
    """Open the demo and stay until its windows are closed or the program is told to end.

    Args:
        once: play a short day into this folder instead, and end.
    """
    logs.set_up(settings, logging.ERROR)
    seen = has_screen()
    with ExitStack() as stack, contextlib.suppress(Stopped):
        place = _prepared(stack, settings)
        server = stack.enter_context(Served(settings))
        url = server.url
        desktop = Desktop(offscreen=not seen)
        stack.callback(desktop.close)
        keeping = QTimer(desktop, interval=KEEP_MS)
        keeping.timeout.connect(server.keep)
        keeping.start()
        stack.callback(keeping.stop)
        if once is not None:
            _play(desktop, place, url, once)
        elif seen:
            _open(stack, desktop, place, url)
            say([f"Dawr is at {url}. Close a window or press Ctrl-C to end it."])
            desktop.run()
        else:
            folder = settings.data_dir / PICTURES
            say(["There is no screen here, so the windows are drawn without one."])
            _play(desktop, place, url, folder)
            say([f"The pictures are in {folder}."])
            say([f"Dawr goes on serving at {url} until Ctrl-C."])
            desktop.run()


def _prepared(stack: ExitStack, settings: Settings) -> Store:
    """The database, set up, and certain to hold the demo site and no clinic's own."""
    place = stack.enter_context(store.opened(settings))
    place.set_up()
    with place.admin() as admin:
        _, code = sites.find_site(admin, settings.site)
    if code != DEMO:
        raise Plain(
            f"The database holds the site {code}, whose lines the demo would disturb;"
            " unset DAWR_DATABASE_URL or set DAWR_DATA_DIR to another folder."
        )
    return place


def _play(desktop: Desktop, place: Store, url: str, folder: Path) -> None:
    """A short day, quickly: no pause after a new screen, and pictures that do not move."""
    with ExitStack() as stack:
        still = KioskSettings(f"{url}/t/", settle_ms=0, motion=False)
        day = ShortDay(
            desktop,
            kiosk.opened(stack, place, KIOSK, url, still),
            staff.opened(stack, place, DESK, url, StaffSettings(motion=False)),
            display.opened(stack, url, DisplaySettings(motion=False)),
            folder,
        )
        say(day.play())


def _open(stack: ExitStack, desktop: Desktop, place: Store, url: str) -> None:
    """The three windows side by side; on a small screen the desk lies over the others, whole."""
    desk = StaffSettings(desk=Desk("1", ("lab",)))
    patients = kiosk.opened(stack, place, KIOSK, url, KioskSettings(f"{url}/t/", hide_cursor=False))
    nurse = staff.opened(stack, place, DESK, url, desk)
    wall = display.opened(stack, url, DisplaySettings())
    patients.left.connect(desktop.end)
    area = desktop.app.primaryScreen().availableGeometry()
    kiosk_width = round(area.height() * 9 / 16)
    rest = area.width() - kiosk_width
    upper = max(area.height() // 4, min(area.height() - SMALLEST_PX[1], round(rest * 9 / 16)))
    start = area.left() + kiosk_width
    desk_width = min(area.width(), max(rest, SMALLEST_PX[0]))
    desk_height = min(area.height(), max(area.height() - upper, SMALLEST_PX[1]))
    places: dict[QWidget, QRect] = {
        patients: QRect(area.left(), area.top(), kiosk_width, area.height()),
        wall: QRect(start, area.top(), rest, upper),
        nurse: QRect(
            area.right() + 1 - desk_width, area.bottom() + 1 - desk_height, desk_width, desk_height
        ),
    }
    for window, where in places.items():
        desktop.ends_with(window)
        window.setGeometry(where)
        window.show()
