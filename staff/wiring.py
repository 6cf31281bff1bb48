"""What the staff window needs of the feed and of the background worker, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import SignalInstance

from domain.feed import Link

T = TypeVar("T")


class StaffFeed(Protocol):
    """The part of ui.feed.Feed this window listens to."""

    @property
    def catalogue_changed(self) -> SignalInstance: ...
    @property
    def snapshot(self) -> SignalInstance: ...
    @property
    def updated(self) -> SignalInstance: ...
    @property
    def station_notice(self) -> SignalInstance: ...
    @property
    def link_changed(self) -> SignalInstance: ...

    @property
    def link(self) -> Link: ...

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def watch(self, clinics: Sequence[str]) -> None: ...


class Worker(Protocol):
    """The part of ui.tasks.Tasks this window uses: one serial worker, answers on the GUI thread."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None: ...
