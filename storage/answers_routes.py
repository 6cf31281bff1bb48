"""What the database's answers about PINs and routes mean, as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.pins import Pins

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewPin:
    """A clinic's PIN after it was drawn again."""

    clinic: str
    pin: str
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> NewPin:
        return NewPin(answer["clinic"], answer["pin"], bool(answer.get("replayed")))


def pins_of(answer: Answer) -> Pins:
    """Today's PINs as the desk shows them."""
    return Pins(
        date=dt.date.fromisoformat(answer["date"]),
        reset_time=dt.time.fromisoformat(answer["reset_time"]),
        time_zone=answer["timezone"],
        pins=answer["pins"],
    )
