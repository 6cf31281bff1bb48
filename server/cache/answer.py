"""A kept answer: its bytes, and what it takes for them to be still true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from pydantic_core import from_json, to_json

from storage.feed_log import Pulse


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call answers, as of the positions of the clinics it tells of: these are its tags.

    Args:
        positions: by the clinic's stream; never empty, since nothing could end such an answer.
        ends_at: the database's clock, seconds since 1970: time alone may change it then.
        stamp: of the pulse before it was read.
    """

    body: bytes
    positions: Mapping[int, int]
    ends_at: float
    stamp: str = ""

    def __post_init__(self) -> None:
        if not self.positions:
            raise ValueError("an answer without a clinic would never end")

    def is_true(self, seen: Mapping[int, int], pulse: Pulse) -> bool:
        """Whether nothing it tells of has changed: every position is the newest one seen."""
        return (
            self.stamp == pulse.stamp
            and pulse.now() < self.ends_at
            and all(seen.get(stream) == position for stream, position in self.positions.items())
        )

    def covers(self, seen: Mapping[int, int]) -> bool:
        """Whether all that was seen of its clinics is in it."""
        return all(seen.get(one, 0) <= position for one, position in self.positions.items())

    def packed(self) -> bytes:
        return to_json(asdict(self))

    @classmethod
    def unpacked(cls, packed: bytes) -> Self:
        """The same answer again.

        Raises:
            ValueError: it is none.
        """
        try:
            told: dict[str, Any] = from_json(packed)
            positions = {int(one): int(position) for one, position in told["positions"].items()}
            body = told["body"].encode()
            return cls(body, positions, float(told["ends_at"]), str(told["stamp"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not an answer") from error
