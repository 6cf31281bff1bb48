"""The appointments of the day: who is to come when, who has come, and the way into the line."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QVBoxLayout,
    QWidget,
)

from domain.slots import Booking, BookingState
from staff.booking_row import ROW_PX, BookingRow
from staff.list_frame import ListFrame
from staff.look import Look
from staff.orders import Act
from staff.scene import Scene
from staff.scroll_box import ScrollBox
from staff.words import ACT_ICONS, act_name, translate
from ui.widgets.big_button import BigButton, ButtonKind

_ANY_HEIGHT = 100_000


class BookingsPage(QWidget):
    """One list; Enter on a row checks the patient in.

    Signals:
        asked(Act, Booking): something is to be done to that appointment; each counts.
    """

    asked = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._free = False
        self._now: dt.datetime | None = None
        self._shown: tuple[str, ...] = ()
        self.rows: dict[str, BookingRow] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._chosen)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(12, 0, 12, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.box = ScrollBox(look, self._inside, _ANY_HEIGHT)
        self.frame = ListFrame(
            look,
            translate("Staff", "Appointments of today"),
            self.box,
            translate("Staff", "Nobody has an appointment today."),
        )
        self.buttons: dict[Act, BigButton] = {}
        self._lay_out()

    @property
    def chosen(self) -> Booking | None:
        return next((row.booking for row in self.rows.values() if row.isChecked()), None)

    def _lay_out(self) -> None:
        theme = self._look.theme
        edge = theme.space(4)
        around = QVBoxLayout(self)
        around.setContentsMargins(edge, edge, edge, edge)
        around.addWidget(self.frame)
        self.frame.column.setSpacing(theme.space(1))
        foot = self.frame.foot
        foot.setContentsMargins(18, 6, 18, 0)
        foot.setSpacing(theme.space(2))
        foot.addStretch(1)
        for act, key in ((Act.CHECK_IN, "Enter"), (Act.CANCEL_BOOKING, "Del")):
            foot.addWidget(self._button(act, key))

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        bookings = () if scene.desk_list is None else scene.desk_list.bookings
        self._free, self._now = scene.shows_free, now
        codes = tuple(one.code for one in bookings)
        if codes != self._shown:
            self._build(bookings)
            self._shown = codes
        for one in bookings:
            self.rows[one.code].show_booking(one, self._clinic(scene, one))
        self.frame.notice.show_scene(scene)
        self.frame.set_empty(not bookings)
        self._show_buttons()

    def ask(self, act: Act) -> None:
        """Ask for an act on the appointment that is chosen, if it can be done now."""
        chosen = self.chosen
        if chosen is not None and self._may(act, chosen):
            self.asked.emit(act, chosen)

    def focus_list(self) -> None:
        """Put the keyboard on the chosen row, else on the first that is still to come."""
        rows = list(self.rows.values())
        here = next((row for row in rows if row.isChecked()), None)
        coming = (row for row in rows if row.booking.state is BookingState.BOOKED)
        row = here or next(coming, rows[0] if rows else None)
        if row is not None:
            self._stand_on(row, Qt.FocusReason.OtherFocusReason)

    def _clinic(self, scene: Scene, one: Booking) -> str:
        """The clinic's name where the desk has several."""
        if len(scene.mine) < 2:  # noqa: PLR2004  with one alone its name says nothing
            return ""
        named = next((each for each in scene.clinics if each.code == one.clinic), None)
        return one.clinic if named is None else self._look.wording.name(named.names)

    def _build(self, bookings: tuple[Booking, ...]) -> None:
        chosen = self.chosen
        for row in self.rows.values():
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for place, one in enumerate(bookings):
            row = BookingRow(self._look, one)
            row.opened.connect(self._opened)
            row.moved.connect(self._move)
            self._group.addButton(row)
            self._column.insertWidget(place, row)
            self.rows[one.code] = row
            row.show()
        if chosen is not None and chosen.code in self.rows:
            self.rows[chosen.code].setChecked(True)

    def _button(self, act: Act, key: str) -> BigButton:
        button = BigButton(
            self._look.theme,
            act_name(act),
            ACT_ICONS[act],
            kind=ButtonKind.DANGER if act is Act.CANCEL_BOOKING else ButtonKind.PLAIN,
            role="small",
            hint=key,
        )
        button.setFixedHeight(40)
        button.clicked.connect(self._check_in if act is Act.CHECK_IN else self._cancel)
        self.buttons[act] = button
        return button

    def _show_buttons(self) -> None:
        chosen = self.chosen
        for act, button in self.buttons.items():
            button.setEnabled(chosen is not None and self._may(act, chosen))

    def _may(self, act: Act, booking: Booking) -> bool:
        if not self._free or booking.state is not BookingState.BOOKED:
            return False
        return act is Act.CANCEL_BOOKING or (
            self._now is not None and booking.may_check_in(self._now)
        )

    @Slot()
    def _check_in(self) -> None:
        self.ask(Act.CHECK_IN)

    @Slot()
    def _cancel(self) -> None:
        self.ask(Act.CANCEL_BOOKING)

    @Slot(QAbstractButton, bool)
    def _chosen(self, _row: QAbstractButton, _down: bool) -> None:
        self._show_buttons()

    @Slot()
    def _opened(self) -> None:
        self.ask(Act.CHECK_IN)

    @Slot(object)
    def _move(self, steps: int) -> None:
        """Up and down go from row to row."""
        rows = list(self.rows.values())
        here = next((n for n, row in enumerate(rows) if row.hasFocus()), 0)
        row = rows[max(0, min(len(rows) - 1, here + steps))]
        self._stand_on(row, Qt.FocusReason.TabFocusReason)

    def _stand_on(self, row: BookingRow, why: Qt.FocusReason) -> None:
        """Choose the row and keep it in sight with half of the next: keys act on it from now on."""
        row.setChecked(True)
        row.setFocus(why)
        self.box.ensureWidgetVisible(row, 0, ROW_PX // 2)
