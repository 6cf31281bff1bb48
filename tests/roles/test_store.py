"""Which login a station works with: its own file's, the one in the address, or a new one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from roles.plain import Plain
from roles.settings import Settings
from roles.store import Store, opened
from storage import database as setup
from storage import logins, sites, tokens
from storage.logins import Credential
from tests.postgres import Cluster, Database


@pytest.fixture(scope="module")
def database(cluster: Cluster) -> Iterator[Database]:
    """One that was set up under its own name: a clone's roles are those of its template."""
    name = f"stations_{os.getpid()}"
    cluster.create(name)
    one = Database(name, cluster.url(name))
    setup.upgrade(one.admin_url)
    sites.make_demo_site(one.admin_url)
    yield one
    cluster.drop(name)


@pytest.fixture
def store(database: Database, tmp_path: Path) -> Store:
    return Store(database.admin_url, None, tmp_path, is_built_in=False)


def who_is(conninfo: str) -> str:
    with psycopg.connect(conninfo) as connection:
        row = connection.execute("select session_user").fetchone()
        assert row is not None
        return str(row[0])


def made(store: Store, kind: str = "kiosk", name: str = "Kiosk 9") -> Credential:
    credential = store.credential(kind, name)  # type: ignore[arg-type]
    assert credential is not None
    return credential


def test_a_new_station_gets_a_login_and_a_token_in_a_file_of_its_own(
    store: Store, database: Database, tmp_path: Path
) -> None:
    credential = made(store)
    file = tmp_path / "logins" / "kiosk-kiosk-9.json"

    assert who_is(store.conninfo_of(credential)) == credential.user
    assert Credential.load(file) == credential
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert database.rows("select scope, hash from token where name = 'Kiosk 9'") == [
        ("kiosk", tokens.digest(credential.token or ""))
    ]


def test_a_station_keeps_its_login_from_one_start_to_the_next(store: Store) -> None:
    first = made(store)

    assert made(store) == first
    assert who_is(store.conninfo_of(first)) == first.user


def test_stations_that_start_together_under_one_name_share_its_login(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        credentials = list(pool.map(lambda _: made(store), range(8)))

    assert len({each.password for each in credentials}) == 1
    assert who_is(store.conninfo_of(credentials[0])) == credentials[0].user


def test_a_login_the_database_no_longer_knows_is_made_anew(
    store: Store, database: Database
) -> None:
    first = made(store)
    database.do(f"alter role \"{first.user}\" password 'other'")

    second = made(store)

    assert second.password != first.password
    assert who_is(store.conninfo_of(second)) == second.user


def test_a_server_needs_no_token(store: Store, database: Database) -> None:
    assert made(store, "server", "Server").token is None
    assert database.rows("select from token where name = 'Server'") == []


def test_an_address_that_names_a_station_s_login_is_used_as_it_is(
    database: Database, tmp_path: Path
) -> None:
    with database.admin() as admin:
        own = logins.ensure_login(admin, 1, "kiosk", "Kiosk 1").conninfo(database.admin_url)
    store = Store(own, None, tmp_path, is_built_in=False)

    assert store.credential("kiosk", "Kiosk 1") is None
    assert store.conninfo_of(None) == own
    assert list(tmp_path.glob("logins/*.json")) == []


def test_an_address_without_a_login_needs_the_file(store: Store, tmp_path: Path) -> None:
    credential = made(store)
    nameless = Store(store.place, None, tmp_path, is_built_in=False)

    assert made(nameless) == credential
    with pytest.raises(Plain, match=r"^There is no login for this staff in "):
        nameless.credential("staff", "Desk 9")


def test_a_saved_login_is_used_while_the_database_is_away(store: Store, tmp_path: Path) -> None:
    """The window opens and says so by itself; it recovers when the database is back."""
    credential = made(store)
    away = make_conninfo(store.conninfo, port="1")

    assert made(Store(away, None, tmp_path, is_built_in=False)) == credential


def test_the_built_in_database_stays_up_as_long_as_it_is_used(tmp_path: Path) -> None:
    settings = Settings(database_url=None, data_dir=tmp_path)

    with opened(settings) as store:
        assert store.is_built_in
        assert store.set_up()
        assert not store.set_up()
        assert made(store).user == who_is(store.conninfo_of(made(store)))


def test_another_site_set_later_is_not_answered_with_the_login_of_the_first(
    database: Database, tmp_path: Path
) -> None:
    first = made(Store(database.admin_url, "demo", tmp_path, is_built_in=False))

    with pytest.raises(sites.NoSite):
        made(Store(database.admin_url, "moon", tmp_path, is_built_in=False))
    assert made(Store(database.admin_url, "DEMO", tmp_path, is_built_in=False)) == first


def test_a_login_whose_database_was_made_anew_is_made_anew(
    store: Store, database: Database
) -> None:
    """The role is the cluster's and still connects, but no site knows it."""
    first = made(store, "server", "Server 7")
    database.do("delete from login where role_name = %s", [first.user])

    again = made(store, "server", "Server 7")

    assert again.password != first.password
    with psycopg.connect(store.conninfo_of(again)) as server:
        assert server.execute("select count(*) > 0 from dawr.read_heads()").fetchone() == (True,)


def test_a_folder_that_cannot_be_used_is_named_in_one_sentence(
    database: Database, tmp_path: Path
) -> None:
    taken = tmp_path / "file"
    taken.touch()

    with pytest.raises(Plain, match="DAWR_DATA_DIR"):
        made(Store(database.admin_url, None, taken, is_built_in=False))
