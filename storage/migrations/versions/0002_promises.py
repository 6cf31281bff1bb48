"""What the line promises around it: PINs, routes, slots, limits, notices, stations, kept keys."""

from __future__ import annotations

from storage.migrations.steps import install_functions, run_file

revision = "0002_promises"
down_revision = "0001_the_line"

PARTS = ("pins", "routes", "slots", "limits", "keys", "notices", "stations", "settings")


def upgrade() -> None:
    """Add each part's tables, then install the moves."""
    for part in PARTS:
        run_file(f"0002_{part}")
    install_functions()
