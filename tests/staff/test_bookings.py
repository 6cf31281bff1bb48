"""The appointments of the day at the desk: seen, checked in, called off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.errors import OutsideCheckInWindow
from domain.slots import BookingState
from staff.booking_row import ROW_PX
from staff.bookings_page import BookingsPage
from staff.orders import Act
from staff.sure_dialog import SureDialog
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.hands import press_key
from tests.staff.site import NOON, bookings, desk_list

CAME, COMING = bookings()[0], bookings()[2]


def page_of(opened: Opened) -> BookingsPage:
    opened.desk.open_page(1)
    return opened.desk.bookings


def test_each_appointment_is_a_row_with_what_became_of_it(open_desk: OpenDeskWith) -> None:
    page = page_of(open_desk())
    plain = [
        "".join(letter for letter in row.accessibleName() if letter.isprintable())
        for row in page.rows.values()
    ]

    assert plain == [
        "10:45, Omar Saleh, checked in, L-032",
        "11:00, Huda Rashid, checked in, L-033",
        "11:15, Khalid Amin, not here yet",
        "11:30, Grace Mwangi, not here yet",
    ]


def test_enter_checks_the_chosen_patient_in(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    page = page_of(opened)
    press_key(qtbot, opened, "Ctrl+L")
    assert page.chosen == COMING
    QTest.keyClick(page.rows[COMING.code], Qt.Key.Key_Return)
    opened.tasks.flush()

    assert opened.port.asked == [("check_in", COMING.code)]
    assert opened.desk.asking.is_open


def test_the_arrow_keys_walk_along_the_rows(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    page = page_of(opened)
    press_key(qtbot, opened, "Ctrl+L")
    QTest.keyClick(page.rows[COMING.code], Qt.Key.Key_Up)

    assert page.chosen == bookings()[1]


def test_the_row_that_keys_act_on_is_always_in_sight(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    many = tuple(
        replace(COMING, code=f"AB2CD3{place:02}", state=state)
        for place in range(40)
        for state in [BookingState.CHECKED_IN if place < 30 else BookingState.BOOKED]
    )
    opened = open_desk(replace(desk_list(), bookings=many))
    page = page_of(opened)
    press_key(qtbot, opened, "Ctrl+L")
    assert page.chosen == many[30]
    assert in_sight(page) == ROW_PX

    for key, steps in ((Qt.Key.Key_Down, 12), (Qt.Key.Key_Up, 39)):
        for _ in range(steps):
            row = page.focusWidget()
            assert row is not None
            QTest.keyClick(row, key)
            assert in_sight(page) == ROW_PX
    assert page.chosen == many[0]


def in_sight(page: BookingsPage) -> int:
    """So many pixels of the chosen row's height are seen."""
    assert page.chosen is not None
    return page.rows[page.chosen.code].visibleRegion().boundingRect().height()


def test_who_has_come_can_neither_be_checked_in_nor_called_off(open_desk: OpenDeskWith) -> None:
    page = page_of(open_desk())
    page.rows[CAME.code].setChecked(True)

    assert not any(button.isEnabled() for button in page.buttons.values())


def test_an_appointment_out_of_its_window_is_not_offered(open_desk: OpenDeskWith) -> None:
    late = replace(COMING, opens_at=COMING.starts_at, closes_at=COMING.ends_at)
    opened = open_desk(replace(desk_list(), bookings=(late,)))
    page = page_of(opened)
    page.rows[late.code].setChecked(True)

    assert not page.buttons[Act.CHECK_IN].isEnabled()
    assert page.buttons[Act.CANCEL_BOOKING].isEnabled()


def test_an_appointment_is_called_off_once_somebody_is_sure(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk()
    page = page_of(opened)
    page.rows[COMING.code].setChecked(True)
    press_key(qtbot, opened, "Del")
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, SureDialog)
    dialog.close_with("do")
    opened.tasks.flush()

    assert opened.port.asked == [("cancel_booking", COMING.code)]


def test_a_check_in_at_the_wrong_time_says_when_it_is(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    page = page_of(opened)
    page.rows[COMING.code].setChecked(True)
    opened.port.refuse = OutsideCheckInWindow(opens_at=NOON, closes_at=NOON)
    page.ask(Act.CHECK_IN)
    opened.tasks.flush()

    said = opened.desk.messages.toast.accessibleName()
    assert "10:42" in said
    assert "walk-in" in said


@pytest.mark.parametrize(
    ("count", "shown", "said"), [(4, 4, ""), (5, 5, ""), (6, 4, "and 2 more today")]
)
def test_the_card_says_how_many_more_there_are(
    open_desk: OpenDeskWith, count: int, shown: int, said: str
) -> None:
    many = tuple(replace(COMING, code=f"AB2CD3{place:02}") for place in range(count))
    opened = open_desk(replace(desk_list(), bookings=many))
    card = opened.desk.desk.today.bookings
    assert card.rows.accessibleName().count("Khalid Amin") == shown
    assert card.more.isVisible() == bool(said)
    assert not said or said in card.more.accessibleName()

    assert [spot.text for spot in card.legend.text_rects()] == ["checked in", "not here yet"]
    opened.window.resize(1300, 800)
    QApplication.processEvents()
    assert card.rows.accessibleName().count("Khalid Amin") == min(count, 3 if count > 4 else 4)
    assert opened.desk.desk.end.verticalScrollBar().maximum() == 0


def test_the_card_beside_the_list_shows_those_still_to_come(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    card = opened.desk.desk.today.bookings
    assert "Khalid Amin" in card.rows.accessibleName()

    opened.list_comes(replace(desk_list(), bookings=()))
    assert card.none.isVisible()
    assert opened.desk.bookings.rows == {}
