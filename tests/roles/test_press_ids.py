"""From the tap to the log line: what a window's press says and writes bears the press's id."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import qInstallMessageHandler

from domain.correlation import CORRELATION
from domain.errors import ClinicNotFound, NobodyWaiting
from domain.ports import Press
from domain.tickets import Desk, TicketRequest
from roles import logs
from roles.settings import Settings
from storage.kiosk_desk import KioskDesk
from storage.staff_desk import StaffDesk
from tests.postgres import Database
from tests.storage.conftest import at_once


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    qInstallMessageHandler(None)
    root.handlers[:], root.level = handlers, level


def begin_log(folder: Path) -> None:
    """Within the test, because a log stays with the standard error that it began on."""
    logs.set_up(Settings(log_format="json", data_dir=folder))


def lines(said: str) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return [line for line in found if line["logger"] == "storage.session"]


def test_a_tap_at_the_kiosk_bears_one_id_in_log_and_event(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log(tmp_path)
    press, kiosk = Press(), KioskDesk(database.login("kiosk"))
    kiosk.issue_ticket(press, TicketRequest("lab", patient="P-100", name="Maryam"))
    kiosk.close()

    said = capsys.readouterr().err
    assert [(line["event"], line["correlation_id"]) for line in lines(said)] == [
        ("issue_ticket: done", press.correlation)
    ]
    assert "P-100" not in said
    assert "Maryam" not in said
    assert database.rows("select kind, correlation_id from event") == [
        ("ENTERED", press.correlation)
    ]


def test_a_press_that_comes_to_nothing_says_so_under_its_id(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log(tmp_path)
    press, desk = Press(), StaffDesk(database.login("staff"))
    with pytest.raises(NobodyWaiting):
        desk.call_next(press, Desk("1", ("lab",)))
    desk.close()

    (line,) = lines(capsys.readouterr().err)
    assert (line["event"], line["correlation_id"]) == (
        "call_next: nothing to do",
        press.correlation,
    )
    assert CORRELATION.get() is None


def test_a_refused_press_says_why_under_its_id(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log(tmp_path)
    press, kiosk = Press(), KioskDesk(database.login("kiosk"))
    with pytest.raises(ClinicNotFound):
        kiosk.issue_ticket(press, TicketRequest("none"))
    kiosk.close()

    (line,) = lines(capsys.readouterr().err)
    assert (line["event"], line["correlation_id"]) == (
        "issue_ticket: CLINIC_NOT_FOUND",
        press.correlation,
    )


def test_presses_of_many_at_once_keep_their_ids_apart(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log(tmp_path)

    def press() -> tuple[str, str]:
        made, kiosk = Press(), KioskDesk(database.login("kiosk"))
        try:
            return made.correlation, kiosk.issue_ticket(made, TicketRequest("lab")).label
        finally:
            kiosk.close()

    pressed = dict(at_once(12, press))

    said = [line["correlation_id"] for line in lines(capsys.readouterr().err)]
    assert sorted(said) == sorted(pressed)
    assert dict(database.rows("select correlation_id, label from event")) == pressed
