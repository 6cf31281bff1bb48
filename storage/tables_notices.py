"""Notices as SQLAlchemy Core knows them: web-hooks, how far they have heard, the outbox."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import (
    BigInteger,
    Column,
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
from sqlalchemy.dialects.postgresql import JSONB

from storage.schema import Instant, Json, TextArray, metadata, refers

_HOOK = ("site_id", "webhook_id")
_IS_DUE = "next_try_at is not null"


class WebhookColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[int] = Column(Integer, Identity(always=True), primary_key=True)
    name: Named[str] = Column(Text)
    url: Named[str] = Column(Text)
    secret: Named[str] = Column(Text)
    kinds: Named[list[str]] = Column(TextArray)
    created_at: Named[dt.datetime] = Column(Instant)
    failures: Named[int] = Column(Integer)
    failing_since: Named[dt.datetime | None] = Column(Instant)
    rests_until: Named[dt.datetime | None] = Column(Instant)
    off_at: Named[dt.datetime | None] = Column(Instant)
    off_reason: Named[str | None] = Column(Text)


webhook = Table(
    "webhook",
    metadata,
    WebhookColumns,
    UniqueConstraint("site_id", "name"),
    refers("site_id", to="site", its="id"),
)


class OutboxCursorColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    clinic_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    position: Named[int] = Column(BigInteger)


outbox_cursor = Table(
    "outbox_cursor",
    metadata,
    OutboxCursorColumns,
    refers("site_id", to="site", its="id"),
)


class OutboxColumns(TypedColumns):
    site_id: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[uuid.UUID] = Column(Uuid, primary_key=True)
    webhook_id: Named[int] = Column(Integer)
    ticket_id: Named[int | None] = Column(BigInteger)
    kind: Named[str] = Column(Text)
    clinic_id: Named[int] = Column(Integer)
    event_position: Named[int | None] = Column(BigInteger)
    payload: Named[Json] = Column(JSONB)
    made_at: Named[dt.datetime] = Column(Instant)
    give_up_at: Named[dt.datetime] = Column(Instant)
    tries: Named[int] = Column(SmallInteger)
    next_try_at: Named[dt.datetime | None] = Column(Instant)
    delivered_at: Named[dt.datetime | None] = Column(Instant)
    dead_at: Named[dt.datetime | None] = Column(Instant)
    last_error: Named[str | None] = Column(Text)


outbox = Table(
    "outbox",
    metadata,
    OutboxColumns,
    refers("site_id webhook_id", to="webhook", its="site_id id", ondelete="CASCADE"),
    Index("outbox_due", *_HOOK, "next_try_at", postgresql_where=text(_IS_DUE)),
    Index("outbox_give_up", "site_id", "give_up_at", postgresql_where=text(_IS_DUE)),
    Index("outbox_dead", *_HOOK, "dead_at", postgresql_where=text("dead_at is not null")),
    Index("outbox_age", "site_id", "made_at"),
    Index(
        "outbox_event",
        *(*_HOOK, "clinic_id", "event_position"),
        unique=True,
        postgresql_where=text("event_position is not null"),
    ),
    Index(
        "outbox_nearing",
        *(*_HOOK, "ticket_id", "kind"),
        unique=True,
        postgresql_where=text("event_position is null"),
    ),
)
