"""The whole schema as SQLAlchemy Core knows it, for lists, reports and administrators' edits.

storage/migrations is what makes it; a test holds the two against each other. Check constraints and
column defaults are the migrations' alone.
"""

from __future__ import annotations

from storage import tables_line, tables_notices, tables_routes, tables_site, tables_slots
from storage.schema import metadata

__all__ = [
    "metadata",
    "tables_line",
    "tables_notices",
    "tables_routes",
    "tables_site",
    "tables_slots",
]
