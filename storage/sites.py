"""Making a site from data: rooms, clinics, their heads, exam types. The demo site is such data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

EVERY_DAY = range(1, 8)
"""Monday to Sunday, as PostgreSQL's isodow."""
DEMO_SITE = Path(__file__).resolve().parent / "demo_site.json"


@dataclass(eq=False)
class NoSite(Exception):
    """The site asked for is not there, or there are several and none was named."""

    known: tuple[str, ...]

    def __str__(self) -> str:
        if not self.known:
            return "The database holds no site yet; run: python main.py database upgrade"
        return f"Set DAWR_SITE to one of the sites there are: {', '.join(self.known)}."


def find_site(admin: psycopg.Connection[tuple[Any, ...]], code: str | None) -> tuple[int, str]:
    """The id and code of the named site, or of the only one there is."""
    rows = admin.execute("select id, code from dawr.site order by id").fetchall()
    chosen = [row for row in rows if code is None or row[1] == code.lower()]
    if len(chosen) != 1:
        raise NoSite(tuple(row[1] for row in rows))
    return int(chosen[0][0]), str(chosen[0][1])


def make_demo_site(conninfo: str) -> bool:
    """Make the demo site unless the database holds a site already; answers whether it was made."""
    with psycopg.connect(conninfo) as admin:
        admin.execute("lock table dawr.site in share row exclusive mode")
        if admin.execute("select from dawr.site limit 1").fetchone() is not None:
            return False
        make_site(admin, json.loads(DEMO_SITE.read_text(encoding="utf-8")))
        return True


def make_site(admin: psycopg.Connection[tuple[Any, ...]], data: Mapping[str, Any]) -> int:
    """Add a site with all that its data names, in the caller's transaction; answers its id.

    Args:
        data: shaped as demo_site.json; a clinic may also have "hours", none meaning round the
            clock: [{"weekday": 1, "opens_at": "07:00", "closes_at": "15:00"}], and "slots" of its
            own in place of the site's; those without "weekdays" are for every day.
    """
    admin.execute("set local search_path = dawr, pg_temp")
    row = admin.execute(
        "insert into dawr.site (code, names, time_zone, languages) values (%s, %s, %s, %s)"
        " returning id",
        [data["code"], Jsonb(data["names"]), data["time_zone"], data["languages"]],
    ).fetchone()
    site = returned(row)
    rooms = dict(_make_rooms(admin, site, data["rooms"]))
    clinics = {
        clinic["code"]: _make_clinic(admin, site, sort, clinic, rooms)
        for sort, clinic in enumerate(data["clinics"])
    }
    for clinic in data["clinics"]:
        for times in clinic.get("slots", data.get("slots", ())):
            _make_schedule(admin, site, clinics[clinic["code"]], times)
    _make_head(admin, site, 0)
    for sort, exam in enumerate(data.get("exams", ())):
        _make_exam(admin, site, {**exam, "sort": sort}, clinics, data.get("fixed", ()))
    return site


def returned(row: tuple[Any, ...] | None) -> int:
    """The id that an insert returned."""
    if row is None:
        raise LookupError
    return int(row[0])


def _make_rooms(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, rooms: list[dict[str, Any]]
) -> Iterator[tuple[str, int]]:
    for room in rooms:
        row = admin.execute(
            "insert into dawr.room (site_id, name, floor, places) values (%s, %s, %s, %s)"
            " returning id",
            [site, room["name"], room.get("floor", ""), room.get("places", 1)],
        ).fetchone()
        yield room["name"], returned(row)


def _make_clinic(
    admin: psycopg.Connection[tuple[Any, ...]],
    site: int,
    sort: int,
    clinic: Mapping[str, Any],
    rooms: Mapping[str, int],
) -> int:
    row = admin.execute(
        "insert into dawr.clinic (site_id, code, names, prefix, floor, icon, gender, capacity,"
        " expected_service, room_id, sort, pin_required)"
        " values (%s, %s, %s, %s, %s, %s, %s, %s, make_interval(secs => %s), %s, %s, %s)"
        " returning id",
        [
            site,
            clinic["code"],
            Jsonb(clinic["names"]),
            clinic["prefix"],
            clinic.get("floor", ""),
            clinic.get("icon", ""),
            clinic.get("gender", "any"),
            clinic.get("capacity", 1),
            clinic.get("expected_s"),
            rooms.get(clinic.get("room", "")),
            sort,
            clinic.get("pin_required", True),
        ],
    ).fetchone()
    for hours in clinic.get("hours", ()):
        admin.execute(
            "insert into dawr.clinic_hours values (%s, %s, %s, %s, %s)",
            [site, returned(row), hours["weekday"], hours["opens_at"], hours["closes_at"]],
        )
    _make_head(admin, site, returned(row))
    return returned(row)


def _make_schedule(
    admin: psycopg.Connection[tuple[Any, ...]], site: int, clinic: int, times: Mapping[str, Any]
) -> None:
    admin.execute(
        "insert into dawr.slot_schedule (site_id, clinic_id, weekday, begins_at, ends_at, every)"
        " select %s, %s, weekday, %s, %s, make_interval(mins => %s)"
        " from unnest(%s::int[]) as weekday",
        [
            site,
            clinic,
            times["begins_at"],
            times["ends_at"],
            times.get("every_minutes", 15),
            times.get("weekdays", list(EVERY_DAY)),
        ],
    )


def _make_head(admin: psycopg.Connection[tuple[Any, ...]], site: int, clinic: int) -> None:
    """A clinic's head, standing at the present service day with its present standing announced."""
    admin.execute(
        "insert into dawr.head (site_id, clinic_id, service_day, announced_state)"
        " select s.id, %(clinic)s, dawr.service_day(s, dawr.now()),"
        " (select (dawr.clinic_state(s, c, dawr.now())).state from dawr.clinic c"
        "   where c.site_id = s.id and c.id = %(clinic)s)"
        " from dawr.site s where s.id = %(site)s",
        {"site": site, "clinic": clinic},
    )


def _make_exam(
    admin: psycopg.Connection[tuple[Any, ...]],
    site: int,
    exam: Mapping[str, Any],
    clinics: Mapping[str, int],
    fixed: list[str],
) -> None:
    gender = exam.get("gender", "any")
    note = exam.get("note")
    admin.execute(
        "insert into dawr.exam_type (site_id, code, gender, names, note, sort)"
        " values (%s, %s, %s, %s, %s, %s)",
        [
            *(site, exam["code"], gender, Jsonb(exam["names"])),
            *(None if note is None else Jsonb(note), exam["sort"]),
        ],
    )
    for place, code in enumerate(exam["clinics"], start=1):
        admin.execute(
            "insert into dawr.exam_clinic values (%s, %s, %s, %s, %s, %s)",
            [site, exam["code"], gender, clinics[code], place, code in fixed],
        )
