"""Where there is no built-in PostgreSQL the roles still work on one of the clinic's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AS_ON_WINDOWS = """
import alembic.command, fastapi, platformdirs, psycopg, pydantic_settings, PySide6.QtWidgets
import requests, sqlalchemy, structlog, tenacity, typer, uvicorn
import importlib, sys
sys.platform = "win32"
importlib.import_module(sys.argv[1])
"""


@pytest.mark.parametrize(
    "role", ["store", "database", "token", "kiosk", "staff", "display", "server"]
)
def test_a_role_loads_without_the_built_in_database(role: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AS_ON_WINDOWS, f"roles.{role}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")
