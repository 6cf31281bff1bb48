"""The built-in database where it cannot be had: one plain sentence, and no process left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage import embedded
from storage.embedded import EmbeddedUnavailable, Trouble
from storage.embedded_home import home_of
from storage.embedded_troubles import SENTENCES, explained
from tests.storage.embedded.users import (
    FAST,
    PROJECT,
    STRANGER,
    USE,
    can_mount,
    is_root,
    ordinary,
    ours,
    until,
    user,
)


def test_each_trouble_is_one_sentence() -> None:
    for trouble in Trouble:
        sentence = SENTENCES[trouble]
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert sentence.count(". ") == 0


@pytest.mark.parametrize(
    ("said", "trouble", "sentence"),
    [
        (
            "creating directory ... initdb: error: could not write: No space left on device\n",
            Trouble.DISK_FULL,
            "The disk that holds /d is full; free some space and start again.",
        ),
        (
            "2026-11-21 09:02:35 UTC [1]  FATAL:  data directory has wrong ownership\nHINT: x\n",
            Trouble.FAILED,
            "The built-in database in /d did not start: data directory has wrong ownership.",
        ),
        ("", Trouble.FAILED, "The built-in database in /d did not start: it said nothing."),
    ],
)
def test_postgresqls_own_words_become_a_sentence(
    said: str, trouble: Trouble, sentence: str
) -> None:
    refused = explained(said, Path("/d"))

    assert (refused.trouble, str(refused)) == (trouble, sentence)


def test_data_of_another_major_version_is_left_alone(data_dir: Path) -> None:
    version = home_of(data_dir).cluster / "PG_VERSION"
    version.write_text("17\n", encoding="ascii")

    with pytest.raises(EmbeddedUnavailable) as refused:
        embedded.start(data_dir)

    assert refused.value.trouble is Trouble.OTHER_VERSION
    assert "was made by PostgreSQL 17 and this program brings 18" in str(refused.value)
    until(lambda: not ours(data_dir))
    assert version.read_text(encoding="ascii") == "17\n"


def test_on_windows_a_sentence_says_what_to_do_instead() -> None:
    """The modules it needs are not there; importing it is refused before they are missed."""
    program = (
        "import psutil, psycopg, subprocess, sys\n"
        "from storage.embedded_troubles import EmbeddedUnavailable\n"
        "sys.platform = 'win32'\n"
        "sys.modules['fcntl'] = sys.modules['pwd'] = None\n"
        "try:\n"
        "    import storage.embedded\n"
        "except EmbeddedUnavailable as why:\n"
        "    print(why)\n"
    )
    told = subprocess.run(
        [sys.executable, "-P", "-c", program],
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
    )

    assert told.stdout.startswith("The built-in database does not run on this kind of system;")


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "dawr").write_text("", encoding="ascii")

    with pytest.raises(EmbeddedUnavailable) as refused:
        embedded.start(tmp_path / "dawr")

    assert refused.value.trouble is Trouble.NOT_WRITABLE


def test_a_folder_that_may_not_be_written_is_named(open_dir: Path) -> None:
    open_dir.chmod(0o555)
    with user(open_dir / "dawr", uid=ordinary()) as refused:
        assert refused.answer()["trouble"] == Trouble.NOT_WRITABLE
        assert str(open_dir / "dawr") in refused.answer()["sentence"]
    open_dir.chmod(0o755)


def test_a_setting_that_postgresql_refuses_is_told_at_once(data_dir: Path) -> None:
    with pytest.raises(EmbeddedUnavailable, match=r"did not start: .*max_connections") as refused:
        embedded.start(data_dir, settings={"max_connections": "many"})

    assert refused.value.trouble is Trouble.FAILED
    until(lambda: not ours(data_dir))
    with embedded.start(data_dir, settings=FAST):
        assert embedded.running(data_dir)


def test_a_server_that_cannot_come_back_tells_everyone_who_asks_and_recovers(
    data_dir: Path,
) -> None:
    """Its settings are broken while it runs and it is killed; mended, it comes back by itself."""
    with embedded.start(data_dir, settings=FAST) as lease:
        broken = home_of(data_dir).cluster / "conf.d" / "99-broken.conf"
        broken.write_text("work_mem = 'much'\n", encoding="ascii")
        broken.chmod(0o644)
        told = home_of(data_dir).state()
        assert told is not None
        os.kill(told.postmaster, 9)
        until(lambda: (home_of(data_dir).state() or told).phase == "failing")

        with pytest.raises(EmbeddedUnavailable, match="work_mem"):
            embedded.start(data_dir)
        broken.unlink()

        until(lambda: embedded.running(data_dir))
        lease.revive()


if is_root():  # only root may become another account

    def test_another_accounts_database_is_refused(open_dir: Path) -> None:
        with (
            embedded.start(open_dir, settings=FAST),
            user(open_dir, uid=STRANGER) as stranger,
        ):
            assert stranger.answer()["trouble"] == Trouble.NOT_OURS
            assert str(open_dir) in stranger.answer()["sentence"]


if can_mount():  # only root may mount a small disk, and not inside a chroot

    def test_a_full_disk_is_told_at_the_first_start(open_dir: Path) -> None:
        answer = on_a_small_disk("20m", open_dir)

        assert answer["trouble"] == Trouble.DISK_FULL
        assert str(open_dir) in answer["sentence"]


def on_a_small_disk(size: str, folder: Path) -> dict[str, str]:
    """Start the database on a disk of that size, seen by that process and its children alone."""
    mounted = 'mount -t tmpfs -o "size=$1" none "$2" && shift 2 && exec "$@"'
    program = [sys.executable, "-P", "-c", USE, str(folder), json.dumps(dict(FAST))]
    told = subprocess.run(
        [
            "/usr/bin/env",
            "unshare",
            "--mount",
            "sh",
            "-c",
            mounted,
            "sh",
            size,
            str(folder),
            *program,
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd="/",
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=True,
    )
    said: dict[str, str] = json.loads(told.stdout.splitlines()[-1])
    return said
