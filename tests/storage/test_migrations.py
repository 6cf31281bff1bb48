"""Setting a database up: once or many times at once, as models and files say."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from psycopg.conninfo import make_conninfo
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from domain import errors
from storage import database as setup
from storage import embedded, roles, sites, sql_files
from storage.connections import REFUSALS
from storage.tables import metadata
from tests.postgres import Cluster, Database
from tests.storage.conftest import at_once
from tests.storage.schema_dump import dump

GOLDEN = Path(__file__).with_name("schema.golden.sql")


def test_upgrade_from_empty_equals_the_models(empty_database: Database) -> None:
    setup.upgrade(empty_database.admin_url)
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(empty_database.admin_url),
        poolclass=NullPool,
    )
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_schemas": True, "version_table_schema": "dawr"}
        )
        assert compare_metadata(context, metadata) == []


def test_the_schema_is_the_golden_one(empty_database: Database) -> None:
    """A change of the schema shows in review; `python -m tests.storage.schema_dump` renews it."""
    setup.upgrade(empty_database.admin_url)

    assert dump(empty_database.admin_url) == GOLDEN.read_text(encoding="utf-8")


def test_what_is_installed_is_what_the_files_say(empty_database: Database) -> None:
    setup.upgrade(empty_database.admin_url)
    rows = empty_database.rows(
        "select p.proname, p.prosrc from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
        " where n.nspname = 'dawr'"
    )
    installed = dict(rows)
    files = {
        path.stem: sql_files.read(path)
        for folder in ("functions", "moves", "queries")
        for path in sql_files.files(folder)
    }

    assert set(installed) == set(files)
    assert [name for name, source in installed.items() if source not in files[name]] == []


def test_every_move_has_one_function_of_its_files_name() -> None:
    for folder in ("functions", "moves", "queries"):
        for path in sql_files.files(folder):
            made = re.findall(r"create or replace function dawr\.(\w+)", sql_files.read(path))
            assert made == [path.stem]


def test_every_grant_is_of_a_move_or_a_query_and_each_is_granted() -> None:
    grantable = {path.stem for folder in ("moves", "queries") for path in sql_files.files(folder)}

    assert {name for names in roles.GRANTS.values() for name in names} == grantable


def test_every_refusal_of_the_functions_is_known_to_the_domain() -> None:
    text = "".join(sql_files.read(path) for path in sql_files.install_order())

    assert set(re.findall(r"refuse\(\s*'([A-Z_]+)'", text)) <= set(REFUSALS)
    assert all(issubclass(one, errors.Refusal) for one in REFUSALS.values())


def test_starters_that_set_up_at_once_do_it_once(empty_database: Database) -> None:
    def start() -> bool:
        setup.upgrade(empty_database.admin_url)
        return sites.make_demo_site(empty_database.admin_url)

    assert sorted(at_once(4, start)) == [False, False, False, True]
    assert empty_database.value("select count(*) from dawr.clinic") == 12


def test_a_database_says_how_it_stands(empty_database: Database) -> None:
    with empty_database.admin() as admin:
        assert not setup.standing(admin).ready
        setup.upgrade(empty_database.admin_url)
        assert setup.standing(admin).ready


def test_an_administrator_who_may_not_create_roles_is_told_what_to_run(
    empty_database: Database,
) -> None:
    user = f"{empty_database.name}_plain"
    with empty_database.admin() as admin:
        admin.execute(f"create role {user} login password 'x'".encode())
        plain = make_conninfo(empty_database.admin_url, user=user, password="x")
        with pytest.raises(setup.CannotUpgrade) as refused:
            setup.upgrade(plain)

    assert "administrator" in str(refused.value)
    assert any("create role" in statement for statement in refused.value.statements)


def test_what_the_administrator_was_told_to_run_is_enough(
    empty_database: Database,
) -> None:
    user = f"{empty_database.name}_plain"
    with empty_database.admin() as admin:
        admin.execute(f"create role {user} login password 'x'".encode())
        plain = make_conninfo(empty_database.admin_url, user=user, password="x")
        with pytest.raises(setup.CannotUpgrade) as refused:
            setup.upgrade(plain)
        for statement in refused.value.statements:
            admin.execute(statement.encode())

        setup.upgrade(plain)

        assert setup.standing(admin).ready


def test_a_copy_under_another_name_is_upgraded_with_its_first_roles(
    cluster: Cluster, template: Database
) -> None:
    name = f"copy_of_{template.name}"
    cluster.create(name, template.name)

    setup.upgrade(cluster.url(name))

    copied = Database(name, cluster.url(name), template.credentials)
    with psycopg.connect(copied.login("kiosk")) as kiosk:
        assert kiosk.execute("select dawr.read_board() is not null").fetchone() == (True,)
    cluster.drop(name)


def test_the_demo_site_is_the_one_of_the_specification(database: Database) -> None:
    assert database.rows(
        "select string_agg(prefix, '' order by sort), count(*) filter (where pin_required),"
        " min(extract(epoch from expected_service))::int, max(extract(epoch from expected_service))"
        "::int from clinic"
    ) == [("LXVEISNPDACK", 12, 480, 720)]
    assert database.rows("select time_zone, day_turns_at::text from site") == [
        ("Asia/Qatar", "05:00:00")
    ]
    assert database.value("select count(*) from exam_type") == 10
    assert database.value("select count(*) from room") == 12
    assert embedded.binaries().is_dir()


def test_a_database_of_the_first_revision_keeps_what_it_holds_and_loses_old_functions(
    empty_database: Database,
) -> None:
    setup.upgrade(empty_database.admin_url, revision="0001_the_line")
    owner = f"{empty_database.name}_owner"
    empty_database.do(
        "insert into site (code, names, time_zone) values ('old', '{}', 'Asia/Qatar')"
    )
    empty_database.do("insert into token values (1, 'Ward', 'staff', 'hash', now())")
    empty_database.do(
        "create function dawr.issue_ticket(clinic int) returns int language sql as 'select 1'"
    )
    empty_database.do(f'alter function dawr.issue_ticket(int) owner to "{owner}"')

    setup.upgrade(empty_database.admin_url)

    assert empty_database.rows("select code, pin_digits from site") == [("old", 2)]
    assert empty_database.rows("select name, scope, is_station from token") == [
        ("Ward", "staff", False)
    ]
    assert (
        empty_database.value(
            "select count(*) from pg_proc where proname = 'issue_ticket'"
            " and pronamespace = 'dawr'::regnamespace"
        )
        == 1
    )
