"""The built-in database when kill -9 strikes: any of its processes, at any moment."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from storage import embedded
from storage.embedded_home import home_of
from tests.storage.embedded.users import (
    FAST,
    guardian,
    ours,
    rows,
    state,
    stopped,
    until,
    user,
    write_row,
)


def kill(*pids: int) -> None:
    """Strike all at once: none of them acts between two strikes."""
    for how in (signal.SIGSTOP, signal.SIGKILL):
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)


def test_nothing_runs_once_all_users_were_killed(data_dir: Path) -> None:
    with user(data_dir) as one, user(data_dir) as two:
        assert one.answer() == two.answer()
        assert len(ours(data_dir)) > 3

        one.kill()
        two.kill()

        until(lambda: not ours(data_dir), patience_s=5)


def test_nothing_runs_once_the_only_user_was_killed_in_the_first_start(new_dir: Path) -> None:
    with user(new_dir) as one:
        until(lambda: list(home_of(new_dir).path.glob("cluster.new-*")))

        one.kill()

        until(lambda: not ours(new_dir), patience_s=5)


def test_the_second_keeps_the_server_when_the_first_is_killed(data_dir: Path) -> None:
    with user(data_dir) as first:
        first.answer()
        with user(data_dir) as second:
            conninfo = second.answer()["conninfo"]
            before = state(data_dir)
            first.kill()
            write_row(conninfo, 1)

            assert state(data_dir) == before


def test_a_joiner_gets_its_server_although_the_starter_is_killed_meanwhile(new_dir: Path) -> None:
    with user(new_dir) as starter:
        until(lambda: list(home_of(new_dir).path.glob("cluster.new-*")))
        with user(new_dir) as joiner:
            starter.kill()

            write_row(joiner.answer()["conninfo"], 1)


def test_a_killed_server_comes_back_at_its_port_with_all_that_was_committed(data_dir: Path) -> None:
    with embedded.start(data_dir) as lease:
        address = lease.conninfo()
        for value in (1, 2, 3):
            write_row(address, value)
            kill(state(data_dir).postmaster)
            assert until(lambda: rows(address)) == list(range(1, value + 1))

        assert lease.conninfo() == address


def test_a_killed_backend_costs_the_others_a_moment(data_dir: Path) -> None:
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        with psycopg.connect(lease.conninfo()) as connection:
            kill(connection.info.backend_pid)
        until(lambda: rows(lease.conninfo()) == [1])
        write_row(lease.conninfo(), 2)
        assert rows(lease.conninfo()) == [1, 2]


def test_a_killed_supervisor_is_replaced_without_anybody_asking(data_dir: Path) -> None:
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        before = state(data_dir)

        kill(before.supervisor)

        until(lambda: state(data_dir).postmaster not in {0, before.postmaster})
        assert until(lambda: rows(lease.conninfo())) == [1]
    until(lambda: not ours(data_dir))


def test_a_killed_guardian_is_not_missed(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST) as lease:
        write_row(lease.conninfo(), 1)
        before = state(data_dir)
        kill(guardian(data_dir).pid)

        assert rows(lease.conninfo()) == [1]
        kill(before.postmaster)
        assert until(lambda: rows(lease.conninfo())) == [1]
    until(lambda: not ours(data_dir))


def test_the_server_does_not_outlive_supervisor_and_guardian(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST):
        kill(guardian(data_dir).pid, state(data_dir).supervisor)

        until(lambda: not ours(data_dir), patience_s=5)


def test_the_next_start_recovers_from_a_killed_supervisor_and_guardian(data_dir: Path) -> None:
    with embedded.start(data_dir) as old:
        write_row(old.conninfo(), 1)
        kill(guardian(data_dir).pid, state(data_dir).supervisor)

        with user(data_dir) as starter:
            assert starter.answer()["conninfo"] == old.conninfo()
            assert rows(old.conninfo()) == [1]
            starter.kill()

            state(data_dir)
            assert until(lambda: rows(old.conninfo())) == [1], "the old user still holds a share"


def test_a_user_who_stays_brings_it_back(data_dir: Path) -> None:
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        kill(guardian(data_dir).pid, state(data_dir).supervisor)

        lease.revive()

        assert until(lambda: rows(lease.conninfo())) == [1]
    until(lambda: not ours(data_dir))


def test_all_at_once_killed_and_two_starters_racing_after_it(data_dir: Path) -> None:
    with user(data_dir) as first:
        address = first.answer()["conninfo"]
        write_row(address, 1)
        kill(first.process.pid, *ours(data_dir))
        with user(data_dir) as one, user(data_dir) as two:
            assert one.answer()["conninfo"] == two.answer()["conninfo"] == address
            assert rows(address) == [1]


@pytest.mark.parametrize(
    "reached", ["password", "cluster.new-*/PG_VERSION", "cluster.new-*/conf.d", "cluster", "port"]
)
def test_a_first_start_killed_at_any_instant_is_made_whole_by_the_next(
    new_dir: Path, reached: str
) -> None:
    """Whatever stood then, also half of initdb, the next start yields a whole database."""
    with user(new_dir) as victim:
        until(lambda: list(home_of(new_dir).path.glob(reached)))
        kill(victim.process.pid, *ours(new_dir))

    with embedded.start(new_dir, settings=FAST) as lease:
        write_row(lease.conninfo(), 1)
        assert list(home_of(new_dir).path.glob("cluster.new-*")) == []


def test_a_server_that_outlived_its_supervisor_is_ended_first(data_dir: Path) -> None:
    """As where the kernel does not end it: an orphan gives way to the next start."""
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        address = lease.conninfo()
    stopped(data_dir)

    with orphan(data_dir) as process, embedded.start(data_dir) as lease:
        assert process.poll() == 0, "it was ended cleanly"
        assert lease.conninfo() == address
        assert rows(address) == [1]


def test_stop_ends_a_server_that_outlived_its_supervisor(data_dir: Path) -> None:
    with embedded.start(data_dir, settings=FAST):
        pass
    stopped(data_dir)

    with orphan(data_dir) as process:
        assert embedded.stop(data_dir)
        assert process.poll() == 0
        assert not ours(data_dir)


def test_a_stale_pid_file_that_names_a_living_stranger_is_no_obstacle(data_dir: Path) -> None:
    """After a crash of the machine the number may belong to anyone, here to this very test."""
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        pid_file = home_of(data_dir).cluster / "postmaster.pid"
        stale = pid_file.read_text(encoding="utf-8").split("\n")
    stopped(data_dir)
    pid_file.write_text("\n".join([str(os.getpid()), *stale[1:]]), encoding="utf-8")
    os.chown(pid_file, *[getattr(pid_file.parent.stat(), name) for name in ("st_uid", "st_gid")])

    with embedded.start(data_dir) as lease:
        assert rows(lease.conninfo()) == [1]


def test_a_lost_password_is_replaced_and_the_data_stays(data_dir: Path) -> None:
    with embedded.start(data_dir) as lease:
        write_row(lease.conninfo(), 1)
        before = lease.conninfo()
    stopped(data_dir)
    (home_of(data_dir).path / "password").unlink()

    with embedded.start(data_dir) as lease:
        assert lease.conninfo() != before
        assert rows(lease.conninfo()) == [1]


@contextlib.contextmanager
def orphan(data_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server as a killed supervisor would leave it on a system without PR_SET_PDEATHSIG."""
    home = home_of(data_dir)
    owner = home.path.stat().st_uid if os.geteuid() == 0 else None
    with subprocess.Popen(
        [embedded.binaries() / "postgres", "-D", "/proc/self/cwd"],
        cwd=home.cluster,
        stderr=subprocess.DEVNULL,
        user=owner,
        group=owner,
        extra_groups=None if owner is None else [],
    ) as process:
        pid_file = home.cluster / "postmaster.pid"
        until(lambda: pid_file.exists() and "ready" in pid_file.read_text(encoding="utf-8"))
        try:
            yield process
        finally:
            process.kill()
