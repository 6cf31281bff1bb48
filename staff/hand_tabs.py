"""Which of several patients in one room the buttons are about: one small button each."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from domain.tickets import DeskTicket, TicketId
from staff.look import Look
from ui.widgets.big_button import BigButton, ButtonKind

MOST = 4
"""More than that do not stand side by side; the rest are reached with the key for the next one."""

TALL_PX = 40


class HandTabs(QWidget):
    """Buttons in the order of the calls.

    Signals:
        chosen(TicketId): a person chose that ticket; each counts.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[TicketId, ...] = ()
        self.buttons: dict[TicketId, BigButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space(0))

    def show_tickets(self, tickets: tuple[DeskTicket, ...], current: TicketId | None) -> None:
        """Show so many as there is room for, the current one always among them."""
        some = _around(tickets, current)
        ids = tuple(one.ticket_id for one in some)
        if ids != self._shown:
            self._build(some)
            self._shown = ids
        for ticket, button in self.buttons.items():
            button.setChecked(ticket == current)

    def _build(self, tickets: tuple[DeskTicket, ...]) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for ticket in tickets:
            words = self._look.wording.bare_label(ticket.label)
            button = BigButton(self._look.theme, words, kind=ButtonKind.PLAIN, role="small")
            button.setCheckable(True)
            button.setFixedHeight(TALL_PX)
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[ticket.ticket_id] = button

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        for ticket, one in self.buttons.items():
            if one is button:
                self.chosen.emit(ticket)


def _around(tickets: tuple[DeskTicket, ...], current: TicketId | None) -> tuple[DeskTicket, ...]:
    place = next((i for i, one in enumerate(tickets) if one.ticket_id == current), 0)
    first = max(0, min(place - MOST + 1, len(tickets) - MOST))
    return tickets[first : first + MOST]
