"""Writes down what a feed says, in its order and on which thread."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Slot

from domain.feed import Link, QueueUpdate, Snapshot, StationNotice
from domain.tickets import Catalogue
from ui.feed import Feed


class Hearer(QObject):
    """Everything a feed has said so far."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.catalogues: list[Catalogue] = []
        self.snapshots: list[Snapshot] = []
        self.updates: list[QueueUpdate] = []
        self.notices: list[StationNotice] = []
        self.threads: set[threading.Thread] = set()
        feed.link_changed.connect(self.hear_link)
        feed.catalogue_changed.connect(self.hear_catalogue)
        feed.snapshot.connect(self.hear_snapshot)
        feed.updated.connect(self.hear_update)
        feed.station_notice.connect(self.hear_notice)

    @property
    def numbers(self) -> list[int | None]:
        return [update.number for update in self.updates]

    @Slot(object)
    def hear_link(self, link: Link) -> None:
        self.threads.add(threading.current_thread())
        self.links.append(link)

    @Slot(object)
    def hear_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogues.append(catalogue)

    @Slot(object)
    def hear_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)

    @Slot(object)
    def hear_update(self, update: QueueUpdate) -> None:
        self.threads.add(threading.current_thread())
        self.updates.append(update)

    @Slot(object)
    def hear_notice(self, notice: StationNotice) -> None:
        self.notices.append(notice)
