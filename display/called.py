"""A call as the wall paints it: its clinic's names and icon looked up."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.feed import Announcement
from domain.names import Names
from domain.tickets import Catalogue
from ui import icons

_UNKNOWN_CLINIC = "room"


@dataclass(frozen=True, slots=True)
class Called:
    """One call. `room` is None for a call without a room."""

    label: str
    room: str | None = None
    clinic: Names = field(default_factory=dict)
    icon: str = _UNKNOWN_CLINIC
    recalled: bool = False


def called(call: Announcement, catalogue: Catalogue | None) -> Called:
    """The call with what the catalogue says of its clinic; its code where that is not known."""
    clinic = None if catalogue is None else catalogue.clinic(call.clinic)
    if clinic is None:
        return Called(call.ticket, call.room, {}, _UNKNOWN_CLINIC, call.recalled)
    return Called(call.ticket, call.room, clinic.names, icon_of(clinic.icon), call.recalled)


def icon_of(name: str) -> str:
    """The clinic's icon, or a door where it has none of ours."""
    return name if name in icons.names() else _UNKNOWN_CLINIC
