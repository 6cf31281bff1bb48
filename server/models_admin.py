"""What administrators' calls answer, and what they may ask."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints

from server.bodies import Body
from server.models import Count, Label, Out, Part, State, Status

Value = bool | int | str | None
Seconds = Annotated[int, Field(description="Seconds; null where there was nothing to measure.")]


class SettingsIn(Body):
    """The settings to change, by name; GET tells the names, the types and the bounds."""

    model_config = ConfigDict(extra="allow", strict=True)
    __pydantic_extra__: dict[
        str, bool | float | Annotated[str, StringConstraints(max_length=100)] | None
    ]

    def changes(self) -> dict[str, Any]:
        """What was sent, without the key."""
        return dict(self.__pydantic_extra__)


class SettingPart(Part):
    type: Literal["boolean", "integer", "time"]
    unit: str | None
    minimum: int | None
    maximum: int | None
    optional: Annotated[bool, Field(description="Whether it may be null.")]
    default: Value
    value: Value


class SettingsOut(Out):
    settings: dict[str, SettingPart]


class ChangePart(Part):
    from_: Annotated[Value, Field(alias="from")]
    to: Value


class ChangedSettingsOut(SettingsOut):
    changed: dict[str, ChangePart]


class ServerPart(Part):
    version: str
    revision: str
    uptime_seconds: Count
    open_feeds: Count
    feed_is_fresh: bool


class StandingsPart(Part):
    open: Count
    closed: Count
    paused: Count


class AdminStatusOut(Out):
    time: AwareDatetime
    site: str
    service_day: dt.date
    clinics: StandingsPart
    entered: Count
    waiting: Count
    in_service: Count
    held: Count
    completed: Count
    longest_wait_seconds: Count | None
    server: ServerPart


class MeasuresPart(Part):
    arrivals: Count
    called: Count
    done: Count
    no_shows: Count
    cancelled: Count
    transferred: Count
    expired: Count
    wait_p50_seconds: Seconds | None
    wait_p90_seconds: Seconds | None
    service_p50_seconds: Seconds | None
    service_p90_seconds: Seconds | None


class ClinicStatsPart(Part):
    clinic: str
    names: dict[str, str]
    state: State
    reason: str | None
    until: AwareDatetime | None
    total: Count
    waiting: Count
    in_service: Count
    held: Count
    completed: Count
    desks: Count
    longest_wait_seconds: Count | None
    today: MeasuresPart


class ClinicStatsOut(Out):
    time: AwareDatetime
    service_day: dt.date
    clinics: list[ClinicStatsPart]


class LoggedEvent(Part):
    type: str
    time: AwareDatetime
    service_day: dt.date
    clinic: str | None
    position: Count
    number: int | None
    ticket: Label | None
    room: str | None
    from_: Annotated[Status | None, Field(alias="from")]
    to: Status | None
    actor: str | None
    station: str | None
    reason: str | None
    correlation_id: str | None
    facts: dict[str, Any] | None


class LiveFeedOut(Out):
    events: list[LoggedEvent]


class HourPart(MeasuresPart):
    hour: Annotated[int, Field(ge=0, le=23)]


class DayPart(MeasuresPart):
    day: dt.date


class ReportedClinic(MeasuresPart):
    clinic: str
    names: dict[str, str]
    hours: list[HourPart]


class ReportOut(Out):
    type: Literal["current", "daily", "weekly", "monthly"]
    since: dt.date
    until: dt.date
    time_zone: str
    made_at: AwareDatetime
    totals: MeasuresPart
    clinics: list[ReportedClinic]
    days: list[DayPart]
    hours: list[HourPart]
