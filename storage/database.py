"""Setting a database up and saying how it stands: roles, migrations, versions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from psycopg import errors as pg
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from storage import roles

UPGRADE_LOCK = 0x64617772  # "dawr": one upgrade at a time in a cluster, roles being the cluster's
UPGRADE_LOCK_TIMEOUT = "30s"
OLDEST_SERVER = 150_000


class CannotUpgrade(Exception):
    """Why not, in one plain sentence; `statements` is what an administrator has to run."""

    def __init__(self, sentence: str, statements: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.statements = statements


@dataclass(frozen=True)
class Standing:
    """The revision a database is at (None: not set up) and the one this program needs."""

    revision: str | None
    wanted: str

    @property
    def ready(self) -> bool:
        return self.revision == self.wanted


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent / "migrations"))
    return config


def wanted_revision() -> str:
    """The newest revision this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def standing(connection: psycopg.Connection[tuple[object, ...]]) -> Standing:
    """How the database stands; needs an administrator's or the owner's connection."""
    there = connection.execute("select to_regclass('dawr.alembic_version')").fetchone()
    if there is None or there[0] is None:
        return Standing(None, wanted_revision())
    row = connection.execute("select version_num from dawr.alembic_version").fetchone()
    return Standing(None if row is None else str(row[0]), wanted_revision())


def upgrade(conninfo: str, *, revision: str = "head") -> None:
    """Bring a database to the newest schema; several at once wait for each other, once is enough.

    Args:
        conninfo: an administrator's login: a superuser, or a role that may create roles.

    Raises:
        CannotUpgrade: the server is too old, or creating roles is forbidden.
    """
    with psycopg.connect(conninfo, autocommit=True) as admin:
        if admin.info.server_version < OLDEST_SERVER:
            raise CannotUpgrade("Dawr needs PostgreSQL 15 or newer; please upgrade the database.")
        admin.execute("select set_config('lock_timeout', %s, false)", [UPGRADE_LOCK_TIMEOUT])
        admin.execute("select pg_advisory_lock(%s)", [UPGRADE_LOCK])
        prefix = roles.prefix_of(admin)
        if not roles.are_made(admin, prefix):
            _make_roles(admin, prefix)
        _migrate(conninfo, prefix, revision)


def _make_roles(admin: psycopg.Connection[tuple[object, ...]], prefix: str) -> None:
    statements = roles.create_statements(admin.info.dbname, prefix, admin.info.user)
    try:
        with admin.transaction():
            for statement in statements:
                admin.execute(statement)
    except pg.InsufficientPrivilege as error:
        raise CannotUpgrade(
            "This login may not create roles; ask the database administrator to run these:",
            tuple(statement.as_string(admin) for statement in statements),
        ) from error


def _migrate(conninfo: str, prefix: str, revision: str) -> None:
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(conninfo), poolclass=NullPool
    )
    try:
        with engine.connect() as connection:
            _as_owner(connection, prefix)
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            connection.commit()
    finally:
        engine.dispose()


def _as_owner(connection: Connection, prefix: str) -> None:
    owner = roles.group(prefix, "owner")
    connection.exec_driver_sql(f'set role "{owner}"')
    connection.exec_driver_sql("set lock_timeout = '5s'")
    connection.commit()
