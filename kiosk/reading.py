"""Reads aloud where the kiosk has a voice: each screen once, each button by name first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton

from kiosk.settings import Voice

SWITCH = "read"
"""The object name of the help rail's button for it."""


class Reading:
    """On or off; off it says nothing. A second touch of the same button chooses."""

    def __init__(self, voice: Voice | None) -> None:
        self._voice = voice
        self._named: QAbstractButton | None = None
        self._language = ""
        self.is_on = False

    @property
    def is_possible(self) -> bool:
        return self._voice is not None

    def turn(self, *, on: bool) -> None:
        self.is_on = on and self.is_possible
        self._named = None
        if not self.is_on and self._voice is not None:
            self._voice.be_quiet()

    def read(self, language: str, sentences: Sequence[str]) -> None:
        """Speak a new screen: its title, then the choices in their order."""
        self._named, self._language = None, language
        if self.is_on and self._voice is not None:
            self._voice.speak(language, list(sentences))

    def names_first(self, button: QAbstractButton) -> bool:
        """Say the button's name; answers whether this touch was only for that.

        Read aloud itself is turned off by one touch.
        """
        if not self.is_on or self._voice is None:
            return False
        if button is self._named or button.objectName() == SWITCH:
            return False
        self._named = button
        self._voice.speak(self._language, [button.accessibleName() or button.text()])
        return True
