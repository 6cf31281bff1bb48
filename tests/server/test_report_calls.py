"""Reports over HTTP: as JSON, and as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io

from domain.reports import HEADER
from server.models_admin import ReportOut
from tests.server.conftest import Served
from tests.server.test_refusals import problem
from tests.storage.test_reports import DAY, fill


async def test_a_report_as_json(served: Served) -> None:
    fill(served.database)

    answer = await served.get(f"/admin/reports?type=weekly&date={DAY}", "admin")

    told = ReportOut.model_validate_json(answer.content)
    assert (str(told.since), str(told.until)) == ("2026-11-23", "2026-11-29")
    assert (told.totals.arrivals, told.totals.wait_p50_seconds) == (7, 240)


async def test_without_words_it_is_the_present_day(served: Served) -> None:
    await served.enter("lab")

    told = ReportOut.model_validate_json((await served.get("/admin/reports", "admin")).content)

    assert (told.type, told.totals.arrivals, len(told.clinics)) == ("current", 1, 12)


async def test_a_report_as_a_file(served: Served) -> None:
    fill(served.database)
    served.database.do("""update clinic set names = '{"en": "=HYPERLINK(1)"}' where code = 'lab'""")

    answer = await served.get(f"/admin/reports?type=daily&date={DAY}&format=csv", "admin")

    assert answer.headers["content-type"] == "text/csv; header=present; charset=utf-8"
    named = f'attachment; filename="dawr-daily-{DAY}.csv"'
    assert answer.headers["content-disposition"] == named
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline="")))
    assert tuple(lines[0]) == HEADER
    assert lines[0]["arrivals"] == "7"
    assert lines[1]["name"] == "'=HYPERLINK(1)"


async def test_what_no_report_is_of(served: Served) -> None:
    for query in (
        "type=yearly",
        "format=pdf",
        "date=yesterday",
        "date=1764115200",
        "date=9999-12-31",
        "date=2026-1-1",
        "type=current&date=2020-01-01",
    ):
        told = problem(await served.get(f"/admin/reports?{query}", "admin"), 422, "INVALID_INPUT")
        assert told["errors"]
