"""What may be asked over HTTP: the bodies of the calls. Whatever is not named here is refused."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    model_validator,
)

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]")
_LINE = r"^[^\x00-\x1f\x7f]*$"

Code = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=_LINE)]
Mobile = Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[\x20-\x7e]{1,200}$")]
Number = Annotated[int, Field(ge=1, le=2_147_483_647)]
PatientId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
PersonName = Annotated[str, StringConstraints(max_length=200, pattern=_LINE)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_LINE)]
RoomName = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=_LINE)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=128, pattern=r"^[\x21-\x7e]+$")]
FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
_FIRST = dt.datetime.combine(FIRST_DAY, dt.time(), dt.UTC)
_AFTER_LAST = dt.datetime.combine(LAST_DAY + dt.timedelta(days=1), dt.time(), dt.UTC)


def _calendar_day(text: object) -> dt.date:
    """A date as RFC 3339 writes it; never a number, which pydantic would take for a time."""
    try:
        day = dt.datetime.strptime(str(text), "%Y-%m-%d").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise ValueError("give a date such as 2026-11-26") from None
    if len(str(text)) != len("2026-11-26") or not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"give a date from {FIRST_DAY} to {LAST_DAY}")
    return day


def _written(text: object) -> object:
    """An instant as RFC 3339 writes it; never a number, which pydantic would take for seconds."""
    if not isinstance(text, str) or not _INSTANT.match(text):
        raise ValueError("give an instant such as 2026-11-26T09:30:00+03:00")
    return text


def _within_days(instant: dt.datetime) -> dt.datetime:
    """An instant that is one in every time zone; at the calendar's end some zones have none."""
    if not _FIRST <= instant < _AFTER_LAST:
        raise ValueError(f"give an instant from {FIRST_DAY} to {LAST_DAY}")
    return instant


Day = Annotated[dt.date, BeforeValidator(_calendar_day)]
Instant = Annotated[
    AwareDatetime,
    Strict(strict=False),
    BeforeValidator(_written),
    AfterValidator(_within_days),
]
PriorityName = Literal["none", "elderly", "pregnant", "disability", "emergency"]


class Body(BaseModel):
    """A JSON object without unknown fields; types are taken as they are, never guessed."""

    model_config = ConfigDict(extra="forbid", strict=True)

    idempotency_key: Key | None = None


class EnterIn(Body):
    """Who takes a number where. Without `user` the ticket is anonymous."""

    clinic: Code
    user: PatientId | None = None
    name: PersonName | None = None
    mobile: Mobile | None = None
    gender: Literal["male", "female"] | None = None
    priority: PriorityName = "none"
    party_size: Annotated[int, Field(ge=1, le=20)] = 1


class CallIn(Body):
    clinic: Code
    room: RoomName | None = None


class TicketIn(Body):
    """A ticket: by clinic and number of the open series of the service day, or by its token."""

    clinic: Code | None = None
    number: Number | None = None
    token: Token | None = None
    reason: Reason | None = None

    @model_validator(mode="after")
    def _one_ticket(self) -> Self:
        if (self.token is None) == (self.clinic is None) or (self.clinic is None) != (
            self.number is None
        ):
            raise ValueError("give clinic and number, or token")
        return self


class PriorityIn(TicketIn):
    priority: PriorityName


class TransferIn(TicketIn):
    to: Code
    keep_arrival: bool = True


class DoneIn(Body):
    """A ticket by its token, or in a clinic by its number or its patient."""

    clinic: Code | None = None
    user: PatientId | None = None
    number: Number | None = None
    token: Token | None = None
    pin: Annotated[str, StringConstraints(min_length=1, max_length=8, pattern=_LINE)] | None = None
    reason: Reason | None = None

    @model_validator(mode="after")
    def _one_ticket(self) -> Self:
        named = [one for one in (self.user, self.number, self.token) if one is not None]
        if len(named) != 1 or (self.token is None and self.clinic is None):
            raise ValueError("give clinic and number, clinic and user, or token")
        return self


class ResetIn(Body):
    clinic: Code
    reason: Reason


class PauseIn(Body):
    """Why, and until when if that is known."""

    reason: Reason
    until: Instant | None = None


class OpenIn(Body):
    reason: Reason | None = None


class HoldIn(Body):
    """For whom a slot is held, by the patient's id."""

    user: PatientId
    mobile: Mobile | None = None


class BookingIn(Body):
    """The hold that becomes an appointment."""

    hold: Token
    name: PersonName | None = None
    mobile: Mobile | None = None


def instant(text: str | None) -> dt.datetime | None:
    """An instant as the database writes it."""
    return None if text is None else dt.datetime.fromisoformat(text)
