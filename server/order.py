"""What a supervisor tells a worker, and the one thing a worker tells back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from server.logs import Format

READY = b"r"
"""On the link: the worker answers requests."""


@dataclass(frozen=True)
class Order:
    """What a worker needs to know. `link` is a descriptor whose other end the supervisor holds."""

    conninfo: str
    listening: int
    link: int
    pool_size: int
    log_format: Format | None = None

    def text(self) -> str:
        return json.dumps(asdict(self))
