"""Why a clinic gives no numbers now, or only to some, in the patient's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.states import ClinicState
from domain.tickets import Clinic
from kiosk import words
from kiosk.look import Look

ANYBODY = "any"
ONLY = {"female": words.WOMEN_ONLY, "male": words.MEN_ONLY}


@dataclass(frozen=True, slots=True)
class Reason:
    """An icon and one line for the tile; `text` says all that is known when it is touched.

    `short` is for a tile that has no room for the line: the reason is in the staff's own words.
    """

    icon: str
    line: str
    text: str
    short: str = ""


def why_not(look: Look, clinic: Clinic, kiosk_gender: str, now: dt.datetime) -> Reason | None:
    """Why this kiosk gives no number for the clinic at this instant; None when it does."""
    if clinic.state is ClinicState.PAUSED:
        return _paused(look, clinic, now)
    if clinic.state is ClinicState.CLOSED:
        return _closed(look, clinic.until, now)
    other = clinic.gender != ANYBODY and kiosk_gender not in (ANYBODY, clinic.gender)
    return only_for(look, clinic) if other else None


def only_for(look: Look, clinic: Clinic) -> Reason | None:
    """Whom the clinic serves where it does not serve everybody."""
    sentence = ONLY.get(clinic.gender)
    return None if sentence is None else Reason("user", look.say(sentence), look.say(sentence))


def _paused(look: Look, clinic: Clinic, now: dt.datetime) -> Reason:
    until = reason = ""
    if clinic.until is not None and clinic.until > now:
        until = look.say(words.PAUSED_UNTIL, time=look.time(clinic.until))
    if clinic.reason:
        reason = look.say(words.PAUSED_REASON, reason=clinic.reason)
    known = [each for each in (until, reason) if each] or [look.say(words.PAUSED)]
    return Reason("hold", known[0], "\n".join(known), look.say(words.PAUSED))


def _closed(look: Look, until: dt.datetime | None, now: dt.datetime) -> Reason:
    """The hour is said only when it is today's; tomorrow's would be taken for today's."""
    zone = ZoneInfo(look.zone)
    if until is None or until.astimezone(zone).date() != now.astimezone(zone).date():
        today = look.say(words.CLOSED_TODAY)
        return Reason("lock", today, today)
    time = look.time(until)
    line = look.say(words.CLOSED_UNTIL, time=time)
    return Reason("lock", line, line, look.say(words.OPENS, time=time))
