"""A pad for codes of letters and digits, in rows of eight; it never mirrors."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.languages import Digits
from ui.theme import Theme
from ui.widgets.key_button import KeyButton
from ui.widgets.pad import Pad

_COLUMNS = 8
_GAP_PX = 14


class CodePad(Pad):
    """One key a letter, in the order given; erase and accept share the last row.

    Codes are written in western digits and Latin letters in every language.
    """

    def __init__(
        self, theme: Theme, letters: str, parent: QWidget | None = None, *, longest: int
    ) -> None:
        super().__init__(theme, parent, secret=False, longest=longest)
        self._letters = letters
        self._keys = [KeyButton(theme, each, narrow=True) for each in letters]
        cells = [
            (key, place // _COLUMNS, place % _COLUMNS, 1) for place, key in enumerate(self._keys)
        ]
        last = cells[-1][1] + 1
        half = _COLUMNS // 2
        cells += [(self._erase, last, 0, half), (self._ok, last, half, _COLUMNS - half)]
        self.build(cells, theme.scaled(_GAP_PX))

    def keys(self) -> list[KeyButton]:
        return [*self._keys, self._erase, self._ok]

    def meaning(self, typed: str) -> str:
        """As a capital letter; what stands on no key is not taken."""
        western = typed.translate(str.maketrans(Digits.ARABIC + Digits.THAI, Digits.WESTERN * 2))
        letter = western.upper()
        return letter if len(letter) == 1 and letter in self._letters else ""
