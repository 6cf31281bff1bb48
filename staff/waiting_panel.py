"""The waiting list in the order of calling, and what may be done to the row that is chosen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from domain.states import ClinicState
from domain.tickets import DeskTicket
from staff.call_next import next_of
from staff.column_heads import ColumnHeads
from staff.list_frame import ListFrame
from staff.look import Look
from staff.orders import Act
from staff.row_menu import RowMenu
from staff.row_strip import RowStrip
from staff.scene import Scene
from staff.ticket_list import TicketList
from staff.wait_legend import WaitLegend
from staff.waiting_rows import WaitingRows
from staff.words import translate

_STRIP = ((Act.CALL_CHOSEN, "Enter"), (Act.PRIORITY, "F11"))


class WaitingPanel(ListFrame):
    """Shows the scene's waiting rows.

    Signals:
        asked(Act, DeskTicket): something is to be done to that row; each counts.
    """

    asked = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        waiting = WaitingRows(look)
        rows = TicketList(look, waiting)
        super().__init__(look, translate("Staff", "Waiting list"), rows, "", parent)
        self._look, self._waiting, self.rows = look, waiting, rows
        self._free = False
        self.rows.setAccessibleName(self.title.text())
        self.strip = RowStrip(look, _STRIP, icons=False)
        heads = ColumnHeads(look, self._waiting)
        self.rows.verticalScrollBar().rangeChanged.connect(heads.make_room)
        self.rows.fitted.connect(heads.update)
        self.heads.addWidget(heads)
        self.foot.setContentsMargins(8, 6, 8, 6)
        self.foot.addWidget(self.strip)
        self.column.setContentsMargins(1, 14, 1, 1)
        self.column.addWidget(WaitLegend(look))
        self._connect()
        self.strip.show_ticket(None, free=False)

    def _connect(self) -> None:
        self.rows.opened.connect(self._opened)
        self.rows.chosen_changed.connect(self._chosen)
        self.rows.menu_asked.connect(self._show_menu)
        self.strip.asked.connect(self.ask)
        self.strip.menu_asked.connect(self.rows.ask_menu)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        waiting = () if scene.desk_list is None else scene.desk_list.waiting
        following = next_of(scene)
        self._free = scene.shows_free
        self._waiting.now = now
        self._waiting.leaving = scene.leaving
        self._waiting.next_id = None if following is None else following.ticket_id
        self.rows.show_tickets(waiting)
        self.hint.set_text(self._hint(scene))
        self.notice.show_scene(scene)
        self.set_empty(not waiting)
        self.nobody.set_text(_nobody_words(scene))
        self.strip.show_ticket(self.rows.chosen, free=self._free)

    @Slot(object)
    def ask(self, act: Act) -> None:
        """Ask for an act on the row that is chosen; nothing without one."""
        if self.rows.chosen is not None:
            self.asked.emit(act, self.rows.chosen)

    def _hint(self, scene: Scene) -> str:
        """That the order is the order of calling, or which clinics are not open."""
        words = {
            ClinicState.PAUSED: translate("Staff", "{clinic} is paused"),
            ClinicState.CLOSED: translate("Staff", "{clinic} is closed"),
        }
        name = self._look.wording.name
        away = [
            words[one.state].format(clinic=name(one.names))
            for one in scene.mine
            if one.state in words
        ]
        return " · ".join(away) or translate("Staff", "in the order they will be called")

    @Slot(object)
    def _opened(self, ticket: DeskTicket) -> None:
        act = Act.CALL_NEXT if ticket.ticket_id == self._waiting.next_id else Act.CALL_CHOSEN
        self.asked.emit(act, ticket)

    @Slot(object)
    def _chosen(self, ticket: DeskTicket | None) -> None:
        self.strip.show_ticket(ticket, free=self._free)

    def set_titled(self, titled: bool) -> None:
        """Without its title, where a tab above says the same."""
        self.title.setVisible(titled)

    @Slot(object, QPoint)
    def _show_menu(self, ticket: DeskTicket, where: QPoint) -> None:
        menu = RowMenu(self._look, ticket, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.asked.connect(self.asked)
        menu.popup(where)


def _nobody_words(scene: Scene) -> str:
    if scene.desk_list is None:
        return ""
    return translate("Staff", "Nobody is waiting. New numbers appear here.")
