"""Bearer tokens of the HTTP API: made once, printed once, kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Literal

import psycopg

Scope = Literal["kiosk", "staff", "admin", "display"]


@dataclass(eq=False)
class NameTaken(Exception):
    """A token of that name is there already."""

    name: str

    def __str__(self) -> str:
        return f"A token named {self.name} exists already; revoke it first or choose another name."


@dataclass(frozen=True)
class TokenRow:
    """A token as a list shows it; never the token itself."""

    name: str
    scope: str
    revoked: bool


def digest(token: str) -> bytes:
    """What is stored of a token: it has 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).digest()


def create_token(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, scope: Scope, name: str
) -> str:
    """Make a token and answer it, the only time it is seen. A revoked name may be used again."""
    token = secrets.token_urlsafe(32)
    made = admin.execute(
        "insert into dawr.token (site_id, name, scope, hash, created_at)"
        " values (%s, %s, %s, %s, dawr.now())"
        " on conflict (site_id, name) do update set scope = excluded.scope, hash = excluded.hash,"
        " created_at = excluded.created_at, revoked_at = null, clinics = null, is_station = false"
        " where dawr.token.revoked_at is not null"
        " returning name",
        [site, name, scope, digest(token)],
    ).fetchone()
    if made is None:
        raise NameTaken(name)
    return token


def list_tokens(admin: psycopg.Connection[tuple[Any, ...]], site: int) -> list[TokenRow]:
    """Every token of the site by name."""
    rows = admin.execute(
        "select name, scope, revoked_at is not null from dawr.token"
        " where site_id = %s order by name",
        [site],
    ).fetchall()
    return [TokenRow(*row) for row in rows]


def revoke_token(admin: psycopg.Connection[tuple[Any, ...]], site: int, name: str) -> bool:
    """Revoke a token from this instant; answers whether there was a valid one."""
    row = admin.execute(
        "update dawr.token set revoked_at = dawr.now()"
        " where site_id = %s and name = %s and revoked_at is null returning name",
        [site, name],
    ).fetchone()
    return row is not None
