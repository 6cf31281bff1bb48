"""A real server with databases of the bench's own: one or twenty clinics, lines, histories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from storage import database, embedded, logins, sites
from storage.logins import Credential

ONE_AND_TWENTY = (1, 20)


@dataclass(frozen=True)
class Bench:
    """A database of the bench: its clinics' codes and a login of each kind."""

    url: str
    clinics: tuple[str, ...]
    kiosk: Credential
    staff: Credential
    server: Credential

    @property
    def kiosk_url(self) -> str:
        return self.kiosk.conninfo(self.url)

    @property
    def staff_url(self) -> str:
        return self.staff.conninfo(self.url)

    def fill_line(self, each: int) -> None:
        """Empty the line, then let so many wait in each clinic, with honest heads."""
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute("update dawr.ticket set state = 'expired' where state = 'waiting'")
            admin.execute(_WAITING, {"each": each})
            admin.execute("vacuum analyze dawr.ticket, dawr.head, dawr.event, dawr.idempotency")

    def add_history(self, rows: int) -> None:
        """So many tickets of past days, each with an event, as a clinic has after years."""
        with psycopg.connect(self.url, autocommit=True) as admin:
            admin.execute("set session_replication_role = replica")  # no foreign keys to check
            for statement in _HISTORY:
                admin.execute(statement, {"rows": rows})
            admin.execute("vacuum analyze dawr.ticket, dawr.event")


_WAITING = """
with drawn as (
    insert into dawr.ticket (site_id, clinic_id, service_day, series, number, label, state, source,
        priority, queue_at, arrived_at, issued_at, token, last_position)
    select h.site_id, h.clinic_id, h.service_day, h.series, h.counter + n, 'B', 'waiting', 'kiosk',
        'none', a.at, a.at, a.at, gen_random_uuid()::text, 1
    from dawr.head h, generate_series(1, %(each)s) n,
         lateral (select greatest(dawr.now(), h.last_arrival) + n * interval '1 us' as at) a
    where h.clinic_id > 0
    order by n
    returning clinic_id, id, queue_at)
update dawr.head h set counter = h.counter + %(each)s, waiting = %(each)s,
    last_ticket = d.last, last_arrival = d.arrival
from (select clinic_id, max(id) as last, max(queue_at) as arrival from drawn group by 1) d
where d.clinic_id = h.clinic_id
"""
_HISTORY = (
    """
insert into dawr.ticket (site_id, clinic_id, service_day, series, number, label, state, source,
    priority, queue_at, arrived_at, issued_at, called_at, started_at, ended_at, token,
    last_position)
select h.site_id, h.clinic_id, date '2020-01-01' + n / 1000, 1, 1 + mod(n, 1000), 'H', 'done',
    'kiosk', 'none', a.at, a.at, a.at, a.at, a.at, a.at, gen_random_uuid()::text, 1
from generate_series(1, %(rows)s) n
join dawr.head h on h.clinic_id = (select min(clinic_id) from dawr.head where clinic_id > 0),
     lateral (select timestamptz '2020-01-01' + n * interval '1 s' as at) a
""",
    """
insert into dawr.event (site_id, clinic_id, position, kind, at, service_day, series, current,
    waiting, in_service, completed, total)
select h.site_id, h.clinic_id, h.position + n, 'COMPLETED', a.at, a.at::date, 1, 0, 0, 0, 0, 0
from generate_series(1, %(rows)s) n
join dawr.head h on h.clinic_id = (select min(clinic_id) from dawr.head where clinic_id > 0),
     lateral (select timestamptz '2020-01-01' + n * interval '1 s' as at) a
""",
    """
update dawr.head set position = position + %(rows)s
where clinic_id = (select min(clinic_id) from dawr.head where clinic_id > 0)
""",
)


@contextmanager
def running() -> Iterator[embedded.Lease]:
    """The built-in PostgreSQL as a clinic runs it: every commit reaches the disk."""
    with (
        TemporaryDirectory(prefix="dawr-bench-") as folder,
        embedded.start(Path(folder)) as lease,
    ):
        try:
            yield lease
        finally:
            embedded.stop(lease.data_dir)


def make(lease: embedded.Lease, name: str, clinics: int) -> Bench:
    """A fresh database with a site of so many clinics and one login of each kind."""
    with psycopg.connect(lease.conninfo("postgres"), autocommit=True) as admin:
        admin.execute(f"create database {name}".encode())
    url = lease.conninfo(name)
    database.upgrade(url)
    codes = tuple(f"c{number}" for number in range(1, clinics + 1))
    with psycopg.connect(url, autocommit=True) as admin:
        with admin.transaction():
            site = sites.make_site(admin, _site(codes))
        made = {
            kind: logins.ensure_login(admin, site, kind, f"Bench {kind}")
            for kind in ("kiosk", "staff", "server")
        }
    return Bench(url, codes, made["kiosk"], made["staff"], made["server"])


def _site(codes: tuple[str, ...]) -> dict[str, object]:
    demo = json.loads(sites.DEMO_SITE.read_text(encoding="utf-8"))
    clinic = demo["clinics"][0]
    letters = [chr(65 + number // 26) + chr(65 + number % 26) for number in range(len(codes))]
    return {
        **demo,
        "clinics": [
            {**clinic, "code": code, "prefix": prefix}
            for code, prefix in zip(codes, letters, strict=True)
        ],
        "exams": [],
    }
