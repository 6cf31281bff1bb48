"""The feed's messages as values: what changed in which clinic. How they travel is not said here."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from domain.states import ANNOUNCED_KINDS, ClinicState, EventKind


class Link(enum.Enum):
    """Whether a window hears the server. STALE after 20 s without a byte."""

    CONNECTING = "connecting"
    LIVE = "live"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class ClinicStatus:
    """A clinic's numbers whole. `current` is the number called last, 0 before the first."""

    clinic: str
    current: int
    current_ticket: str | None
    total: int
    waiting: int
    in_service: int
    completed: int
    version: str
    state: ClinicState = ClinicState.OPEN
    reason: str | None = None
    until: dt.datetime | None = None
    service_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """A call to be shown and spoken, made `at`. Each counts, none is replaced by a newer."""

    clinic: str
    ticket: str
    room: str | None
    at: dt.datetime
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state whole, when a feed starts or could not be resumed. Calls: newest first."""

    at: dt.datetime
    clinics: tuple[ClinicStatus, ...]
    calls: tuple[Announcement, ...]


@dataclass(frozen=True, slots=True)
class QueueUpdate:
    """One change of a clinic with its numbers after it; what it has none of is None."""

    kind: EventKind
    clinic: str
    number: int | None
    ticket: str | None
    room: str | None
    current: int
    waiting: int
    in_service: int
    completed: int
    at: dt.datetime
    service_day: dt.date
    state: ClinicState | None = None
    reason: str | None = None
    until: dt.datetime | None = None

    @property
    def announcement(self) -> Announcement | None:
        """The call to show and speak, or None when this change is not a call."""
        if self.kind not in ANNOUNCED_KINDS or self.ticket is None:
            return None
        return Announcement(
            self.clinic, self.ticket, self.room, self.at, self.kind is EventKind.RECALLED
        )


@dataclass(frozen=True, slots=True)
class StationNotice:
    """Something staff should know: help asked, a ticket not printed, a web-hook switched off.

    `notice` says which, where the kind alone does not.
    """

    kind: EventKind
    station: str | None
    ticket: str | None
    detail: str | None
    at: dt.datetime
    notice: str | None = None
