"""The kiosk's role: its window over its own login, with the feed of the server."""

from __future__ import annotations

import platform
from contextlib import ExitStack, closing

from domain.tickets import Site
from kiosk.settings import KioskSettings
from kiosk.window import KioskWindow
from roles import desktop, logs, store
from roles.desktop import Desktop
from roles.settings import Settings
from roles.store import Store
from storage.kiosk_desk import KioskDesk
from ui.feed import Feed
from ui.printing import EscposPrinter
from ui.tasks import Tasks

WINDOWED_PX = (540, 960)


def run(settings: Settings, server_url: str | None, *, windowed: bool) -> None:
    """Show the kiosk until staff leave it or the program is told to end."""
    desktop.need_screen()
    logs.set_up(settings)
    url = server_url or settings.server_url
    with ExitStack() as stack:
        place = stack.enter_context(store.opened(settings))
        place.begin()
        program = Desktop()
        stack.callback(program.close)
        name = f"Kiosk {platform.node()}"
        chosen = KioskSettings(
            settings.follow_url(url),
            exit_code=settings.kiosk_code,
            printer=_printer(settings, place, name, url),
        )
        window = opened(stack, place, name, url, chosen)
        window.left.connect(program.end)
        if windowed:
            program.ends_with(window)
            window.resize(*WINDOWED_PX)
            window.show()
        else:
            window.show_full_screen()
        program.run()


def _printer(settings: Settings, place: Store, name: str, url: str) -> EscposPrinter | None:
    """The printer of the settings; it asks for the site's names once, on its own connection."""
    if settings.printer is None:
        return None

    def site() -> Site:
        with closing(KioskDesk(place.conninfo_of(place.credential("kiosk", name)))) as port:
            return port.catalogue().site

    return EscposPrinter(settings.printer, site, settings.follow_url(url))


def opened(
    stack: ExitStack, place: Store, name: str, url: str, settings: KioskSettings
) -> KioskWindow:
    """The window with all it needs, which the stack gives back in the right order."""
    credential = place.credential("kiosk", name)
    port = KioskDesk(place.conninfo_of(credential))
    stack.callback(port.close)
    tasks = Tasks()
    stack.callback(tasks.close)
    feed = Feed(url, token=None if credential is None else credential.token)
    stack.callback(feed.stop)
    print_tasks = Tasks()
    stack.callback(print_tasks.close)
    window = KioskWindow(port, feed, tasks, settings, print_tasks=print_tasks)
    stack.callback(window.leave)
    feed.start()
    return window
