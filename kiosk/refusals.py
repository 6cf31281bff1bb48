"""What a patient reads when no number was given: what happened, and what to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from domain.errors import (
    AlreadyWaiting,
    ClinicClosed,
    ClinicPaused,
    InvalidInput,
    NotOnRoute,
    OtherGender,
    OutsideCheckInWindow,
    PreviousNotCompleted,
    RateLimited,
    Refusal,
    TicketNotFound,
    WrongSequence,
    WrongState,
)
from domain.states import ClinicState
from domain.tickets import Catalogue, Clinic
from kiosk import words
from kiosk.look import Look
from kiosk.reasons import ANYBODY, ONLY, why_not


@dataclass(frozen=True, slots=True)
class Explanation:
    """Icon, a title to read first, and one sentence on what to do now."""

    icon: str
    title: str
    text: str


def explain(
    look: Look,
    refusal: Refusal,
    clinic: Clinic | None,
    now: dt.datetime,
    catalogue: Catalogue | None = None,
) -> Explanation:
    """The sentences for a refusal; for one it does not know, the way to the reception desk.

    `clinic` is the one a number was asked for; the catalogue has the names of others.
    """
    desk = look.say(words.OUT_DESK)
    found = _of_routes(look, refusal, catalogue) or _of_times(look, refusal, now)
    if found is not None:
        return found
    plain = {RateLimited: ("hold", words.LIMIT), AlreadyWaiting: ("people", words.TICKET_AGAIN)}
    if type(refusal) in plain:
        icon, sentence = plain[type(refusal)]
        return Explanation(icon, look.say(sentence), desk)
    if isinstance(refusal, InvalidInput):
        return Explanation("warning", look.say(words.ID_WRONG), look.say(words.ID_SCAN))
    if isinstance(refusal, OtherGender):
        only = ONLY.get(str(refusal.facts.get("gender")), words.REFUSED)
        return Explanation("user", look.say(only), look.say(words.CHOOSE_ANOTHER))
    if isinstance(refusal, ClinicPaused | ClinicClosed):
        return _shut(look, refusal, clinic, now, catalogue)
    sentence = words.REFUSED_HERE if clinic is None else words.REFUSED
    return Explanation("warning", look.say(sentence), desk)


def _of_routes(look: Look, refusal: Refusal, catalogue: Catalogue | None) -> Explanation | None:
    """Entering a clinic out of the exam's order, or leaving one with no such ticket."""
    if isinstance(refusal, WrongSequence | PreviousNotCompleted):
        due = str(refusal.facts.get("due") or "")
        there = None if catalogue is None else catalogue.clinic(due)
        name = due if there is None else look.name(there.names)
        title = look.say(words.DUE, clinic=name)
        return Explanation("route", title, look.say(words.DUE_TEXT))
    if isinstance(refusal, NotOnRoute):
        return Explanation("route", look.say(words.NOT_ON_ROUTE), look.say(words.CHOOSE_ANOTHER))
    if isinstance(refusal, TicketNotFound):
        text = look.say(words.TICKET_UNKNOWN_TEXT)
        return Explanation("search", look.say(words.TICKET_UNKNOWN), text)
    if isinstance(refusal, WrongState):
        waits = str(refusal.facts.get("state")).upper() in ("WAITING", "HELD")
        title = look.say(words.NOT_CALLED if waits else words.OVER_ALREADY)
        text = look.say(words.NOT_CALLED_TEXT if waits else words.OUT_DESK)
        return Explanation("clock", title, text)
    return None


def _of_times(look: Look, refusal: Refusal, now: dt.datetime) -> Explanation | None:
    """An appointment's code used too early, on another day, or too late."""
    if not isinstance(refusal, OutsideCheckInWindow):
        return None
    opens, closes = refusal.instant("opens_at"), refusal.instant("closes_at")
    desk = look.say(words.OUT_DESK)
    if opens is None or closes is None:
        return Explanation("appointment", look.say(words.REFUSED_HERE), desk)
    zone, kept = ZoneInfo(look.zone), look.say(words.APPT_KEPT)
    here, day = now.astimezone(zone), opens.astimezone(zone).date()
    if day != here.date():
        text = look.say(words.APPT_FROM, time=look.time(opens)) if now < opens else desk
        return Explanation("appointment", look.say(words.APPT_OTHER_DAY, day=look.day(day)), text)
    if now < opens:
        return Explanation("clock", look.say(words.APPT_EARLY, time=look.time(opens)), kept)
    return Explanation("clock", look.say(words.APPT_LATE, time=look.time(closes)), desk)


def _shut(
    look: Look,
    refusal: ClinicPaused | ClinicClosed,
    clinic: Clinic | None,
    now: dt.datetime,
    catalogue: Catalogue | None,
) -> Explanation:
    """The same words as on the clinic's tile, from what the refusal knows.

    Without a `clinic` chosen it is the first one of an exam, which is named.
    """
    code = str(refusal.facts.get("clinic") or "")
    there = clinic or (None if catalogue is None else catalogue.clinic(code))
    if there is None:
        return Explanation("lock", look.say(words.REFUSED_HERE), look.say(words.OUT_DESK))
    paused = isinstance(refusal, ClinicPaused)
    reason = refusal.facts.get("reason")
    shut = replace(
        there,
        gender=ANYBODY,
        state=ClinicState.PAUSED if paused else ClinicState.CLOSED,
        reason=str(reason) if reason else None,
        until=refusal.instant("until"),
    )
    why = why_not(look, shut, ANYBODY, now)
    line = why.line if why is not None else look.say(words.REFUSED)
    icon = "hold" if paused else "lock"
    if clinic is None:
        return Explanation(icon, look.say(words.ROUTE_WAITS, clinic=look.name(there.names)), line)
    return Explanation(icon, line, look.say(words.CHOOSE_ANOTHER))
