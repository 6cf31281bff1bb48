"""Tickets as rows of a list view; it holds the last tuple it was handed and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from domain.tickets import DeskTicket, TicketId

Index = QModelIndex | QPersistentModelIndex


class TicketModel(QAbstractListModel):
    """Rows in the order given. `spoken` says a row in words, for screen readers."""

    def __init__(self, spoken: Callable[[DeskTicket], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tickets: tuple[DeskTicket, ...] = ()
        self._spoken = spoken

    @property
    def tickets(self) -> tuple[DeskTicket, ...]:
        return self._tickets

    def set_tickets(self, tickets: tuple[DeskTicket, ...]) -> bool:
        """Take over the rows; whether they are others than before."""
        if tickets == self._tickets:
            return False
        self.beginResetModel()
        self._tickets = tickets
        self.endResetModel()
        return True

    def row_of(self, ticket: TicketId | None) -> int:
        """The ticket's row, -1 when it is not there."""
        return next((i for i, one in enumerate(self._tickets) if one.ticket_id == ticket), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._tickets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._tickets):
            return None
        ticket = self._tickets[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return ticket
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(ticket)
        return None
