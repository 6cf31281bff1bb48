"""The dialog that lies over the screen now, if any, and what was answered to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from domain.tickets import Clinic
from kiosk import dialogs, words
from kiosk.look import Look
from kiosk.reasons import Reason
from kiosk.staff_code import StaffCode
from ui.widgets.dialog import Dialog
from ui.widgets.keypad import Keypad


class Overlays(QObject):
    """At most one dialog; a new one takes the place of the one before.

    Signals:
        stayed: somebody is still there. restarted: begin at the first screen.
        language_chosen: str. clinic_agreed: Clinic for one gender, and it is for the patient.
        code_right: staff have given their code. Each counts.
    """

    stayed = Signal()
    restarted = Signal()
    language_chosen = Signal(str)
    clinic_agreed = Signal(object)
    code_right = Signal()

    def __init__(self, window: QWidget, look: Look, code: StaffCode) -> None:
        super().__init__(window)
        self._window, self._code = window, code
        self.look = look
        self._dialog: Dialog | None = None
        self._asks_idle = False
        self._clinic: Clinic | None = None
        self._pad: Keypad | None = None

    @property
    def is_open(self) -> bool:
        return self._dialog is not None

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open now."""
        return self._dialog

    def on_top(self) -> None:
        """Stay over a screen that was made anew."""
        if self._dialog is not None:
            self._dialog.raise_()

    def close(self) -> None:
        """Take the dialog away without an answer."""
        dialog, self._dialog = self._dialog, None
        self._asks_idle = False
        self._clinic = self._pad = None
        if dialog is not None:
            dialog.answered.disconnect()
            dialog.close_with("")

    def ask_whether_there(self, seconds: int) -> None:
        """Are you still there? Asked again it counts down."""
        if self._asks_idle and self._dialog is not None:
            self._dialog.set_text(self.look.say(words.IDLE_TEXT, seconds))
            return
        dialog = dialogs.ask_whether_there(self.look, self._window, seconds)
        self._open(dialog, self._answer_idle)
        self._asks_idle = True

    def say_why_not(self, clinic: Clinic, why: Reason) -> None:
        self._open(dialogs.say_why_not(self.look, self._window, clinic, why), self._closed)

    def ask_gender(self, clinic: Clinic) -> None:
        self._open(dialogs.ask_gender(self.look, self._window, clinic), self._answer_gender)
        self._clinic = clinic

    def ask_language(self, languages: tuple[str, ...]) -> None:
        asked = dialogs.ask_language(self.look, self._window, languages)
        self._open(asked, self._answer_language)

    def ask_staff_code(self) -> None:
        """Ask for the code that leaves the kiosk."""
        dialog, pad = dialogs.ask_staff_code(self.look, self._window)
        pad.accepted.connect(self._try_code)
        self._open(dialog, self._closed)
        self._pad = pad
        self._show_tries(pad)

    def _open(self, dialog: Dialog, answered: Callable[[str], None]) -> None:
        self.close()
        self._dialog = dialog
        dialog.setLayoutDirection(self.look.direction)
        dialog.answered.connect(answered)
        dialog.open()

    @Slot(str)
    def _closed(self, _answer: str) -> None:
        self._dialog = self._pad = None

    @Slot(str)
    def _answer_idle(self, answer: str) -> None:
        self._dialog, self._asks_idle = None, False
        (self.restarted if answer == dialogs.RESTART else self.stayed).emit()

    @Slot(str)
    def _answer_gender(self, answer: str) -> None:
        clinic, self._clinic = self._clinic, None
        self._dialog = None
        if answer == dialogs.GO_ON and clinic is not None:
            self.clinic_agreed.emit(clinic)

    @Slot(str)
    def _answer_language(self, language: str) -> None:
        self._dialog = None
        if language:
            self.language_chosen.emit(language)

    @Slot(str)
    def _try_code(self, typed: str) -> None:
        pad = self._pad
        if pad is None:
            return
        if self._code.accepts(typed):
            self.close()
            self.code_right.emit()
            return
        if self._code.locked_for_s == 0:
            pad.set_wrong(self.look.say(words.CODE_WRONG, self._code.tries_left))
        self._show_tries(pad)

    def _show_tries(self, pad: Keypad) -> None:
        """After the last try the pad is shut, and says until when."""
        locked_s = self._code.locked_for_s
        if locked_s > 0:
            # the minute shown must be over when it can be tried again
            opens_at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=locked_s + 59)
            pad.set_locked(self.look.say(words.CODE_LOCKED, time=self.look.time(opens_at)))
