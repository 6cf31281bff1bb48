"""Calls without a window, driven by hand."""

from __future__ import annotations

import datetime as dt

from display.calls import Calls
from domain.feed import Announcement, QueueUpdate
from domain.states import EventKind
from tests.display.walls import MORNING, snapshot, update

SHOWN = 3


class Hearing:
    """Calls driven by hand: remembers which were announced and when, and speaks at once."""

    def __init__(self, *, speaks: bool = True) -> None:
        self.calls = Calls()
        self.elapsed = 0.0
        self.speaks = speaks
        self.announced: list[tuple[str, float]] = []

    @property
    def now(self) -> dt.datetime:
        return MORNING + dt.timedelta(seconds=self.elapsed)

    def take(self, change: QueueUpdate) -> None:
        self.calls.take(change, self.now)

    def call(self, label: str, room: str | None = "3") -> Announcement:
        change = update(EventKind.CALLED, label, room, self.now)
        self.take(change)
        made = change.announcement
        assert made is not None
        return made

    def tell(self, kind: EventKind, label: str | None) -> None:
        self.take(update(kind, label, None, self.now))

    def advance(self, seconds: float = 0.0) -> None:
        self.elapsed += seconds
        made = self.calls.next_to_announce(self.elapsed)
        if made is not None:
            self.announced.append((made.ticket, self.elapsed))
            if self.speaks:
                self.calls.spoken(made)

    def resync(self, *calls: Announcement) -> None:
        self.calls.resync(snapshot(*calls, at=self.now), self.now)

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.announced]

    @property
    def banner(self) -> str | None:
        shown = self.calls.board(SHOWN).banner
        return None if shown is None else shown.ticket

    def shown(self) -> tuple[str | None, list[str]]:
        return self.banner, self.history

    @property
    def is_new(self) -> bool:
        return self.calls.board(SHOWN).announcing

    @property
    def history(self) -> list[str]:
        return [each.ticket for each in self.calls.board(SHOWN).history]


def labels(*numbers: int) -> list[str]:
    return [f"L-{number:03d}" for number in numbers]
