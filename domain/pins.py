"""The PINs of a service day, which only staff may read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pins:
    """Each clinic's code, by the clinic's code; valid until `reset_time` of the site's next day."""

    date: dt.date
    reset_time: dt.time
    time_zone: str
    pins: Mapping[str, str]
