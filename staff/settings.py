"""What main.py tells the staff window; the window reads no environment of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.names import LANGUAGES
from domain.tickets import Desk
from ui.languages import Digits
from ui.widgets.bead_wait import WaitLimits, usual_limits


@dataclass(frozen=True, slots=True)
class StaffSettings:
    """How one desk's window behaves.

    `wait_limits` are the minutes from which a wait counts as half, attention and late.
    `desk` is chosen beforehand on the first page; the person still opens it.
    """

    language: str = "en"
    languages: tuple[str, ...] = LANGUAGES
    digits: Digits = Digits.WESTERN
    wait_limits: WaitLimits = field(default_factory=usual_limits)
    motion: bool = True
    high_contrast: bool = False
    desk: Desk | None = None
