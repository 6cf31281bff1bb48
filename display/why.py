"""Why nobody is called in a clinic now, as an icon and words of the main language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from display.words import CLOSED, OPENS_AT, PAUSED, PAUSED_UNTIL, Tongues
from domain.states import ClinicState


@dataclass(frozen=True, slots=True)
class Why:
    """The icon, and the words from the fullest to the shortest."""

    icon: str
    language: str
    texts: tuple[str, ...]


def why_off(tongues: Tongues, state: ClinicState, until: dt.datetime | None) -> Why:
    """Paused or closed and, where it is known, until when; `until` is already local."""
    closed = state is ClinicState.CLOSED
    texts = [CLOSED if closed else PAUSED]
    if until is not None:
        texts.insert(0, OPENS_AT if closed else PAUSED_UNTIL)
    time = "" if until is None else tongues.time(until)
    said = tuple(tongues.alone().say(text, time=time)[0][1] for text in texts)
    return Why("lock" if closed else "hold", tongues.first, said)
