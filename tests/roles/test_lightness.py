"""A role loads what it needs and no more: a wall has no database, a station no migrations."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.house.source import ROOT

DATABASE = {"alembic", "psycopg", "sqlalchemy", "storage"}
SERVER = {"fastapi", "server", "uvicorn"}
WINDOWS = {"PySide6", "display", "kiosk", "staff", "ui"}


@pytest.mark.parametrize(
    ("role", "foreign"),
    [
        ("display", DATABASE | SERVER | {"kiosk", "staff"}),
        ("kiosk", SERVER | {"alembic", "sqlalchemy", "display", "staff"}),
        ("staff", SERVER | {"alembic", "sqlalchemy", "display", "kiosk"}),
        ("server", WINDOWS | {"alembic", "sqlalchemy"}),
        ("token", WINDOWS | SERVER),
        ("settings", DATABASE | WINDOWS | SERVER),
    ],
)
def test_a_role_loads_no_room_but_its_own(role: str, foreign: set[str]) -> None:
    code = f"import sys, main, roles.{role}; print(*{{name.split('.')[0] for name in sys.modules}})"

    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert set(loaded.stdout.split()) & foreign == set()
