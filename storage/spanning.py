"""Work that spans transactions, under its press's key: started, then completed or failed.

What may happen to the record is decided in storage/moves/{start,complete,fail}_work.sql.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from storage.moves import Move, Pressed


@dataclass(frozen=True, slots=True)
class Begun:
    """Either the attempt that may complete the work, or the answer it had before."""

    attempt: str | None
    answer: Mapping[str, Any] | None

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Begun:
        return cls(told.get("attempt"), told.get("answer"))


def is_kept(told: Mapping[str, Any]) -> bool:
    """Whether the attempt still had the work."""
    return bool(told["kept"])


START_WORK = Move("start_work", (), Begun.of)
COMPLETE_WORK = Move("complete_work", ("attempt", "answer"), is_kept)
FAIL_WORK = Move("fail_work", ("attempt",), is_kept)


def step_of(pressed: Pressed, name: str) -> Pressed:
    """The press of one step of the work, with a key of its own that each attempt makes alike.

    So a move that an attempt has done before it was lost gives its first answer, and is done once.
    """
    if pressed.key is None:
        return pressed
    return replace(pressed, key=hashlib.sha256(f"{name}\x1f{pressed.key}".encode()).hexdigest())
