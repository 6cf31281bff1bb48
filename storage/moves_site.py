"""The moves of the site itself: its settings, its stations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.moves import Move


def _as_it_is(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    return answer


CHANGE_SETTINGS = Move("change_settings", ("changes",), _as_it_is)
"""`changes` is a JSON object as text, setting by name; the answer {"settings", "changed"}."""
PAIR_STATION = Move("pair_station", ("kind", "name", "address"), _as_it_is)
"""Answers {"code", "secret", "expires_at"}; the secret is seen this once."""
APPROVE_STATION = Move("approve_station", ("code", "name", "clinics"), _as_it_is)
"""Answers {"name", "kind", "site", "clinics"}, or None when no such code waits."""
COLLECT = "select dawr.tell_token(%(code)s, %(secret)s)"
"""No press: it is told once however often it is asked, and null says nothing of why."""
READ_STATION = "select dawr.read_station(%(name)s)"
