"""Reports of a small day counted by hand, and of a long history by its indexes."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import psycopg
import pytest

from domain.errors import InvalidInput
from domain.reports import Kind, shaped
from storage import reports
from tests.postgres import Database
from tests.storage.test_plans import blocks_of

# Thursday 26 November 2026 at the site, three hours ahead of UTC. Times are minutes after 07:00
# local: arrived, called, started, ended.
DAY = dt.date(2026, 11, 26)
LAB: tuple[tuple[str, int, int | None, int | None, int | None], ...] = (
    ("done", 0, 2, 3, 13),  # waits 2, served 10
    ("done", 10, 16, None, 21),  # waits 6, served 5, from the call
    ("no_show", 70, 80, None, 90),  # waits 10
    ("waiting", 80, None, None, None),
    ("cancelled", 85, None, None, 86),
)
EYE = (("done", 60, 61, 61, 81),)  # waits 1, served 20
NIGHT = (("expired", 21 * 60 + 30, None, None, 22 * 60),)  # 04:30 on the 27th: the same service day
_INSERT = """
insert into ticket (site_id, clinic_id, service_day, series, number, label, state, source, priority,
    queue_at, arrived_at, issued_at, called_at, started_at, ended_at, token, last_position)
values (1, (select id from clinic where code = %s), %s, 1, %s, 'X', %s, 'kiosk', 'none',
    %s, %s, %s, %s, %s, %s, %s, 1)
"""
SEVEN = dt.datetime(2026, 11, 26, 4, tzinfo=dt.UTC)


def at(minutes: int | None, shift: dt.timedelta) -> dt.datetime | None:
    return None if minutes is None else SEVEN + shift + dt.timedelta(minutes=minutes)


def fill(database: Database, day: dt.date = DAY) -> None:
    """The small day's tickets, on that service day."""
    shift = day - DAY
    with database.admin() as admin:
        for clinic, tickets in (("lab", LAB), ("eye", EYE), ("xr", NIGHT)):
            for number, (state, arrived, *later) in enumerate(tickets, start=1):
                came = at(arrived, shift)
                times = [came, came, came, *(at(one, shift) for one in later)]
                token = f"{clinic}-{day}-{number}"
                admin.execute(_INSERT.encode(), [clinic, day, number, state, *times, token])


def read(database: Database, kind: Kind = "daily", day: dt.date | None = DAY) -> dict[str, Any]:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        row = server.execute(reports.READ_REPORT, {"kind": kind, "day": day}).fetchone()
    assert row is not None
    return shaped(row[0])


def picked(measured: dict[str, Any], *names: str) -> list[Any]:
    return [measured[name] for name in names]


COUNTED = ("arrivals", "called", "done", "no_shows", "cancelled", "transferred", "expired")
TIMED = ("wait_p50_seconds", "wait_p90_seconds", "service_p50_seconds", "service_p90_seconds")


def test_the_small_day_is_as_counted_by_hand(database: Database) -> None:
    fill(database)

    told = read(database)

    assert (told["since"], told["until"]) == ("2026-11-26", "2026-11-26")
    assert picked(told["totals"], *COUNTED) == [7, 4, 3, 1, 1, 0, 1]
    # waits 1 2 6 10 min: p50 between 2 and 6; p90 0.7 of the way from 6 to 10. Services 5 10 20.
    assert picked(told["totals"], *TIMED) == [240, 528, 600, 1080]
    lab = next(one for one in told["clinics"] if one["clinic"] == "lab")
    assert picked(lab, *COUNTED) == [5, 3, 2, 1, 1, 0, 0]
    # waits 2 6 10; services 5 10
    assert picked(lab, *TIMED) == [360, 552, 450, 570]
    assert [(one["hour"], one["arrivals"], one["no_shows"]) for one in lab["hours"]] == [
        (7, 2, 0),
        (8, 3, 1),
    ]
    assert [(one["hour"], one["arrivals"]) for one in told["hours"]] == [(7, 2), (8, 4), (4, 1)]
    assert [(one["day"], one["arrivals"]) for one in told["days"]] == [("2026-11-26", 7)]
    assert {one["clinic"]: one["arrivals"] for one in told["clinics"]}["der"] == 0


