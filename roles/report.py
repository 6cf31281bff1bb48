"""What `python main.py report` does; what is counted, the database knows."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Literal

from domain.errors import InvalidInput
from domain.reports import Kind, csv_text, shaped
from roles.plain import Plain
from roles.settings import Settings
from roles.store import opened
from storage import reports, sites


def report(
    settings: Settings, kind: Kind, date: dt.datetime | None, form: Literal["csv", "json"]
) -> Iterator[str]:
    """The report of the site, a line each; the same as the administration API answers."""
    day = None if date is None else date.date()
    with opened(settings) as store, store.admin() as admin:
        site, _ = sites.find_site(admin, settings.site)
        try:
            found = reports.read_report(admin, site, kind, day)
        except InvalidInput as refused:
            raise Plain(f"{_why(refused)}; leave --date out, or choose another --type.") from None
    if form == "json":
        yield json.dumps(shaped(found), ensure_ascii=False, indent=2)
    else:
        yield from csv_text(found).splitlines()


def _why(refused: InvalidInput) -> str:
    errors = refused.facts["errors"]
    assert isinstance(errors, list)  # noqa: S101 - as dawr.report() says it
    return str(errors[0]["msg"]).capitalize()
