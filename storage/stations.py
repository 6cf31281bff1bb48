"""Stations as the command line sees them: let in by the code they show, listed, shut out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg

from storage.connections import judged

_LET_IN = (
    "select let_in(row(s.id, 'admin', 'command line', null, null, null, null)::begun,"
    " %s, %s, null) from site s where s.id = %s"
)


@dataclass(frozen=True)
class StationRow:
    """A station as a list shows it. `clinics` is empty for all."""

    name: str
    kind: str
    clinics: tuple[str, ...]
    since: dt.datetime
    revoked: bool


def approve(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, code: str, name: str
) -> Mapping[str, Any] | None:
    """Let the station in that shows this code; None when no such code waits."""
    with judged(), admin.transaction():
        admin.execute("set local search_path = dawr, pg_temp")
        row = admin.execute(_LET_IN, [code, name, site]).fetchone()
    return None if row is None else row[0]


def list_stations(admin: psycopg.Connection[tuple[Any, ...]], site: int) -> list[StationRow]:
    """Every station of the site by name."""
    rows = admin.execute(
        "select name, scope, coalesce(clinics, '{}'), created_at, revoked_at is not null"
        " from dawr.token where site_id = %s and is_station order by name",
        [site],
    ).fetchall()
    return [StationRow(row[0], row[1], tuple(row[2]), row[3], row[4]) for row in rows]


def revoke_station(admin: psycopg.Connection[tuple[Any, ...]], site: int, name: str) -> bool:
    """Shut a station out from this instant; answers whether there was one."""
    row = admin.execute(
        "update dawr.token set revoked_at = dawr.now()"
        " where site_id = %s and name = %s and is_station and revoked_at is null returning name",
        [site, name],
    ).fetchone()
    return row is not None
