"""How the kiosk looks and speaks at one moment: a value every view is made with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont

from domain.names import Names, name_in
from kiosk.words import CONTEXT
from ui.languages import Digits, direction, format_date, format_time, in_digits, isolate, say
from ui.theme import Theme

PORTRAIT = QSize(1080, 1920)
REACH = 0.45
"""Of the screen's height from the top; in lower reach nothing above can be touched."""


NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Look:
    """Language, sizes and the patient's wishes. Another wish is another look, and new views.

    `lower` says that everything to touch lies in the lower 55 % of the screen.
    """

    language: str
    size: QSize
    larger: bool = False
    contrast: bool = False
    lower: bool = False
    digits: Digits = Digits.WESTERN
    zone: str = "UTC"
    motion: bool = True

    @property
    def portrait(self) -> bool:
        return self.size.height() >= self.size.width()

    @property
    def scale(self) -> float:
        """Pixels of this screen for one of the design; the design fits into the screen whole."""
        design = PORTRAIT if self.portrait else PORTRAIT.transposed()
        wide = self.size.width() / design.width()
        return max(0.2, min(wide, self.size.height() / design.height()))

    @property
    def theme(self) -> Theme:
        return Theme(
            "kiosk",
            self.language,
            high_contrast=self.contrast,
            larger_text=self.larger,
            scale=self.scale,
            motion=self.motion,
        )

    @property
    def rtl(self) -> bool:
        return self.theme.is_rtl

    @property
    def direction(self) -> Qt.LayoutDirection:
        return direction(self.language)

    def px(self, design: float) -> int:
        """A length of the design in pixels of this screen."""
        return round(design * self.scale)

    def color(self, role: str) -> QColor:
        return self.theme.color(role)

    def font(self, role: str, *, bold: bool | None = None) -> QFont:
        return self.theme.font(role, bold=bold)

    def say(self, sentence: str, n: int | None = None, **facts: str) -> str:
        """A sentence of kiosk.words in this language; its facts keep their own direction."""
        words = in_digits(say(self.language, CONTEXT, sentence, n), self.digits)
        words = words.replace(" {room}", NO_BREAK + "{room}")  # a line never begins with its number
        return words.format(**{name: isolate(fact) for name, fact in facts.items()})

    def name(self, names: Names) -> str:
        return name_in(names, self.language)

    def time(self, instant: dt.datetime) -> str:
        """Hours and minutes on the site's clock."""
        return format_time(instant.astimezone(ZoneInfo(self.zone)), self.digits)

    def day(self, day: dt.date) -> str:
        """Weekday, day and month in words."""
        return format_date(day, self.language, self.digits)

    def number(self, value: int) -> str:
        return in_digits(str(value), self.digits)

    def speaking(self, language: str) -> Look:
        return replace(self, language=language)
