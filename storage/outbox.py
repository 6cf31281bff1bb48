"""The outbox as the server works it off: fill it, claim what is due, say how it went."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storage.pool import Pool

_FILL = "select dawr.fill_outbox()"
_CLAIM = (
    "select id, webhook_id, url, secret, payload, tries"
    " from dawr.claim_deliveries(%(at_most)s, %(each)s, %(passing)s)"
)
_SETTLE = "select dawr.settle_delivery(id => %(id)s, try => %(try)s, error => %(error)s)"
_SWEEP = "select dawr.sweep_outbox()"
READ_WEBHOOKS = "select dawr.read_webhooks()"
READ_WEBHOOK_TARGET = "select dawr.read_webhook_target(%(name)s)"
READ_DEAD_LETTERS = "select dawr.read_dead_letters(%(name)s, %(at_most)s)"


@dataclass(frozen=True, slots=True)
class Filled:
    """How many web-hooks there are, whether more is to be filled, when the next notice is due."""

    webhooks: int
    made: int
    more: bool
    due_in_s: float | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A claimed notice, to be sent and settled within the lease. `attempt` names the claim."""

    id: uuid.UUID
    webhook: int
    url: str
    secret: str
    payload: Mapping[str, Any]
    attempt: int


async def fill(pool: Pool) -> Filled:
    """Turn what has happened since into notices."""
    return Filled(**await pool.read(_FILL))


async def claim(pool: Pool, at_most: int, each: int, passing: Sequence[int]) -> list[Delivery]:
    """Claim what is due: of a web-hook at most `each`, of those in `passing` nothing."""
    given = {"at_most": at_most, "each": each, "passing": list(passing)}
    return [Delivery(*row) for row in await pool.rows(_CLAIM, given)]


async def settle(pool: Pool, delivery: Delivery, error: str | None) -> str:
    """Say how it went; answers delivered, again, dead, or late when it is another's by now."""
    given = {"id": delivery.id, "try": delivery.attempt, "error": error}
    return str(await pool.read(_SETTLE, given))


async def sweep(pool: Pool) -> int:
    """Do a batch of what time does to the outbox; answers how many rows it touched."""
    return int(await pool.read(_SWEEP))
