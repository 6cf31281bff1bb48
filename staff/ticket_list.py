"""A scrolling list of tickets that keeps the chosen one chosen while rows come and go."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from domain.tickets import DeskTicket, TicketId
from staff.look import Look
from staff.scroll_style import SCROLL_PX, scroll_style
from staff.ticket_model import TicketModel
from staff.ticket_rows import TicketRows
from ui.text import TextSpot

_OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TicketList(QListView):
    """Rows painted by a delegate.

    Signals:
        chosen_changed(DeskTicket | None): the row that keys and buttons are about; newest wins.
        opened(DeskTicket): Enter or a double click on a row.
        fitted(): the columns may have other widths now.
        menu_asked(DeskTicket, QPoint): the menu key or the other mouse button; a global position.
    """

    chosen_changed = Signal(object)
    opened = Signal(object)
    fitted = Signal()
    menu_asked = Signal(object, QPoint)

    def __init__(self, look: Look, rows: TicketRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._model = TicketModel(rows.spoken, self)
        self._chosen: TicketId | None = None
        rows.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(rows)
        self._dress(look)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def _dress(self, look: Look) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        bar = self.verticalScrollBar()
        bar.setStyleSheet(scroll_style(look.theme, ground=look.color("card").name()))
        bar.setFixedWidth(SCROLL_PX)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("card"))
        self.setPalette(palette)

    @property
    def chosen(self) -> DeskTicket | None:
        row = self._model.row_of(self._chosen)
        return self._model.tickets[row] if row >= 0 else None

    @property
    def tickets(self) -> tuple[DeskTicket, ...]:
        return self._model.tickets

    def show_tickets(self, tickets: tuple[DeskTicket, ...]) -> None:
        """Show these rows. The chosen one stays chosen; one that is gone leaves none chosen."""
        before, place = self._chosen, self.verticalScrollBar().value()
        if not self._model.set_tickets(tickets):
            self.viewport().update()
            return
        self._rows.fit_numbers(tickets)
        self.fitted.emit()
        self.verticalScrollBar().setValue(place)
        self.choose(before if self._model.row_of(before) >= 0 else None)

    def choose(self, ticket: TicketId | None) -> None:
        row = self._model.row_of(ticket)
        index = self._model.index(row) if row >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self._take(ticket if row >= 0 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _OPENING_KEYS and self.chosen is not None:
            self.opened.emit(self.chosen)
        elif event.key() == Qt.Key.Key_Escape and self.chosen is not None:
            self.choose(None)
        elif self.chosen is None and event.key() == Qt.Key.Key_Down and self._model.rowCount():
            self.choose(self._model.tickets[0].ticket_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu()
            return
        ticket = self.indexAt(event.pos()).data(Qt.ItemDataRole.UserRole)
        if isinstance(ticket, DeskTicket):
            self.choose(ticket.ticket_id)
            self.menu_asked.emit(ticket, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight when its buttons take a part of the list's place."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @Slot()
    def ask_menu(self) -> None:
        """Ask for the chosen row's menu, at the row."""
        if self.chosen is not None:
            where = self.visualRect(self._model.index(self._model.row_of(self._chosen)))
            self.menu_asked.emit(self.chosen, self.viewport().mapToGlobal(where.center()))

    def text_rects(self) -> list[TextSpot]:
        """The texts of the rows that are wholly in sight."""
        spots = []
        for row, ticket in enumerate(self._model.tickets):
            where = self.visualRect(self._model.index(row))
            if self.viewport().rect().contains(where.adjusted(0, 0, 0, -1)):
                spots += self._rows.spots(ticket, QRectF(where))
        return spots

    def row_rect(self, ticket: TicketId) -> QRect:
        return self.visualRect(self._model.index(self._model.row_of(ticket)))

    @Slot(QModelIndex)
    def _open_index(self, index: QModelIndex) -> None:
        ticket = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(ticket, DeskTicket):
            self.opened.emit(ticket)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        ticket = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(ticket, DeskTicket):
            self._take(ticket.ticket_id)

    def _take(self, ticket: TicketId | None) -> None:
        if ticket != self._chosen or self.chosen is None:
            self._chosen = ticket
            self.chosen_changed.emit(self.chosen)
