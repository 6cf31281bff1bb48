"""The rows of the held and the no-shows: their state, why, and when they arrived."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from domain.tickets import DeskTicket
from staff.look import Look
from staff.ticket_rows import Column, TicketRows
from staff.words import state_name, translate, who
from ui.text import TextBlock, TextSpot
from ui.widgets.pill import PillFace, paint_pill, pill_size, pill_spot
from ui.widgets.status_pill import Status, status_face


class AsideRows(TicketRows):
    """Paints what the ticket says; no time ticks here."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        theme = look.theme
        faces = [status_face(theme, one) for one in (Status.HELD, Status.NO_SHOW)]
        pills = max(pill_size(theme, face).width() for face in faces)
        self.columns = (
            Column(translate("Staff", "Number"), 60),
            Column(translate("Staff", "Patient"), 0),
            Column(translate("Staff", "State"), pills),
            Column(translate("Staff", "Reason or note"), 300),
            Column(translate("Staff", "Arrived"), 70),
        )
        self.fit_numbers(())

    def spoken(self, ticket: DeskTicket) -> str:
        state = state_name(ticket.state, self.look.wording.language)
        return f"{ticket.label}, {who(ticket)}, {state}"

    def ground(self, ticket: DeskTicket) -> str:  # noqa: ARG002  every row has the same
        return "card"

    def is_dashed(self, ticket: DeskTicket) -> bool:  # noqa: ARG002  every row can be had
        return False

    def paint_rest(self, painter: QPainter, ticket: DeskTicket, rects: list[QRectF]) -> None:
        theme = self.look.theme
        paint_pill(painter, rects[0], theme, self._face(ticket), rtl=theme.is_rtl)
        color = theme.color("second_text")
        self._why(ticket, rects[1]).draw(painter, rects[1], color)
        self._arrived(ticket, rects[2]).draw(painter, rects[2], color)

    def rest_spots(self, ticket: DeskTicket, rects: list[QRectF]) -> list[TextSpot]:
        theme = self.look.theme
        pill = pill_spot(rects[0], theme, self._face(ticket), rtl=theme.is_rtl)
        return [pill, self._arrived(ticket, rects[2]).spot(rects[2])]

    def _face(self, ticket: DeskTicket) -> PillFace:
        return status_face(self.look.theme, Status.of_state(ticket.state))

    def _why(self, ticket: DeskTicket, rect: QRectF) -> TextBlock:
        text = " · ".join(part for part in (ticket.reason, ticket.note) if part)
        style = self.text_style(self.look.theme.font("small"))
        return TextBlock(text, style, rect.width(), max_lines=1)

    def _arrived(self, ticket: DeskTicket, rect: QRectF) -> TextBlock:
        text = self.look.wording.time(ticket.arrived_at)
        return TextBlock(text, self.text_style(self.look.theme.font("body")), rect.width())
