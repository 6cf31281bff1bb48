"""The buttons for the ticket in hand: only what is valid now is solid, one is the first choice."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from domain.states import TicketState
from domain.tickets import DeskTicket
from staff.look import Look
from staff.orders import Act, may
from staff.scene import Scene
from staff.words import ACT_ICONS, act_name
from ui.widgets.big_button import BigButton, ButtonKind

KEYS: dict[Act, str] = {
    Act.RECALL: "F3",
    Act.START: "F4",
    Act.DONE: "F5",
    Act.NO_SHOW: "F6",
    Act.HOLD: "F7",
    Act.TRANSFER: "F8",
    Act.LEAVE: "F9",
    Act.NOTE: "F10",
    Act.CANCEL: "Del",
}
_FIRST_CHOICE = {TicketState.CALLED: Act.START, TicketState.SERVING: Act.DONE}
_PER_ROW = 3
ROOMY_PX, CLOSE_PX = 56, 40


class ActionsGrid(QWidget):
    """Nine buttons in three rows.

    Signals:
        asked(Act): a button was pressed; each counts.
    """

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.buttons: dict[Act, BigButton] = {}
        self._group = QButtonGroup(self, exclusive=False)
        self._group.buttonClicked.connect(self._clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        keys = list(KEYS.items())
        for first in range(0, len(keys), _PER_ROW):
            row = QHBoxLayout()
            row.setSpacing(look.theme.space(2))
            for act, key in keys[first : first + _PER_ROW]:
                row.addWidget(self._button(act, key), 1)
            self._column.addLayout(row)
        self.set_close(False)

    def set_close(self, close: bool) -> None:
        """Lower buttons with less between them, where the window is low."""
        self._column.setSpacing(self._look.theme.space(1 if close else 2))
        for button in self.buttons.values():
            button.setFixedHeight(CLOSE_PX if close else ROOMY_PX)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        """Make solid what may be done to the ticket in hand at this moment."""
        ticket = scene.in_hand
        first = None if ticket is None else _FIRST_CHOICE.get(ticket.state)
        had_focus = next((act for act, one in self.buttons.items() if one.hasFocus()), None)
        asking = scene.standing.asking
        for act, button in self.buttons.items():
            button.set_waiting(
                asking is not None and asking.act is act and asking.ticket == scene.current_id
            )
            self._set_kind(button, act, first)
            button.setEnabled(scene.shows_free and can(act, ticket, scene, now))
        if had_focus is not None and not self.buttons[had_focus].isEnabled():
            self._keep_focus(first)

    def _keep_focus(self, first: Act | None) -> None:
        """A pressed button that is not valid any more hands the focus to the next step."""
        if first is not None and self.buttons[first].isEnabled():
            self.buttons[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_kind(self, button: BigButton, act: Act, first: Act | None) -> None:
        kind = ButtonKind.DANGER if act is Act.CANCEL else ButtonKind.PLAIN
        if act is first:
            kind = ButtonKind.FIRST
        if button.kind is not kind:
            button.set_kind(kind)

    def _button(self, act: Act, key: str) -> BigButton:
        button = BigButton(
            self._look.theme,
            act_name(act),
            ACT_ICONS[act],
            kind=ButtonKind.PLAIN,
            hint=key,
            parent=self,
        )
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setObjectName(act.value)
        self._group.addButton(button)
        self.buttons[act] = button
        return button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.asked.emit(Act(button.objectName()))


def can(act: Act, ticket: DeskTicket | None, scene: Scene, now: dt.datetime | None) -> bool:
    """Whether the act is valid for the ticket at this moment; a no-show only after the grace."""
    if not may(act, ticket):
        return False
    return act is not Act.NO_SHOW or grace_left_s(ticket, scene, now) <= 0


def grace_left_s(ticket: DeskTicket | None, scene: Scene, now: dt.datetime | None) -> float:
    """Seconds until a called patient counts as not coming; 0 when that is so already."""
    if ticket is None or ticket.called_at is None or now is None or scene.desk_list is None:
        return 0.0
    grace = dt.timedelta(seconds=scene.desk_list.no_show_grace_s)
    return max(0.0, (ticket.called_at + grace - now).total_seconds())
