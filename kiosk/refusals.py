"""What a patient reads when no number was given: what happened, and what to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from domain.errors import (
    AlreadyWaiting,
    ClinicClosed,
    ClinicPaused,
    InvalidInput,
    OtherGender,
    Refusal,
)
from domain.states import ClinicState
from domain.tickets import Clinic
from kiosk import words
from kiosk.look import Look
from kiosk.reasons import ONLY, why_not


@dataclass(frozen=True, slots=True)
class Explanation:
    """Icon, a title to read first, and one sentence on what to do now."""

    icon: str
    title: str
    text: str


def explain(look: Look, refusal: Refusal, clinic: Clinic | None, now: dt.datetime) -> Explanation:
    """The sentences for a refusal; for one it does not know, the way to the reception desk."""
    desk = look.say(words.OUT_DESK)
    if isinstance(refusal, AlreadyWaiting):
        return Explanation("people", look.say(words.TICKET_AGAIN), desk)
    if isinstance(refusal, InvalidInput):
        return Explanation("warning", look.say(words.ID_WRONG), look.say(words.ID_SCAN))
    if isinstance(refusal, OtherGender):
        only = ONLY.get(str(refusal.facts.get("gender")), words.REFUSED)
        return Explanation("user", look.say(only), look.say(words.CHOOSE_ANOTHER))
    if isinstance(refusal, ClinicPaused | ClinicClosed) and clinic is not None:
        return _shut(look, refusal, clinic, now)
    return Explanation("warning", look.say(words.REFUSED), desk)


def _shut(
    look: Look, refusal: ClinicPaused | ClinicClosed, clinic: Clinic, now: dt.datetime
) -> Explanation:
    """The same words as on the clinic's tile, from what the refusal knows."""
    paused = isinstance(refusal, ClinicPaused)
    reason = refusal.facts.get("reason")
    shut = Clinic(
        clinic.code,
        clinic.names,
        clinic.prefix,
        clinic.floor,
        "any",
        ClinicState.PAUSED if paused else ClinicState.CLOSED,
        0,
        reason=str(reason) if reason else None,
        until=refusal.instant("until"),
    )
    why = why_not(look, shut, "any", now)
    title = why.line if why is not None else look.say(words.REFUSED)
    return Explanation("hold" if paused else "lock", title, look.say(words.CHOOSE_ANOTHER))
