"""The next appointments of this desk's clinics: when, who, and whether they have come."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from domain.slots import Booking, BookingState
from staff.booking_legend import BookingLegend
from staff.booking_words import booking_state_icon, booking_state_name, booking_who
from staff.counts import StaffCounts
from staff.look import Look
from staff.panel import Panel
from staff.scene import Scene
from staff.words import translate
from ui.icons import paint_icon
from ui.languages import in_digits
from ui.text import TextBlock, TextSpot, draw_number, number_width, start_of, style_of
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.themed import ThemedWidget

MOST, MOST_CLOSE = 4, 3
"""More than one beyond that are counted: the line that counts is as high as one of them."""
_ROW, _ICON, _GAP = 38.0, 18.0, 8.0


class BookingsCard(Panel):
    """Paints those whose time is not over, soonest first, and says how many more there are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        theme = look.theme
        self._look = look
        self._most = MOST
        self._coming: tuple[Booking, ...] = ()
        column = QVBoxLayout(self)
        pad = theme.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.space(1))
        title = translate("Staff", "Appointments")
        column.addWidget(FittingLabel(theme, title, "panel_title", max_lines=1))
        self.rows = BookingLines(look)
        self.more = FittingLabel(theme, "", "small", color="second_text", max_lines=2)
        self.legend = BookingLegend(look)
        self.none = FittingLabel(
            theme,
            translate("Staff", "No more appointments today."),
            "small",
            color="second_text",
            max_lines=2,
        )
        for part in (self.rows, self.more, self.legend, self.none):
            column.addWidget(part)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        known = scene.desk_list is not None
        bookings = () if scene.desk_list is None else scene.desk_list.bookings
        self._coming = tuple(
            one
            for one in bookings
            if one.state is not BookingState.CANCELLED and (now is None or one.ends_at > now)
        )
        self.none.setVisible(known and not self._coming)
        self._show_coming()

    def set_close(self, close: bool) -> None:
        """Fewer of them, where the window is low."""
        self._most = MOST_CLOSE if close else MOST
        self._show_coming()

    def _show_coming(self) -> None:
        more = len(self._coming) - self._most
        if more == 1:
            more = 0
        shown = self._coming if more <= 0 else self._coming[: self._most]
        self.rows.show_bookings(shown)
        self.rows.setVisible(bool(shown))
        self.legend.setVisible(bool(shown))
        self.more.setVisible(more > 0)
        if more > 0:
            words = StaffCounts().more_bookings(more)
            self.more.set_text(in_digits(words, self._look.wording.digits))


class BookingLines(ThemedWidget):
    """A line an appointment: time, name, and an icon for whether the patient has come."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._bookings: tuple[Booking, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bookings(self, bookings: tuple[Booking, ...]) -> None:
        if bookings != self._bookings:
            self._bookings = bookings
            self.setAccessibleName("; ".join(self._spoken(one) for one in bookings))
            self.changed()

    def sizeHint(self) -> QSize:
        return QSize(180, round(_ROW * len(self._bookings)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def text_rects(self) -> list[TextSpot]:
        spots = []
        for place, one in enumerate(self._bookings):
            rect = self._name_rect(one, place)
            spot = self._name(one, rect).spot(rect)
            # A long name ends with an ellipsis; the page of appointments has room for it.
            spots.append(TextSpot(spot.text, spot.ink, spot.missing_glyphs, cut=False))
        return spots

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.theme
        for place, one in enumerate(self._bookings):
            row = self._row(place)
            painter.fillRect(QRectF(0, row.top(), row.width(), 1), theme.color("hairline"))
            time = self._look.wording.bare_time(one.starts_at)
            font = theme.number_font("body")
            side = start_of(theme.is_rtl)
            draw_number(painter, time, font, row, theme.color("text"), side)
            rect = self._name_rect(one, place)
            self._name(one, rect).draw(painter, rect, theme.color("text"))
            left = row.left() if theme.is_rtl else row.right() - _ICON
            icon = QRectF(left, row.center().y() - _ICON / 2, _ICON, _ICON)
            came = one.state is BookingState.CHECKED_IN
            color = theme.color("action" if came else "second_text")
            paint_icon(painter, booking_state_icon(one.state), icon, color)

    def _row(self, place: int) -> QRectF:
        return QRectF(0, _ROW * place, self.width(), _ROW)

    def _name_rect(self, one: Booking, place: int) -> QRectF:
        time = self._look.wording.bare_time(one.starts_at)
        lead = number_width(time, self.theme.number_font("body")) + _GAP
        sides = (_ICON + _GAP, -lead) if self.theme.is_rtl else (lead, -_ICON - _GAP)
        return self._row(place).adjusted(sides[0], 0, sides[1], 0)

    def _name(self, one: Booking, rect: QRectF) -> TextBlock:
        style = style_of(self.theme, self.theme.font("body"), start_of(self.theme.is_rtl))
        return TextBlock(booking_who(one), style, max(1.0, rect.width()), max_lines=1)

    def _spoken(self, one: Booking) -> str:
        time = self._look.wording.bare_time(one.starts_at)
        return f"{time} {booking_who(one)}, {booking_state_name(one.state)}"
