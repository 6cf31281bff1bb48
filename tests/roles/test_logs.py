"""A window's log: JSON or lines, whole, on standard error."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from roles import logs
from roles.settings import Settings


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    qt = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(qt)
    root.handlers[:], root.level = handlers, level


def log(form: Literal["json", "console"], tmp_path: Path) -> None:
    logs.set_up(Settings(log_format=form, data_dir=tmp_path))
    secret = {"a patient": "Maryam"}
    try:
        secret["a fault"]
    except LookupError:
        logging.getLogger("ui.reader").exception("feed interrupted: %s", "دور")
    logging.getLogger("ui.reader").debug("not said")


def test_a_journal_gets_one_object_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log("json", tmp_path)

    line, *more = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert more == []
    assert (said["event"], said["level"], said["logger"]) == (
        "feed interrupted: دور",
        "error",
        "ui.reader",
    )
    assert "KeyError: 'a fault'" in said["exception"]
    assert said["timestamp"].endswith("Z")


def test_a_person_gets_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log("console", tmp_path)

    said = capsys.readouterr().err
    assert "feed interrupted: دور" in said
    assert "KeyError" in said
    assert "Maryam" not in said
    assert "not said" not in said


def test_what_qt_has_to_say_stands_in_the_same_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(Settings(log_format="json", data_dir=tmp_path))

    qWarning("no such font")

    said = json.loads(capsys.readouterr().err)
    assert (said["event"], said["level"], said["logger"]) == (
        "no such font",
        "warning",
        "qt.default",
    )
