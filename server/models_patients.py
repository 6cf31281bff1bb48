"""What the calls about PINs and routes answer, as the documentation shows it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from server.models import Out

Pin = Annotated[str, Field(pattern=r"^[0-9]{2,4}$", examples=["07"])]


class PinsOut(Out):
    """Today's PINs, until the service day turns at `reset_time` of the site's clock."""

    date: dt.date
    reset_time: Annotated[str, Field(examples=["05:00"])]
    timezone: Annotated[str, Field(examples=["Asia/Qatar"])]
    pins: dict[str, Pin]


class PinOut(Out):
    clinic: str
    pin: Pin
