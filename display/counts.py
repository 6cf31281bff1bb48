"""How many wait in each clinic and whether it is open, as the feed last said; it paints nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from domain.feed import ClinicStatus, QueueUpdate, Snapshot
from domain.names import Names
from domain.states import ClinicState
from domain.tickets import Catalogue, Clinic

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ClinicCount:
    """One clinic of the wall. `waiting` is None while it is not known; `until` is aware UTC."""

    code: str
    names: Names = field(default_factory=dict)
    icon: str = ""
    waiting: int | None = None
    state: ClinicState = ClinicState.OPEN
    until: dt.datetime | None = None


class Counts:
    """Holds the newest values; whole ones replace, nothing is added up."""

    def __init__(self, chosen: tuple[str, ...] = ()) -> None:
        self._chosen = chosen
        self._clinics: dict[str, ClinicCount] = {}
        self._counted: set[str] = set()
        self._listed: tuple[str, ...] | None = None

    def shown(self) -> tuple[ClinicCount, ...]:
        """The clinics in their order, MOST_SHOWN at most; before the catalogue all heard of."""
        listed = tuple(self._clinics) if self._listed is None else self._listed
        codes = self._chosen or listed
        return tuple(self._clinics[code] for code in codes if code in listed)[:MOST_SHOWN]

    def take_catalogue(self, catalogue: Catalogue) -> None:
        """Take names, order and states; a count heard on the feed is kept, it is newer."""
        self._listed = tuple(clinic.code for clinic in catalogue.clinics)
        self._clinics |= {clinic.code: self._from(clinic) for clinic in catalogue.clinics}

    def resync(self, snapshot: Snapshot) -> None:
        """Take all the counts whole."""
        for status in snapshot.clinics:
            self._set(status.clinic, status)

    def take(self, update: QueueUpdate) -> None:
        """Take one clinic's numbers after a change; its state where the change says it."""
        before = self._clinics.get(update.clinic, ClinicCount(update.clinic))
        after = replace(before, waiting=update.waiting)
        if update.state is not None:
            after = replace(after, state=update.state, until=update.until)
        self._counted.add(update.clinic)
        self._clinics[update.clinic] = after

    def _set(self, code: str, status: ClinicStatus) -> None:
        before = self._clinics.get(code, ClinicCount(code))
        self._counted.add(code)
        self._clinics[code] = replace(
            before, waiting=status.waiting, state=status.state, until=status.until
        )

    def _from(self, clinic: Clinic) -> ClinicCount:
        waiting = clinic.waiting
        if clinic.code in self._counted and clinic.code in self._clinics:
            waiting = self._clinics[clinic.code].waiting or 0
        return ClinicCount(
            clinic.code, clinic.names, clinic.icon, waiting, clinic.state, clinic.until
        )
