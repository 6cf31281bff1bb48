"""Nothing is clipped or overlaps, and right-to-left is a mirror, in each language and size."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from domain.errors import StoreAway
from domain.feed import Link, StationNotice
from domain.names import LANGUAGES
from domain.states import EventKind
from domain.tickets import DeskList, TicketId, Today, UndoOffer
from staff.desk_page import END_PX, START_PX
from staff.order_dialogs import TransferDialog
from staff.orders import Act
from staff.settings import StaffSettings
from staff.walk_in import WalkInDialog
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.site import DESK, NOON, aside, called, desk_list, serving, ticket
from tests.ui.overlap import assert_no_clipping

SIZES = ((1180, 720), (1300, 800), (1440, 900), (1920, 1080))
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))


def left_of(opened: Opened, widget: QWidget) -> int:
    return widget.mapTo(opened.window, QPoint(0, 0)).x()


@each_language
@each_size
def test_the_desk_can_be_read(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    opened = open_desk(desk_list(language), language=language, size=size)
    assert (opened.window.width(), opened.window.height()) == size
    assert_no_clipping(opened.window)

    opened.list_comes(replace(desk_list(language), in_hand=(called(60, language=language),)))
    assert_no_clipping(opened.window)
    opened.list_comes(DeskList(NOON))
    assert_no_clipping(opened.window)
    two = (serving(1029, language), called(60, 1028, language))
    opened.list_comes(replace(desk_list(language), in_hand=two))
    assert_no_clipping(opened.window)


@each_language
def test_each_verb_keeps_one_line_and_the_day_needs_no_bar(
    open_desk: OpenDeskWith, language: str
) -> None:
    """Two lines do not fit a low button, and a bar would lie against the cards."""
    opened = open_desk(desk_list(language), language=language, size=(1300, 800))
    desk = opened.desk.desk
    QApplication.processEvents()

    assert desk.end.verticalScrollBar().maximum() == 0
    assert_no_clipping(opened.window)
    for button in desk.card.grid.buttons.values():
        face = button.theme.font("body", bold=True)
        ink = button.text_rects()[0].ink
        assert ink.height() < 2 * face.pixelSize(), button.text()


@each_language
@each_size
def test_the_desk_can_be_read_in_trouble(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    opened = open_desk(desk_list(language), language=language, size=size)
    opened.feed.say_link(Link.STALE)
    assert_no_clipping(opened.window)
    for each in (EventKind.HELP_ASKED, EventKind.STATION_NOTICE):
        opened.feed.station_notice.emit(StationNotice(each, "Kiosk 1", "L-031", None, NOON))
    assert_no_clipping(opened.window)
    opened.port.refuse = StoreAway(why="gone")
    opened.desk.press(Act.CALL_NEXT)
    opened.tasks.flush()
    assert_no_clipping(opened.window)
    opened.port.away = StoreAway(why="gone")
    opened.list_comes()
    assert_no_clipping(opened.window)


@each_language
@each_size
def test_each_question_can_be_read(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    opened = open_desk(desk_list(language), language=language, size=size)
    row = opened.desk.desk.waiting.rows.tickets[3]
    hand = opened.desk.state.scene.in_hand
    questions = {
        Act.HOLD: hand,
        Act.TRANSFER: hand,
        Act.CANCEL: hand,
        Act.NOTE: hand,
        Act.LEAVE: hand,
        Act.ROUTE: hand,
        Act.CALL_CHOSEN: row,
        Act.PRIORITY: row,
        Act.WALK_IN: None,
    }
    for act, about in questions.items():
        opened.desk.ask(act, about)
        assert opened.desk.asking.is_open, act
        assert_no_clipping(opened.window)
        opened.desk.asking.close()
    opened.desk.press(Act.WALK_IN)
    assert opened.desk.asking.dialog is not None
    opened.desk.asking.dialog.close_with("do")
    opened.tasks.flush()
    assert opened.desk.asking.is_open
    assert_no_clipping(opened.window)


@pytest.mark.parametrize("act", [Act.WALK_IN, Act.TRANSFER])
def test_each_of_twelve_clinics_is_offered_whole(open_desk: OpenDeskWith, act: Act) -> None:
    opened = open_desk(size=(1180, 720))
    opened.desk.ask(act, None if act is Act.WALK_IN else opened.desk.state.scene.in_hand)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, WalkInDialog | TransferDialog)
    QApplication.processEvents()
    for button in dialog.clinics.buttons.values():
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()


@each_language
@each_size
def test_the_other_pages_can_be_read(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    opened = open_desk(desk_list(language), language=language, size=size)
    opened.desk.desk.waiting.rows.choose(TicketId(31))
    assert_no_clipping(opened.window)
    opened.desk.desk.middle.setCurrentIndex(opened.desk.desk.middle.count() - 1)
    assert_no_clipping(opened.window)
    opened.desk.open_page(2)
    for each in aside(language)[:2]:
        opened.desk.aside.rows.choose(each.ticket_id)
        assert_no_clipping(opened.window)
    opened.window.choose_again()
    opened.tasks.flush()
    assert_no_clipping(opened.window)


@each_language
def test_high_contrast_can_be_read(open_desk: OpenDeskWith, language: str) -> None:
    settings = StaffSettings(language, high_contrast=True, motion=False)
    opened = open_desk(desk_list(language), settings=settings)
    assert_no_clipping(opened.window)


@each_size
def test_the_columns(open_desk: OpenDeskWith, size: tuple[int, int]) -> None:
    opened = open_desk(size=size)
    desk = opened.desk.desk
    assert desk.card.width() == START_PX
    if size[0] >= 1300:
        assert desk.end.isVisible()
        assert desk.end.width() == END_PX
        assert not desk.tabs.isVisible()
    else:
        assert desk.tabs.isVisible()
        assert not desk.end.isVisible()
        desk.tabs.tabs[1].click()
        assert desk.end.isVisible()
        assert not desk.waiting.isVisible()


def test_the_columns_follow_the_width_both_ways(open_desk: OpenDeskWith) -> None:
    opened = open_desk(size=(1440, 900))
    desk = opened.desk.desk
    for width, wide in ((1180, False), (1320, True), (1200, False), (1920, True)):
        opened.window.resize(width, 800)
        QApplication.processEvents()
        assert desk.end.isVisible() == wide
        assert desk.waiting.isVisible()


def test_the_window_is_never_smaller_than_it_can_show(open_desk: OpenDeskWith) -> None:
    opened = open_desk(size=(1180, 720))
    opened.window.resize(600, 400)

    assert opened.window.width() >= 1180
    assert opened.window.height() >= 720


def test_arabic_is_the_mirror_of_english(open_desk: OpenDeskWith) -> None:
    english = _spans(open_desk(size=(1440, 900)))
    arabic = _spans(open_desk(desk_list("ar"), language="ar", size=(1440, 900)))

    assert [(1440 - end, 1440 - start) for start, end in arabic] == english


def _spans(opened: Opened) -> list[tuple[int, int]]:
    """From where to where some parts reach across the window."""
    desk = opened.desk.desk
    grid = desk.card.grid.buttons
    parts = (desk.call_next, desk.waiting, desk.today, grid[Act.RECALL], desk.foot.undo)
    return [(left_of(opened, one), left_of(opened, one) + one.width()) for one in parts]


def test_numbers_and_times_do_not_mirror(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk_list("ar"), language="ar")

    assert opened.desk.desk.card.number.text() == "L-029"
    assert opened.window.bar.time.text() == "10:42"


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_rows(open_desk: OpenDeskWith, count: int) -> None:
    rows = tuple(ticket(number, waited_min=count - number) for number in range(1, count + 1))
    opened = open_desk(DeskList(NOON, waiting=rows, today=Today(waiting=count)))
    shown = opened.desk.desk.waiting.rows
    assert len(shown.tickets) == count
    assert shown.isVisible() == bool(count)
    assert opened.desk.desk.waiting.nobody.isVisible() == (count == 0)
    assert_no_clipping(opened.window)
    if count:
        shown.choose(rows[-1].ticket_id)
        QApplication.processEvents()
        assert shown.viewport().rect().contains(shown.row_rect(rows[-1].ticket_id).center())


LONG = {
    "en": "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfairpwll",
    "ar": "عبد الرحمن بن محمد بن عبد العزيز بن عبد الله آل الشيخ المنصوري الأنصاري الحسيني",
    "th": "สมเด็จพระนางเจ้าสุวัทนาพระวรราชเทวีกรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา",
}


@each_language
@each_size
def test_long_names_end_with_an_ellipsis_and_push_nothing_away(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    name = LONG[language]
    hand = replace(serving(language=language), name=name, note=name * 3)
    rows = tuple(replace(one, name=name) for one in desk_list(language).waiting)
    listed = replace(desk_list(language), waiting=rows, in_hand=(hand,))
    opened = open_desk(listed, language=language, size=size)
    QApplication.processEvents()

    assert opened.window.width() == size[0]
    assert opened.desk.desk.card.width() == START_PX
    for spot in opened.desk.desk.waiting.rows.text_rects():
        assert spot.ink.right() <= opened.desk.desk.waiting.rows.viewport().width()
        assert spot.ink.left() >= 0


@pytest.mark.parametrize("number", [29, 1029, 10029])
@pytest.mark.parametrize("minutes", [1, 59, 600])
def test_long_numbers_and_long_services_stand_side_by_side(
    open_desk: OpenDeskWith, number: int, minutes: int
) -> None:
    started = NOON - dt.timedelta(minutes=minutes)
    one = replace(serving(number), started_at=started, called_at=started)
    opened = open_desk(replace(desk_list(), in_hand=(one,)), size=(1180, 720))

    assert_no_clipping(opened.window)


@each_language
def test_every_kind_of_undo_can_be_read(open_desk: OpenDeskWith, language: str) -> None:
    opened = open_desk(desk_list(language), language=language, size=(1180, 720))
    for kind in EventKind:
        offer = UndoOffer(TicketId(1029), "L-1029", kind.value, NOON + dt.timedelta(seconds=110))
        opened.list_comes(replace(desk_list(language), undo=offer))
        assert_no_clipping(opened.window)


def test_a_desk_of_all_clinics(open_desk: OpenDeskWith) -> None:
    opened = open_desk(
        desk=replace(DESK, clinics=tuple(one.code for one in open_desk().port.offered.clinics)),
        size=(1440, 900),
    )
    assert len(opened.desk.desk.today.clinics.lines) == 12
    assert "+10" in opened.desk.desk.card.place.text()
    assert_no_clipping(opened.window)
