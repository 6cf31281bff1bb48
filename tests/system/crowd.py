"""People who press until they have a number, each press under its own key; what they were told."""

from __future__ import annotations

import threading
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.system.conftest import Program, patiently

UNPRESSED_S = 90.0


@dataclass
class Crowd:
    """So many at once, from the entry of the block to its end; `acknowledged` is number by key."""

    program: Program
    clinic: str
    size: int
    acknowledged: dict[str, int] = field(default_factory=dict)
    refused: int = 0

    def __post_init__(self) -> None:
        self._changed = threading.Condition()
        self._ended = threading.Event()
        self._pool = ThreadPoolExecutor(self.size, thread_name_prefix="crowd")
        self._coming: list[Future[None]] = []

    def __enter__(self) -> Self:
        self._coming = [self._pool.submit(self._come) for _ in range(self.size)]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._pool.shutdown()
        if error is None:
            for one in self._coming:
                one.result()

    def comes_to(self, count: int) -> bool:
        """Wait until so many numbers are acknowledged."""
        with self._changed:
            return (
                self._changed.wait_for(
                    lambda: (
                        len(self.acknowledged) >= count or any(one.done() for one in self._coming)
                    ),
                    UNPRESSED_S,
                )
                and len(self.acknowledged) >= count
            )

    def _come(self) -> None:
        while not self._ended.is_set():
            self._press()

    def _press(self) -> None:
        """One press, repeated under its key until it is answered."""
        key = uuid.uuid4().hex
        number = 0
        for attempt in patiently(UNPRESSED_S):
            with attempt:
                self.refused += attempt.retry_state.attempt_number > 1
                body = {"clinic": self.clinic}
                answer = self.program.post("/queue/enter", body, Idempotency_Key=key)
                assert answer.status_code == 201, answer.text
                number = answer.json()["number"]
        with self._changed:
            self.acknowledged[key] = number
            self._changed.notify_all()
