"""The desk's role: its window over its own login, with the feed of the server."""

from __future__ import annotations

import platform
from contextlib import ExitStack

from roles import desktop, logs, store
from roles.desktop import Desktop
from roles.settings import Settings
from roles.store import Store
from staff.settings import StaffSettings
from staff.window import StaffWindow
from storage.staff_desk import StaffDesk
from ui.feed import Feed
from ui.tasks import Tasks


def run(settings: Settings, server_url: str | None, *, windowed: bool) -> None:
    """Show the desk until it is closed or the program is told to end."""
    desktop.need_screen()
    logs.set_up(settings)
    with ExitStack() as stack:
        place = stack.enter_context(store.opened(settings))
        place.begin()
        program = Desktop()
        stack.callback(program.close)
        url = server_url or settings.server_url
        window = opened(stack, place, f"Desk {platform.node()}", url, StaffSettings())
        program.ends_with(window)
        if windowed:
            window.show()
        else:
            window.showMaximized()
        program.run()


def opened(
    stack: ExitStack, place: Store, name: str, url: str, settings: StaffSettings
) -> StaffWindow:
    """The window with all it needs, which the stack gives back in the right order."""
    credential = place.credential("staff", name)
    port = StaffDesk(place.conninfo_of(credential))
    stack.callback(port.close)
    tasks = Tasks()
    stack.callback(tasks.close)
    feed = Feed(url, token=None if credential is None else credential.token)
    window = StaffWindow(port, feed, tasks, settings)
    stack.callback(window.close)
    return window
