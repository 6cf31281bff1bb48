"""What the database says of a ticket, as the phone page needs it. Nothing personal comes along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from domain.routes import Route
from domain.states import OVER_STATES, ClinicState, TicketState
from domain.waits import Estimate
from storage.answers import Issued, instant, maybe_instant
from storage.answers_visit import route_of

Answer = Mapping[str, Any]
READ_PHONE = "select dawr.read_phone(%(token)s)"


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The site as the page shows it."""

    names: Mapping[str, str]
    languages: tuple[str, ...]
    zone: ZoneInfo
    pin_digits: int
    grace: dt.timedelta

    @staticmethod
    def of(answer: Answer) -> SiteFacts:
        return SiteFacts(
            answer["names"],
            tuple(answer["languages"]),
            ZoneInfo(answer["time_zone"]),
            answer["pin_digits"],
            dt.timedelta(seconds=answer["no_show_grace_s"]),
        )

    def clock(self, at: dt.datetime) -> str:
        """A time of day as people in the building read it."""
        return at.astimezone(self.zone).strftime("%H:%M")


@dataclass(frozen=True, slots=True)
class NextTicket:
    """Where a ticket led: another clinic's, with a page of its own."""

    token: str
    label: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """One ticket, true as of the feed's `position`. `room` is the one it was called to."""

    token: str
    label: str
    state: TicketState
    clinic: str
    names: Mapping[str, str]
    icon: str
    floor: str
    ahead: int
    estimate: Estimate | None
    pin_required: bool
    standing: ClinicState
    standing_until: dt.datetime | None
    room: str | None
    room_floor: str
    called_at: dt.datetime | None
    recalls: int
    stream: int
    position: int
    next: NextTicket | None
    route: Route | None

    @staticmethod
    def of(answer: Answer) -> TicketFacts:
        issued, standing, after = Issued(answer), answer["standing"], answer["next"]
        return TicketFacts(
            token=answer["token"],
            label=answer["label"],
            state=issued.state,
            clinic=answer["clinic"],
            names=answer["names"],
            icon=answer["icon"],
            floor=answer["floor"],
            ahead=answer["ahead"],
            estimate=issued.estimate(),
            pin_required=answer["pin_required"],
            standing=ClinicState(standing["state"]),
            standing_until=maybe_instant(standing["until"]),
            room=answer["room"],
            room_floor=answer["room_floor"] or "",
            called_at=maybe_instant(answer["called_at"]),
            recalls=answer["recalls"],
            stream=answer["stream"],
            position=issued.position,
            next=None if after is None else NextTicket(**after),
            route=None if answer["route"] is None else route_of(answer["route"]),
        )

    @property
    def is_over(self) -> bool:
        return self.state in OVER_STATES

    @property
    def is_called(self) -> bool:
        return self.state is TicketState.CALLED

    @property
    def can_cancel(self) -> bool:
        return self.state in (TicketState.WAITING, TicketState.CALLED, TicketState.HELD)

    @property
    def can_leave(self) -> bool:
        """Whether the clinic's code ends it now."""
        return self.pin_required and self.state in (TicketState.CALLED, TicketState.SERVING)


@dataclass(frozen=True, slots=True)
class Phone:
    """All that one read says; `ticket` is None where the address leads to none of today."""

    at: dt.datetime
    site: SiteFacts
    ticket: TicketFacts | None

    @staticmethod
    def of(answer: Answer) -> Phone:
        found = answer["ticket"]
        return Phone(
            instant(answer["time"]),
            SiteFacts.of(answer["site"]),
            None if found is None else TicketFacts.of(found),
        )
