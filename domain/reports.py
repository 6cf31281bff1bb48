"""A report of the line as people and spreadsheets read it: measures by clinic, day and hour.

The database counts; here its rows become one shape and a table of comma-separated values.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

Kind = Literal["current", "daily", "weekly", "monthly"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Json = dict[str, Any]

COUNTS = ("arrivals", "called", "done", "no_shows", "cancelled", "transferred", "expired")
TIMES = (
    *("wait_p50_seconds", "wait_p90_seconds"),
    *("service_p50_seconds", "service_p90_seconds"),
)
HEADER = ("part", "clinic", "name", "day", "hour", *COUNTS, *TIMES)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def measures(row: Mapping[str, Any] | None) -> Json:
    """The measures of a row; of no row, those of nobody having come."""
    if row is None:
        return {**dict.fromkeys(COUNTS, 0), **dict.fromkeys(TIMES)}
    return {name: row[name] for name in (*COUNTS, *TIMES)}


def shaped(report: Mapping[str, Any]) -> Json:
    """The report as JSON: totals, each clinic with its hours, each day, each hour.

    Every clinic is there; days and hours only where somebody arrived. Hours are in the order of the
    service day.

    Args:
        report: as the database answers it: {"type", "since", "until", "time_zone", "made_at",
            "clinics": [{"code", "names"}], "rows": [{"part", "clinic", "day", "hour", …}]}.
    """
    rows = report["rows"]
    return {
        **{name: report[name] for name in ("type", "since", "until", "time_zone", "made_at")},
        "totals": measures(next(_of(rows, "total"), None)),
        "clinics": [_clinic(one, rows) for one in report["clinics"]],
        "days": [{"day": row["day"], **measures(row)} for row in _of(rows, "day")],
        "hours": [{"hour": row["hour"], **measures(row)} for row in _of(rows, "hour")],
    }


def _clinic(clinic: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Json:
    code = clinic["code"]
    of_it = [row for row in rows if row["clinic"] == code]
    hours = [{"hour": row["hour"], **measures(row)} for row in _of(of_it, "clinic_hour")]
    return {
        "clinic": code,
        "names": clinic["names"],
        **measures(next(_of(of_it, "clinic"), None)),
        "hours": hours,
    }


def _of(rows: Sequence[Mapping[str, Any]], part: str) -> Iterator[Mapping[str, Any]]:
    return (row for row in rows if row["part"] == part)


def csv_text(report: Mapping[str, Any]) -> str:
    """The same as comma-separated values (RFC 4180) under a header, a line for each row.

    `part` says what a line is of: total, clinic, day, hour or clinic_hour. A text that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    told = io.StringIO()
    table = csv.writer(told)
    table.writerow(HEADER)
    table.writerows([_cell(cell) for cell in line] for line in _lines(shaped(report)))
    return told.getvalue()


def _lines(told: Json) -> Iterator[list[Any]]:
    yield ["total", None, None, None, None, *_numbers(told["totals"])]
    for clinic in told["clinics"]:
        yield ["clinic", clinic["clinic"], _name(clinic), None, None, *_numbers(clinic)]
    for day in told["days"]:
        yield ["day", None, None, day["day"], None, *_numbers(day)]
    for hour in told["hours"]:
        yield ["hour", None, None, None, hour["hour"], *_numbers(hour)]
    for clinic in told["clinics"]:
        for hour in clinic["hours"]:
            named = [clinic["clinic"], _name(clinic), None, hour["hour"]]
            yield ["clinic_hour", *named, *_numbers(hour)]


def _numbers(row: Mapping[str, Any]) -> list[Any]:
    return [row[name] for name in (*COUNTS, *TIMES)]


def _name(clinic: Mapping[str, Any]) -> str:
    return str(clinic["names"].get("en", clinic["clinic"]))


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
