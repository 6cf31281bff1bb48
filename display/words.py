"""What the wall says, in the site's first two languages; the English text is the source of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP

from domain.names import Names, name_in
from ui.languages import Digits, format_time, say

CONTEXT = "Display"

Lines: TypeAlias = tuple[tuple[str, str], ...]
"""The same words in one or two languages: (language, text), the main one first."""

NOW_CALLING = str(QT_TRANSLATE_NOOP("Display", "Now calling"))
LAST_CALL = str(QT_TRANSLATE_NOOP("Display", "Last call"))
ROOM = str(QT_TRANSLATE_NOOP("Display", "Room"))
APPEARS_HERE = str(QT_TRANSLATE_NOOP("Display", "Your number will appear here"))
OPEN_HOURS = str(QT_TRANSLATE_NOOP("Display", "Open {hours}"))
LINK_LOST = str(QT_TRANSLATE_NOOP("Display", "Connection lost at {time}. Please ask at the desk"))
NEVER_LINKED = str(QT_TRANSLATE_NOOP("Display", "Not connected. Please ask at the desk"))
PAUSED = str(QT_TRANSLATE_NOOP("Display", "Paused"))
PAUSED_UNTIL = str(QT_TRANSLATE_NOOP("Display", "Paused until {time}"))
CLOSED = str(QT_TRANSLATE_NOOP("Display", "Closed"))
OPENS_AT = str(QT_TRANSLATE_NOOP("Display", "Opens at {time}"))
TICKER = str(QT_TRANSLATE_NOOP("Display", "Scan the code on your ticket to follow your turn"))


@dataclass(frozen=True, slots=True)
class Tongues:
    """The one or two languages of a wall, the main one first, and the site's form of digits."""

    languages: tuple[str, ...] = ("ar", "en")
    digits: Digits = Digits.WESTERN

    @property
    def first(self) -> str:
        return self.languages[0]

    def alone(self) -> Tongues:
        """The main language only, where there is no room for both."""
        return replace(self, languages=self.languages[:1])

    def only(self, language: str) -> Tongues:
        return replace(self, languages=(language,))

    def say(self, text: str, **values: str) -> Lines:
        """A text of this module in each language, with what stands in its braces."""
        return tuple(
            (language, say(language, CONTEXT, text).format(**values)) for language in self.languages
        )

    def names(self, names: Names) -> Lines:
        """A name in each language, once where it is the same in both."""
        lines = tuple((language, name_in(names, language)) for language in self.languages)
        return lines[:1] if len({text for _, text in lines}) == 1 else lines

    def time(self, moment: dt.datetime) -> str:
        """The time of a moment that is already local."""
        return format_time(moment, self.digits)
