"""Paints rows of tickets in columns: number, patient, two more that the page decides.

The columns are measured from the language's own words, so that every pill has its room; the
patient's name has what is left and ends with an ellipsis where it is longer.
"""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from domain.tickets import DeskTicket
from staff.look import Look
from staff.ticket_model import Index
from staff.words import who
from ui.text import TextBlock, TextSpot, TextStyle, draw_number, start_of, style_of
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box

ROW_PX = 56
EDGE_PX = 18
GAP_PX = 12
TURN_PX = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and width; the one of width 0 takes what is left."""

    heading: str
    width: float


def column_rects(columns: tuple[Column, ...], row: QRectF, *, rtl: bool) -> list[QRectF]:
    """Each column's part of a row, in reading order."""
    fixed = sum(one.width for one in columns) + GAP_PX * (len(columns) - 1) + 2 * EDGE_PX
    rects, start = [], float(EDGE_PX)
    for one in columns:
        width = one.width or max(40.0, row.width() - fixed)
        left = row.right() - start - width if rtl else row.left() + start
        rects.append(QRectF(left, row.top(), width, row.height()))
        start += width + GAP_PX
    return rects


class TicketRows(QStyledItemDelegate):
    """The delegate of a ticket list; its page says what stands in the columns after the patient."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.columns: tuple[Column, ...] = ()
        """Of which the first holds numbers and is fitted to them, and the second patients."""

    @abstractmethod
    def spoken(self, ticket: DeskTicket) -> str:
        """The row in words."""

    @abstractmethod
    def paint_rest(self, painter: QPainter, ticket: DeskTicket, rects: list[QRectF]) -> None:
        """Paint the columns after the patient."""

    @abstractmethod
    def rest_spots(self, ticket: DeskTicket, rects: list[QRectF]) -> list[TextSpot]:
        """The texts of the columns after the patient."""

    @abstractmethod
    def ground(self, ticket: DeskTicket) -> str:
        """The theme's role of the row's ground."""

    @abstractmethod
    def is_dashed(self, ticket: DeskTicket) -> bool:
        """Whether the row is not to be had any more."""

    def spots(self, ticket: DeskTicket, rect: QRectF) -> list[TextSpot]:
        rects = column_rects(self.columns, rect, rtl=self.look.theme.is_rtl)
        name = self._patient(ticket, rects[1]).spot(rects[1])
        # A long name ends with an ellipsis and is whole in its tool tip.
        return [replace(name, cut=False), *self.rest_spots(ticket, rects[2:])]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        ticket = index.data(Qt.ItemDataRole.UserRole)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.ground(ticket)
        painter.fillRect(row, self.look.color(ground))
        if ground == "turn_soft":
            self._paint_turn(painter, row)
        painter.fillRect(
            QRectF(row.left(), row.bottom() - 1, row.width(), 1), self.look.color("hairline")
        )
        self._paint_ring(painter, row, option.state, dashed=self.is_dashed(ticket))
        rects = column_rects(self.columns, row, rtl=self.look.theme.is_rtl)
        self._paint_number(painter, ticket, rects[0])
        self._patient(ticket, rects[1]).draw(painter, rects[1], self.look.color("text"))
        self.paint_rest(painter, ticket, rects[2:])
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A name or note that had no room shows itself whole."""
        ticket = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(ticket, DeskTicket):
            parts = (who(ticket), ticket.reason, ticket.note)
            QToolTip.showText(event.globalPos(), "\n".join(part for part in parts if part), view)
        return True

    def fit_numbers(self, tickets: Sequence[DeskTicket]) -> None:
        """Make the first column as wide as its heading and the widest of these numbers."""
        metrics = QFontMetricsF(self.look.theme.number_font("list_number"))
        shapes = {"".join("0" if one.isdigit() else one for one in t.label) for t in tickets}
        heading = QFontMetricsF(self.look.theme.font("small", bold=True))
        widths = [heading.horizontalAdvance(self.columns[0].heading) + 4]
        widths += [metrics.horizontalAdvance(shape) + 2 for shape in shapes]
        first = Column(self.columns[0].heading, math.ceil(max(widths)))
        self.columns = (first, *self.columns[1:])

    def text_style(self, font: QFont) -> TextStyle:
        return style_of(self.look.theme, font, start_of(self.look.theme.is_rtl))

    def _patient(self, ticket: DeskTicket, rect: QRectF) -> TextBlock:
        style = self.text_style(self.look.theme.font("body"))
        return TextBlock(who(ticket), style, rect.width(), max_lines=1)

    def _paint_number(self, painter: QPainter, ticket: DeskTicket, rect: QRectF) -> None:
        text = self.look.wording.bare_label(ticket.label)
        font = self.look.theme.number_font("list_number")
        side = start_of(self.look.theme.is_rtl)
        draw_number(painter, text, font, rect, self.look.color("text"), side)

    def _paint_turn(self, painter: QPainter, row: QRectF) -> None:
        """A bar at the start of the row whose turn is next: it is seen without its colour too."""
        left = row.right() - TURN_PX if self.look.theme.is_rtl else row.left()
        painter.fillRect(QRectF(left, row.top(), TURN_PX, row.height()), self.look.color("turn"))

    def _paint_ring(
        self, painter: QPainter, row: QRectF, state: QStyle.StateFlag, *, dashed: bool
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not dashed:
            return
        focus = bool(state & QStyle.StateFlag.State_HasFocus)
        theme = self.look.theme
        width = theme.stroke("focus_staff") if chosen and focus else theme.stroke("staff")
        color = theme.color("focus" if chosen else "outline_off")
        clear = theme.color("card")
        clear.setAlpha(0)
        box = row.adjusted(1, 1, -1, -2)
        paint_box(painter, box, 12, Box(clear, color, width, color, dashed=dashed and not chosen))
