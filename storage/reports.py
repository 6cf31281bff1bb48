"""Reading a report: as a server's login, or as the administrator of the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import psycopg

from domain.reports import Kind
from storage.connections import judged

READ_REPORT = "select dawr.read_report(%(kind)s, %(day)s)"
_REPORT = "select report(s, %s, %s) from site s where s.id = %s"


def read_report(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, kind: Kind, day: dt.date | None
) -> Mapping[str, Any]:
    """The report of a site, as domain.reports takes it; its inner functions need dawr's path."""
    with judged(), admin.transaction():
        admin.execute("set local search_path = dawr, pg_temp")
        row = admin.execute(_REPORT, [kind, day, site]).fetchone()
    if row is None:
        raise LookupError(site)
    found: Mapping[str, Any] = row[0]
    return found
