"""What a display may be told when it is built; where the values come from is not known here."""

from __future__ import annotations

from dataclasses import dataclass, field

from display.siteclock import Clocks
from display.voice import SilentVoice, Voice
from domain.names import Names
from ui.languages import Digits


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """How one wall shows its calls.

    Args:
        clinics: Codes of the clinics shown, in their order on the wall, the same that the feed
            follows; () means all of the site.
        languages: What is spoken before the site's own languages are known, the main one first.
        motion: Off keeps the light steady: a new call gets a white outline in place of the pulse.
        opening_hours: Shown while nobody was called today, by language: {"en": "7:00 to 15:00"}.
        ticker: One line by language; {} shows Dawr's own.
        voice: Speaks calls; the silent one leaves them to the picture.
    """

    clinics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("ar", "en")
    digits: Digits = Digits.WESTERN
    motion: bool = True
    opening_hours: Names = field(default_factory=dict)
    ticker: Names = field(default_factory=dict)
    voice: Voice = field(default_factory=SilentVoice)
    clocks: Clocks = field(default_factory=Clocks)
