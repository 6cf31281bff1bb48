"""What the calls of web-hooks ask and answer."""

from __future__ import annotations

import uuid
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from server.bodies import Body
from server.models import Count, Label, Out, Part

WebhookName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"), Field(examples=["sms"])
]
WebhookKind = Literal[
    "YOUR_TURN",
    "NEXT_IN_LINE",
    "NEAR_TURN",
    "ALMOST_READY",
    "IN_SERVICE",
    "COMPLETED",
    "NEXT_CLINIC",
]
Url = Annotated[
    str,
    StringConstraints(min_length=8, max_length=2000, pattern=r"^https?://[\x21-\x7e]+$"),
    Field(examples=["https://sms.clinic.example/dawr"]),
]


class WebhookIn(Body):
    """Where to send which notices. Without `kinds` all of them."""

    name: WebhookName
    url: Url
    kinds: Annotated[list[WebhookKind], Field(default_factory=list, max_length=7)]


class WebhookPart(Part):
    name: str
    url: str
    kinds: list[WebhookKind]
    created_at: AwareDatetime
    on: bool
    off_at: AwareDatetime | None
    off_reason: str | None
    failures: Annotated[int, Field(ge=0, description="In a row, up to now.")]
    failing_since: AwareDatetime | None
    due: Annotated[int, Field(ge=0, description="Notices on their way or to be sent again.")]
    dead: Annotated[int, Field(ge=0, description="Notices that could not be delivered.")]


class WebhooksOut(Out):
    webhooks: list[WebhookPart]


class WebhookOut(Out):
    webhook: WebhookPart


class NewWebhookOut(WebhookOut):
    secret: Annotated[str, Field(description="Told this once. Signatures are made with it.")]


class DeletedWebhookOut(Out):
    webhook: str


class TriedWebhookOut(Out):
    """What came of a ping. Not delivered: `error` says why, in English."""

    id: uuid.UUID
    delivered: bool
    status: int | None
    error: str | None
    answer: Annotated[str, Field(description="How the body of its answer begins.")]
    milliseconds: Count


class DeadLetterPart(Part):
    id: uuid.UUID
    type: WebhookKind
    clinic: str
    ticket: Label
    made_at: AwareDatetime
    dead_at: AwareDatetime
    tries: Count
    error: str | None


class DeadLettersOut(Out):
    dead_letters: list[DeadLetterPart]


class SentAgainOut(Out):
    id: uuid.UUID
