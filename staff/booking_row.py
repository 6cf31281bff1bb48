"""One appointment as a row: time, who, clinic, whether the patient has come, the ticket."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.slots import Booking, BookingState, spoken_code
from staff.booking_words import booking_state_icon, booking_state_name, booking_who
from staff.look import Look
from staff.words import translate
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, draw_number, start_of, style_of
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedButton

ROW_PX = 56
_EDGE, _TIME, _STATE, _ICON, _GAP = 14.0, 76.0, 190.0, 18.0, 9.0
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BookingRow(ThemedButton):
    """Chosen by a click, by the arrow keys or by Tab.

    Signals:
        opened(): Enter, or a double click.
        moved(int): so many rows further.
    """

    opened = Signal()
    moved = Signal(object)

    def __init__(self, look: Look, booking: Booking, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._clinic = ""
        self.booking = booking
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_booking(self, booking: Booking, clinic: str) -> None:
        if (booking, clinic) == (self.booking, self._clinic) and self.accessibleName():
            return
        self.booking, self._clinic = booking, clinic
        time = self._look.wording.bare_time(booking.starts_at)
        self.setAccessibleName(f"{time}, {booking_who(booking)}, {self._state()}")
        self.setToolTip(
            translate("Staff", "Code {code}").format(
                code=self._look.wording.label(spoken_code(booking.code))
            )
        )
        self.changed()

    def focus_radius(self) -> float:
        return 12.0

    def sizeHint(self) -> QSize:
        return QSize(400, ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, ROW_PX)

    def text_rects(self) -> list[TextSpot]:
        who, where = self._who()
        spot = who.spot(where)
        state, there = self._state_block()
        return [TextSpot(spot.text, spot.ink, spot.missing_glyphs, cut=False), state.spot(there)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.opened.emit()
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.setChecked(True)
        self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        row = QRectF(self.rect())
        if self.isChecked():
            width = theme.stroke("staff")
            box = Box(theme.color("panel"), theme.color("focus"), width, theme.color("text"))
            paint_box(painter, row.adjusted(1, 1, -1, -2), 12, box)
        painter.fillRect(QRectF(0, row.bottom() - 1, row.width(), 1), theme.color("hairline"))
        gone = self.booking.state is BookingState.CANCELLED
        ink = theme.color("second_text" if gone else "text")
        time = self._look.wording.bare_time(self.booking.starts_at)
        font, side = theme.number_font("list_number"), start_of(theme.is_rtl)
        draw_number(painter, time, font, self._part(_EDGE, _TIME), ink, side)
        who, where = self._who()
        who.draw(painter, where, ink)
        came = self.booking.state is BookingState.CHECKED_IN
        color = theme.color("action" if came else "second_text")
        paint_icon(painter, booking_state_icon(self.booking.state), self._icon(), color)
        state, there = self._state_block()
        state.draw(painter, there, color)

    def _who(self) -> tuple[TextBlock, QRectF]:
        start = _EDGE + _TIME + _GAP
        rect = self._part(start, self.width() - start - _STATE - 2 * _EDGE)
        words = " · ".join(part for part in (booking_who(self.booking), self._clinic) if part)
        style = style_of(self.theme, self.theme.font("body"), start_of(self.theme.is_rtl))
        return TextBlock(words, style, max(1.0, rect.width()), max_lines=1), rect

    def _state_block(self) -> tuple[TextBlock, QRectF]:
        lead = self.width() - _EDGE - _STATE + _ICON + _GAP
        rect = self._part(lead, _STATE - _ICON - _GAP)
        style = style_of(self.theme, self.theme.font("body"), start_of(self.theme.is_rtl))
        return TextBlock(self._state(), style, max(1.0, rect.width()), max_lines=1), rect

    def _icon(self) -> QRectF:
        rect = self._part(self.width() - _EDGE - _STATE, _ICON)
        return QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON)

    def _state(self) -> str:
        """The state in a word, with the number of who has checked in."""
        words = booking_state_name(self.booking.state)
        if self.booking.ticket is None:
            return words
        return f"{words}, {self._look.wording.label(self.booking.ticket)}"

    def _part(self, start: float, width: float) -> QRectF:
        """A part of the row, so far from its start."""
        left = self.width() - start - width if self.theme.is_rtl else start
        return QRectF(left, 0, width, self.height())
