"""What the database's answers about PINs and routes mean, as values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.pins import Pins
from storage.answers import Issued

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


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A patient on his route; `ticket` is what he holds, None when nothing can be entered."""

    existing: bool
    route: Answer
    ticket: Issued | None
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> LoggedIn:
        return LoggedIn(
            answer["existing"],
            answer["route"],
            maybe_issued(answer["ticket"]),
            bool(answer.get("replayed")),
        )


@dataclass(frozen=True, slots=True)
class Edited:
    """A route after staff changed it, with the ticket the patient holds now."""

    route: Answer
    ticket: Issued | None
    replayed: bool

    @staticmethod
    def of(answer: Answer) -> Edited:
        return Edited(answer, maybe_issued(answer["ticket"]), bool(answer.get("replayed")))


def maybe_issued(answer: Answer | None) -> Issued | None:
    return None if answer is None else Issued(answer)


def pins_of(answer: Answer) -> Pins:
    """Today's PINs as the desk shows them."""
    return Pins(
        date=dt.date.fromisoformat(answer["date"]),
        reset_time=dt.time.fromisoformat(answer["reset_time"]),
        time_zone=answer["timezone"],
        pins=answer["pins"],
    )
