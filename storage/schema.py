"""What every table is described with: the metadata, the types, the foreign keys in short."""

from __future__ import annotations

from typing import Any

from sqlalchemy import DateTime, ForeignKeyConstraint, MetaData, String, Text
from sqlalchemy.dialects.postgresql import ARRAY

metadata = MetaData(
    schema="dawr",
    naming_convention={
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
    },
)
"""Constraints are named as PostgreSQL itself names them."""

Json = dict[str, Any]
Instant = DateTime(timezone=True)
Name = String()
TextArray = ARRAY(Text)


def refers(columns: str, *, to: str, its: str, ondelete: str | None = None) -> ForeignKeyConstraint:
    """A foreign key of several columns, each list written with blanks between."""
    targets = [f"dawr.{to}.{column}" for column in its.split()]
    return ForeignKeyConstraint(columns.split(), targets, ondelete=ondelete)
