"""The headings of a ticket list's columns, standing exactly above them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from staff.look import Look
from staff.scroll_style import SCROLL_PX
from staff.ticket_rows import TicketRows, column_rects
from ui.text import TextBlock, TextSpot, start_of, style_of
from ui.widgets.themed import ThemedWidget


class ColumnHeads(ThemedWidget):
    """Paints the columns of the delegate it was made for."""

    def __init__(self, look: Look, rows: TicketRows, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._rows = rows
        self._bar = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @Slot(int, int)
    def make_room(self, _least: int, most: int) -> None:
        """Leave out what the list's scroll bar takes, while it has one."""
        self._bar = SCROLL_PX if most > 0 else 0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 34)

    def text_rects(self) -> list[TextSpot]:
        return [block.spot(rect) for block, rect in self._placed()]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for block, rect in self._placed():
            block.draw(painter, rect, self.theme.color("second_text"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self.theme.color("hairline"))

    def _placed(self) -> list[tuple[TextBlock, QRectF]]:
        rtl = self.theme.is_rtl
        style = style_of(self.theme, self.theme.font("small", bold=True), start_of(rtl))
        room = QRectF(self.rect())
        room.setLeft(float(self._bar if rtl else 0))
        room.setRight(float(self.width() - (0 if rtl else self._bar)))
        columns = self._rows.columns
        rects = column_rects(columns, room, rtl=rtl)
        return [
            (TextBlock(column.heading, style, rect.width(), max_lines=1), rect)
            for column, rect in zip(columns, rects, strict=True)
        ]
