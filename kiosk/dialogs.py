"""The few questions and words that lie over a screen; each is one dialog with its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.tickets import Clinic
from kiosk import words
from kiosk.look import Look
from kiosk.reasons import Reason
from ui.languages import endonym
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.keypad import Keypad

STAY, RESTART, GO_ON, CLOSE = "stay", "restart", "go_on", "close"
LONGEST_CODE = 12
TWO_LINES_PX = 176


class KioskDialog(Dialog):
    """A dialog whose buttons have room for two lines of larger text."""

    def __init__(self, look: Look, window: QWidget, title: str, text: str = "") -> None:
        super().__init__(look.theme, window, title, text)
        self._look = look

    def add_button(
        self, name: str, text: str, icon: str = "", *, kind: ButtonKind, safe: bool = False
    ) -> BigButton:
        button = super().add_button(name, text, icon, kind=kind, safe=safe)
        if self._look.larger:
            button.setMinimumHeight(self._look.px(TWO_LINES_PX))
        return button


def ask_whether_there(look: Look, window: QWidget, seconds: int) -> Dialog:
    """Are you still there? One touch goes on."""
    dialog = KioskDialog(
        look, window, look.say(words.IDLE_TITLE), look.say(words.IDLE_TEXT, seconds)
    )
    dialog.add_button(RESTART, look.say(words.RESTART), "undo", kind=ButtonKind.SECOND)
    dialog.add_button(STAY, look.say(words.IDLE_STAY), "check", kind=ButtonKind.FIRST, safe=True)
    return dialog


def say_why_not(look: Look, window: QWidget, clinic: Clinic, why: Reason) -> Dialog:
    """Why the clinic gives no numbers and until when, and what to do."""
    text = f"{why.text}\n{look.say(words.CHOOSE_ANOTHER)}"
    dialog = KioskDialog(look, window, look.name(clinic.names), text)
    dialog.add_button(CLOSE, look.say(words.CLOSE), "close", kind=ButtonKind.FIRST, safe=True)
    return dialog


def ask_gender(look: Look, window: QWidget, clinic: Clinic) -> Dialog:
    """A clinic for women or men alone: whoever goes on says that it is for them."""
    question = words.FOR_WOMEN if clinic.gender == "female" else words.FOR_MEN
    title = look.say(question, clinic=look.name(clinic.names))
    dialog = KioskDialog(look, window, title)
    dialog.add_button(CLOSE, look.say(words.BACK), "back", kind=ButtonKind.SECOND, safe=True)
    dialog.add_button(GO_ON, look.say(words.GO_ON), "check", kind=ButtonKind.FIRST)
    return dialog


def ask_language(look: Look, window: QWidget, languages: tuple[str, ...]) -> Dialog:
    """Each language by its own name."""
    dialog = KioskDialog(look, window, look.say(words.LANGUAGE))
    for language in languages:
        here = language == look.language
        kind = ButtonKind.FIRST if here else ButtonKind.SECOND
        dialog.add_button(language, endonym(language), kind=kind, safe=here)
    return dialog


def ask_staff_code(look: Look, window: QWidget) -> tuple[Dialog, Keypad]:
    """The way out for staff: a code on a pad."""
    dialog = KioskDialog(look, window, look.say(words.CODE_TITLE))
    pad = Keypad(look.theme, secret=True, longest=LONGEST_CODE)
    dialog.add_body(pad if look.portrait else _beside(look, pad))
    back = look.say(words.BACK)
    button = dialog.add_button(CLOSE, back, "back", kind=ButtonKind.SECOND, safe=True)
    button.setMinimumHeight(look.px(104))
    return dialog, pad


def _beside(look: Look, pad: Keypad) -> QWidget:
    """On a low screen the field stands beside the keys."""
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(28))
    shown = QVBoxLayout()
    shown.addWidget(pad.entry)
    shown.addWidget(pad.message)
    shown.addStretch(1)
    row.addLayout(shown, 1)
    row.addWidget(pad, 1)
    return body
