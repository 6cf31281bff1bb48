"""The schema as SQLAlchemy Core knows it; storage/migrations is what makes it."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData(schema="dawr")
