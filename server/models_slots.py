"""What the calls about slots and bookings answer, as the documentation shows it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.models import Out, Part


class SlotPart(Part):
    """A bookable time."""

    id: Annotated[int, Field(ge=1)]
    clinic: str
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    status: Literal["FREE", "HELD", "BOOKED"]


class SlotsOut(Out):
    """A clinic's slots on a local date of the site that are still to come, soonest first."""

    clinic: str
    date: dt.date
    slots: list[SlotPart]


class HeldOut(Out):
    """A slot held until `expires_at`; `hold` is a secret that confirms or releases it."""

    hold: str
    slot: SlotPart
    expires_at: AwareDatetime


class ReleasedOut(Out):
    hold: str
    slot: SlotPart


class BookedOut(Out):
    """An appointment; its code checks in and calls it off."""

    booking: Annotated[int, Field(ge=1)]
    code: Annotated[str, Field(pattern=r"^[A-HJ-NP-Z2-9]{8}$", examples=["K7M4PX2R"])]
    slot: SlotPart


class CancelledOut(BookedOut):
    """The appointment that is no more; its slot is free."""
