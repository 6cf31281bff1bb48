"""What each login may do, and that it can do nothing else."""

from __future__ import annotations

import os
import socket

import psycopg
import pytest
from psycopg import errors as pg

from storage.connections import bounded, refusal_of
from storage.logins import Kind
from storage.roles import GRANTS
from tests.postgres import Database

KINDS: tuple[Kind, ...] = ("kiosk", "staff", "server")
ANYBODY = "row(null, null, null, null, null, null, null, null)::dawr.press"
AS_ADMIN = "row('admin', 'Director', 'Desk 9', null, null, null, null, null)::dawr.press"


@pytest.mark.parametrize("kind", KINDS)
def test_a_login_executes_its_groups_functions_and_no_other(database: Database, kind: Kind) -> None:
    with psycopg.connect(database.login(kind)) as login:
        rows = login.execute(
            "select distinct p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
            " where n.nspname = 'dawr' and has_function_privilege(p.oid, 'execute')"
        ).fetchall()

    assert {row[0] for row in rows} == set(GRANTS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_login_has_nothing_on_any_table_or_sequence(database: Database, kind: Kind) -> None:
    privileges = "select, insert, update, delete, truncate, references, trigger"
    with psycopg.connect(database.login(kind)) as login:
        rows = login.execute(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname = 'dawr' and case when c.relkind = 'S'"
            "   then has_sequence_privilege(c.oid, 'usage, select, update')"
            "   when c.relkind in ('r', 'v', 'm', 'p') then has_table_privilege(c.oid, %s)"
            "   else false end",
            [privileges],
        ).fetchall()

    assert rows == []


@pytest.mark.parametrize(
    "statement",
    [
        "select * from dawr.patient",
        "select * from dawr.ticket",
        "update dawr.ticket set state = 'done'",
        "insert into dawr.event select * from dawr.event",
        "delete from dawr.head",
        f"select dawr.call_next({ANYBODY}, '{{lab}}')",
        f"select dawr.reset_clinic({ANYBODY}, 'lab', 'because')",
        "select dawr.read_desk('{lab}')",
        "select dawr.step(null, 'done')",
        "create table dawr.mine (a int)",
        "create function dawr.now() returns timestamptz language sql as 'select null'",
        "create or replace function dawr.now() returns timestamptz language sql as 'select null'",
        "alter role current_user superuser",
        "create role another",
        "set session authorization postgres",
        "copy dawr.patient to stdout",
    ],
)
def test_a_kiosks_login_can_do_nothing_but_what_its_screen_shows(
    database: Database, statement: str
) -> None:
    with (
        psycopg.connect(database.login("kiosk"), autocommit=True) as kiosk,
        pytest.raises((pg.InsufficientPrivilege, pg.DuplicateFunction)),
    ):
        kiosk.execute(statement.encode())


@pytest.mark.parametrize("kind", ["kiosk", "staff"])
def test_a_station_cannot_speak_for_another(database: Database, kind: Kind) -> None:
    """Scope, actor and station that a window claims are not believed."""
    with psycopg.connect(database.login(kind), autocommit=True) as login:
        login.execute(f"select dawr.issue_ticket({AS_ADMIN}, 'lab')".encode())

    name = {"kiosk": "Kiosk 1", "staff": "Desk 1"}[kind]
    assert database.rows("select actor, station, login from event") == [
        (name, name, database.credentials[(kind, name)].user)
    ]


def test_a_kiosk_that_claims_to_be_an_admin_gives_no_emergency(database: Database) -> None:
    with (
        psycopg.connect(database.login("kiosk"), autocommit=True) as kiosk,
        pytest.raises(psycopg.Error) as refused,
    ):
        kiosk.execute(
            f"select dawr.issue_ticket({AS_ADMIN}, 'lab', priority => 'emergency')".encode()
        )

    refusal = refusal_of(refused.value)
    assert refusal is not None
    assert refusal.code == "FORBIDDEN"


def test_only_the_servers_login_names_the_actor(database: Database) -> None:
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        server.execute(f"select dawr.issue_ticket({AS_ADMIN}, 'lab')".encode())

    assert database.rows("select actor, station, login from event") == [
        ("Director", "Desk 9", database.credentials[("server", "Server")].user)
    ]


def test_a_patient_of_the_server_may_not_do_what_staff_do(database: Database) -> None:
    stranger = "row('patient', null, null, null, null, null, null, null)::dawr.press"
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        for call in ("call_next({press}, '{{lab}}')", "reset_clinic({press}, 'lab', 'x')"):
            with pytest.raises(psycopg.Error) as refused:
                server.execute(f"select dawr.{call.format(press=stranger)}".encode())
            assert refused.value.diag.message_primary == "FORBIDDEN"


def test_every_move_pins_its_search_path_and_runs_as_the_owner(database: Database) -> None:
    """And no inner function does: it runs inside a move, under the move's path."""
    granted = {name for names in GRANTS.values() for name in names}
    rows = database.rows(
        "select p.proname, p.prosecdef, coalesce(p.proconfig::text, ''), r.rolname"
        " from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
        " join pg_roles r on r.oid = p.proowner where n.nspname = 'dawr'"
    )

    assert {name for name, definer, _, _ in rows if definer} == granted
    assert {path for name, _, path, _ in rows if name in granted} == {
        '{"search_path=dawr, pg_temp"}'
    }
    assert all(owner.endswith("_owner") for _, _, _, owner in rows)


def test_every_session_is_bounded(database: Database) -> None:
    with psycopg.connect(bounded(database.login("kiosk"), "dawr kiosk")) as kiosk:
        found = [
            kiosk.execute(f"show {name}".encode()).fetchone()
            for name in (
                "lock_timeout",
                "statement_timeout",
                "idle_in_transaction_session_timeout",
                "timezone",
                "application_name",
            )
        ]

    assert found == [("1s",), ("5s",), ("5s",), ("UTC",), ("dawr kiosk",)]


def test_a_database_host_that_vanishes_is_noticed(database: Database) -> None:
    """As the socket has it: for an answer that never comes and for a press never acknowledged."""
    with psycopg.connect(bounded(database.login("kiosk"), "dawr kiosk")) as kiosk:
        link = socket.socket(fileno=os.dup(kiosk.fileno()))
        with link:
            alive = link.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            found = [
                link.getsockopt(socket.IPPROTO_TCP, option)
                for option in (
                    socket.TCP_KEEPIDLE,
                    socket.TCP_KEEPINTVL,
                    socket.TCP_KEEPCNT,
                    socket.TCP_USER_TIMEOUT,
                )
            ]

    assert alive
    assert found == [5, 2, 3, 11_000]


def test_names_are_read_by_staff_only_and_each_reading_is_written_down(database: Database) -> None:
    with psycopg.connect(database.login("staff"), autocommit=True) as staff:
        staff.execute(f"select dawr.issue_ticket({ANYBODY}, 'lab', 'A-1', 'Mariam')".encode())
        read = staff.execute("select dawr.read_desk('{lab}')").fetchone()
        staff.execute("select dawr.read_desk('{lab}')")

    assert read is not None
    assert read[0]["waiting"][0]["name"] == "Mariam"
    assert database.rows("select actor from patient_read") == [("Desk 1",)]
    assert "Mariam" not in str(database.rows("select e::text from event e"))
