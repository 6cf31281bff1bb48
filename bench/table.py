"""The bench's one table: what was measured, against what, the ratio, and what binds."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

ROUNDS = 5


@dataclass(frozen=True)
class Row:
    """A line of the table. A ratio with `least` binds; `aim` is only reported beside the figure."""

    name: str
    figure: str
    against: str = ""
    ratio: float | None = None
    least: float | None = None
    aim: str = ""

    @property
    def holds(self) -> bool:
        return self.ratio is None or self.least is None or self.ratio >= self.least

    def text(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bound = (
            "" if self.least is None else f">= {self.least:.2f} {'ok' if self.holds else 'SHORT'}"
        )
        return (
            f"{self.name:<52} {self.figure:>16} {self.against:>16} {ratio:>6}  {bound or self.aim}"
        )


HEAD = f"{'what':<52} {'measured':>16} {'against':>16} {'ratio':>6}  bound or aim"


def compared(
    name: str, pairs: list[tuple[float, float]], least: float | None = None, unit: str = "/s"
) -> Row:
    """A row from rounds of (measured, reference): medians, and the median of the rounds' ratios."""
    ours = median(pair[0] for pair in pairs)
    theirs = median(pair[1] for pair in pairs)
    ratio = median(one / other for one, other in pairs)
    return Row(name, f"{ours:,.0f}{unit}", f"{theirs:,.0f}{unit}", ratio, least)
