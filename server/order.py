"""What a supervisor tells a worker, and the one thing a worker tells back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from server.logs import Format
from server.options import NOTHING_SET, Options

READY = b"r"
"""On the link: the worker answers requests."""
NO_LINK = -1
METRICS = "PROMETHEUS_MULTIPROC_DIR"
"""In a worker's environment: the directory in which the workers' numbers meet; prometheus_client
looks for it as soon as it is imported."""


@dataclass(frozen=True)
class Order:
    """What a worker needs to know. `link` is a descriptor whose other end the supervisor holds."""

    conninfo: str
    listening: int
    pool_size: int
    log_format: Format | None = None
    options: Options = NOTHING_SET
    link: int = NO_LINK

    def text(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Order:
        """The order of that text."""
        told = json.loads(text)
        return cls(**{**told, "options": Options(**told["options"])})
