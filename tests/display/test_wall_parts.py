"""The smaller parts of the wall: bar, ticker, none today, digits and languages of the site."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from display.namestack import NamePlace, best_px
from display.ticker import TURN_S
from display.wallview import WallView
from domain.feed import Link
from domain.states import EventKind
from tests.display.conftest import MakeWall
from tests.display.walls import WallRig, catalogue, snapshot, status
from ui.languages import Digits
from ui.theme import Theme


def said(view: WallView) -> list[str]:
    return [spot.text for spot in view.text_rects()]


def test_the_bar_names_the_site_in_two_languages_with_date_and_time(wall: WallRig) -> None:
    bar = said(wall.window.wall.bar)

    assert "عيادة النور" in bar
    assert "Al Noor Clinic" in bar
    assert "السبت 21 نوفمبر" in bar
    assert "10:42" in bar


def test_the_clock_goes_on_with_the_minute(wall: WallRig) -> None:
    wall.pass_s(60)

    assert "10:43" in said(wall.window.wall.bar)


@pytest.mark.parametrize(
    ("link", "word"), [(Link.LIVE, "Live"), (Link.CONNECTING, "Connecting"), (Link.STALE, "Lost")]
)
def test_the_bar_says_how_the_link_is(make_wall: MakeWall, link: Link, word: str) -> None:
    wall = make_wall(6, "en")
    if link is not Link.LIVE:
        wall.feed.link_changed.emit(link)

    assert any(text.startswith(word) for text in said(wall.window.wall.bar))


def test_counts_and_times_have_the_sites_digits_and_labels_keep_theirs(
    make_wall: MakeWall,
) -> None:
    wall = make_wall(6, digits=Digits.ARABIC)
    wall.call("L-031", "3")

    assert "١٠:٤٢" in said(wall.window.wall.bar)
    assert "٤" in said(wall.window.wall.clinics)
    assert {"L-031", "3"} <= set(said(wall.window.wall.banner))


def test_nobody_called_today_shows_the_mark_and_the_opening_hours(make_wall: MakeWall) -> None:
    hours = {"ar": "من 7:00 إلى 15:00", "en": "7:00 to 15:00"}
    wall = make_wall(6, "en", opening_hours=hours)
    banner = said(wall.window.wall.banner)

    assert "Your number will appear here" in banner
    assert "Open 7:00 to 15:00" in banner


def test_nobody_called_today_stands_on_lagoon(make_wall: MakeWall, qtbot: QtBot) -> None:
    wall = make_wall()
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    picture = wall.window.wall.banner.grab().toImage()

    assert picture.pixelColor(100, 40) == Theme("display").color("lagoon800")


def test_a_stale_call_has_no_fill_under_a_notice_of_clay(make_wall: MakeWall, qtbot: QtBot) -> None:
    wall = make_wall()
    with qtbot.waitExposed(wall.window):
        wall.window.show()
    wall.call("L-031", "3")
    wall.feed.link_changed.emit(Link.STALE)
    qtbot.waitUntil(lambda: wall.window.wall.banner.height() == 400)
    picture = wall.window.grab().toImage()

    theme = Theme("display")
    assert picture.pixelColor(900, 252 + 20) == theme.color("lagoon950")
    assert picture.pixelColor(300, 122 + 20) == theme.color("clay_soft")


def test_a_site_of_one_language_says_everything_once(make_wall: MakeWall) -> None:
    wall = make_wall(started=False)
    site = catalogue(6, "en")
    wall.feed.catalogue_changed.emit(replace(site, site=replace(site.site, languages=("en",))))
    wall.feed.snapshot.emit(snapshot(statuses=[status()]))
    wall.call("L-031", "3")

    assert sorted(said(wall.window.wall.banner)) == [
        "3",
        "L-031",
        "Laboratory",
        "Now calling",
        "Room",
    ]


def test_a_name_that_is_the_same_in_both_languages_stands_once(make_wall: MakeWall) -> None:
    wall = make_wall(started=False)
    site = catalogue(6, "en")
    names = {"ar": "Hamad", "en": "Hamad"}
    wall.feed.catalogue_changed.emit(replace(site, site=replace(site.site, names=names)))

    assert said(wall.window.wall.bar).count("Hamad") == 1


def test_the_ticker_shows_the_sites_own_sentence_in_both_languages(make_wall: MakeWall) -> None:
    wall = make_wall(6, "en", ticker={"en": "Flu vaccines in room 7", "ar": "تطعيم في غرفة 7"})

    assert said(wall.window.wall.ticker) == ["Flu vaccines in room 7", "تطعيم في غرفة 7"]


def test_sentences_too_long_for_one_line_take_turns_whole(make_wall: MakeWall) -> None:
    long = {"en": "Please keep your mask on while you wait. " * 3, "ar": "يرجى الانتظار " * 10}
    wall = make_wall(6, "en", ticker=long)
    seen = []
    for _ in range(4):
        seen += said(wall.window.wall.ticker)
        wall.pass_s(TURN_S)

    assert sorted(seen) == sorted([*long.values()] * 2)


def test_a_clinic_the_catalogue_does_not_know_is_called_all_the_same(wall: WallRig) -> None:
    wall.call("Z-001", "3", code="der")

    assert {"Z-001", "3"} <= set(said(wall.window.wall.banner))
    assert "der" not in [each.code for each in wall.window.wall.clinics.value.clinics]


def test_other_languages_of_the_site_are_taken_at_once(wall: WallRig) -> None:
    wall.call("L-031", "3")
    wall.feed.catalogue_changed.emit(catalogue(6, "th"))

    assert "ห้อง" in said(wall.window.wall.banner)
    assert not wall.window.wall.banner.theme.is_rtl


def test_an_update_before_catalogue_and_snapshot_is_shown(make_wall: MakeWall) -> None:
    wall = make_wall(started=False)
    wall.call("L-031", "3")
    wall.tell(EventKind.ENTERED, "L-032")

    assert wall.banner == "L-031"
    assert wall.voice.labels == ["L-031"]


@pytest.mark.parametrize(("pitch", "fits"), [(1.24, True), (0.7, False)])
def test_names_fit_only_where_their_lines_do_not_touch(
    qapp: QApplication, pitch: float, fits: bool
) -> None:
    theme = Theme("display", "th")
    place = NamePlace(theme, QRectF(0, 0, 400, 80), pitch, 26, 26)

    assert (best_px(place, (("th", "ที่นี่ ปู่ ญู่"), ("en", "Eye"))) is not None) == fits


def test_the_loss_is_told_in_the_sites_time(make_wall: MakeWall) -> None:
    wall = make_wall(6, "en")
    wall.clocks.move(dt.timedelta(hours=3, minutes=1).total_seconds())
    wall.feed.link_changed.emit(Link.STALE)

    assert any("13:42" in text for text in said(wall.window.wall.notice))
