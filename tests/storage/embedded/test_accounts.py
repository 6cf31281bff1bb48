"""Whose processes the built-in database runs as, and from where: accounts, folders, copies."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import psutil
import pytest

from storage import embedded, embedded_binaries
from storage.embedded_home import home_of
from tests.storage.embedded.users import (
    ANYBODY,
    FAST,
    is_root,
    ordinary,
    others_reach_us,
    ours,
    rows,
    state,
    stopped,
    until,
    user,
    write_row,
)

NAMES = ("عيادة الأسنان", 'it\'s "one" คลินิก $HOME %s')


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    with embedded.start(tmp_path / name, settings=FAST) as lease:
        write_row(lease.conninfo(), 1)
        assert rows(lease.conninfo()) == [1]
    stopped(tmp_path / name)


if not is_root() or others_reach_us():

    @pytest.mark.parametrize("name", NAMES)
    def test_an_ordinary_account_runs_it_as_itself(open_dir: Path, name: str) -> None:
        """Its programs know the folder by its own name: an administrator who lists them sees it."""
        with user(open_dir / name, uid=ordinary()) as someone:
            write_row(someone.answer()["conninfo"], 1)

            server = psutil.Process(state(open_dir / name).postmaster)
            assert server.uids().real == (ANYBODY if is_root() else os.geteuid())
            assert server.cmdline()[-1] == str(home_of(open_dir / name).cluster)
        stopped(open_dir / name)

    def test_a_folder_closed_to_all_others_is_no_obstacle(open_dir: Path) -> None:
        open_dir.chmod(0o700)
        with user(open_dir / "dawr", uid=ordinary()) as someone:
            write_row(someone.answer()["conninfo"], 1)
        assert open_dir.stat().st_mode & 0o777 == 0o700
        stopped(open_dir / "dawr")


def test_the_folders_above_are_left_as_they_are(tmp_path: Path) -> None:
    above = tmp_path / "above"
    above.mkdir(mode=0o710)
    before = [(path, path.stat().st_mode, path.stat().st_uid) for path in (tmp_path, above)]
    with embedded.start(above / "a" / "b" / "dawr", settings=FAST):
        pass
    stopped(above / "a" / "b" / "dawr")

    assert [(path, path.stat().st_mode, path.stat().st_uid) for path, *_ in before] == before


def test_a_relative_folder_is_the_same_one_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with embedded.start(Path("dawr"), settings=FAST) as lease:
        monkeypatch.chdir("/")
        write_row(lease.conninfo(), 1)
    stopped(tmp_path / "dawr")


def test_settings_of_the_person_who_starts_it_do_not_steer_it(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are English, so that a full disk is told from other troubles in any language."""
    for name, value in {"LC_ALL": "th_TH.UTF-8", "PGPORT": "1", "PGDATESTYLE": "German"}.items():
        monkeypatch.setenv(name, value)
    with embedded.start(data_dir, settings=FAST):
        given = psutil.Process(state(data_dir).postmaster).environ()

    assert given["LC_ALL"] == "C"
    assert not [name for name in given if name.startswith("PG")]


if is_root():

    def test_root_gives_up_its_rights(data_dir: Path) -> None:
        """No process of the database keeps root's account, groups or capabilities."""
        with user(data_dir, groups=[0, 4]) as root:
            root.answer()
            server = psutil.Process(state(data_dir).postmaster)
            for process in (server, *server.parents()[:2], server.children()[0]):
                status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
                said = dict(line.split(":", 1) for line in status.splitlines())
                owner = data_dir.joinpath("postgres").stat()
                assert set(said["Uid"].split()) == {str(owner.st_uid)}
                assert set(said["Gid"].split()) == {str(owner.st_gid)}
                assert set(said["Groups"].split()) <= {str(owner.st_gid)}
                assert int(said["CapEff"], 16) == int(said["CapPrm"], 16) == 0

    if others_reach_us():

        def test_root_runs_it_as_the_owner_of_the_folder(open_dir: Path) -> None:
            """So an administrator's command does not take somebody's data away from him."""
            with user(open_dir, uid=ANYBODY) as someone:
                write_row(someone.answer()["conninfo"], 1)
            until(lambda: not ours(open_dir))

            with embedded.start(open_dir, settings=FAST) as lease:
                assert psutil.Process(state(open_dir).postmaster).uids().real == ANYBODY
                assert rows(lease.conninfo()) == [1]
                with user(open_dir, uid=ANYBODY) as someone:
                    assert someone.answer()["conninfo"] == lease.conninfo()

    def test_programs_in_a_closed_folder_are_copied_to_where_the_account_reaches_them(
        tmp_path: Path, open_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As with an environment below /root; the copy is made once, and root's alone to write."""
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        package = embedded.binaries().parent.parent
        shutil.copytree(
            package, closed / package.name, ignore=shutil.ignore_patterns("include", "pginstall")
        )
        libraries = f"{package.name}.libs"
        shutil.copytree(package.with_name(libraries), closed / libraries)
        monkeypatch.syspath_prepend(str(closed))
        open_dir.chmod(0o755)
        os.chown(open_dir, 0, 0)
        monkeypatch.setattr(embedded_binaries, "READABLE_PLACES", (open_dir / "programs",))

        programs = embedded.binaries()

        assert programs.is_relative_to(open_dir)
        assert embedded.binaries() == programs
        assert not any(path.stat().st_mode & 0o022 for path in programs.parent.rglob("*"))
        with embedded.start(tmp_path / "dawr", settings=FAST):
            exe = Path(f"/proc/{state(tmp_path / 'dawr').postmaster}/exe").readlink()
            assert exe == programs / "postgres"
        stopped(tmp_path / "dawr")
        version = subprocess.run(
            [programs / "psql", "--version"], capture_output=True, text=True, check=True
        )
        assert version.stdout.startswith("psql (PostgreSQL) 18.")
