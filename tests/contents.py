"""What a database holds, to see that something changed nothing."""

from __future__ import annotations

from tests.postgres import Database


def contents(database: Database) -> dict[str, str]:
    """What every table holds, but for keys, clocks, and what is counted or sent by itself."""
    names = (
        "select tablename from pg_tables where schemaname = 'dawr'"
        " and tablename not in ('rate', 'test_clock', 'idempotency', 'outbox', 'outbox_cursor')"
    )
    whole = "select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) from {} x"
    with database.admin() as admin:
        tables = [str(row[0]) for row in admin.execute(names.encode()).fetchall()]
        held = [admin.execute(whole.format(one).encode()).fetchone() for one in tables]
    return {table: str(row) for table, row in zip(tables, held, strict=True)}
