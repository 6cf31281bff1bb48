"""The seam between the wall and what makes it heard; no sound is made here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from domain.feed import Announcement


class Voice(Protocol):
    """Makes a call heard: the chime, then the words in the site's languages."""

    def announce(self, announcement: Announcement, done: Callable[[], None], /) -> None:
        """Begin to make the call heard and return at once.

        Call `done` once, on the GUI thread, when the last sound of it has ended, also when it could
        not be played. The wall starts no other call before that, so sounds never overlap; after
        `display.calls.LONGEST_ANNOUNCEMENT_S` it goes on without waiting any longer.
        """


class SilentVoice:
    """Says nothing and is done at once: the picture alone calls."""

    def announce(self, _announcement: Announcement, done: Callable[[], None]) -> None:
        done()
