"""Real PostgreSQL for the tests: one cluster a run, a template with the demo site, a clone a test.

A clone has a clock of its own that can be moved: only here dawr.now() is replaced. A test that
leaves a connection open fails.
"""

from __future__ import annotations

import datetime as dt
import itertools
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from storage import database as setup
from storage import embedded, logins, sites
from storage.logins import Credential, Kind

STATIONS: tuple[tuple[Kind, str], ...] = (
    ("server", "Server"),
    ("kiosk", "Kiosk 1"),
    ("staff", "Desk 1"),
    ("staff", "Desk 2"),
)
FAST = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_size": "128MB",
    "scram_iterations": "1",  # of 4096, which take 5 ms of every connection
}
_MOVABLE_CLOCK = """
create table dawr.test_clock (shift interval not null);
insert into dawr.test_clock values ('0');
create or replace function dawr.now() returns timestamptz language sql volatile as
    $$ select clock_timestamp() + (select c.shift from dawr.test_clock c) $$;
"""
_names = itertools.count(1)


@dataclass(frozen=True)
class Cluster:
    """A running server: conninfo of its superuser for any of its databases."""

    lease: embedded.Lease

    def url(self, database: str) -> str:
        return self.lease.conninfo(database)

    def create(self, name: str, template: str | None = None) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            statement = sql.SQL("create database {}").format(sql.Identifier(name))
            if template is not None:
                copied = " template {} strategy file_copy"  # two thirds of the other's time
                statement += sql.SQL(copied).format(sql.Identifier(template))
            admin.execute(statement)

    def drop(self, name: str) -> None:
        """Drop a database; fails when a test left a connection to it open."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            left = _connections_after_a_moment(admin, name)
            admin.execute(
                sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
            )
        if left:
            pytest.fail(f"left behind: connections of {left}", pytrace=False)


def _connections_after_a_moment(admin: psycopg.Connection[tuple[Any, ...]], name: str) -> list[str]:
    """Who is still connected once closed connections had 3 s to be noticed by the server."""
    deadline = time.monotonic() + 3
    while True:
        rows = admin.execute(
            "select application_name from pg_stat_activity where datname = %s", [name]
        ).fetchall()
        if not rows or time.monotonic() > deadline:
            return [str(row[0]) for row in rows]
        admin.execute("select pg_sleep(0.01)")


@dataclass(frozen=True)
class Database:
    """A test's own database with the demo site (or none), and the logins of its stations."""

    name: str
    admin_url: str
    credentials: dict[tuple[Kind, str], Credential] = field(default_factory=dict)

    def login(self, kind: Kind, name: str | None = None) -> str:
        """The connection string of a station's login; without a name the first of that kind."""
        for (one_kind, one_name), credential in self.credentials.items():
            if one_kind == kind and name in (None, one_name):
                return credential.conninfo(self.admin_url)
        raise LookupError(kind, name)

    @contextmanager
    def admin(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """A superuser's autocommit connection that finds dawr's tables unqualified."""
        with psycopg.connect(self.admin_url, autocommit=True, options="-c search_path=dawr") as one:
            yield one

    def rows(self, query: str, given: list[object] | None = None) -> list[tuple[Any, ...]]:
        """What a superuser reads."""
        with self.admin() as one:
            return one.execute(query.encode(), given).fetchall()

    def value(self, query: str, given: list[object] | None = None) -> Any:
        """The first column of the first row a superuser reads."""
        return self.rows(query, given)[0][0]

    def do(self, statement: str, given: list[object] | None = None) -> None:
        """What a superuser changes."""
        with self.admin() as one:
            one.execute(statement.encode(), given)

    def until(self, condition: str, given: list[object] | None = None) -> None:
        """Wait until a query's first value is true; fails after 10 s."""
        deadline = time.monotonic() + 10
        with self.admin() as one:
            while time.monotonic() < deadline:
                row = one.execute(condition.encode(), given).fetchone()
                if row is not None and row[0]:
                    return
                one.execute("select pg_sleep(0.005)")
        pytest.fail(f"never came true: {condition}")

    def until_waiting_for_lock(self, application: str) -> None:
        """Wait until a session of that application waits for a lock."""
        self.until(
            "select exists (select from pg_stat_activity where wait_event_type = 'Lock'"
            " and datname = current_database() and application_name = %s)",
            [application],
        )

    def set_clock(self, at: dt.datetime) -> None:
        """Move this database's clock; it goes on ticking from there.

        A head's day never goes back. One that nothing has touched was made by the real clock, and
        stands at the new time's day.
        """
        self.do("update dawr.test_clock set shift = %s - clock_timestamp()", [at])
        self.do(
            "update dawr.head h set service_day = dawr.service_day(s, dawr.now()) from dawr.site s"
            " where s.id = h.site_id and h.position = 0 and h.last_ticket = 0"
            " and h.service_day > dawr.service_day(s, dawr.now())"
        )

    def pass_time(self, **by: float) -> None:
        """Move this database's clock on, by what dt.timedelta takes."""
        self.do("update dawr.test_clock set shift = shift + %s", [dt.timedelta(**by)])

    def stop_clock(self, at: dt.datetime) -> None:
        """Stop this database's clock at one instant, to look at the very edge of something."""
        with self.admin() as admin:
            admin.execute(
                sql.SQL(
                    "create or replace function dawr.now() returns timestamptz language sql"
                    " volatile as $$ select timestamptz {} $$"
                ).format(sql.Literal(at.isoformat()))
            )


MEMORY = Path("/dev/shm")
ENOUGH = 2 << 30


@contextmanager
def fast_folder() -> Iterator[Path]:
    """A folder in memory where there is enough: there a clone costs a quarter of one on a disk."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH
    with tempfile.TemporaryDirectory(prefix="dawr-tests-", dir=MEMORY if roomy else None) as one:
        yield Path(one)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """One real server for the run, with what makes tests slow switched off."""
    with fast_folder() as folder:
        with embedded.start(folder / "data", settings=FAST) as lease:
            password = conninfo_to_dict(lease.conninfo())["password"]
            with psycopg.connect(lease.conninfo(), autocommit=True) as admin:
                again = sql.SQL("alter role postgres password {}")  # anew, so that it is fast too
                admin.execute(again.format(sql.Literal(password)))
            yield Cluster(lease)
        embedded.stop(folder / "data")


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> Database:
    """What every test's own is cloned from: migrated, the demo site, a login of each kind."""
    name = f"template_{os.getpid()}"
    cluster.create(name)
    url = cluster.url(name)
    setup.upgrade(url)
    sites.make_demo_site(url)
    with psycopg.connect(url, autocommit=True) as admin:
        site, _ = sites.find_site(admin, None)
        made = {
            (kind, station): logins.ensure_login(admin, site, kind, station)
            for kind, station in STATIONS
        }
        owner = sql.Identifier(f"{name}_owner")
        admin.execute(sql.SQL("set role {}").format(owner))
        admin.execute(_MOVABLE_CLOCK)
    return Database(name, url, made)


@pytest.fixture
def database(cluster: Cluster, template: Database) -> Iterator[Database]:
    """A clone of the template for one test."""
    name = f"test_{os.getpid()}_{next(_names)}"
    cluster.create(name, template.name)
    yield Database(name, cluster.url(name), template.credentials)
    cluster.drop(name)


@pytest.fixture
def empty_database(cluster: Cluster) -> Iterator[Database]:
    """A database with nothing in it."""
    name = f"empty_{os.getpid()}_{next(_names)}"
    cluster.create(name)
    yield Database(name, cluster.url(name))
    cluster.drop(name)
