"""Logins of stations and servers: a database role for each, a member of its kind's group.

Nothing but the password's file, readable by its owner alone, leaves this module.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from storage import roles

Kind = Literal["kiosk", "staff", "server"]


@dataclass(frozen=True)
class Credential:
    """What a station needs to connect, and its bearer token for the feed where it has one."""

    user: str
    password: str
    token: str | None = None

    def conninfo(self, base: str) -> str:
        """The connection string `base` (host and database) with this login."""
        return make_conninfo(base, user=self.user, password=self.password)

    def save(self, path: Path) -> None:
        """Write the file so that only its owner can ever read it."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(asdict(self), file)
        fresh.replace(path)

    @staticmethod
    def load(path: Path) -> Credential | None:
        """The saved credential, or None when there is none that can be read."""
        try:
            return Credential(**json.loads(path.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError, TypeError):  # the power went while it was written
            return None


def is_login(connection: psycopg.Connection[tuple[Any, ...]]) -> bool:
    """Whether the connection's own login is already a station's or a server's."""
    row = connection.execute(
        "select has_schema_privilege(n.oid, 'usage') and not pg_has_role(n.nspowner, 'member')"
        " from pg_namespace n where n.nspname = 'dawr'"
    ).fetchone()
    return row is not None and bool(row[0])


def ensure_login(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, kind: Kind, name: str
) -> Credential:
    """Make the login of a station or server, or give the one it has a new password.

    Args:
        admin: an administrator's autocommit connection.
        name: what people call it ("Desk 3"); stands in the log as the actor.

    Raises:
        psycopg.errors.InsufficientPrivilege: this administrator may not create roles.
    """
    prefix = roles.prefix_of(admin)
    user = _role_name(prefix, kind, site, name)
    password = secrets.token_urlsafe(24)
    verifier = admin.pgconn.encrypt_password(password.encode(), user.encode(), b"scram-sha-256")
    with admin.transaction():
        if admin.execute("select from pg_roles where rolname = %s", [user]).fetchone() is None:
            admin.execute(sql.SQL("create role {}").format(sql.Identifier(user)))
        admin.execute(
            sql.SQL("alter role {} login password {}").format(
                sql.Identifier(user), sql.Literal(verifier.decode())
            )
        )
        admin.execute(
            sql.SQL("grant {} to {}").format(
                sql.Identifier(roles.group(prefix, kind)), sql.Identifier(user)
            )
        )
        admin.execute(
            "insert into dawr.login (role_name, site_id, kind, name) values (%s, %s, %s, %s)"
            " on conflict (role_name) do update set name = excluded.name",
            [user, site, kind, name],
        )
    return Credential(user, password)


def _role_name(prefix: str, kind: Kind, site: int, name: str) -> str:
    """A role name that is readable, unique for the name, and within PostgreSQL's 63 bytes."""
    slug = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:20]
    digest = hashlib.sha256(name.encode()).hexdigest()[:6]
    return f"{prefix[:20]}_{kind}_{site}_{slug}_{digest}"
