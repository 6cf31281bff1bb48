"""A report as spreadsheets take it: every clinic, exact columns, and no formula."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reports import COUNTS, HEADER, TIMES, csv_text, shaped


def row(part: str, **more: Any) -> dict[str, Any]:
    where = dict.fromkeys(("clinic", "day", "hour"))
    return {"part": part, **where, **dict.fromkeys(COUNTS, 1), **dict.fromkeys(TIMES, 60), **more}


def report(name: str = "Laboratory") -> dict[str, Any]:
    return {
        "type": "daily",
        "since": "2026-11-26",
        "until": "2026-11-26",
        "time_zone": "Asia/Qatar",
        "made_at": "2026-11-26T10:00:00+00:00",
        "clinics": [
            {"code": "lab", "names": {"en": name}},
            {"code": "eye", "names": {"ar": "العيون"}},
        ],
        "rows": [
            row("total"),
            row("clinic", clinic="lab"),
            row("day", day="2026-11-26"),
            row("hour", hour=7, service_p50_seconds=None),
            row("clinic_hour", clinic="lab", hour=7),
        ],
    }


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_clinic_nobody_came_to_is_there_with_noughts() -> None:
    lab, eye = shaped(report())["clinics"]

    assert lab["hours"] == [{"hour": 7, **dict.fromkeys(COUNTS, 1), **dict.fromkeys(TIMES, 60)}]
    assert (eye["arrivals"], eye["wait_p50_seconds"], eye["hours"]) == (0, None, [])


def test_a_report_without_a_ticket_has_totals_of_nought() -> None:
    told = shaped({**report(), "rows": []})

    assert (told["totals"]["arrivals"], told["days"], told["hours"]) == (0, [], [])


def test_the_table_has_its_header_and_says_what_each_line_is_of() -> None:
    text = csv_text(report())

    assert text.split("\r\n")[0] == ",".join(HEADER)
    lines = cells(text)
    parts = ["total", "clinic", "clinic", "day", "hour", "clinic_hour"]
    assert [line["part"] for line in lines] == parts
    assert (lines[4]["hour"], lines[4]["service_p50_seconds"]) == ("7", "")
    assert lines[5]["name"] == "Laboratory"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_name_is_never_a_formula(name: str) -> None:
    assert cells(csv_text(report(name)))[1]["name"] == f"'{name}"


@given(st.text(max_size=30))
def test_any_name_comes_back_as_one_cell(name: str) -> None:
    read = cells(csv_text(report(name)))[1]["name"]

    assert read.removeprefix("'") == name.removeprefix("'")
    assert not read.startswith(("=", "+", "-", "@"))