def test_a_week_is_from_monday_and_a_month_is_the_calendars(database: Database) -> None:
    for day in ("2026-11-22", "2026-11-23", "2026-11-29", "2026-11-30", "2026-12-01"):
        fill(database, dt.date.fromisoformat(day))

    week, month = read(database, "weekly"), read(database, "monthly")

    assert (week["since"], week["until"]) == ("2026-11-23", "2026-11-29")
    assert [one["day"] for one in week["days"]] == ["2026-11-23", "2026-11-29"]
    assert week["totals"]["arrivals"] == 14
    assert (month["since"], month["until"]) == ("2026-11-01", "2026-11-30")
    assert month["totals"]["arrivals"] == 28
    leap = read(database, "monthly", dt.date(2028, 2, 10))
    assert leap["until"] == "2028-02-29"


def test_the_current_report_is_of_the_service_day_and_of_no_other(database: Database) -> None:
    """At 04:00 on the 27th it is still the 26th; at UTC's midnight nothing turns."""
    fill(database)
    database.set_clock(dt.datetime(2026, 11, 27, 1, tzinfo=dt.UTC))

    assert read(database, "current", None)["totals"]["arrivals"] == 7
    assert read(database, "current", DAY)["since"] == "2026-11-26"
    with pytest.raises(psycopg.Error) as refused:
        read(database, "current", dt.date(2026, 11, 27))
    assert refused.value.diag.message_primary == "INVALID_INPUT"
    assert "2026-11-26" in json.loads(refused.value.diag.message_detail or "")["errors"][0]["msg"]


def test_another_site_is_not_in_it(database: Database) -> None:
    fill(database)
    database.do("insert into site (code, names, time_zone) values ('north', '{}', 'Asia/Bangkok')")
    north = database.value("select id from site where code = 'north'")

    with database.admin() as admin:
        mine = reports.read_report(admin, 1, "daily", DAY)
        theirs = reports.read_report(admin, north, "daily", DAY)

    assert shaped(mine)["totals"]["arrivals"] == 7
    assert (theirs["time_zone"], shaped(theirs)["totals"]["arrivals"]) == ("Asia/Bangkok", 0)
    with database.admin() as admin, pytest.raises(InvalidInput):
        reports.read_report(admin, 1, "current", dt.date(2020, 1, 1))


HISTORY = """
insert into ticket (site_id, clinic_id, service_day, series, number, label, state, source,
    priority, queue_at, arrived_at, issued_at, called_at, started_at, ended_at, token,
    last_position)
select 1, 1 + mod(n, 10), date '2026-01-01' + n / 1000, 1, 1 + mod(n, 1000) / 10, 'H',
    'done', 'kiosk', 'none', at, at, at, at, at, at, 'history-' || n, 1
from generate_series(0, 99999) n, lateral (select timestamptz '2026-01-01' as at) a
"""


def test_a_day_out_of_a_long_history_reads_that_day(database: Database) -> None:
    """A hundred days of a thousand tickets each are some 3,300 blocks."""
    with database.admin() as admin:
        admin.execute("set session_replication_role = replica")
        admin.execute(HISTORY.encode())
        admin.execute("analyze ticket")

    login = database.login("server")
    day = blocks_of(login, "dawr.read_report('daily', '2026-02-10')", 7)
    log = blocks_of(login, "dawr.read_live_feed(50)", 7)

    assert day < 600
    assert log < 300
    with psycopg.connect(login, autocommit=True) as server:
        row = server.execute("select dawr.read_report('daily', '2026-02-10')").fetchone()
    assert row is not None
    assert row[0]["rows"][0]["arrivals"] == 1000
