"""What the description adds to a call that the framework finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.errors import Refusal

Json = dict[str, Any]
Refusals = tuple[type[Refusal], ...]


@dataclass(frozen=True)
class Call:
    """`answers` by status, without `success`; `asked` None where there is no body to send."""

    answers: Mapping[int, Json]
    asked: Json | None = None
    refusals: Refusals = ()
