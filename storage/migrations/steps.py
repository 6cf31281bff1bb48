"""What revisions are made of: running an SQL file, installing the functions, granting."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from alembic import op
from psycopg import Connection
from psycopg.rows import TupleRow

from storage import roles, sql_files

_VERSIONS = Path(__file__).resolve().parent / "versions"


def _raw() -> Connection[TupleRow]:
    """The psycopg connection under Alembic's, in its transaction; a file is many statements."""
    return cast("Connection[TupleRow]", op.get_bind().connection.driver_connection)


def run_file(name: str) -> None:
    """Run versions/<name>.sql in the revision's transaction."""
    _execute((_VERSIONS / f"{name}.sql").read_text(encoding="utf-8"))


def install_functions() -> None:
    """Create or replace every function and view from its file, and grant each group its own.

    A revision that changes functions calls this again, so what stands equals the files.
    """
    _execute("set local check_function_bodies = off")
    for path in sql_files.install_order():
        _execute(sql_files.read(path))
    connection = _raw()
    for statement in roles.grant_statements(roles.prefix_of(connection)):
        connection.execute(statement)


def _execute(text: str) -> None:
    _raw().execute(text.encode())
