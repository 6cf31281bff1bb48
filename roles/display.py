"""The wall's role: its window over the public feed. It has no database and no credential."""

from __future__ import annotations

from contextlib import ExitStack

from display.settings import DisplaySettings
from display.window import DisplayWindow
from roles import desktop, logs
from roles.desktop import Desktop
from roles.settings import Settings
from ui.feed import Feed

WINDOWED_PX = (1280, 720)


def run(settings: Settings, server_url: str | None, *, windowed: bool) -> None:
    """Show the wall until the program is told to end."""
    desktop.need_screen()
    logs.set_up(settings)
    with ExitStack() as stack:
        program = Desktop()
        stack.callback(program.close)
        window = opened(stack, server_url or settings.server_url, DisplaySettings())
        program.ends_with(window)
        if windowed:
            window.resize(*WINDOWED_PX)
            window.show()
        else:
            desktop.fill_screen(window)
        program.run()


def opened(stack: ExitStack, url: str, settings: DisplaySettings) -> DisplayWindow:
    """The window with its feed, which the stack gives back in the right order."""
    feed = Feed(url, clinics=settings.clinics)
    stack.callback(feed.stop)
    window = DisplayWindow(feed, settings)
    stack.callback(window.close)
    feed.start()
    return window
