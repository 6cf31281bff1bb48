"""The command line as a person meets it: a process, its words, its exit code. Never a traceback."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from domain.ports import Press
from domain.tickets import TicketRequest
from storage import database as setup
from storage import embedded, logins, sites, tokens
from storage.kiosk_desk import KioskDesk
from tests.house.source import ROOT
from tests.postgres import Database
from tests.storage.test_reports import DAY, fill

Ask = Callable[..., "Said"]


@dataclass(frozen=True)
class Said:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one plain sentence of a refusal."""
        assert self.code == 1, self
        assert "Traceback" not in self.err
        line, *more = self.err.splitlines()
        assert more == []
        return line


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Runs main.py with these words and settings, in an empty folder."""

    def run(*words: str, **settings: str) -> Said:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("DAWR_")}
        given = {f"DAWR_{name.upper()}": value for name, value in settings.items()}
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *words],
            cwd=tmp_path,
            env={**clean, "DAWR_DATA_DIR": str(tmp_path / "data"), **given},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.mark.parametrize(
    "words", [["fly"], ["token", "create", "--scope", "king", "--name", "x"], ["database"], []]
)
def test_wrong_usage_is_exit_code_2(ask: Ask, words: list[str]) -> None:
    said = ask(*words)

    assert said.code == 2
    assert "Usage: " in said.out + said.err


def test_every_command_has_its_help(ask: Ask) -> None:
    said = ask("--help")

    assert said.code == 0
    for command in (
        "demo",
        "server",
        "kiosk",
        "staff",
        "display",
        "database",
        "token",
        "report",
        "station",
    ):
        assert f"\n  {command} " in said.out


def test_a_wrong_setting_is_one_sentence_and_exit_code_1(ask: Ask) -> None:
    said = ask("settings", server_url="nowhere")

    assert said.sentence.startswith("The setting DAWR_SERVER_URL cannot be used: ")


@pytest.mark.parametrize("words", [["database", "status"], ["token", "list"]])
@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://u@127.0.0.1:1/dawr", "The database cannot be reached; "),
        ("nonsense", "DAWR_DATABASE_URL is not an address of a PostgreSQL database "),
    ],
)
def test_a_database_that_is_not_there_is_one_sentence(
    ask: Ask, words: list[str], url: str, sentence: str
) -> None:
    assert ask(*words, database_url=url).sentence.startswith(sentence)


def test_a_wrong_password_or_database_is_one_sentence(ask: Ask, database: Database) -> None:
    wrong = database.admin_url.replace("postgres:", "postgres:x")
    missing = database.admin_url + "_missing"

    assert "refused the login" in ask("database", "status", database_url=wrong).sentence
    assert "no such database" in ask("database", "status", database_url=missing).sentence


def test_the_built_in_database_is_not_started_to_say_how_it_stands(
    ask: Ask, tmp_path: Path
) -> None:
    assert "is not running" in ask("database", "status").sentence
    assert ask("database", "stop") == Said(0, "It was not running.\n", "")
    assert not (tmp_path / "data").exists()


def test_an_empty_database_is_set_up_once_and_says_so(ask: Ask, empty_database: Database) -> None:
    url = empty_database.admin_url
    before = ask("database", "status", database_url=url)

    first = ask("database", "upgrade", database_url=url)
    again = ask("database", "upgrade", database_url=url)

    assert before.code == 1
    assert before.err.endswith("run: python main.py database upgrade\n")
    assert "demo site" in first.out
    assert (again.code, "demo site" in again.out) == (0, False)
    assert ask("database", "status", database_url=url).code == 0


def test_a_token_is_printed_alone_and_found_until_it_is_revoked(
    ask: Ask, database: Database
) -> None:
    url = database.admin_url
    made = ask("token", "create", "--scope", "staff", "--name", "Lab robot", database_url=url)
    hashes = database.rows("select hash from token where name = 'Lab robot'")
    listed = ask("token", "list", database_url=url)

    assert (made.code, made.err) == (0, "")
    assert [bytes(row[0]) for row in hashes] == [tokens.digest(made.out.rstrip("\n"))]
    assert "Lab robot\tstaff\n" in listed.out
    assert made.out.strip() not in listed.out
    taken = ask("token", "create", "--scope", "staff", "--name", "Lab robot", database_url=url)
    assert "exists already" in taken.sentence
    assert ask("token", "revoke", "Lab robot", database_url=url).code == 0
    assert "no valid token" in ask("token", "revoke", "Lab robot", database_url=url).sentence
    assert "Lab robot\tstaff\trevoked\n" in ask("token", "list", database_url=url).out


def test_a_station_is_let_in_listed_and_shut_out(ask: Ask, database: Database) -> None:
    url = database.admin_url
    with psycopg.connect(database.login("server"), autocommit=True) as server:
        row = server.execute(
            "select dawr.pair_station(row('patient', null, null, null, null, null, null, null)"
            "::dawr.press, 'display')"
        ).fetchone()
    assert row is not None
    code = row[0]["code"].lower()

    wrong = ask("station", "pair", "AAAAAAA", "--name", "Wall north", database_url=url)
    paired = ask("station", "pair", code, "--name", "Wall north", database_url=url)

    assert "No station shows the code AAAAAAA" in wrong.sentence
    assert paired == Said(0, "The display Wall north is let in.\n", "")
    assert database.value("select actor from event where kind = 'STATION_APPROVED'") == (
        "command line"
    )
    listed = ask("station", "list", database_url=url).out
    assert re.fullmatch(r"Wall north\tdisplay\tall clinics\tsince 20\d\d-\d\d-\d\d\n", listed)
    assert ask("station", "revoke", "Wall north", database_url=url).code == 0
    gone = ask("station", "revoke", "Wall north", database_url=url)
    assert "no station named Wall north" in gone.sentence
    assert ask("station", "list", database_url=url).out == listed.rstrip() + "\trevoked\n"


def test_a_report_is_printed_as_the_server_answers_it(ask: Ask, database: Database) -> None:
    fill(database)
    url, day = database.admin_url, str(DAY)

    table = ask("report", "--type", "daily", "--date", day, "--format", "csv", database_url=url)
    whole = ask("report", "--type", "weekly", "--date", day, "--format", "json", database_url=url)
    wrong = ask("report", "--date", "2020-01-01", database_url=url)

    assert (table.code, table.err) == (0, "")
    lines = list(csv.DictReader(io.StringIO(table.out)))
    assert (lines[0]["part"], lines[0]["arrivals"], lines[0]["wait_p50_seconds"]) == (
        *("total", "7", "240"),
    )
    assert json.loads(whole.out)["since"] == "2026-11-23"
    assert "current report is of today" in wrong.sentence
    assert ask("report", "--date", "yesterday", database_url=url).code == 2


def test_a_backup_is_restored_whole_with_the_logins_of_its_stations(
    ask: Ask, tmp_path: Path
) -> None:
    """With the passwords they have, so that every station goes on with its own file."""
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "saved.sql"
    with embedded.start(here) as lease:
        setup.upgrade(lease.conninfo())
        sites.make_demo_site(lease.conninfo())
        with psycopg.connect(lease.conninfo(), autocommit=True) as admin:
            login = logins.ensure_login(admin, 1, "kiosk", "Kiosk 1")
        assert issue(login.conninfo(lease.conninfo())) == "L-001"

        saved = ask("database", "backup", str(file), data_dir=str(here))
        refused = ask("database", "restore", str(file), data_dir=str(here))

    assert saved.code == 0, saved
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "is not empty" in refused.sentence
    with embedded.start(there) as lease:
        restored = ask("database", "restore", str(file), data_dir=str(there))
        assert restored.code == 0, restored
        assert issue(login.conninfo(lease.conninfo())) == "L-002"


def test_a_backup_goes_into_a_database_of_its_name_alone(
    ask: Ask, database: Database, empty_database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "saved.sql"
    assert ask("database", "backup", str(file), database_url=database.admin_url).code == 0

    said = ask("database", "restore", str(file), database_url=empty_database.admin_url)

    assert f"of a database named {database.name};" in said.sentence
    assert empty_database.value("select to_regnamespace('dawr')") is None


def test_a_file_that_is_no_backup_is_refused(ask: Ask, database: Database, tmp_path: Path) -> None:
    other = tmp_path / "other.sql"
    other.write_text("drop schema dawr cascade;")

    url = database.admin_url
    assert "is no backup" in ask("database", "restore", str(other), database_url=url).sentence
    assert "There is no file" in ask("database", "restore", "x.sql", database_url=url).sentence


def test_a_folder_that_is_not_there_takes_no_backup(ask: Ask, database: Database) -> None:
    said = ask("database", "backup", "missing/saved.sql", database_url=database.admin_url)

    assert "cannot be written" in said.sentence


def issue(conninfo: str) -> str:
    kiosk = KioskDesk(conninfo)
    try:
        return kiosk.issue_ticket(Press(), TicketRequest("lab")).label
    finally:
        kiosk.close()


@pytest.mark.parametrize("name", ["", "  ", "n" * 61])
def test_a_token_needs_a_name_of_a_sensible_length(ask: Ask, database: Database, name: str) -> None:
    done = ask(
        "token", "create", "--scope", "staff", "--name", name, database_url=database.admin_url
    )

    assert (done.code, done.out) == (1, "")
    assert "1 to 60 letters" in done.err
