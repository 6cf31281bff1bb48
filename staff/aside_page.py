"""The held and the no-shows of the day, and the way back into the line."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.states import TicketState
from domain.tickets import DeskTicket
from staff.aside_rows import AsideRows
from staff.column_heads import ColumnHeads
from staff.list_frame import ListFrame
from staff.look import Look
from staff.orders import Act
from staff.row_menu import RowMenu
from staff.row_strip import RowStrip
from staff.scene import Scene
from staff.ticket_list import TicketList
from staff.words import translate

_STRIP = (
    (Act.RESUME, "Enter"),
    (Act.REACTIVATE, "Enter"),
    (Act.TRANSFER, "F8"),
    (Act.PRIORITY, "F11"),
    (Act.CANCEL, "Del"),
)


class AsidePage(QWidget):
    """One list; Enter on a row brings the patient back into the line.

    Signals:
        asked(Act, DeskTicket): something is to be done to that row; each counts.
    """

    asked = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._free = False
        rows = AsideRows(look)
        self.rows = TicketList(look, rows)
        self.frame = ListFrame(
            look,
            translate("Staff", "Held and no-show"),
            self.rows,
            translate("Staff", "Nobody is on hold, and nobody failed to come."),
        )
        self.frame.hint.set_text(
            translate("Staff", "a patient who comes back keeps the place in the line")
        )
        self.strip = RowStrip(look, _STRIP)
        heads = ColumnHeads(look, rows)
        self.rows.verticalScrollBar().rangeChanged.connect(heads.make_room)
        self.rows.fitted.connect(heads.update)
        self.frame.heads.addWidget(heads)
        self.frame.foot.addWidget(self.strip)
        edge = look.theme.space(4)
        around = QVBoxLayout(self)
        around.setContentsMargins(edge, edge, edge, edge)
        around.addWidget(self.frame)
        self.rows.opened.connect(self._opened)
        self.rows.chosen_changed.connect(self._chosen)
        self.rows.menu_asked.connect(self._show_menu)
        self.strip.asked.connect(self.ask)
        self.strip.menu_asked.connect(self.rows.ask_menu)
        self.strip.show_ticket(None, free=False)

    def show_scene(self, scene: Scene, _now: dt.datetime | None) -> None:
        aside = () if scene.desk_list is None else scene.desk_list.aside
        self._free = scene.shows_free
        self.rows.show_tickets(aside)
        self.frame.notice.show_scene(scene)
        self.frame.set_empty(not aside)
        self.strip.show_ticket(self.rows.chosen, free=self._free)

    @Slot(object)
    def ask(self, act: Act) -> None:
        """Ask for an act on the row that is chosen; nothing without one."""
        if self.rows.chosen is not None:
            self.asked.emit(act, self.rows.chosen)

    @Slot(object)
    def _opened(self, ticket: DeskTicket) -> None:
        held = ticket.state is TicketState.HELD
        self.asked.emit(Act.RESUME if held else Act.REACTIVATE, ticket)

    @Slot(object)
    def _chosen(self, ticket: DeskTicket | None) -> None:
        self.strip.show_ticket(ticket, free=self._free)

    @Slot(object, QPoint)
    def _show_menu(self, ticket: DeskTicket, where: QPoint) -> None:
        menu = RowMenu(self._look, ticket, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.asked.connect(self.asked)
        menu.popup(where)
