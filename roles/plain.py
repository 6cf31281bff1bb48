"""What went wrong, as one plain sentence for the person at the command line; it mends nothing."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

NOT_SET_UP = "The database is not set up for this program; run: python main.py database upgrade"
AWAY = "The database cannot be reached; start it or correct DAWR_DATABASE_URL."
PASSING = frozenset({NOT_SET_UP, AWAY})
"""What ends by itself, or by what somebody does elsewhere; a server waits for that."""


class Plain(Exception):
    """Something a person can do something about; str() is one plain sentence that says what."""


def make_folder(folder: Path) -> None:
    """Make a folder of the data directory unless it is there, for this user alone.

    Raises:
        Plain: it cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Plain(
            f"The folder {folder} cannot be used: {error.strerror}; set DAWR_DATA_DIR to one that"
            " can be written."
        ) from error
    if not os.access(folder, os.W_OK):
        raise Plain(f"The folder {folder} cannot be written; set DAWR_DATA_DIR to one that can.")


def say(lines: Iterable[str]) -> None:
    """Each line on standard output as soon as there is one."""
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def sentence(error: Exception, faults: Path) -> str:
    """The sentence for any error; one that nobody foresaw is written whole into `faults`."""
    known = _known(error)
    if known is not None:
        return known
    try:
        faults.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = logging.FileHandler(faults, encoding="utf-8")
    except OSError:
        return f"Dawr met a fault of its own: {type(error).__name__}."
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    record = logging.makeLogRecord({"msg": "a fault", "exc_info": _as_info(error)})
    handler.handle(record)
    handler.close()
    return f"Dawr met a fault of its own; please send the file {faults} to its makers."


def _as_info(error: Exception) -> tuple[type[Exception], Exception, TracebackType | None]:
    return type(error), error, error.__traceback__


def _known(error: Exception) -> str | None:
    """The sentence of an error that was foreseen; no module is loaded that is not used already."""
    if isinstance(error, Plain):
        return str(error)
    kind = f"{type(error).__module__}.{type(error).__name__}"
    if kind in _SPEAK_FOR_THEMSELVES:
        return str(error)
    if kind == "storage.database.CannotUpgrade":
        return "\n".join([str(error), *(f"{each};" for each in getattr(error, "statements", ()))])
    if kind.startswith(("psycopg.", "sqlalchemy.")):
        return of_database(error)
    return None


_SPEAK_FOR_THEMSELVES = {
    "storage.backup.BackupFailed",
    "storage.embedded_troubles.EmbeddedUnavailable",
    "storage.sites.NoSite",
    "storage.tokens.NameTaken",
}


def of_database(error: Exception) -> str | None:
    """The sentence for what a database refused, or None when nobody foresaw it."""
    from psycopg import OperationalError  # noqa: PLC0415 - a display has no driver to ask
    from psycopg import errors as pg  # noqa: PLC0415 - as above

    if isinstance(error, pg.InsufficientPrivilege):
        return "This login may not do that; use an administrator's in DAWR_DATABASE_URL."
    if isinstance(error, pg.UndefinedTable | pg.InvalidSchemaName | pg.UndefinedFunction):
        return NOT_SET_UP
    if isinstance(error, OperationalError):
        return _of_connecting(str(error))
    return None


def _of_connecting(said: str) -> str:
    """A refused connection has no code, only words, which are English unless set otherwise."""
    if "authentication failed" in said or 'FATAL:  role "' in said:
        return "The database refused the login; correct it in DAWR_DATABASE_URL."
    if 'FATAL:  database "' in said:
        return "The server holds no such database; create it or correct DAWR_DATABASE_URL."
    return AWAY
