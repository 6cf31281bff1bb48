"""What the calls answer, as the documentation shows it and the tests hold every answer to."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

State = Literal["OPEN", "CLOSED", "PAUSED"]
Status = Literal[
    "WAITING",
    "CALLED",
    "IN_SERVICE",
    "HELD",
    "DONE",
    "NO_SHOW",
    "TRANSFERRED",
    "CANCELLED",
    "EXPIRED",
]
Count = Annotated[int, Field(ge=0)]
Label = Annotated[str, Field(examples=["L-031"])]


class Out(BaseModel):
    """A successful answer."""

    model_config = ConfigDict(extra="forbid")

    success: Literal[True]


class Part(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(extra="forbid")


class WaitOut(Part):
    """In four of five cases the wait is longer than low, in four of five shorter than high."""

    low_seconds: Count
    high_seconds: Count


class SiteOut(Part):
    code: str
    names: dict[str, str]
    time_zone: str
    day_turns_at: str
    languages: list[str]


class ClinicOut(Part):
    code: str
    names: dict[str, str]
    prefix: str
    floor: str
    gender: Literal["any", "male", "female"]
    state: State
    reason: str | None
    until: AwareDatetime | None
    waiting: Count
    pin_required: bool
    icon: str
    room: str | None


class ClinicsOut(Out):
    site: SiteOut
    clinics: list[ClinicOut]


class CountersOut(Part):
    entered: Count
    exited: Count
    waiting: Count


class TicketOut(Out):
    clinic: str
    number: Annotated[int, Field(ge=1)]
    ticket: Label
    token: str
    status: Status
    entry_time: AwareDatetime
    position: Count
    ahead: Count
    estimated_wait: WaitOut | None
    floor: str
    room: str | None
    counters: CountersOut


class EnteredOut(TicketOut):
    user: str | None
    existing: Literal[True] | None = None


class MovedPart(Part):
    clinic: str
    number: int
    ticket: Label
    status: Status
    room: str | None
    priority: str
    waiting: Count
    time: AwareDatetime


class MovedOut(MovedPart, Out):
    """A ticket after a move."""


class TransferredOut(TicketOut):
    """The new ticket, and the old one as `from`."""

    from_: Annotated[MovedPart, Field(alias="from")]


class CalledOut(Out):
    clinic: str
    number: int
    ticket: Label
    room: str | None
    waiting: Count
    status: Status
    finished: int | None
    called_at: AwareDatetime


class PositionOut(Out):
    clinic: str
    status: Status
    number: int
    ticket: Label
    display_number: int
    ahead: Count
    total_waiting: Count
    estimated_wait: WaitOut | None
    room: str | None
    floor: str
    verified_at: AwareDatetime


class StatusPart(Part):
    clinic: str
    current: Count
    current_display: str | None
    total: Count
    waiting: Count
    in_service: Count
    completed: Count
    version: str
    state: State
    reason: str | None
    until: AwareDatetime | None
    service_day: dt.date


class StatusOut(StatusPart, Out):
    """A clinic's numbers."""


class ResetOut(Out):
    clinic: str
    expired: Count
    series: Annotated[int, Field(ge=1)]


class StandingOut(Out):
    clinic: str
    state: State
    reason: str | None
    until: AwareDatetime | None


class ErrorOut(Part):
    loc: list[str | int]
    msg: str


class ProblemOut(BaseModel):
    """Problem details (RFC 9457); further members belong to the code."""

    model_config = ConfigDict(extra="allow")

    success: Literal[False]
    type: str
    title: str
    status: int
    detail: str
    code: str
    error: str
    message: str
    correlation_id: str
    errors: list[ErrorOut] | None = None
