"""What revisions are made of: running an SQL file, installing the functions, granting."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from alembic import op
from psycopg import Connection
from psycopg.rows import TupleRow

from storage import roles, sql_files

_VERSIONS = Path(__file__).resolve().parent / "versions"
_DROP_ALL = """
do $$
declare
    each text;
begin
    for each in select format('drop view if exists %s cascade', c.oid::regclass) from pg_class c
        where c.relnamespace = 'dawr'::regnamespace and c.relkind = 'v'
    loop
        execute each;
    end loop;
    for each in select format('drop routine if exists %s cascade', p.oid::regprocedure)
        from pg_proc p where p.pronamespace = 'dawr'::regnamespace
    loop
        execute each;
    end loop;
end $$
"""


def _raw() -> Connection[TupleRow]:
    """The psycopg connection under Alembic's, in its transaction; a file is many statements."""
    return cast("Connection[TupleRow]", op.get_bind().connection.driver_connection)


def run_file(name: str) -> None:
    """Run versions/<name>.sql in the revision's transaction."""
    _execute((_VERSIONS / f"{name}.sql").read_text(encoding="utf-8"))


def install_functions() -> None:
    """Make every function and view anew from its file, and grant each group its own.

    Called by the newest revision alone: the files speak of the newest tables. What stood before is
    dropped first, so that one whose parameters changed does not stay beside its successor.
    """
    _execute("set local check_function_bodies = off")
    _execute(_DROP_ALL)
    for path in sql_files.install_order():
        _execute(sql_files.read(path))
    connection = _raw()
    for statement in roles.grant_statements(roles.prefix_of(connection)):
        connection.execute(statement)


def _execute(text: str) -> None:
    _raw().execute(text.encode())
