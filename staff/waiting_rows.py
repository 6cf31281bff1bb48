"""The rows of the waiting list: class, and how long the patient has waited as bead and minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from domain.tickets import DeskTicket, TicketId
from staff.look import Look
from staff.ticket_rows import Column, TicketRows
from staff.words import all_class_faces, class_face, class_name, translate, who
from ui.languages import isolate
from ui.text import TextBlock, TextSpot
from ui.widgets.bead_wait import paint_wait, wait_size
from ui.widgets.pill import paint_pill, pill_size, pill_spot
from ui.words import MINUTES, word


class WaitingRows(TicketRows):
    """Knows the time, which row is next, and which ones another desk has just called."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.now: dt.datetime | None = None
        self.next_id: TicketId | None = None
        self.leaving: Mapping[str, str] = {}
        theme, digits = look.theme, look.wording.digits
        pills = [pill_size(theme, face).width() for face in all_class_faces(theme)]
        self.columns = (
            Column(translate("Staff", "Number"), 60),
            Column(translate("Staff", "Patient"), 0),
            Column(translate("Staff", "Class"), max(pills)),
            Column(translate("Staff", "Wait"), wait_size(theme, 888, digits).width()),
        )
        self.fit_numbers(())

    def minutes(self, ticket: DeskTicket) -> int:
        """How long, as of now; nothing is known before the first reading."""
        if self.now is None:
            return 0
        return max(0, int((self.now - ticket.arrived_at).total_seconds() // 60))

    def spoken(self, ticket: DeskTicket) -> str:
        minutes = self.look.wording.number(self.minutes(ticket))
        unit = word(self.look.theme.language, MINUTES)
        return f"{ticket.label}, {who(ticket)}, {class_name(ticket.priority)}, {minutes} {unit}"

    def ground(self, ticket: DeskTicket) -> str:
        return "turn_soft" if ticket.ticket_id == self.next_id else "card"

    def is_dashed(self, ticket: DeskTicket) -> bool:
        return ticket.label in self.leaving

    def paint_rest(self, painter: QPainter, ticket: DeskTicket, rects: list[QRectF]) -> None:
        look, theme = self.look, self.look.theme
        face = class_face(theme, ticket)
        if face is None or self.is_dashed(ticket):
            self._plain(ticket, rects[0]).draw(painter, rects[0], look.color("second_text"))
        else:
            paint_pill(painter, rects[0], theme, face, rtl=theme.is_rtl)
        paint_wait(
            painter,
            rects[1],
            theme,
            self.minutes(ticket),
            look.wait_limits,
            digits=look.wording.digits,
            rtl=theme.is_rtl,
        )

    def rest_spots(self, ticket: DeskTicket, rects: list[QRectF]) -> list[TextSpot]:
        theme = self.look.theme
        face = class_face(theme, ticket)
        if face is None or self.is_dashed(ticket):
            return [self._plain(ticket, rects[0]).spot(rects[0])]
        return [pill_spot(rects[0], theme, face, rtl=theme.is_rtl)]

    def _plain(self, ticket: DeskTicket, rect: QRectF) -> TextBlock:
        """The class in words, or where the patient is just being called to."""
        room = self.leaving.get(ticket.label)
        words = class_name(ticket.priority)
        if room is not None:
            words = translate("Staff", "Called to room {room}").format(room=isolate(room))
        style = self.text_style(self.look.theme.font("small"))
        return TextBlock(words, style, rect.width(), max_lines=1)
