"""The claim uses its index however long the history is, and the database says so itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.postgres import Database

HISTORY = """
insert into ticket (site_id, clinic_id, service_day, series, number, label, state, source,
    priority, queue_at, arrived_at, issued_at, called_at, started_at, ended_at, token,
    last_position)
select 1, 1 + mod(n, 12), date '2026-01-01' + (n / 12000)::int, 1, 1 + mod(n, 12000) / 12, 'H',
    'done', 'kiosk', 'none', at, at, at, at, at, at, 'history-' || n, 1
from generate_series(1, %s) n,
     lateral (select timestamptz '2026-01-01' + n * interval '1 s' as at) a
"""
WAITING = """
insert into ticket (site_id, clinic_id, service_day, series, number, label, state, source,
    priority, queue_at, arrived_at, issued_at, token, last_position)
select 1, 1 + mod(n, 3), '2030-01-01', 1, n, 'W', 'waiting', 'kiosk', 'none', at, at, at,
    'waiting-' || n, 1
from generate_series(1, 200) n,
     lateral (select timestamptz '2030-01-01' + n * interval '1 s' as at) a
"""
ONE = """
select w.* from ticket w where w.site_id = 1 and w.clinic_id = 1 and w.state = 'waiting'
  and (w.practitioner is null or w.practitioner = null)
order by w.queue_at, w.id limit 1 for update skip locked
"""
PROFILE = """
select w.* from unnest('{1,2,3}'::int[], '{0,0,60}'::int[]) as p(clinic_id, credit_s)
join ticket w on w.site_id = 1 and w.clinic_id = p.clinic_id and w.state = 'waiting'
order by w.queue_at - make_interval(secs => p.credit_s), w.id limit 1 for update of w skip locked
"""


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", ()) for node in nodes(child))]


@pytest.mark.parametrize("rows", [50_000, 1_000_000])
def test_the_claim_reads_the_waiting_only(database: Database, rows: int) -> None:
    with database.admin() as admin:
        admin.execute("set session_replication_role = replica")  # history without foreign keys
        admin.execute(HISTORY.encode(), [rows])
        admin.execute(WAITING.encode())
        admin.execute("analyze ticket")
        for query in (ONE, PROFILE):
            row = admin.execute(
                f"explain (analyze, buffers, format json) {query}".encode()
            ).fetchone()
            assert row is not None
            found = nodes(row[0][0]["Plan"])
            used = {node["Index Name"] for node in found if "Index Name" in node}
            assert used == {"ticket_waiting"}
            assert not [node for node in found if node["Node Type"] == "Seq Scan"]
            assert found[0]["Shared Hit Blocks"] + found[0]["Shared Read Blocks"] < 300
