"""A ticket's state, or its class, as an icon and a word; never a colour alone."""

from __future__ import annotations

import enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.states import Priority, TicketState
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.pill import PillFace, paint_pill, pill_size, pill_spot
from ui.widgets.themed import ThemedWidget
from ui.words import (
    APPOINTMENT,
    CALLED,
    CANCELLED,
    DONE,
    EMERGENCY,
    EXPIRED,
    HELD,
    NO_SHOW,
    PRIORITY,
    SERVING,
    TRANSFERRED,
    WAITING,
    word,
)


class Status(enum.Enum):
    """What a pill can say: the states of a ticket, and the classes that are not regular."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    NO_SHOW = "no_show"
    DONE = "done"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    EMERGENCY = "emergency"
    PRIORITY = "priority"
    APPOINTMENT = "appointment"

    @staticmethod
    def of_state(state: TicketState) -> Status:
        return Status(state.value)

    @staticmethod
    def of_priority(priority: Priority) -> Status | None:
        """The class of a ticket; None for a regular one, which has a plain word and no pill."""
        if priority is Priority.NONE:
            return None
        return Status.EMERGENCY if priority is Priority.EMERGENCY else Status.PRIORITY


# icon, word, fill, what stands on it, outline
_FACES: dict[Status, tuple[str, str, str, str, str]] = {
    Status.WAITING: ("clock", WAITING, "card", "second_action", "second_action"),
    Status.CALLED: ("call", CALLED, "turn", "on_turn", ""),
    Status.SERVING: ("start", SERVING, "action", "on_action", ""),
    Status.HELD: ("hold", HELD, "priority_soft", "on_priority_soft", ""),
    Status.NO_SHOW: ("no-show", NO_SHOW, "danger_soft", "on_danger_soft", ""),
    Status.DONE: ("check", DONE, "off", "second_text", ""),
    Status.TRANSFERRED: ("transfer", TRANSFERRED, "off", "second_text", ""),
    Status.CANCELLED: ("close", CANCELLED, "off", "second_text", ""),
    Status.EXPIRED: ("clock", EXPIRED, "off", "second_text", ""),
    Status.EMERGENCY: ("warning", EMERGENCY, "danger_fill", "on_danger_fill", ""),
    Status.PRIORITY: ("priority", PRIORITY, "priority_soft", "on_priority_soft", ""),
    Status.APPOINTMENT: ("appointment", APPOINTMENT, "card", "second_action", "second_action"),
}


def status_face(theme: Theme, status: Status) -> PillFace:
    """How a status is painted with ui.widgets.pill.paint_pill, for lists that paint themselves."""
    icon, text, fill, ink, outline = _FACES[status]
    return PillFace(icon, word(theme.language, text), fill, ink, outline)


class StatusPill(ThemedWidget):
    """One status; it is not a button and has no disabled state."""

    def __init__(self, theme: Theme, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._status = status
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._face().words)

    @property
    def status(self) -> Status:
        return self._status

    def set_status(self, status: Status) -> None:
        self._status = status
        self.setAccessibleName(self._face().words)
        self.changed()

    def sizeHint(self) -> QSize:
        return pill_size(self.theme, self._face()).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_rects(self) -> list[TextSpot]:
        return [pill_spot(QRectF(self.rect()), self.theme, self._face(), rtl=self.runs_rtl)]

    def paint(self, painter: QPainter) -> None:
        paint_pill(painter, QRectF(self.rect()), self.theme, self._face(), rtl=self.runs_rtl)

    def _face(self) -> PillFace:
        return status_face(self.theme, self._status)
