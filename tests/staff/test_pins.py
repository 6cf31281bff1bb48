"""Today's PIN at the desk: shown, said, typed, drawn again."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from domain.errors import IncorrectPin, PinLocked
from domain.states import TicketState
from domain.tickets import Desk
from staff.orders import Act
from staff.route_dialogs import PinDialog
from staff.sure_dialog import SureDialog
from tests.staff.conftest import OpenDeskWith
from tests.staff.hands import press_key, with_in_hand
from tests.staff.site import DESK, serving


def test_the_pin_of_a_single_clinic_is_large(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    today = opened.desk.desk.today

    assert today.pin.isVisible()
    assert today.pin.number.text() == "47"
    assert not today.clinics.isVisible()


def test_the_pins_of_several_clinics_stand_in_their_lines(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk=Desk("3", ("lab", "xray")))
    today = opened.desk.desk.today

    assert not today.pin.isVisible()
    pins = {code: line.pin.text() for code, line in today.clinics.lines.items() if line.pin}
    assert pins == {"lab": "47", "xray": "?"}


def test_another_pin_is_drawn_once_somebody_is_sure(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    card = opened.desk.desk.today.pin

    card.button.click()
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, SureDialog)
    assert opened.port.asked == []
    dialog.close_with("do")
    opened.tasks.flush()

    assert opened.port.asked == [("regenerate_pin", "lab")]


def test_who_is_not_sure_keeps_the_pin(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.desk.desk.today.pin.button.click()
    assert opened.desk.asking.dialog is not None
    opened.desk.asking.dialog.close_with("keep")

    assert opened.port.asked == []


def test_the_patient_leaves_with_the_pin_and_hears_where_to_go(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    opened = open_desk(with_in_hand(TicketState.SERVING))
    press_key(qtbot, opened, "F9")
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, PinDialog)
    assert not dialog.button("do").isEnabled()
    dialog.pin.set_text("٤٧")
    dialog.button("do").click()
    opened.tasks.flush()

    assert opened.port.asked == [("leave", serving().ticket_id, "٤٧")]
    assert "X-012" in opened.desk.messages.toast.accessibleName()


@pytest.mark.parametrize(
    ("why", "words"),
    [(IncorrectPin(attempts_left=2), "Tries left: 2"), (PinLocked(), "Too many wrong PINs")],
)
def test_a_wrong_pin_is_one_sentence(open_desk: OpenDeskWith, why: Exception, words: str) -> None:
    opened = open_desk(with_in_hand(TicketState.SERVING))
    opened.port.refuse = why
    opened.desk.press(Act.LEAVE)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, PinDialog)
    dialog.pin.set_text("11")
    dialog.close_with("do")
    opened.tasks.flush()

    assert words in opened.desk.messages.toast.accessibleName()


def test_no_desk_shows_a_pin_it_was_not_told(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk=Desk(DESK.room, ("xray",)))

    assert opened.desk.desk.today.pin.number.text() == "?"
    assert not opened.desk.desk.today.pin.button.isEnabled()
