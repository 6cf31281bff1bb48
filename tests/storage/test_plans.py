"""The claim uses its index however long the history is, and the database says so itself."""

from __future__ import annotations

from typing import Any

import psycopg
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


def blocks_of(conninfo: str, call: str, times: int = 1) -> int:
    """How many blocks the last of some calls reads, what its functions read included."""
    asked = f"explain (analyze, buffers, format json) select {call}".encode()
    with psycopg.connect(conninfo, autocommit=True) as login:
        read = [login.execute(asked).fetchall() for _ in range(times)]
    plan = read[-1][0][0][0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def test_a_desk_and_a_turn_of_the_day_read_the_open_and_the_days_only(database: Database) -> None:
    """Whatever the history: the 300,000 tickets here are some 10,000 blocks."""
    with database.admin() as admin:
        admin.execute("set session_replication_role = replica")
        admin.execute(HISTORY.encode(), [300_000])
        admin.execute(WAITING.encode())
        admin.execute(
            "update head set service_day = '2030-01-01', counter = 200, waiting = 67,"
            " last_ticket = (select max(id) from ticket)"
            " where clinic_id in (1, 2, 3)"
        )
        admin.execute("analyze ticket, event, head")

    desk = blocks_of(
        database.login("staff"), "dawr.read_desk('{lab,xr,bio}')", 7
    )  # planned for all
    database.do("update head set dead_through = last_ticket")
    turn = blocks_of(database.login("server"), "dawr.pass_time(1)")

    assert desk < 5_000
    assert turn < 5_000
    assert database.value("select count(*) from ticket where state = 'expired'") == 66
