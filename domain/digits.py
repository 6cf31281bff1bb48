"""Digits of any script as the ASCII ones: what an Arabic or Thai keypad types is the same code."""

from __future__ import annotations

import unicodedata


def ascii_digits(text: str) -> str:
    """The text with every decimal digit as 0 to 9, and without blanks around it."""
    return "".join(_ascii(one) for one in text.strip())


def _ascii(one: str) -> str:
    value = unicodedata.decimal(one, None)
    return one if value is None else str(value)
