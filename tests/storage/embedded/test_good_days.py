"""The built-in database in good days: started, joined, left and stopped, by real processes."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from storage import embedded
from storage.embedded_home import home_of
from tests.storage.embedded.users import FAST, ours, rows, state, stopped, until, user, write_row


def test_a_first_start_gives_an_empty_database_as_the_product_wants_it(new_dir: Path) -> None:
    """Database dawr, builtin C.UTF-8, UTC, passwords asked for, and every commit on the disk."""
    host = "127.0.0.1"
    with embedded.start(new_dir) as lease, psycopg.connect(lease.conninfo()) as connection:
        row = connection.execute(
            "select current_database(), datlocprovider, datlocale, pg_encoding_to_char(encoding),"
            " current_setting('timezone'), current_setting('password_encryption'),"
            " current_setting('fsync'), current_setting('synchronous_commit'),"
            " current_setting('max_connections'), current_setting('listen_addresses')"
            " from pg_database where datname = current_database()"
        ).fetchone()
        ways = connection.execute("select distinct auth_method from pg_hba_file_rules").fetchall()

    assert row == ("dawr", "b", "C.UTF-8", "UTF8", "UTC", "scram-sha-256", "on", "on", "200", host)
    assert ways == [("scram-sha-256",)]


def test_nobody_comes_in_without_the_password(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST) as lease:
        open_door = lease.conninfo().replace(home_of(data_dir).password(), "guess")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(open_door)


def test_the_folder_and_the_password_are_closed_to_others(new_dir: Path) -> None:
    with embedded.start(new_dir, settings=FAST):
        home = home_of(new_dir).path

    assert new_dir.stat().st_mode & 0o777 == 0o700
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "cluster").stat().st_mode & 0o777 == 0o700
    assert {
        path.name: oct(path.stat().st_mode & 0o777) for path in home.iterdir() if path.is_file()
    } == dict.fromkeys(
        ("password", "port", "postgres.log", "state.json", "supervisor.lock", "users.lock"), "0o600"
    )


def test_a_second_start_finds_what_was_committed_at_the_same_port(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST) as lease:
        write_row(lease.conninfo(), 1)
        first = lease.conninfo()
    until(lambda: not ours(data_dir))

    with embedded.start(data_dir, settings=FAST) as lease:
        assert lease.conninfo() == first
        assert rows(lease.conninfo()) == [1]


def test_a_port_that_another_program_took_is_given_up(data_dir: Path) -> None:
    """The server comes back at a free port below the range for outgoing connections."""
    with embedded.start(data_dir, settings=FAST) as lease:
        write_row(lease.conninfo(), 1)
    stopped(data_dir)
    taken = home_of(data_dir).port()

    with (
        socket.create_server(("127.0.0.1", taken)),
        embedded.start(data_dir, settings=FAST) as lease,
    ):
        assert home_of(data_dir).port() != taken
        assert home_of(data_dir).port() < 32_768
        assert rows(lease.conninfo()) == [1]


def test_starters_at_once_share_one_server(new_dir: Path) -> None:
    with (
        user(new_dir) as one,
        user(new_dir) as two,
        user(new_dir) as three,
        user(new_dir) as four,
    ):
        assert len({each.answer()["conninfo"] for each in (one, two, three, four)}) == 1


def test_the_second_keeps_the_server_when_the_first_leaves(data_dir: Path) -> None:
    with user(data_dir) as first:
        first.answer()
        with user(data_dir) as second:
            conninfo = second.answer()["conninfo"]
            before = state(data_dir)
            first.leave()
            write_row(conninfo, 1)

            assert state(data_dir) == before


def test_the_server_ends_with_its_last_user(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST) as first:
        second = embedded.start(data_dir)
        assert ours(data_dir)
    first.release()
    assert embedded.running(data_dir)

    second.release()

    until(lambda: not ours(data_dir))
    assert not embedded.running(data_dir)


def test_a_user_who_comes_while_the_server_ends_gets_a_new_one(data_dir: Path) -> None:
    for _ in range(3):
        with embedded.start(data_dir, settings=FAST) as lease:
            write_row(lease.conninfo(), 1)
        until(lambda: not embedded.running(data_dir))

    with embedded.start(data_dir, settings=FAST) as lease:
        assert rows(lease.conninfo()) == [1, 1, 1]


def test_stop_ends_it_for_everyone_and_is_obeyed_until_the_next_start(data_dir: Path) -> None:
    with user(data_dir) as other, embedded.start(data_dir) as lease:
        other.answer()

        assert embedded.stop(data_dir)
        assert not embedded.running(data_dir)
        assert not embedded.stop(data_dir)
        with pytest.raises(embedded.EmbeddedUnavailable, match="stopped on purpose"):
            lease.revive()

        with embedded.start(data_dir, settings=FAST):
            lease.revive()
            assert embedded.running(data_dir)


def test_stop_of_what_never_ran_makes_nothing(tmp_path: Path) -> None:
    assert not embedded.stop(tmp_path / "never")
    assert not embedded.running(tmp_path / "never")
    assert list(tmp_path.iterdir()) == []


def test_an_administrators_own_settings_are_read(data_dir: Path) -> None:
    """A file of conf.d beats ours, and what a start was given beats both; quotes are kept."""
    with embedded.start(data_dir, settings=FAST):
        pass
    stopped(data_dir)
    own = home_of(data_dir).cluster / "conf.d" / "50-local.conf"
    own.write_text("max_connections = 50\nwork_mem = '9MB'\n", encoding="utf-8")
    own.chmod(0o644)

    given = {"work_mem": "10MB", "search_path": '"it\'s", public'}
    with (
        embedded.start(data_dir, settings=given) as lease,
        psycopg.connect(lease.conninfo()) as connection,
    ):
        assert connection.execute(
            "select current_setting('max_connections'), current_setting('work_mem'),"
            " current_setting('search_path'), current_setting('fsync')"
        ).fetchone() == ("50", "10MB", '"it\'s", public', "on")


def test_a_full_log_is_emptied_and_kept_once(data_dir: Path) -> None:
    home = home_of(data_dir)
    with embedded.start(data_dir, settings=FAST):
        with home.log.open("ab") as log:
            log.truncate(5 * 1024 * 1024)
        until(lambda: home.log.stat().st_size < 1024 * 1024)

    assert (home.path / "postgres.log.1").stat().st_size == 5 * 1024 * 1024


def test_no_patients_data_reaches_the_log(data_dir: Path) -> None:
    """Neither a statement, nor its parameters, nor the row that broke a rule."""
    with embedded.start(data_dir, settings=FAST) as lease:
        with psycopg.connect(lease.conninfo(), autocommit=True) as connection:
            connection.execute("create table patient (name text check (name = ''))")
            with pytest.raises(psycopg.errors.CheckViolation):
                connection.execute("insert into patient values (%s)", ["Somchai"])
            with pytest.raises(psycopg.errors.CheckViolation):
                connection.execute("insert into patient values ('Somchai')")
        log = home_of(data_dir).log.read_text(encoding="utf-8")

    assert log.count("violates check constraint") == 2
    assert "Somchai" not in log


def test_a_backup_is_made_with_the_programs_that_came_along(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST) as lease:
        write_row(lease.conninfo(), 7)
        dump = subprocess.run(
            [embedded.binaries() / "pg_dump", lease.conninfo()],
            capture_output=True,
            text=True,
            check=True,
        )
    for program in ("postgres", "initdb", "psql", "pgbench"):
        assert (embedded.binaries() / program).is_file()

    assert "COPY public.kept (value) FROM stdin;\n7\n" in dump.stdout
