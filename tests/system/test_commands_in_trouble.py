"""Commands that cannot do their work: exit code 1 and one plain sentence; wrong usage is 2."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import psycopg
import pytest
import requests

from storage import embedded
from tests.system.conftest import Program, Serving, a_free_port, end, patiently

CREATE = ("token", "create", "--scope", "staff", "--name", "Robot")
NEEDING = (CREATE, ("token", "list"), ("database", "status"), ("database", "upgrade"))
SERVER = ("server", "--port", "20999")
DOWN = "The database cannot be reached; start it or correct DAWR_DATABASE_URL."
REFUSED = "The database refused the login; correct it in DAWR_DATABASE_URL."
MALFORMED = (
    "DAWR_DATABASE_URL is not an address of a PostgreSQL database"
    " such as postgresql://user@host/dawr."
)


def sentences(program: Program, *commands: Sequence[str]) -> set[str]:
    """What each of these commands says when it fails as it should."""
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda words: program.run(*words), commands))
    for words, one in zip(commands, done, strict=True):
        assert one.returncode == 1, (words, one)
        assert len(one.stderr.splitlines()) == 1, (words, one.stderr)
        assert one.stderr.endswith(".\n") or "python main.py" in one.stderr, (words, one.stderr)
        assert "Traceback" not in one.stdout + one.stderr
    return {one.stderr.strip() for one in done}


@pytest.fixture
def lost(tmp_path: Path) -> Program:
    """A program on a data directory that nobody used."""
    return Program(tmp_path / "data", 20_999)


@pytest.fixture
def at_the_database(serving: Serving, lost: Program) -> Program:
    """A program elsewhere that is told the address of the serving one's database."""
    lost.settings["DAWR_DATABASE_URL"] = serving.program.conninfo()
    return lost


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://u:p@127.0.0.1:1/dawr", DOWN),
        ("host=no-such-host.invalid dbname=dawr user=u", DOWN),
        ("postgresql://u:p@127.0.0.1/dawr?colour=red", MALFORMED),
        ("http://127.0.0.1/dawr", MALFORMED),
    ],
)
def test_a_database_that_is_down_or_no_address(lost: Program, url: str, said: str) -> None:
    lost.settings["DAWR_DATABASE_URL"] = url

    assert sentences(lost, CREATE, *([SERVER] if said == MALFORMED else [])) == {said}


def test_a_wrong_password(at_the_database: Program) -> None:
    url = at_the_database.settings["DAWR_DATABASE_URL"]
    at_the_database.settings["DAWR_DATABASE_URL"] = url.replace("postgres:", "postgres:x", 1)

    assert sentences(at_the_database, *NEEDING, SERVER) == {REFUSED}


def test_a_site_that_is_not_there(at_the_database: Program) -> None:
    at_the_database.settings["DAWR_SITE"] = "moon"

    said = sentences(at_the_database, CREATE, ("token", "list"), SERVER)

    assert said == {"Set DAWR_SITE to one of the sites there are: demo."}


def test_a_data_directory_that_cannot_be_written(lost: Program) -> None:
    lost.data_dir.write_text("a file stands where the folder should be")

    said = sentences(lost, CREATE, ("database", "upgrade"), SERVER)

    sentence = "give this account the right to write there or choose another with DAWR_DATA_DIR."
    assert said == {f"The data folder {lost.data_dir} cannot be written; {sentence}"}


@pytest.mark.parametrize(
    "words",
    [
        ("server", "--port", "99999"),
        ("server", "--workers", "0"),
        ("server", "--colour", "red"),
        ("database", "backup"),
        ("token", "create", "--scope", "staff"),
        ("kiosk", "now"),
    ],
)
def test_wrong_usage_is_exit_code_2(lost: Program, words: Sequence[str]) -> None:
    done = lost.run(*words)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: main.py ")
    assert "Traceback" not in done.stderr


def test_a_window_without_a_screen_says_so(lost: Program) -> None:
    said = sentences(lost, ("kiosk",), ("staff",), ("display",))

    assert said == {"There is no screen here; start it on a machine with one, or set DISPLAY."}


def test_windows_whose_database_is_down_at_their_first_start_say_so(
    lost: Program, screen: dict[str, str]
) -> None:
    lost.settings.update(screen, DAWR_DATABASE_URL="postgresql://u:p@127.0.0.1:1/dawr")

    assert sentences(lost, ("kiosk",), ("staff",)) == {DOWN}


def at_work(serving: Serving, display: int) -> set[str]:
    """The windows that have opened: they read the database, the display the feed."""
    with psycopg.connect(serving.program.conninfo(), autocommit=True) as admin:
        rows = admin.execute("select application_name from pg_stat_activity").fetchall()
    there = {str(name).removeprefix("dawr ") for (name,) in rows} & {"kiosk", "staff"}
    links = psutil.Process(display).net_connections(kind="inet")
    heard = any(one.raddr[1:] == (serving.program.port,) for one in links)
    return there | ({"display"} if heard else set())


def test_windows_on_a_screen_open_and_end_when_told(
    serving: Serving, screen: dict[str, str]
) -> None:
    program = replace(serving.program, settings=screen)
    windows = {name: program.start(name, "--windowed") for name in ("kiosk", "staff", "display")}
    try:
        for attempt in patiently():
            with attempt:
                died = [one.communicate() for one in windows.values() if one.poll() is not None]
                if died:
                    pytest.fail(f"a window ended by itself: {died}")
                assert at_work(serving, windows["display"].pid) == windows.keys()
    finally:
        ends = {name: end(one) for name, one in windows.items()}
    assert {name: one.returncode for name, one in windows.items()} == dict.fromkeys(windows, 0)
    assert [text for said in ends.values() for text in said if "Traceback" in text] == []
    assert requests.get(f"{program.url}/readyz", timeout=5).status_code == 200


def test_a_kiosk_that_was_at_work_before_waits_for_a_database_that_is_down(
    tmp_path: Path, screen: dict[str, str]
) -> None:
    """It opens, out of service, and works once the database is there."""
    folder = tmp_path / "postgres"
    with embedded.start(folder) as lease:
        url = lease.conninfo()
        program = Program(tmp_path / "data", a_free_port(), {**screen, "DAWR_DATABASE_URL": url})
        assert program.run("database", "upgrade").returncode == 0
        assert_kiosk_opens(program, url)
    embedded.stop(folder)

    kiosk = program.start("kiosk", "--windowed")
    try:
        assert kiosk.stderr is not None
        assert any("feed interrupted" in line for line in kiosk.stderr), "it did not open"
        with embedded.start(folder):
            await_kiosk(url)
    finally:
        _, errors = end(kiosk)
        embedded.stop(folder)
    assert (kiosk.returncode, "Traceback" in errors) == (0, False)


def assert_kiosk_opens(program: Program, url: str) -> None:
    kiosk = program.start("kiosk", "--windowed")
    try:
        await_kiosk(url)
    finally:
        end(kiosk)
    assert kiosk.returncode == 0


def await_kiosk(url: str) -> None:
    """Until a kiosk's own connection is there."""
    for attempt in patiently():
        with attempt, psycopg.connect(url, autocommit=True) as admin:
            found = "select count(*) from pg_stat_activity where application_name = 'dawr kiosk'"
            assert admin.execute(found).fetchall() == [(1,)]
