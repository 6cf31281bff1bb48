"""A server with web-hooks and their receiver, for the tests of what arrives."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from server.models import Out
from server.models_webhooks import (
    NewWebhookOut,
    WebhooksOut,
)
from server.options import Options
from tests.postgres import Database
from tests.server.conftest import Served, serving
from tests.server.receiver import Receiver, receiving

LOOPBACK = Options(webhook_networks="127.0.0.0/8", phone_url="https://queue.example/")


@pytest.fixture
async def hooked(database: Database) -> AsyncIterator[Served]:
    """A server that may send to this machine."""
    async with serving(database, options=LOOPBACK) as one:
        yield one


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


async def hook(
    served: Served, receiver: Receiver, *kinds: str, name: str = "sms"
) -> dict[str, Any]:
    body = {"name": name, "url": receiver.url, "kinds": list(kinds)}
    answer = await served.post("/admin/webhooks", body, "admin")
    return shaped(answer, NewWebhookOut, 201)


def shaped(answer: httpx.Response, shape: type[Out], status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    shape.model_validate_json(answer.content)
    return dict(answer.json())


async def hooks(served: Served) -> list[dict[str, Any]]:
    return list(shaped(await served.get("/admin/webhooks", "admin"), WebhooksOut)["webhooks"])


def rush(database: Database) -> None:
    """Let everything that waits be due now."""
    database.do("update webhook set rests_until = null where off_at is null")
    database.do("update outbox set next_try_at = now() where next_try_at is not null")
