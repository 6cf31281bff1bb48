"""A station's login in its file: only the owner reads it, and a spoilt one counts as none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from storage.logins import Credential

SAVED = Credential("dawr_kiosk_1", "secret", "token")


def test_what_is_saved_is_loaded_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "logins" / "kiosk.json"

    SAVED.save(path)

    assert Credential.load(path) == SAVED
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"user": "u"}', '{"colour": "red"}', "\0" * 200]
)
def test_a_file_that_was_cut_short_or_spoilt_is_no_login(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kiosk.json"
    path.write_text(text)

    assert Credential.load(path) is None


def test_a_file_that_is_not_there_is_no_login(tmp_path: Path) -> None:
    assert Credential.load(tmp_path / "kiosk.json") is None
