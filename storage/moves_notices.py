"""The moves of web-hooks, as administrators make them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.moves import Move


def _as_it_is(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    return answer


CREATE_WEBHOOK = Move("create_webhook", ("name", "url", "secret", "kinds"), _as_it_is)
DELETE_WEBHOOK = Move("delete_webhook", ("name",), _as_it_is)
SWITCH_ON_WEBHOOK = Move("switch_on_webhook", ("name",), _as_it_is)
SEND_AGAIN = Move("send_again", ("name", "id"), _as_it_is)
