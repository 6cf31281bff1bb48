"""What a clinic's tile says, in words; where and how it is painted is not known here."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk import words
from kiosk.clinics import Offer
from kiosk.floors import floor_name
from kiosk.look import Look
from kiosk.picture import beside_icon, fits
from kiosk.reasons import Reason
from ui.icons import names

UNKNOWN_ICON = "room"
FLOOR_ICON = "floor"


@dataclass(frozen=True, slots=True)
class TileFace:
    """A clinic as it is now. `why` says that it gives no numbers, `only` that not to all."""

    look: Look
    offer: Offer
    why: Reason | None
    only: Reason | None

    @property
    def icon(self) -> str:
        icon = self.offer.clinic.icon
        return icon if icon in names() else UNKNOWN_ICON

    @property
    def name(self) -> str:
        return self.look.name(self.offer.clinic.names)

    @property
    def floor(self) -> str:
        return floor_name(self.look, self.offer.clinic.floor)

    @property
    def status(self) -> str:
        """The last line in words, as it is read aloud; empty while the count has not come yet."""
        if self.why is not None:
            return self.why.line
        if self.offer.waiting is None:
            return self.look.say(words.UNKNOWN_COUNT) if self.offer.stale else ""
        if self.offer.waiting == 0:
            return self.look.say(words.NO_WAIT)
        return self.look.say(words.WAITING, self.offer.waiting)

    @property
    def count(self) -> str:
        """How many wait as a number, "?" where that was lost."""
        return "?" if self.offer.waiting is None else self.look.number(self.offer.waiting)

    def spoken(self) -> str:
        return ", ".join(each for each in (self.name, self.floor, self.status) if each)

    def reason(self, width: float, role: str, lines: int) -> str:
        """Why there are no numbers: the whole line, or its short form where that has no room."""
        if self.why is None:
            return ""
        block = beside_icon(self.look, self.why.line, role, width, bold=True, lines=lines)
        return self.why.line if fits(block) or not self.why.short else self.why.short

    @property
    def limit(self) -> Reason | None:
        """Whom alone the clinic serves, where it gives numbers."""
        return None if self.why is not None else self.only

    def floor_lines(self, width: float) -> list[tuple[str, str]]:
        """Icon and words: the floor, and whom the clinic serves, on one line where both fit."""
        limit = self.limit
        floor = [(FLOOR_ICON, self.floor)] if self.floor else []
        if limit is None:
            return floor
        both, px = f"{self.floor} · {limit.line}", self.look.theme.px("small")
        block = beside_icon(self.look, both, "small", width)
        if self.floor and fits(block) and block.style.font.pixelSize() == px:
            return [(FLOOR_ICON, both)]
        return [*floor, (limit.icon, limit.line)]
