"""Until when an answer about a clinic stays as it is, if nobody does anything."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.postgres import Database

CHANGES_AT = (
    "select dawr.changes_at(s, c, %s) from site s join clinic c on c.site_id = s.id"
    " where c.code = 'lab'"
)
NOON = dt.datetime(2026, 11, 25, 9, 7, tzinfo=dt.UTC)  # a Wednesday; 12:07 in Qatar
QUARTER = dt.datetime(2026, 11, 25, 9, 15, tzinfo=dt.UTC)


def changes_at(database: Database, at: dt.datetime) -> dt.datetime:
    found: dt.datetime = database.value(CHANGES_AT, [at])
    return found


def test_where_nothing_is_to_come_it_is_looked_at_again_each_quarter(database: Database) -> None:
    assert changes_at(database, NOON) == QUARTER
    assert changes_at(database, QUARTER) == QUARTER + dt.timedelta(minutes=15)


@pytest.mark.parametrize(
    ("opens", "closes", "edge"),
    [
        ("12:10", "20:00", "12:10"),  # opens
        ("06:00", "12:11", "12:11"),  # closes
        ("12:07", "12:09", "12:09"),  # is opening just now
    ],
)
def test_it_ends_when_the_clinic_opens_or_closes(
    database: Database, opens: str, closes: str, edge: str
) -> None:
    database.do(
        "insert into clinic_hours select site_id, id, 3, %s, %s from clinic", [opens, closes]
    )

    at = changes_at(database, NOON)

    assert at.astimezone(dt.timezone(dt.timedelta(hours=3))).strftime("%H:%M") == edge


def test_it_ends_when_a_second_period_begins_within_the_first(database: Database) -> None:
    """`until` is told, and it is another one from then on."""
    for opens, closes in (("06:00", "13:00"), ("12:12", "16:00")):
        database.do(
            "insert into clinic_hours select site_id, id, 3, %s, %s from clinic", [opens, closes]
        )

    assert changes_at(database, NOON) == NOON.replace(minute=12)


def test_it_ends_with_a_pause(database: Database) -> None:
    ends = NOON + dt.timedelta(minutes=2)
    database.do("update clinic set paused = true, paused_until = %s where code = 'lab'", [ends])

    assert changes_at(database, NOON) == ends
    assert changes_at(database, ends) == QUARTER


def test_it_ends_with_the_service_day(database: Database) -> None:
    database.do("update site set day_turns_at = '12:09'")

    assert changes_at(database, NOON) == NOON + dt.timedelta(minutes=2)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24", "2026-11-25"])
def test_nothing_changes_before_it(database: Database, day: str) -> None:
    """Each 7 minutes of two days, also those on which Berlin puts its clocks on and back."""
    database.do("update site set time_zone = 'Europe/Berlin', day_turns_at = '02:30'")
    for opens, closes in (("22:00", "02:40"), ("02:10", "05:00"), ("08:00", "12:00")):
        database.do(
            "insert into clinic_hours select c.site_id, c.id, d, %s, %s from clinic c,"
            " generate_series(1, 7) d where c.code = 'lab'",
            [opens, closes],
        )
    database.do(
        "update clinic set paused = true, paused_until = %s::date + time '09:00'"
        " where code = 'lab'",
        [day],
    )
    told = "(dawr.clinic_state(s, c, {0}), dawr.service_day(s, {0}))::text"

    rows = database.rows(
        f"select m.at, {told.format('m.at')}, {told.format('m.till')} from ("  # noqa: S608 - ours
        " select at, (select dawr.changes_at(s, c, at) from site s, clinic c"
        " where c.site_id = s.id and c.code = 'lab') - interval '1 microsecond' as till"
        " from generate_series(%s::timestamptz, %s::timestamptz + interval '2 days', '7 min') at)"
        " m, site s join clinic c on c.site_id = s.id where c.code = 'lab'",
        [day, day],
    )

    assert len(rows) > 400
    assert [row for row in rows if row[1] != row[2]] == []
