"""Which number did you have there? Its digits typed, shown back as the label on the ticket."""

from __future__ import annotations

from PySide6.QtCore import Slot

from domain.tickets import Clinic, label
from kiosk import words
from kiosk.digits_page import DigitsPage
from kiosk.look import Look
from kiosk.panel import Tone
from ui.icons import names
from ui.languages import isolate, list_of

LONGEST = 5


def icon_of(clinic: Clinic) -> str:
    return clinic.icon if clinic.icon in names() else "room"


def label_sentence(look: Look, clinic: Clinic, number: int) -> str:
    """The clinic and the label, each in its own direction."""
    return list_of([look.name(clinic.names), label(clinic.prefix, number)])


class NumberPage(DigitsPage):
    """Says below the field which ticket the digits mean."""

    def __init__(self, look: Look, clinic: Clinic) -> None:
        self._clinic = clinic
        super().__init__(
            look,
            look.say(words.NUMBER_TITLE),
            look.say(words.NUMBER_HINT),
            note=(icon_of(clinic), isolate(look.name(clinic.names))),
            digits=(1, LONGEST),
            too_short=look.say(words.ID_WRONG),
            unreadable=look.say(words.TICKET_UNREADABLE),
        )
        self.keypad.edited.connect(self._show_label)

    @Slot(str)
    def _show_label(self, digits: str) -> None:
        look, clinic = self.look, self._clinic
        name = isolate(look.name(clinic.names))
        said = label_sentence(look, clinic, int(digits)) if digits else name
        self.note.say(icon_of(clinic), said, Tone.NOTE)
