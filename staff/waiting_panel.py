"""The waiting list in the order of calling, and what may be done to the row that is chosen."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.states import ClinicState
from domain.tickets import DeskTicket
from staff.call_next import next_of
from staff.column_heads import ColumnHeads
from staff.list_notice import ListNotice
from staff.look import Look
from staff.orders import Act
from staff.panel import Panel
from staff.row_menu import RowMenu
from staff.row_strip import RowStrip
from staff.scene import Scene
from staff.ticket_list import TicketList
from staff.wait_legend import WaitLegend
from staff.waiting_rows import WaitingRows
from staff.words import translate
from ui.widgets.fitting_label import FittingLabel

_STRIP = ((Act.CALL_CHOSEN, "Enter"), (Act.PRIORITY, "F11"))


class WaitingPanel(Panel):
    """Shows the scene's waiting rows.

    Signals:
        asked(Act, DeskTicket): something is to be done to that row; each counts.
        read_asked(): the list is to be read again.
    """

    asked = Signal(object, object)
    read_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._free = False
        self._rows = WaitingRows(look)
        self.title = FittingLabel(
            look.theme, translate("Staff", "Waiting list"), "panel_title", max_lines=1
        )
        self.hint = FittingLabel(look.theme, "", "small", color="second_text", max_lines=1)
        self.notice = ListNotice(look)
        self.rows = TicketList(look, self._rows)
        self.rows.setAccessibleName(self.title.text())
        self.nobody = FittingLabel(
            look.theme,
            "",
            "body",
            color="second_text",
            alignment=Qt.AlignmentFlag.AlignHCenter,
        )
        self._either = QStackedWidget()
        self._either.addWidget(self.nobody)
        self._either.addWidget(self.rows)
        self.strip = RowStrip(look, _STRIP, icons=False)
        self._lay_out()
        self._connect()
        self.strip.show_ticket(None, free=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 14, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 0, 18, 0)
        head.setSpacing(self._look.theme.space(2))
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        inset = QHBoxLayout()
        inset.setContentsMargins(12, 8, 12, 0)
        inset.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 6, 8, 6)
        foot.addWidget(self.strip)
        column.addLayout(head)
        column.addLayout(inset)
        heads = ColumnHeads(self._look, self._rows)
        self.rows.verticalScrollBar().rangeChanged.connect(heads.make_room)
        self.rows.fitted.connect(heads.update)
        column.addWidget(heads)
        column.addWidget(self._either, 1)
        column.addLayout(foot)
        column.addWidget(WaitLegend(self._look))

    def _connect(self) -> None:
        self.notice.read_asked.connect(self.read_asked)
        self.rows.opened.connect(self._opened)
        self.rows.chosen_changed.connect(self._chosen)
        self.rows.menu_asked.connect(self._show_menu)
        self.strip.asked.connect(self.ask)
        self.strip.menu_asked.connect(self.rows.ask_menu)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        waiting = () if scene.desk_list is None else scene.desk_list.waiting
        following = next_of(scene)
        self._free = scene.shows_free
        self._rows.now = now
        self._rows.leaving = scene.leaving
        self._rows.next_id = None if following is None else following.ticket_id
        self.rows.show_tickets(waiting)
        self.hint.set_text(self._hint(scene))
        self.notice.show_scene(scene)
        self._either.setCurrentWidget(self.rows if waiting else self.nobody)
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
        act = Act.CALL_NEXT if ticket.ticket_id == self._rows.next_id else Act.CALL_CHOSEN
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
