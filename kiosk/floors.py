"""A floor in words: on a tile, and inside a sentence. It decides nothing."""

from __future__ import annotations

from kiosk import words
from kiosk.look import Look

GROUND = frozenset({"ground", "g", "0"})
MEZZANINE = frozenset({"m", "mezzanine"})


def floor_name(look: Look, floor: str) -> str:
    """As a name of its own: "Ground floor", "Floor 2"; empty when the clinic has none."""
    return _named(look, floor, words.GROUND_FLOOR, words.MEZZANINE, words.FLOOR)


def on_floor(look: Look, floor: str) -> str:
    """As it stands in a sentence: "the ground floor", "floor 2"."""
    return _named(look, floor, words.ON_GROUND_FLOOR, words.ON_MEZZANINE, words.ON_FLOOR)


def _named(look: Look, floor: str, ground: str, mezzanine: str, numbered: str) -> str:
    plain = floor.strip().casefold()
    if not plain:
        return ""
    if plain in GROUND:
        return look.say(ground)
    if plain in MEZZANINE:
        return look.say(mezzanine)
    return look.say(numbered, floor=floor.strip())
