"""The forms of the phone page: what was sent, the move it is, and what a refusal means for it.

Each carries the key that was made when it was shown, so whatever is sent twice is done once.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl

from fastapi import Request

from domain import errors
from domain.digits import ascii_digits
from domain.errors import InvalidInput, KeyReused, PinLocked, Refusal
from server import correlation
from server.moving import backend_of
from server.phone.pages import Tried
from server.phone.screen import LEAVE, Screen
from server.phone.visitor import Visitor
from storage import moves
from storage.moves import Pressed, TicketRef
from storage.moves_routes import LEAVE as LEAVE_MOVE

Form = dict[str, str]

MOVED_ON = (errors.WrongState, errors.TicketNotFound, errors.NotInQueue, errors.NotAllowed)
"""The ticket is not what the form was about any more: the page shows what it is."""
_KEY = re.compile(r"[0-9a-f-]{36}")
_PIN = re.compile(r"[0-9]{2,4}")
_LONGEST = 20


async def read(request: Request) -> Form:
    """The fields of a form as browsers send it; whatever else was sent is none."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        found = dict(parse_qsl(body, keep_blank_values=True, max_num_fields=_LONGEST))
    except ValueError:
        return {}
    return {name: found[name][: _LONGEST * 3] for name in ("key", "pin") if name in found}


async def carry_out(visitor: Visitor, step: str, form: Form) -> str:
    """Do what the form asks; answers the token of the ticket whose page follows.

    Raises:
        Refusal: it was not done.
    """
    backend = backend_of(visitor.request)
    ref, pressed = TicketRef(token=visitor.token), _press(visitor, step, form)
    if step != LEAVE:
        await backend.pool.move(moves.CANCEL, pressed, ref)
        backend.ring()
        return visitor.token
    left = await backend.pool.move(LEAVE_MOVE, pressed, ref, pin=_pin(form))
    backend.ring()
    after = None if left is None else left.answer.get("next")
    return visitor.token if after is None else str(after["token"])


def _press(visitor: Visitor, step: str, form: Form) -> Pressed:
    key = form.get("key", "")
    if not visitor.is_plausible:
        raise errors.TicketNotFound
    if not _KEY.fullmatch(key):
        raise KeyReused
    asked = hashlib.sha256(repr(sorted(form.items())).encode()).hexdigest()
    return Pressed(
        correlation.current(), key, f"POST {visitor.base}/{step}", None, asked, "patient"
    )


def _pin(form: Form) -> str:
    """The digits as the database knows them. What can be no PIN is no try.

    Raises:
        InvalidInput: it can be none.
    """
    pin = ascii_digits(form.get("pin", ""))
    if not _PIN.fullmatch(pin):
        raise InvalidInput(field="pin")
    return pin


def tried(screen: Screen, form: Form, refusal: Refusal) -> Tried:
    """What the form says of the refusal when it is shown again.

    Raises:
        Refusal: it is none that a form can bring about.
    """
    say, typed = screen.say, form.get("pin", "")
    if isinstance(refusal, errors.IncorrectPin):
        left = refusal.facts.get("attempts_left")
        if left == 0:
            return Tried(403, say("pin_locked"), typed, locked=True)
        return Tried(403, say("pin_wrong", n=left), typed)
    if isinstance(refusal, PinLocked):
        until = refusal.instant("until")
        words = (
            say("pin_locked")
            if until is None
            else say("pin_locked_until", time=screen.site.clock(until))
        )
        return Tried(429, words, typed, locked=True, retry_after_s=_wait(refusal))
    if isinstance(refusal, InvalidInput):
        n = screen.site.pin_digits
        words = say("pin_digits_2") if n == 2 else say("pin_digits", n=n)  # noqa: PLR2004 - has words of its own
        return Tried(422, words, typed)
    if isinstance(refusal, KeyReused | errors.InProgress):
        return Tried(409, say("once_more"), typed)
    raise refusal


def _wait(refusal: Refusal) -> int:
    found = refusal.facts.get("retry_after_s")
    return found if isinstance(found, int) else 60
