"""The route of the patient in hand: how far he is, and how staff change it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from domain.errors import NotOnRoute, PreviousNotCompleted, Refusal, WrongSequence
from domain.names import LANGUAGES
from domain.routes import RouteAction, RouteEdit
from domain.tickets import Catalogue
from staff.orders import Act
from staff.route_dialogs import RouteDialog
from tests.staff.conftest import OpenDeskWith, Opened
from tests.staff.hands import press_key
from tests.staff.site import clinics, desk_list, route, serving, site
from tests.ui.overlap import assert_no_clipping


def ask(opened: Opened) -> RouteDialog:
    opened.desk.press(Act.ROUTE)
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, RouteDialog)
    return dialog


def answer(opened: Opened, dialog: RouteDialog) -> tuple[object, ...]:
    dialog.reason.field.set_text("Has the result already")
    assert dialog.button("do").isEnabled()
    dialog.button("do").click()
    opened.tasks.flush()
    return opened.port.asked[-1]


@pytest.mark.parametrize(("done", "first"), [(0, "lab"), (1, "lab"), (4, "eyes"), (9, "surgery")])
def test_the_strand_shows_the_stops_around_the_patient(
    open_desk: OpenDeskWith, done: int, first: str
) -> None:
    hand = replace(serving(), route=route(done))
    strand = open_desk(replace(desk_list(), in_hand=(hand,))).desk.desk.card.route

    assert strand.stops[0].clinic == first
    assert len(strand.stops) == 5
    assert strand.accessibleName() == f"Recruitment · {done} of 10 clinics done"


def painted_names(opened: Opened) -> list[str]:
    return [spot.text for spot in opened.desk.desk.card.route.text_rects()]


def test_what_the_strand_leaves_out_is_said(open_desk: OpenDeskWith) -> None:
    hand = replace(serving(), route=route(4))
    seen = open_desk(replace(desk_list(), in_hand=(hand,))).desk.desk.card.route.seen

    assert (seen.before, len(seen.stops), seen.after) == (3, 5, 2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1300, 800), (1440, 900)])
def test_names_stand_whole_below_the_strand_where_there_is_room(
    open_desk: OpenDeskWith, language: str, size: tuple[int, int]
) -> None:
    opened = open_desk(desk_list(language), language=language, size=size)
    QApplication.processEvents()
    names = [one.names[language] for one in route().stops]

    assert painted_names(opened) == names[:5]
    assert not any(spot.cut for spot in opened.desk.desk.card.route.text_rects())


def test_without_room_for_names_every_bead_is_shown(open_desk: OpenDeskWith) -> None:
    opened = open_desk(desk_list("ar"), language="ar", size=(1180, 720))
    QApplication.processEvents()
    seen = opened.desk.desk.card.route.seen

    assert painted_names(opened) == []
    assert (seen.before, len(seen.stops), seen.after) == (0, 10, 0)


def test_a_patient_without_a_route_has_no_strand(open_desk: OpenDeskWith) -> None:
    hand = replace(serving(), route=None)
    opened = open_desk(replace(desk_list(), in_hand=(hand,)))
    opened.desk.press(Act.ROUTE)

    assert not opened.desk.desk.card.route.isVisible()
    assert not opened.desk.asking.is_open


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strand_runs_in_the_reading_direction(open_desk: OpenDeskWith, language: str) -> None:
    opened = open_desk(desk_list(language), language=language)
    strand = opened.desk.desk.card.route
    left = [spot.ink.left() for spot in strand.text_rects()]

    right_to_left = strand.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert right_to_left == (language == "ar")
    assert left == sorted(left, reverse=right_to_left)


def test_a_clinic_is_counted_as_done_with_a_reason(qtbot: QtBot, open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    press_key(qtbot, opened, "Ctrl+E")
    dialog = opened.desk.asking.dialog
    assert isinstance(dialog, RouteDialog)
    assert not dialog.button("do").isEnabled()
    dialog.one.buttons["xray"].click()
    assert not dialog.button("do").isEnabled()

    edit = RouteEdit(RouteAction.COMPLETE, "Has the result already", "xray")
    assert answer(opened, dialog) == ("edit_route", serving().ticket_id, edit)


@pytest.mark.parametrize("action", [RouteAction.COMPLETE, RouteAction.UPDATE])
def test_every_clinic_is_offered_whole(open_desk: OpenDeskWith, action: RouteAction) -> None:
    opened = open_desk(size=(1180, 720))
    dialog = ask(opened)
    dialog.kinds.buttons[action.value].click()
    QApplication.processEvents()

    offered = dialog.one if action is RouteAction.COMPLETE else dialog.all
    for button in offered.buttons.values():
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()
    assert_no_clipping(opened.window)


def test_a_clinic_that_takes_the_focus_is_scrolled_into_sight(
    qtbot: QtBot, open_desk: OpenDeskWith
) -> None:
    many = tuple(replace(one, code=f"c{n}") for n, one in enumerate((*clinics(), *clinics())))
    opened = open_desk()
    opened.feed.catalogue_changed.emit(Catalogue(site(), many))
    dialog = ask(opened)
    dialog.kinds.buttons[RouteAction.UPDATE.value].click()
    last = list(dialog.all.buttons.values())[-1]
    QApplication.processEvents()
    assert last.visibleRegion().isEmpty()

    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow)
    last.setFocus()
    assert last.visibleRegion().boundingRect() == last.rect()


def test_other_clinics_are_chosen_in_the_order_of_the_route(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    dialog = ask(opened)
    dialog.kinds.buttons[RouteAction.UPDATE.value].click()
    for code in ("vitals", "skin", "hearing"):
        dialog.all.buttons[code].click()

    edit = answer(opened, dialog)[2]
    assert isinstance(edit, RouteEdit)
    left = [one.clinic for one in route().stops if one.clinic not in ("vitals", "skin")]
    assert edit.clinics == (*left, "hearing")


@pytest.mark.parametrize("action", [RouteAction.REMOVE, RouteAction.RESET])
def test_some_changes_need_a_reason_alone(open_desk: OpenDeskWith, action: RouteAction) -> None:
    opened = open_desk()
    dialog = ask(opened)
    dialog.kinds.buttons[action.value].click()
    assert not dialog.button("do").isEnabled()

    assert answer(opened, dialog)[2] == RouteEdit(action, "Has the result already")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", [WrongSequence, PreviousNotCompleted])
def test_the_clinic_that_comes_first_is_said_by_its_name(
    open_desk: OpenDeskWith, language: str, refusal: type[Refusal]
) -> None:
    opened = open_desk(desk_list(language), language=language)
    opened.port.refuse = refusal(due="lab")
    opened.desk.press(Act.DONE)
    opened.tasks.flush()

    said = opened.desk.messages.toast.accessibleName()
    assert clinics()[0].names[language] in said
    assert "LAB" not in said


def test_the_list_is_read_after_a_change_and_a_refusal_is_said(open_desk: OpenDeskWith) -> None:
    opened = open_desk()
    before = opened.port.reads
    dialog = ask(opened)
    dialog.kinds.buttons[RouteAction.RESET.value].click()
    answer(opened, dialog)
    assert opened.port.reads == before + 1

    opened.port.refuse = NotOnRoute(clinic="ecg")
    dialog = ask(opened)
    dialog.kinds.buttons[RouteAction.RESET.value].click()
    answer(opened, dialog)
    assert "route" in opened.desk.messages.toast.accessibleName()
