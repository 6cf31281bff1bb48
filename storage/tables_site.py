"""A site as SQLAlchemy Core knows it: rooms, clinics, hours, exams, logins and tokens."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    Boolean,
    Column,
    Identity,
    Index,
    Integer,
    Interval,
    LargeBinary,
    Named,
    SmallInteger,
    Table,
    Text,
    Time,
    TypedColumns,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

from storage.schema import Instant, Json, Name, TextArray, metadata, refers


class SiteColumns(TypedColumns):
    id: Named[int] = Column(Integer, Identity(always=True), primary_key=True)
    code: Named[str] = Column(Text)
    names: Named[Json] = Column(JSONB)
    time_zone: Named[str] = Column(Text)
    day_turns_at: Named[dt.time] = Column(Time)
    languages: Named[list[str]] = Column(TextArray)
    finish_in_hand: Named[bool] = Column(Boolean)
    remote_entry: Named[bool] = Column(Boolean)
    priority_credit: Named[dt.timedelta] = Column(Interval)
    undo_window: Named[dt.timedelta] = Column(Interval)
    no_show_grace: Named[dt.timedelta] = Column(Interval)
    no_show_after_recalls: Named[int | None] = Column(Integer)
    personal_data_kept: Named[dt.timedelta] = Column(Interval)
    pin_digits: Named[int] = Column(SmallInteger)


site = Table(
    "site",
    metadata,
    SiteColumns,
    UniqueConstraint("code"),
)


class RoomColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(Integer, Identity(always=True), primary_key=True)
    name: Named[str] = Column(Text)
    floor: Named[str] = Column(Text)
    places: Named[int] = Column(SmallInteger)


room = Table(
    "room",
    metadata,
    RoomColumns,
    UniqueConstraint("site_id", "name"),
    refers("site_id", to="site", its="id"),
)


class RoomPlaceColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    room_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    place: Named[int] = Column(SmallInteger, primary_key=True, autoincrement=False)


room_place = Table(
    "room_place",
    metadata,
    RoomPlaceColumns,
    refers("site_id room_id", to="room", its="site_id id", ondelete="CASCADE"),
)


class ClinicColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(Integer, Identity(always=True), primary_key=True)
    code: Named[str] = Column(Text)
    names: Named[Json] = Column(JSONB)
    prefix: Named[str] = Column(Text)
    floor: Named[str] = Column(Text)
    icon: Named[str] = Column(Text)
    gender: Named[str] = Column(Text)
    capacity: Named[int] = Column(SmallInteger)
    expected_service: Named[dt.timedelta | None] = Column(Interval)
    room_id: Named[int | None] = Column(Integer)
    paused: Named[bool] = Column(Boolean)
    paused_reason: Named[str | None] = Column(Text)
    paused_until: Named[dt.datetime | None] = Column(Instant)
    pin_required: Named[bool] = Column(Boolean)
    sort: Named[int] = Column(Integer)


clinic = Table(
    "clinic",
    metadata,
    ClinicColumns,
    UniqueConstraint("site_id", "code"),
    UniqueConstraint("site_id", "prefix"),
    refers("site_id", to="site", its="id"),
    refers("site_id room_id", to="room", its="site_id id"),
)


class ClinicHoursColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    weekday: Named[int] = Column(SmallInteger, primary_key=True, autoincrement=False)
    opens_at: Named[dt.time] = Column(Time, primary_key=True)
    closes_at: Named[dt.time] = Column(Time)


clinic_hours = Table(
    "clinic_hours",
    metadata,
    ClinicHoursColumns,
    refers("site_id clinic_id", to="clinic", its="site_id id", ondelete="CASCADE"),
)


class LoginColumns(TypedColumns):
    role_name: Named[str] = Column(Name, primary_key=True)
    site_id: Named[int] = Column(Integer)
    kind: Named[str] = Column(Text)
    name: Named[str] = Column(Text)


login = Table(
    "login",
    metadata,
    LoginColumns,
    UniqueConstraint("site_id", "name"),
    refers("site_id", to="site", its="id"),
)


class TokenColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    name: Named[str] = Column(Text, primary_key=True)
    scope: Named[str] = Column(Text)
    hash: Named[bytes] = Column(LargeBinary)
    created_at: Named[dt.datetime] = Column(Instant)
    revoked_at: Named[dt.datetime | None] = Column(Instant)
    clinics: Named[list[str] | None] = Column(TextArray)
    is_station: Named[bool] = Column(Boolean)


token = Table(
    "token",
    metadata,
    TokenColumns,
    UniqueConstraint("hash"),
    refers("site_id", to="site", its="id"),
)


class ExamTypeColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    code: Named[str] = Column(Text, primary_key=True)
    gender: Named[str] = Column(Text, primary_key=True)
    names: Named[Json] = Column(JSONB)
    note: Named[Json | None] = Column(JSONB)
    sort: Named[int] = Column(Integer, server_default="0")


exam_type = Table(
    "exam_type",
    metadata,
    ExamTypeColumns,
    refers("site_id", to="site", its="id"),
)


class ExamClinicColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    code: Named[str] = Column(Text, primary_key=True)
    gender: Named[str] = Column(Text, primary_key=True)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    place: Named[int] = Column(SmallInteger)
    fixed: Named[bool] = Column(Boolean)


exam_clinic = Table(
    "exam_clinic",
    metadata,
    ExamClinicColumns,
    UniqueConstraint("site_id", "code", "gender", "place"),
    refers("site_id clinic_id", to="clinic", its="site_id id"),
    refers("site_id code gender", to="exam_type", its="site_id code gender", ondelete="CASCADE"),
)


class PairingColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    code: Named[str] = Column(Text, primary_key=True)
    secret_hash: Named[bytes] = Column(LargeBinary)
    kind: Named[str] = Column(Text)
    name: Named[str | None] = Column(Text)
    address: Named[str | None] = Column(Text)
    made_at: Named[dt.datetime] = Column(Instant)
    expires_at: Named[dt.datetime] = Column(Instant)
    approved_at: Named[dt.datetime | None] = Column(Instant)
    told_at: Named[dt.datetime | None] = Column(Instant)
    clinics: Named[list[str] | None] = Column(TextArray)


pairing = Table(
    "pairing",
    metadata,
    PairingColumns,
    refers("site_id", to="site", its="id"),
    Index("pairing_age", "site_id", "expires_at"),
)
