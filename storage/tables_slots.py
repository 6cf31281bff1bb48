"""Slots as SQLAlchemy Core knows them: schedules, slots, holds, bookings."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Column,
    Identity,
    Index,
    Integer,
    Interval,
    Named,
    SmallInteger,
    Table,
    Text,
    Time,
    TypedColumns,
    UniqueConstraint,
    text,
)

from storage.schema import Instant, metadata, refers


class SlotScheduleColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    weekday: Named[int] = Column(SmallInteger, primary_key=True, autoincrement=False)
    begins_at: Named[dt.time] = Column(Time, primary_key=True)
    ends_at: Named[dt.time] = Column(Time)
    every: Named[dt.timedelta] = Column(Interval)


slot_schedule = Table(
    "slot_schedule",
    metadata,
    SlotScheduleColumns,
    refers("site_id clinic_id", to="clinic", its="site_id id", ondelete="CASCADE"),
)


class SlotColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(BigInteger, Identity(always=True), primary_key=True)
    clinic_id: Named[int] = Column(Integer)
    starts_at: Named[dt.datetime] = Column(Instant)
    ends_at: Named[dt.datetime] = Column(Instant)


slot = Table(
    "slot",
    metadata,
    SlotColumns,
    UniqueConstraint("site_id", "clinic_id", "starts_at", "ends_at"),
    refers("site_id clinic_id", to="clinic", its="site_id id", ondelete="CASCADE"),
)


class SlotHoldColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[str] = Column(Text, primary_key=True)
    slot_id: Named[int] = Column(BigInteger)
    clinic_id: Named[int] = Column(Integer)
    patient_id: Named[int] = Column(BigInteger)
    mobile: Named[str | None] = Column(Text)
    address: Named[str | None] = Column(Text)
    made_at: Named[dt.datetime] = Column(Instant)
    expires_at: Named[dt.datetime] = Column(Instant)
    ended_at: Named[dt.datetime | None] = Column(Instant)
    outcome: Named[str | None] = Column(Text)


slot_hold = Table(
    "slot_hold",
    metadata,
    SlotHoldColumns,
    refers("site_id slot_id", to="slot", its="site_id id", ondelete="CASCADE"),
    refers("site_id patient_id", to="patient", its="site_id id", ondelete="CASCADE"),
    Index("slot_hold_address", "site_id", "address", postgresql_where=text("ended_at is null")),
    Index(
        "slot_hold_open",
        "site_id",
        "clinic_id",
        "patient_id",
        unique=True,
        postgresql_where=text("ended_at is null"),
    ),
    Index(
        "slot_hold_of_slot",
        "site_id",
        "slot_id",
        unique=True,
        postgresql_where=text("ended_at is null"),
    ),
    Index("slot_hold_slot", "site_id", "slot_id"),
    Index("slot_hold_patient", "site_id", "patient_id"),
    Index("slot_hold_age", "site_id", "made_at"),
)


class BookingColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(BigInteger, Identity(always=True), primary_key=True)
    code: Named[str] = Column(Text)
    slot_id: Named[int] = Column(BigInteger)
    clinic_id: Named[int] = Column(Integer)
    patient_id: Named[int | None] = Column(BigInteger)
    name: Named[str | None] = Column(Text)
    mobile: Named[str | None] = Column(Text)
    hold_id: Named[str] = Column(Text)
    state: Named[str] = Column(Text)
    booked_at: Named[dt.datetime] = Column(Instant)
    ended_at: Named[dt.datetime | None] = Column(Instant)
    ticket_id: Named[int | None] = Column(BigInteger)


booking = Table(
    "booking",
    metadata,
    BookingColumns,
    UniqueConstraint("site_id", "code"),
    UniqueConstraint("site_id", "hold_id"),
    refers("site_id slot_id", to="slot", its="site_id id"),
    refers("site_id patient_id", to="patient", its="site_id id"),
    refers("site_id ticket_id", to="ticket", its="site_id id"),
    Index(
        "booking_of_slot",
        "site_id",
        "slot_id",
        unique=True,
        postgresql_where=text("state <> 'cancelled'"),
    ),
    Index("booking_slot", "site_id", "slot_id"),
    Index(
        "booking_patient",
        "site_id",
        "patient_id",
        postgresql_where=text("patient_id is not null"),
    ),
    Index(
        "booking_personal",
        "site_id",
        "booked_at",
        postgresql_where=text("patient_id is not null or name is not null or mobile is not null"),
    ),
)
