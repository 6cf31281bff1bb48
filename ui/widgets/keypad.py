"""The keypad: twelve keys and the field above them, the same way round in every language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.languages import Digits, in_digits
from ui.theme import Theme
from ui.widgets.key_button import KeyButton
from ui.widgets.pad import Pad

_COLUMNS = 3
_GAPS = {"kiosk": 21, "staff": 8}


class Keypad(Pad):
    """Digits, typed by touch or on a keyboard, in whatever script the keyboard has."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        secret: bool = False,
        longest: int = 20,
        letters: bool = False,
        digits: Digits = Digits.WESTERN,
    ) -> None:
        """`letters` are taken from a reader or keyboard too; there are no keys for them."""
        super().__init__(theme, parent, secret=secret, longest=longest)
        self._letters, self._digits = letters, digits
        self._keys = [KeyButton(theme, in_digits(each, digits)) for each in "1234567890"]
        gap = self.theme.scaled(_GAPS.get(self.theme.surface, 21))
        cells = [
            (key, place // _COLUMNS, place % _COLUMNS, 1) for place, key in enumerate(self.keys())
        ]
        self.build(cells, gap)

    def keys(self) -> list[KeyButton]:
        """The twelve keys in reading order."""
        return [*self._keys[:9], self._erase, self._keys[9], self._ok]

    def meaning(self, typed: str) -> str:
        """In western digits, whichever were typed."""
        western = typed.translate(str.maketrans(Digits.ARABIC + Digits.THAI, Digits.WESTERN * 2))
        taken = western.isdigit() or (self._letters and western.isalnum())
        return western if western.isascii() and taken else ""

    def shown(self, text: str) -> str:
        return in_digits(text, self._digits)
