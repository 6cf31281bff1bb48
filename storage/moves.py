"""The moves as Python sees them: a function's name, its parameters, and what its answer means.

The rules live in storage/moves/*.sql; nothing here decides anything. A move is one round trip and
one transaction. Its answer is one jsonb, because it is also what a repeated press gets again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from psycopg import AsyncConnection, Connection, Cursor

from storage import answers
from storage.connections import refused

T = TypeVar("T")
Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pressed:
    """Who pressed what. Only a server's login may name scope, actor and station.

    With a key, the move keeps its answer under (key_scope, key_user, key) for 24 h; `payload` is
    a digest of what was asked, so that the key cannot be used for something else.
    """

    correlation: str | None = None
    key: str | None = None
    key_scope: str | None = None
    key_user: str | None = None
    payload: str | None = None
    scope: str | None = None
    actor: str | None = None
    station: str | None = None


@dataclass(frozen=True, slots=True)
class TicketRef:
    """The ticket a move is about: by id, by token, or in a clinic by today's number or patient."""

    ticket_id: int | None = None
    clinic: str | None = None
    number: int | None = None
    token: str | None = None
    patient: str | None = None


_PRESS = (
    "row(%(scope)s, %(actor)s, %(station)s, %(correlation)s, %(key)s, %(key_scope)s, %(key_user)s,"
    " %(payload)s)::dawr.press"
)
_REF = "row(%(ticket_id)s, %(clinic)s, %(number)s, %(token)s, %(patient)s)::dawr.ticket_ref"


@dataclass(frozen=True)
class Move(Generic[T]):
    """One transaction: the function's name, its own parameters, how its answer reads."""

    function: str
    parameters: tuple[str, ...]
    decode: Callable[[Answer], T]
    about_ticket: bool = False

    @cached_property
    def statement(self) -> str:
        """The call with named arguments; made once, prepared by the driver on first use."""
        given = [f"press => {_PRESS}"]
        if self.about_ticket:
            given.append(f"ref => {_REF}")
        given.extend(f"{name} => %({name})s" for name in self.parameters)
        return f"select dawr.{self.function}({', '.join(given)})"

    def arguments(
        self, pressed: Pressed, ref: TicketRef | None, given: Mapping[str, object]
    ) -> dict[str, object]:
        """Every parameter by name; those not given are null."""
        found: dict[str, object] = {name: given.get(name) for name in self.parameters}
        found.update(_fields(pressed))
        if self.about_ticket:
            found.update(_fields(ref or TicketRef()))
        return found


def _fields(value: Pressed | TicketRef) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__slots__}


def payload_digest(function: str, ref: TicketRef | None, given: Mapping[str, object]) -> str:
    """What was asked, as 64 hexadecimal digits; equal for equal requests."""
    asked = [function, None if ref is None else asdict(ref), given]
    return hashlib.sha256(json.dumps(asked, sort_keys=True, default=str).encode()).hexdigest()


def perform(
    conn: Connection[tuple[Any, ...]] | Cursor[tuple[Any, ...]],
    move: Move[T],
    pressed: Pressed,
    ref: TicketRef | None = None,
    **given: object,
) -> T | None:
    """Run a move on an autocommit connection: one round trip, one transaction.

    Returns:
        What the move's answer says, or None when it found nothing to do.

    Raises:
        Refusal: the move answered one, having committed what belongs to it.
    """
    row = conn.execute(move.statement, move.arguments(pressed, ref, given), prepare=True).fetchone()
    return _told(move, row)


async def perform_async(
    conn: AsyncConnection[tuple[Any, ...]],
    move: Move[T],
    pressed: Pressed,
    ref: TicketRef | None = None,
    **given: object,
) -> T | None:
    """The same for the server's event loop; the move itself is not written twice."""
    cursor = await conn.execute(move.statement, move.arguments(pressed, ref, given), prepare=True)
    return _told(move, await cursor.fetchone())


def _told(move: Move[T], row: tuple[Any, ...] | None) -> T | None:
    """What a move answers: a value, nothing, or a refusal that is raised."""
    if row is None or row[0] is None:
        return None
    refusal = refused(row[0])
    if refusal is not None:
        raise refusal
    return move.decode(row[0])


ISSUE_TICKET = Move(
    "issue_ticket",
    (
        "clinic",
        "patient",
        "name",
        "mobile",
        "gender",
        "priority",
        "party_size",
        "practitioner",
        "holder",
        "per_mobile",
    ),
    answers.Issued.of,
)
CALL_NEXT = Move("call_next", ("clinics", "credits", "room", "practitioner"), answers.Moved.of)
CALL_CHOSEN = Move("call_chosen", ("reason", "room"), answers.Moved.of, about_ticket=True)
RECALL = Move("recall", ("reason",), answers.Moved.of, about_ticket=True)
START_SERVICE = Move("start_service", ("reason",), answers.Moved.of, about_ticket=True)
FINISH = Move("finish", ("reason",), answers.Moved.of, about_ticket=True)
MARK_NO_SHOW = Move("mark_no_show", ("reason",), answers.Moved.of, about_ticket=True)
REACTIVATE = Move("reactivate", ("reason",), answers.Moved.of, about_ticket=True)
HOLD = Move("hold", ("reason",), answers.Moved.of, about_ticket=True)
RESUME = Move("resume", ("reason",), answers.Moved.of, about_ticket=True)
TRANSFER = Move(
    "transfer", ("destination", "keep_arrival", "reason"), answers.Issued.of, about_ticket=True
)
CANCEL = Move("cancel", ("reason",), answers.Moved.of, about_ticket=True)
CHANGE_PRIORITY = Move(
    "change_priority", ("priority", "reason"), answers.Moved.of, about_ticket=True
)
ADD_NOTE = Move("add_note", ("note",), answers.Moved.of, about_ticket=True)
UNDO = Move("undo", ("reason",), answers.Moved.of, about_ticket=True)
RESET_CLINIC = Move("reset_clinic", ("clinic", "reason"), answers.Reset.of)
PAUSE_CLINIC = Move("pause_clinic", ("clinic", "reason", "until"), answers.Standing.of)
OPEN_CLINIC = Move("open_clinic", ("clinic", "reason"), answers.Standing.of)
ASK_FOR_HELP = Move("ask_for_help", (), answers.Told.of)
REPORT_PRINT_FAILURE = Move("report_print_failure", ("ticket", "why"), answers.Told.of)
