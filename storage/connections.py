"""How everybody connects: bounds on every session, UTC, a name; and what a refused statement means.

Nothing is decided here; a statement's refusal becomes a refusal of domain.errors in one table.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import errors as pg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from domain import errors

REFUSAL_STATE = "DW001"
LOCK_TIMEOUT_MS = 1_000
STATEMENT_TIMEOUT_MS = 5_000
CONNECT_TIMEOUT_S = 5
SETTINGS = {
    "lock_timeout": f"{LOCK_TIMEOUT_MS}ms",
    "statement_timeout": f"{STATEMENT_TIMEOUT_MS}ms",
    "idle_in_transaction_session_timeout": f"{STATEMENT_TIMEOUT_MS}ms",
    "timezone": "UTC",
}
"""Source: the specification's section on overload: lock 1 s, statement and transaction 5 s."""

VANISHED = {
    "keepalives": "1",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "11000",
}
"""A host that vanished without a word is noticed within 11 s, whether its answer or only its
acknowledgement is missing; else a window would wait a quarter of an hour for a pulled cable."""

REFUSALS: dict[str, type[errors.Refusal]] = {
    refusal.code: refusal
    for refusal in (
        errors.InvalidInput,
        errors.NotAllowed,
        errors.ClinicNotFound,
        errors.RoomNotFound,
        errors.TicketNotFound,
        errors.NotInQueue,
        errors.NobodyWaiting,
        errors.TicketInHand,
        errors.WrongState,
        errors.TooEarly,
        errors.TooLateToUndo,
        errors.AlreadyWaiting,
        errors.ClinicClosed,
        errors.ClinicPaused,
        errors.OtherGender,
        errors.KeyReused,
        errors.InProgress,
        errors.IncorrectPin,
        errors.PinLocked,
        errors.WrongQueueNumber,
        errors.WrongSequence,
        errors.PreviousNotCompleted,
        errors.NotOnRoute,
        errors.SlotNotFound,
        errors.HoldNotFound,
        errors.BookingNotFound,
        errors.SlotTaken,
        errors.HoldExpired,
        errors.HoldUsed,
        errors.AlreadyHolding,
        errors.OutsideCheckInWindow,
        errors.RateLimited,
    )
}
"""What dawr.refuse() names; a test holds it against every SQL file."""

CONSTRAINTS: dict[str, type[errors.Refusal]] = {
    "ticket_one_active": errors.AlreadyWaiting,
    "ticket_in_hand": errors.TicketInHand,
    "idempotency_site_id_scope_user_name_key_key": errors.InProgress,
    "slot_hold_of_slot": errors.SlotTaken,
    "slot_hold_open": errors.AlreadyHolding,
    "booking_of_slot": errors.SlotTaken,
    "booking_site_id_hold_id_key": errors.HoldUsed,
    "slot_hold_confirmed_in_time": errors.HoldExpired,
}
"""Rules that a constraint carries a second time; a violation means a race lost, not a fault."""


BUSY = (
    pg.LockNotAvailable,
    pg.QueryCanceled,
    pg.TooManyConnections,
    pg.DeadlockDetected,
    pg.SerializationFailure,
)
"""Too much at once: nothing was done, and trying again may help."""


NOT_SET_UP = (
    pg.UndefinedFunction,
    pg.InvalidSchemaName,
    pg.UndefinedTable,
    pg.InsufficientPrivilege,
)
"""The schema is not there yet, or is just being made and not granted yet."""


def bounded(conninfo: str, application: str) -> str:
    """The connection string with every session's bounds; what it says itself goes before them."""
    given = conninfo_to_dict(conninfo)
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    already = given.get("options")
    return make_conninfo(
        conninfo,
        **{name: value for name, value in VANISHED.items() if name not in given},
        application_name=application,
        connect_timeout=str(given.get("connect_timeout") or CONNECT_TIMEOUT_S),
        options=f"{options} {already}" if already else options,
    )


def refused(answer: Mapping[str, Any]) -> errors.Refusal | None:
    """The refusal a move answers: one that had to commit something, such as a wrong try counted.

    Its facts are the rest of the answer; `replayed` among them says that it is an old answer.
    """
    facts = dict(answer)
    code = facts.pop("refused", None)
    return None if code is None else REFUSALS[code](**facts)


def refusal_of(error: psycopg.Error) -> errors.Refusal | None:
    """The refusal a database error means, or None when it is a fault of ours."""
    diag = error.diag
    if error.sqlstate == REFUSAL_STATE:
        facts = json.loads(diag.message_detail or "{}")
        return REFUSALS[diag.message_primary or ""](**facts)
    if diag.constraint_name in CONSTRAINTS:
        return CONSTRAINTS[diag.constraint_name]()
    return _meaning(error)


def _meaning(error: psycopg.Error) -> errors.Refusal | None:
    diag = error.diag
    if isinstance(error, pg.CheckViolation | pg.DataError):
        return errors.InvalidInput(field=diag.column_name or diag.constraint_name or "")
    if isinstance(error, BUSY):
        return errors.Busy(retry_after_s=1)
    if isinstance(error, NOT_SET_UP):
        return errors.StoreAway(retry_after_s=5, why="The database is not set up yet.")
    if isinstance(
        error, psycopg.OperationalError | psycopg.InterfaceError | pg.ReadOnlySqlTransaction
    ):
        return errors.StoreAway(retry_after_s=2, why="The database cannot be reached.")
    return None


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the database refuses into the domain's refusals; faults pass through."""
    try:
        yield
    except psycopg.Error as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise refusal from error


@contextmanager
def judged() -> Iterator[None]:
    """The same for an administrator's own connection, where troubles stay the database's."""
    try:
        yield
    except psycopg.Error as error:
        refusal = refusal_of(error) if error.sqlstate == REFUSAL_STATE else None
        if refusal is None:
            raise
        raise refusal from error
