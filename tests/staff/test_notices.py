"""What kiosks and the server tell the desk: said one after another, until each is closed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from domain.feed import StationNotice
from domain.states import EventKind
from staff.messages import MOST
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.site import NOON
from ui.widgets.big_button import BigButton


def notice(kind: EventKind, station: str, label: str | None = None) -> StationNotice:
    return StationNotice(kind, station, label, None, NOON)


def close_toast(opened: Opened) -> None:
    button = opened.desk.messages.toast.findChild(BigButton)
    assert button is not None
    button.click()


def test_kiosks_notices_stay_until_each_is_closed(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    messages = opened.desk.messages
    opened.feed.station_notice.emit(notice(EventKind.HELP_ASKED, "Kiosk 1"))
    opened.feed.station_notice.emit(notice(EventKind.HELP_ASKED, "Kiosk 1"))
    opened.feed.station_notice.emit(notice(EventKind.STATION_NOTICE, "Kiosk 2", "L-031"))
    qtbot.waitUntil(lambda: "Kiosk 1" in messages.toast.words())
    assert "asks for help" in messages.toast.words()
    assert "(1 more)" in messages.toast.words()

    close_toast(opened)
    assert "could not print" in messages.toast.words()
    assert "L-031" in messages.toast.words()

    close_toast(opened)
    assert messages.toast.words() == ""


def test_a_web_hook_that_is_switched_off_is_said_by_its_name(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    off = StationNotice(
        EventKind.STATION_NOTICE, None, None, "sms: it answered 500", NOON, "WEBHOOK_OFF"
    )
    opened.feed.station_notice.emit(off)

    words = opened.desk.messages.toast.words()
    assert "messages no longer go out to" in words
    assert "sms" in words
    assert "500" not in words


def test_notices_are_bounded_and_the_newest_are_kept(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    for number in range(MOST * 3):
        opened.feed.station_notice.emit(notice(EventKind.HELP_ASKED, f"Kiosk {number}"))

    waiting = opened.desk.messages.waiting
    assert len(waiting) == MOST
    assert "Kiosk 0" in waiting[0], "what is being read is not taken away"
    assert f"Kiosk {MOST * 3 - 1}" in waiting[-1]


def test_a_notice_follows_to_the_other_page(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    opened.feed.station_notice.emit(notice(EventKind.HELP_ASKED, "Kiosk 1"))
    opened.desk.open_page(2)

    qtbot.waitUntil(opened.desk.messages.toast.isVisible)
    assert "Kiosk 1" in opened.desk.messages.toast.words()
