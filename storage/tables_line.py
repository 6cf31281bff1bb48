"""The line as SQLAlchemy Core knows it: heads, patients, tickets, events, kept answers."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Double,
    Identity,
    Index,
    Integer,
    Named,
    SmallInteger,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from storage.schema import Instant, Json, Name, TextArray, metadata, refers


class HeadColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    service_day: Named[dt.date] = Column(Date)
    series: Named[int] = Column(Integer)
    counter: Named[int] = Column(Integer)
    last_arrival: Named[dt.datetime] = Column(Instant)
    moved_at: Named[dt.datetime] = Column(Instant)
    position: Named[int] = Column(BigInteger)
    dead_through: Named[int] = Column(BigInteger)
    last_ticket: Named[int] = Column(BigInteger)
    waiting: Named[int] = Column(Integer)
    in_service: Named[int] = Column(Integer)
    held: Named[int] = Column(Integer)
    completed: Named[int] = Column(Integer)
    exited: Named[int] = Column(Integer)
    current: Named[int] = Column(Integer)
    current_label: Named[str | None] = Column(Text)
    announced_state: Named[str | None] = Column(Text)
    desks: Named[int | None] = Column(Integer)
    desks_at: Named[dt.datetime | None] = Column(Instant)
    service_weight: Named[float] = Column(Double)
    service_sum: Named[float] = Column(Double)
    service_squares: Named[float] = Column(Double)


head = Table(
    "head",
    metadata,
    HeadColumns,
    refers("site_id", to="site", its="id"),
)


class PatientColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(BigInteger, Identity(always=True), primary_key=True)
    name: Named[str | None] = Column(Text)
    mobiles: Named[list[str]] = Column(TextArray)
    gender: Named[str | None] = Column(Text)
    created_at: Named[dt.datetime] = Column(Instant)


patient = Table(
    "patient",
    metadata,
    PatientColumns,
    refers("site_id", to="site", its="id"),
    Index("patient_age", "site_id", "created_at"),
)


class PatientIdentifierColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    system: Named[str] = Column(Text, primary_key=True)
    value: Named[str] = Column(Text, primary_key=True)
    patient_id: Named[int] = Column(BigInteger)


patient_identifier = Table(
    "patient_identifier",
    metadata,
    PatientIdentifierColumns,
    refers("site_id patient_id", to="patient", its="site_id id", ondelete="CASCADE"),
    Index("patient_identifier_patient", "site_id", "patient_id"),
)


class PatientReadColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    day: Named[dt.date] = Column(Date, primary_key=True)
    actor: Named[str] = Column(Text, primary_key=True)
    patient_id: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    first_at: Named[dt.datetime] = Column(Instant)
    login: Named[str] = Column(Name)


patient_read = Table(
    "patient_read",
    metadata,
    PatientReadColumns,
)


class VisitColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(BigInteger, Identity(always=True), primary_key=True)
    patient_id: Named[int] = Column(BigInteger)
    service_day: Named[dt.date] = Column(Date)
    exam: Named[str | None] = Column(Text)
    gender: Named[str | None] = Column(Text)
    begun_at: Named[dt.datetime | None] = Column(Instant)


visit = Table(
    "visit",
    metadata,
    VisitColumns,
    refers("site_id", to="site", its="id"),
    refers("site_id patient_id", to="patient", its="site_id id", ondelete="CASCADE"),
    Index("visit_patient", "site_id", "patient_id"),
    Index("visit_one_a_day", "site_id", "patient_id", "service_day", unique=True),
)


class TicketColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(BigInteger, Identity(always=True), primary_key=True)
    clinic_id: Named[int] = Column(Integer)
    service_day: Named[dt.date] = Column(Date)
    series: Named[int] = Column(Integer)
    number: Named[int] = Column(Integer)
    label: Named[str] = Column(Text)
    state: Named[str] = Column(Text)
    source: Named[str] = Column(Text)
    priority: Named[str] = Column(Text)
    queue_at: Named[dt.datetime] = Column(Instant)
    arrived_at: Named[dt.datetime] = Column(Instant)
    issued_at: Named[dt.datetime] = Column(Instant)
    called_at: Named[dt.datetime | None] = Column(Instant)
    started_at: Named[dt.datetime | None] = Column(Instant)
    ended_at: Named[dt.datetime | None] = Column(Instant)
    recalls: Named[int] = Column(SmallInteger)
    room_id: Named[int | None] = Column(Integer)
    place: Named[int | None] = Column(SmallInteger)
    called_by: Named[str | None] = Column(Text)
    token: Named[str] = Column(Text)
    patient_id: Named[int | None] = Column(BigInteger)
    visit_id: Named[int | None] = Column(BigInteger)
    party_size: Named[int] = Column(SmallInteger)
    practitioner: Named[str | None] = Column(Text)
    note: Named[str | None] = Column(Text)
    reason: Named[str | None] = Column(Text)
    encounter_ref: Named[str | None] = Column(Text)
    appointment_ref: Named[str | None] = Column(Text)
    came_from: Named[int | None] = Column(BigInteger)
    went_to: Named[int | None] = Column(BigInteger)
    last_position: Named[int] = Column(BigInteger)
    mobile: Named[str | None] = Column(Text)


ticket = Table(
    "ticket",
    metadata,
    TicketColumns,
    UniqueConstraint("token"),
    refers("site_id clinic_id", to="clinic", its="site_id id"),
    refers("site_id patient_id", to="patient", its="site_id id"),
    refers("site_id room_id place", to="room_place", its="site_id room_id place"),
    refers("site_id visit_id", to="visit", its="site_id id"),
    Index(
        "ticket_aside",
        "site_id",
        "clinic_id",
        postgresql_where=text("state in ('held', 'called', 'serving')"),
    ),
    Index(
        "ticket_in_hand",
        "site_id",
        "room_id",
        "place",
        unique=True,
        postgresql_where=text("state in ('called', 'serving')"),
    ),
    Index("ticket_number", "site_id", "clinic_id", "service_day", "series", "number", unique=True),
    Index(
        "ticket_one_active",
        "site_id",
        "patient_id",
        "clinic_id",
        "service_day",
        unique=True,
        postgresql_where=text(
            "state in ('waiting', 'called', 'serving', 'held') and patient_id is not null"
        ),
    ),
    Index(
        "ticket_patient",
        "site_id",
        "patient_id",
        "clinic_id",
        "id",
        postgresql_where=text("patient_id is not null"),
    ),
    Index(
        "ticket_personal",
        "site_id",
        "issued_at",
        postgresql_where=text(
            "patient_id is not null or visit_id is not null or note is not null"
            " or reason is not null or encounter_ref is not null or appointment_ref is not null"
            " or mobile is not null"
        ),
    ),
    Index("ticket_visit", "site_id", "visit_id", postgresql_where=text("visit_id is not null")),
    Index(
        "ticket_waiting",
        "site_id",
        "clinic_id",
        "queue_at",
        "id",
        postgresql_where=text("state = 'waiting'"),
    ),
)


class EventColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    position: Named[int] = Column(BigInteger, primary_key=True, autoincrement=False)
    kind: Named[str] = Column(Text)
    ticket_id: Named[int | None] = Column(BigInteger)
    number: Named[int | None] = Column(Integer)
    label: Named[str | None] = Column(Text)
    from_state: Named[str | None] = Column(Text)
    to_state: Named[str | None] = Column(Text)
    room: Named[str | None] = Column(Text)
    login: Named[str] = Column(Name)
    actor: Named[str | None] = Column(Text)
    station: Named[str | None] = Column(Text)
    reason: Named[str | None] = Column(Text)
    correlation_id: Named[str | None] = Column(Text)
    at: Named[dt.datetime] = Column(Instant)
    service_day: Named[dt.date] = Column(Date)
    series: Named[int] = Column(Integer)
    current: Named[int] = Column(Integer)
    waiting: Named[int] = Column(Integer)
    in_service: Named[int] = Column(Integer)
    completed: Named[int] = Column(Integer)
    total: Named[int] = Column(Integer)
    undoes: Named[int | None] = Column(BigInteger)
    before: Named[Json | None] = Column(JSONB)
    facts: Named[Json | None] = Column(JSONB)


event = Table(
    "event",
    metadata,
    EventColumns,
    Index(
        "event_words",
        "site_id",
        "at",
        postgresql_where=text(
            "ticket_id is not null and (reason is not null or before ->> 'note' is not null"
            " or before ->> 'reason' is not null)"
        ),
    ),
)


class IdempotencyColumns(TypedColumns):
    site_id: Named[int] = Column(Integer)
    scope: Named[str] = Column(Text)
    user_name: Named[str | None] = Column(Text)
    key: Named[str] = Column(Text)
    payload: Named[str] = Column(Text)
    state: Named[str] = Column(Text)
    answer: Named[Json | None] = Column(JSONB)
    attempt: Named[uuid.UUID | None] = Column(Uuid)
    started_at: Named[dt.datetime] = Column(Instant)
    expires_at: Named[dt.datetime] = Column(Instant)


idempotency = Table(
    "idempotency",
    metadata,
    IdempotencyColumns,
    UniqueConstraint("site_id", "scope", "user_name", "key", postgresql_nulls_not_distinct=True),
    Index("idempotency_expiry", "expires_at"),
)


class RateColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    subject: Named[str] = Column(Text, primary_key=True)
    times: Named[list[dt.datetime]] = Column(ARRAY(Instant))
    counts: Named[list[int]] = Column(ARRAY(Integer))
    until: Named[dt.datetime] = Column(Instant)


rate = Table(
    "rate",
    metadata,
    RateColumns,
    prefixes=["UNLOGGED"],
)
