"""The patient in hand: number, timer, usual time, name, note, and what may be done now."""

from __future__ import annotations

import datetime as dt
import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from domain.names import name_in
from domain.states import TicketState
from domain.tickets import DeskTicket
from staff.actions_grid import ActionsGrid, grace_left_s
from staff.call_next import next_of
from staff.counts import StaffCounts
from staff.empty_door import EmptyDoor
from staff.hand_tabs import HandTabs
from staff.look import Look
from staff.note_strip import NoteStrip
from staff.orders import Act
from staff.panel import Panel
from staff.progress import Progress
from staff.route_strand import RouteStrand
from staff.scene import Scene
from staff.words import class_name, translate, who
from ui.languages import in_digits, isolate
from ui.text import number_width
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.number_label import NumberLabel
from ui.widgets.pill import pill_size
from ui.widgets.status_pill import Status, StatusPill, status_face

NUMBER_PX = 284
"""Room for the number beside a timer that shows hours."""

_END = Qt.AlignmentFlag.AlignTrailing
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_START = Qt.AlignmentFlag.AlignLeading


class ServingCard(Panel):
    """Paints the scene's ticket in hand; with several, tabs choose which.

    Signals:
        asked(Act): a button was pressed.
        chosen(TicketId): another ticket in hand was chosen.
    """

    asked = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._ticket: DeskTicket | None = None
        self._make_parts()
        self._lay_out()

    def _make_parts(self) -> None:
        theme = self._look.theme
        self.pill = StatusPill(theme, Status.CALLED)
        faces = [status_face(theme, one) for one in (Status.CALLED, Status.SERVING)]
        self.pill.setMinimumWidth(math.ceil(max(pill_size(theme, one).width() for one in faces)))
        self.tabs = HandTabs(self._look)
        self.place = FittingLabel(theme, "", "body", bold=True, alignment=_END, max_lines=1)
        self.number = NumberLabel(theme, "", "serving_number", alignment=_START)
        self.timer = NumberLabel(theme, "", "timer", color="text", alignment=_END)
        self.usual = FittingLabel(
            theme, "", "small", color="second_text", alignment=_END, max_lines=1
        )
        self.progress = Progress(self._look)
        self.patient = FittingLabel(theme, "", "patient", max_lines=1)
        self.facts = FittingLabel(theme, "", "small", color="second_text", max_lines=1)
        self.note = NoteStrip(self._look)
        self.route = RouteStrand(self._look)
        self.nobody = FittingLabel(
            theme, "", "patient", color="second_text", alignment=_CENTRE, max_lines=2
        )
        self.nobody_hint = FittingLabel(
            theme, "", "body", color="second_text", alignment=_CENTRE, max_lines=2
        )
        self.grid = ActionsGrid(self._look)
        self.grid.asked.connect(self.asked)
        self.tabs.chosen.connect(self.chosen)
        self.route.clicked.connect(self._ask_route)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.place, 0)
        self._parts = QStackedLayout()
        self._parts.addWidget(self._taken())
        self._parts.addWidget(self._empty())
        self._column.addLayout(head)
        self._column.addLayout(self._parts, 1)
        self._column.addWidget(self.grid)
        self.set_close(False)

    def _taken(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0))
        row = QHBoxLayout()
        row.addWidget(self.number, 1)
        times = QVBoxLayout()
        times.setSpacing(self._look.theme.space(0))
        times.addStretch(1)
        times.addWidget(self.timer, 0, Qt.AlignmentFlag.AlignTrailing)
        times.addWidget(self.usual)
        times.addStretch(1)
        row.addLayout(times)
        column.addStretch(1)
        column.addLayout(row)
        column.addSpacing(self._look.theme.space(1))
        column.addWidget(self.progress)
        column.addStretch(1)
        column.addWidget(self.patient)
        column.addWidget(self.facts)
        column.addSpacing(self._look.theme.space(0))
        column.addWidget(self.note)
        column.addWidget(self.route)
        column.addStretch(1)
        return page

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(EmptyDoor(self._look.theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(self._look.theme.space(2))
        column.addWidget(self.nobody)
        column.addWidget(self.nobody_hint)
        column.addStretch(1)
        return page

    def set_close(self, close: bool) -> None:
        """Less air between the parts, where the window is low."""
        theme = self._look.theme
        edge = theme.space(4)
        foot = theme.space(2) if close else edge
        self._column.setContentsMargins(edge, theme.space(2 if close else 3), edge, foot)
        self._column.setSpacing(theme.space(1 if close else 3))
        self.grid.set_close(close)

    @Slot(object)
    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        """Show the ticket in hand, or that there is none."""
        ticket = scene.in_hand
        self._ticket = ticket
        tickets = () if scene.desk_list is None else scene.desk_list.in_hand
        self.tabs.show_tickets(tickets, None if ticket is None else ticket.ticket_id)
        self.tabs.setVisible(len(tickets) > 1)
        self.pill.setVisible(ticket is not None)
        self.place.setVisible(len(tickets) <= 1)
        self.place.set_text(self._place(scene))
        self._parts.setCurrentIndex(1 if ticket is None else 0)
        if ticket is None:
            self._show_nobody(scene)
        else:
            self._show_ticket(ticket, scene, now)
        self.grid.show_scene(scene, now)

    @Slot()
    def _ask_route(self) -> None:
        self.asked.emit(Act.ROUTE)

    def _show_nobody(self, scene: Scene) -> None:
        if scene.desk_list is None:
            self.nobody.set_text(translate("Staff", "Reading the list"))
            self.nobody_hint.set_text("")
            return
        self.nobody.set_text(translate("Staff", "Nobody is in this room"))
        hint = ""
        if next_of(scene) is not None:
            hint = translate("Staff", "Press F2 to call the next patient.")
        self.nobody_hint.set_text(hint)

    def _show_ticket(self, ticket: DeskTicket, scene: Scene, now: dt.datetime | None) -> None:
        serving = ticket.state is TicketState.SERVING
        self.pill.set_status(Status.of_state(ticket.state))
        self._show_number(self._look.wording.bare_label(ticket.label))
        since = ticket.started_at if serving else ticket.called_at
        elapsed = 0.0
        if since is not None and now is not None:
            elapsed = max(0.0, (now - since).total_seconds())
        self.timer.set_text(self._look.wording.bare_span(elapsed))
        usual_s = scene.desk_list.usual_service_s if scene.desk_list is not None else None
        left_s = grace_left_s(ticket, scene, now)
        self.usual.set_text(self._beside_timer(serving, usual_s, left_s))
        grace_s = scene.desk_list.no_show_grace_s if scene.desk_list is not None else 0
        whole = usual_s if serving else grace_s
        self.progress.set_part(elapsed / whole if whole else None)
        self.patient.set_text(who(ticket))
        self.facts.set_text(self._facts(ticket))
        self.note.show_note(ticket.note)
        self.route.show_route(ticket.route)

    def _show_number(self, label: str) -> None:
        """A label of more digits than usual is set smaller, so that the timer keeps its place."""
        theme = self._look.theme
        usual = theme.px("serving_number")
        width = number_width(label, theme.number_font("serving_number"))
        self.number.set_px(min(usual, int(usual * NUMBER_PX / max(1.0, width))))
        self.number.set_text(label)

    def _beside_timer(self, serving: bool, usual_s: int | None, left_s: float) -> str:
        """What the timer is to be compared with."""
        wording = self._look.wording
        if serving:
            if not usual_s:
                return translate("Staff", "being served")
            minutes = max(1, round(usual_s / 60))
            return in_digits(StaffCounts().usual(minutes), wording.digits)
        if left_s > 0:
            return translate("Staff", "no-show in {time}").format(time=wording.span(left_s))
        return translate("Staff", "since the call")

    def _facts(self, ticket: DeskTicket) -> str:
        wording = self._look.wording
        facts = [class_name(ticket.priority)]
        if ticket.route is not None:
            facts.insert(0, wording.name(ticket.route.names))
        facts.append(
            translate("Staff", "arrived {time}").format(time=wording.time(ticket.arrived_at))
        )
        if ticket.called_at is not None:
            waited = max(0, int((ticket.called_at - ticket.arrived_at).total_seconds() // 60))
            words = StaffCounts().waited(waited)
            facts.append(in_digits(words, wording.digits))
        if ticket.recalls:
            words = StaffCounts().recalled(ticket.recalls)
            facts.append(in_digits(words, wording.digits))
        if ticket.party_size > 1:
            words = StaffCounts().party(ticket.party_size)
            facts.append(in_digits(words, wording.digits))
        return " · ".join(facts)

    def _place(self, scene: Scene) -> str:
        """Room and clinics of this desk."""
        names = [isolate(name_in(one.names, self._look.wording.language)) for one in scene.mine]
        parts = [room_words(scene.desk.room), *names[:2]]
        more = len(names) - 2
        if more > 0:
            parts.append("+" + self._look.wording.number(more))
        return " · ".join(parts)


def room_words(room: str | None) -> str:
    if room is None:
        return translate("Staff", "No room")
    return translate("Staff", "Room {room}").format(room=isolate(room))
