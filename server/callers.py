"""Who calls: a bearer token of the API with its scope, or a patient, perhaps with his ticket's.

Tokens are remembered by their hash for a moment, so that a busy desk costs one look-up; a revoked
one is refused within that moment.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass

from storage.pool import Pool
from storage.tokens import digest

PATIENT, KIOSK, STAFF, ADMIN = "patient", "kiosk", "staff", "admin"
DISPLAY = "display"
"""A display's token tells which station asks; it opens what is open to anybody."""
CALLER = "dawr.caller"
"""Where a request's scope has its caller, as soon as he is known."""
REMEMBERED_S = 2.0
MOST_REMEMBERED = 1024
TOKEN_LENGTH = 43
"""Of secrets.token_urlsafe(32); a ticket's token is shorter and is never looked up here."""
_FIND = "select dawr.find_token(%(digest)s)"


@dataclass(frozen=True, slots=True)
class Caller:
    """`name` is the token's, None for a patient; `bearer` is a patient's, perhaps his ticket's."""

    scope: str = PATIENT
    name: str | None = None
    bearer: str | None = None

    @property
    def is_anybody(self) -> bool:
        """Who may do no more than anybody may, and is bounded as everybody is."""
        return self.scope in (PATIENT, DISPLAY)

    @property
    def is_staff(self) -> bool:
        return self.scope in (STAFF, ADMIN)


ANYBODY = Caller()


class Callers:
    """Tells callers by the Authorization header."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._known: OrderedDict[bytes, tuple[float, Caller]] = OrderedDict()

    async def of(self, authorization: str | None) -> Caller:
        """The caller; who shows no token of the API is a patient.

        Raises:
            Busy: the token could not be looked up.
        """
        scheme, _, bearer = (authorization or "").partition(" ")
        bearer = bearer.strip()
        if scheme.lower() != "bearer" or not bearer:
            return ANYBODY
        if len(bearer) != TOKEN_LENGTH:
            return Caller(bearer=bearer)
        return await self._by_token(bearer)

    def forget(self) -> None:
        """Look every token up again."""
        self._known.clear()

    async def _by_token(self, bearer: str) -> Caller:
        key = digest(bearer)
        until, caller = self._known.get(key, (0.0, ANYBODY))
        now = time.monotonic()
        if now < until:
            return caller
        found = await self._pool.read(_FIND, {"digest": key})
        if found is None:
            self._known.pop(key, None)
            return Caller(bearer=bearer)
        caller = Caller(found["scope"], found["name"])
        self._known[key] = (now + REMEMBERED_S, caller)
        self._known.move_to_end(key)
        if len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return caller
