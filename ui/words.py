"""The words that widgets of every window say by themselves, in English, and their translation."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.languages import Speaker, say

CONTEXT = "Ui"

TRY_AGAIN = str(QT_TRANSLATE_NOOP("Ui", "Try again"))
UNDO = str(QT_TRANSLATE_NOOP("Ui", "Undo"))
CLOSE = str(QT_TRANSLATE_NOOP("Ui", "Close"))

LINK_LIVE = str(QT_TRANSLATE_NOOP("Ui", "Live"))
LINK_CONNECTING = str(QT_TRANSLATE_NOOP("Ui", "Connecting"))
LINK_LOST = str(QT_TRANSLATE_NOOP("Ui", "Lost {time}"))
LINK_NEVER = str(QT_TRANSLATE_NOOP("Ui", "Not connected"))

WAITING = str(QT_TRANSLATE_NOOP("Ui", "Waiting"))
CALLED = str(QT_TRANSLATE_NOOP("Ui", "Called"))
SERVING = str(QT_TRANSLATE_NOOP("Ui", "Serving"))
HELD = str(QT_TRANSLATE_NOOP("Ui", "Held"))
NO_SHOW = str(QT_TRANSLATE_NOOP("Ui", "No-show"))
DONE = str(QT_TRANSLATE_NOOP("Ui", "Done"))
TRANSFERRED = str(QT_TRANSLATE_NOOP("Ui", "Transferred"))
CANCELLED = str(QT_TRANSLATE_NOOP("Ui", "Cancelled"))
EXPIRED = str(QT_TRANSLATE_NOOP("Ui", "Expired"))
EMERGENCY = str(QT_TRANSLATE_NOOP("Ui", "Emergency"))
PRIORITY = str(QT_TRANSLATE_NOOP("Ui", "Priority"))
APPOINTMENT = str(QT_TRANSLATE_NOOP("Ui", "Appointment"))

MINUTES = str(QT_TRANSLATE_NOOP("Ui", "min"))

KEY_ERASE = str(QT_TRANSLATE_NOOP("Ui", "Erase"))
KEY_OK = str(QT_TRANSLATE_NOOP("Ui", "OK"))

STRAND_NEXT = str(QT_TRANSLATE_NOOP("Ui", "You are next"))
STRAND_UNKNOWN = str(QT_TRANSLATE_NOOP("Ui", "Your place is not known now"))


def word(language: str, text: str) -> str:
    """One of the words above in a language, whichever the program speaks."""
    return say(language, CONTEXT, text)


class Ui(Speaker):
    """The words of widgets that have a plural."""

    def people_ahead(self, count: int) -> str:
        return self.tr("%n people ahead", "", count)
