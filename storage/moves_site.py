"""The moves of the site itself: its settings, its stations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.moves import Move


def _as_it_is(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    return answer


CHANGE_SETTINGS = Move("change_settings", ("changes",), _as_it_is)
"""`changes` is a JSON object as text, setting by name; the answer {"settings", "changed"}."""
