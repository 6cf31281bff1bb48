"""The line: sites, clinics, rooms, patients, tickets, heads, events, logins and the like."""

from __future__ import annotations

from storage.migrations.steps import install_functions, run_file

revision = "0001_the_line"
down_revision = None


def upgrade() -> None:
    """Make the schema's tables and install the moves."""
    run_file("0001_the_line")
    install_functions()
