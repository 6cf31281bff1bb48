"""The clinics on offer, from what the database and the feed said last; it asks neither."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from domain.feed import ClinicStatus, Link, QueueUpdate, Snapshot
from domain.states import ClinicState, EventKind
from domain.tickets import Catalogue, Clinic

STATE_OF = {
    EventKind.CLINIC_OPENED: ClinicState.OPEN,
    EventKind.CLINIC_CLOSED: ClinicState.CLOSED,
    EventKind.CLINIC_PAUSED: ClinicState.PAUSED,
}


class KioskFeed(Protocol):
    """The part of ui.feed.Feed the kiosk needs; tests hand in a smaller one."""

    @property
    def catalogue_changed(self) -> SignalInstance: ...
    @property
    def snapshot(self) -> SignalInstance: ...
    @property
    def updated(self) -> SignalInstance: ...
    @property
    def link_changed(self) -> SignalInstance: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A clinic with how many wait there; None while that is not known.

    `stale` tells a count that was lost ("?") from one that has not come yet.
    """

    clinic: Clinic
    waiting: int | None
    stale: bool = False


class Clinics(QObject):
    """Keeps the catalogue with states and counts current; `lost_at` is when the feed was lost.

    Signals:
        changed: tuple[Offer, ...] in the site's order; newest wins.
        link_changed: domain.feed.Link; newest wins.
    """

    changed = Signal(object)
    link_changed = Signal(object)

    def __init__(self, feed: KioskFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._waiting: dict[str, int] = {}
        self.link = Link.CONNECTING
        self.lost_at: dt.datetime | None = None
        feed.catalogue_changed.connect(self.take_catalogue)
        feed.snapshot.connect(self.take_snapshot)
        feed.updated.connect(self.take_update)
        feed.link_changed.connect(self.take_link)

    @property
    def catalogue(self) -> Catalogue | None:
        return self._catalogue

    def offers(self) -> tuple[Offer, ...]:
        if self._catalogue is None:
            return ()
        stale = self.link is Link.STALE
        return tuple(
            Offer(clinic, None if stale else self._waiting.get(clinic.code), stale)
            for clinic in self._catalogue.clinics
        )

    @Slot(object)
    def take_catalogue(self, catalogue: Catalogue) -> None:
        """What the feed tells: the clinics. What else the site offers only the database says."""
        known = self._catalogue
        if known is not None:
            catalogue = replace(known, site=catalogue.site, clinics=catalogue.clinics)
        self.take_site(catalogue)

    def take_site(self, catalogue: Catalogue) -> None:
        """Names, order and states from here; counts only of clinics the feed has not spoken of."""
        self._catalogue = catalogue
        for clinic in catalogue.clinics:
            self._waiting.setdefault(clinic.code, clinic.waiting)
        self._tell()

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        for status in snapshot.clinics:
            self._waiting[status.clinic] = status.waiting
        self._replace(self._with_status(status) for status in snapshot.clinics)
        self._tell()

    @Slot(object)
    def take_update(self, update: QueueUpdate) -> None:
        self._waiting[update.clinic] = update.waiting
        state = update.state or STATE_OF.get(update.kind)
        clinic = self._clinic(update.clinic)
        if state is not None and clinic is not None:
            self._replace([replace(clinic, state=state, reason=update.reason, until=update.until)])
        self._tell()

    @Slot(object)
    def take_link(self, link: Link) -> None:
        self.link = link
        if link is not Link.STALE:
            self.lost_at = None
        elif self.lost_at is None:
            self.lost_at = dt.datetime.now(dt.UTC)
        self.link_changed.emit(link)
        self._tell()

    def _with_status(self, status: ClinicStatus) -> Clinic | None:
        clinic = self._clinic(status.clinic)
        if clinic is None:
            return None
        return replace(clinic, state=status.state, reason=status.reason, until=status.until)

    def _clinic(self, code: str) -> Clinic | None:
        return self._catalogue.clinic(code) if self._catalogue is not None else None

    def _replace(self, newer: Iterable[Clinic | None]) -> None:
        if self._catalogue is None:
            return
        by_code = {clinic.code: clinic for clinic in newer if clinic is not None}
        clinics = tuple(by_code.get(each.code, each) for each in self._catalogue.clinics)
        self._catalogue = replace(self._catalogue, clinics=clinics)

    def _tell(self) -> None:
        self.changed.emit(self.offers())
