"""How everything at one desk looks and writes: handed whole to each view, replaced whole."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from staff.words import Wording
from ui.theme import Theme
from ui.widgets.bead_wait import WaitLimits, usual_limits


@dataclass(frozen=True, slots=True)
class Look:
    """A theme, a wording, and from when on a wait is half, attention and late."""

    theme: Theme
    wording: Wording
    wait_limits: WaitLimits = field(default_factory=usual_limits)

    def color(self, name: str) -> QColor:
        return self.theme.color(name)
