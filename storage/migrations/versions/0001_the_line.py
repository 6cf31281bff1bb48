"""The line: sites, clinics, rooms, patients, tickets, heads, events, logins and the like."""

from __future__ import annotations

from storage.migrations.steps import run_file

revision = "0001_the_line"
down_revision = None


def upgrade() -> None:
    """Make the schema's tables; the newest revision installs the moves."""
    run_file("0001_the_line")
