"""PINs and routes as SQLAlchemy Core knows them: codes, wrong tries, the stops of a visit."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    Named,
    SmallInteger,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from storage.schema import Instant, metadata, refers


class PinColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    service_day: Named[dt.date] = Column(Date, primary_key=True)
    code: Named[str] = Column(Text)
    drawn_at: Named[dt.datetime] = Column(Instant)


pin = Table(
    "pin",
    metadata,
    PinColumns,
    UniqueConstraint("site_id", "service_day", "code"),
    refers("site_id clinic_id", to="clinic", its="site_id id", ondelete="CASCADE"),
)


class PinTryColumns(TypedColumns):
    site_id: Named[int] = Column(Integer)
    subject: Named[str] = Column(Text)
    clinic_id: Named[int] = Column(Integer)
    at: Named[dt.datetime] = Column(Instant)


pin_try = Table(
    "pin_try",
    metadata,
    PinTryColumns,
    refers("site_id", to="site", its="id"),
    Index("pin_try_subject", "site_id", "subject", "at"),
    Index("pin_try_age", "at"),
)


class VisitStopColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    visit_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    place: Named[int] = Column(SmallInteger)
    fixed: Named[bool] = Column(Boolean)
    done_at: Named[dt.datetime | None] = Column(Instant)
    reason: Named[str | None] = Column(Text)


visit_stop = Table(
    "visit_stop",
    metadata,
    VisitStopColumns,
    refers("site_id visit_id", to="visit", its="site_id id", ondelete="CASCADE"),
    refers("site_id clinic_id", to="clinic", its="site_id id"),
)
