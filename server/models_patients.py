"""What the calls about PINs and routes answer, as the documentation shows it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.models import Count, CountersOut, Label, Out, Part, Status, WaitOut

Pin = Annotated[str, Field(pattern=r"^[0-9]{2,4}$", examples=["07"])]
Progress = Annotated[str, Field(pattern=r"^[0-9]+/[0-9]+$", examples=["1/4"])]
Names = dict[str, str]


class PinsOut(Out):
    """Today's PINs, until the service day turns at `reset_time` of the site's clock."""

    date: dt.date
    reset_time: Annotated[str, Field(examples=["05:00"])]
    timezone: Annotated[str, Field(examples=["Asia/Qatar"])]
    pins: dict[str, Pin]


class PinOut(Out):
    clinic: str
    pin: Pin


class NextOut(Part):
    """The ticket of a route's next clinic; `token` is null for who may not have it."""

    clinic: str
    number: Annotated[int, Field(ge=1)]
    ticket: Label
    token: str | None
    status: Status
    entry_time: AwareDatetime
    position: Count
    ahead: Count
    estimated_wait: WaitOut | None
    floor: str
    room: str | None
    counters: CountersOut


class DoneOut(Out):
    """A ticket that is done; `next` is that of the next clinic, null off a route."""

    clinic: str
    user: str | None
    number: int
    ticket: Label
    status: Status
    exit_time: AwareDatetime
    duration_minutes: Count
    remaining_in_queue: Count
    next: NextOut | None


class StopOut(Part):
    """A clinic of a route; `ticket` is the label of the ticket held or done there."""

    clinic: str
    names: Names
    status: Literal["COMPLETED", "IN_QUEUE", "READY", "LOCKED"]
    floor: str
    room: str | None
    ticket: Label | None


class LoginOut(Out):
    """A route; what belongs to a ticket is null while none can be had and when all is done."""

    existing: Literal[True] | None = None
    route: list[StopOut]
    first_clinic: str | None
    queue_number: int | None
    ticket: Label | None
    token: str | None
    waiting_count: Count | None
    total_clinics: Count
    exam: str
    names: Names
    note: Names | None
    due: str | None


class VerifiedOut(Out):
    """A clinic that was left; `next_clinic` without a number is one that cannot be entered now."""

    clinic_completed: str
    duration_minutes: Count
    next_clinic: str | None
    next_queue_number: int | None
    next_ticket: Label | None
    next_token: str | None
    remaining_clinics: Count
    total_progress: Progress
    journey_completed: Literal[True] | None = None


class RouteOut(Out):
    """A route with its progress; `ticket` is the one the patient holds now."""

    exam: str
    names: Names
    gender: Literal["male", "female"]
    note: Names | None
    route: list[StopOut]
    due: str | None
    completed_clinics: Count
    total_clinics: Count
    remaining_clinics: Count
    total_progress: Progress
    journey_completed: bool
    ticket: NextOut | None
