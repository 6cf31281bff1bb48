"""The sizes and places of the design, measured in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from display.cell import MOST_BEADS, CellShape
from display.clinics import grid_of, shape_of
from display.pieces import Beads, Icon, Number
from display.wallview import WallView
from domain.feed import Link
from tests.display.conftest import MakeWall
from tests.display.screens import PASSED, called
from tests.display.walls import WallRig, clinic, go_live, snapshot, status
from tests.display.walls import catalogue as site


def shown(qtbot: QtBot, made: WallRig, width: int = 1920, height: int = 1080) -> WallRig:
    qtbot.addWidget(made.window)
    made.window.resize(width, height)
    with qtbot.waitExposed(made.window):
        made.window.show()
    return made


def place(made: WallRig, view: WallView) -> QRect:
    return QRect(view.mapTo(made.window, QPoint(0, 0)), view.size())


def number(view: WallView, text: str) -> Number:
    found = [piece for piece, _ in view.placed() if isinstance(piece, Number)]
    return next(each for each in found if each.text == text)


def number_px(made: WallRig, label: str) -> int:
    return number(made.window.wall.banner, label).font.pixelSize()


def test_the_rows_stand_where_the_design_has_them(qtbot: QtBot) -> None:
    made = shown(qtbot, called(6, "ar"))
    wall = made.window.wall

    assert place(made, wall.bar) == QRect(32, 24, 1856, 80)
    assert place(made, wall.banner) == QRect(32, 122, 1856, 468)
    assert place(made, wall.history) == QRect(32, 608, 1856, 190)
    assert place(made, wall.clinics) == QRect(32, 816, 1856, 162)
    assert place(made, wall.ticker) == QRect(32, 996, 1856, 60)


def test_a_lost_link_makes_room_for_its_notice(qtbot: QtBot) -> None:
    made = called(6, "ar")
    made.feed.link_changed.emit(Link.STALE)
    shown(qtbot, made)
    wall = made.window.wall

    assert place(made, wall.notice) == QRect(32, 122, 1856, 112)
    assert place(made, wall.banner) == QRect(32, 252, 1856, 400)
    assert place(made, wall.history) == QRect(32, 670, 1856, 164)
    assert place(made, wall.clinics) == QRect(32, 852, 1856, 204)


def test_4k_is_the_same_twice_as_large(qtbot: QtBot) -> None:
    made = shown(qtbot, called(6, "ar"), 3840, 2160)
    wall = made.window.wall

    assert place(made, wall.banner) == QRect(64, 244, 3712, 936)
    assert place(made, wall.clinics) == QRect(64, 1632, 3712, 324)
    assert number_px(made, "L-031") == 800


@pytest.mark.parametrize("language", ["ar", "en", "th"])
@pytest.mark.parametrize("count", range(1, 13))
def test_the_call_never_gets_smaller_for_the_clinics(
    qtbot: QtBot, count: int, language: str
) -> None:
    made = shown(qtbot, called(count, language))

    assert number_px(made, "L-031") == 400
    assert made.window.wall.banner.height() == 468


def test_the_numbers_have_the_designs_sizes(qtbot: QtBot) -> None:
    made = shown(qtbot, called(6, "ar"))
    wall = made.window.wall

    assert number(wall.banner, "3").font.pixelSize() == 236
    assert number(wall.history, "L-030").font.pixelSize() == 134
    assert number(wall.history, "2").font.pixelSize() == 84
    assert number(wall.clinics, "5").font.pixelSize() == 72
    assert number(wall.bar, "10:42").font.pixelSize() == 72


def test_a_stale_call_is_320_px(qtbot: QtBot) -> None:
    made = called(6, "ar")
    made.feed.link_changed.emit(Link.STALE)
    shown(qtbot, made)

    assert number_px(made, "L-031") == 320


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("label", ["L-1000", "M-8888", "W-88888", "LAB-1000"])
def test_a_long_label_shrinks_until_it_fits_but_not_below_280(
    qtbot: QtBot, make_wall: MakeWall, label: str, language: str
) -> None:
    made = make_wall(6, language)
    made.call(label, "3")
    shown(qtbot, made)

    assert 280 <= number_px(made, label) < 400


def test_a_label_of_five_characters_keeps_its_size(make_wall: MakeWall, qtbot: QtBot) -> None:
    made = make_wall(6, "en")
    made.call("D-888", "3")
    shown(qtbot, made)

    assert number_px(made, "D-888") == 400


@pytest.mark.parametrize(("label", "has_arrow"), [("L-1000", True), ("LAB-1000", False)])
def test_the_arrow_gives_way_before_a_number_falls_below_280(
    qtbot: QtBot, make_wall: MakeWall, label: str, has_arrow: bool
) -> None:
    made = make_wall(6, "en")
    made.call(label, "3")
    shown(qtbot, made)

    pieces = [piece for piece, _ in made.window.wall.banner.placed()]
    arrows = [piece for piece in pieces if isinstance(piece, Icon) and piece.name == "forward"]
    assert bool(arrows) == has_arrow


@pytest.mark.parametrize(("language", "door_is_left"), [("ar", True), ("en", False), ("th", False)])
def test_the_wall_runs_in_the_direction_of_the_sites_first_language(
    qtbot: QtBot, language: str, door_is_left: bool
) -> None:
    made = shown(qtbot, called(6, language))
    wall = made.window.wall

    def middle(view: WallView, text: str) -> float:
        return next(spot.ink.center().x() for spot in view.text_rects() if spot.text == text)

    room, label = middle(wall.banner, "3"), middle(wall.banner, "L-031")
    assert (room < label) == door_is_left
    newest, oldest = middle(wall.history, PASSED[2][0]), middle(wall.history, PASSED[0][0])
    assert (oldest < newest) == door_is_left


@pytest.mark.parametrize(
    ("count", "grid", "shape"),
    [
        (1, (1, 1), CellShape.WIDE),
        (2, (1, 2), CellShape.WIDE),
        (3, (1, 3), CellShape.TALL),
        (6, (1, 6), CellShape.TALL),
        (7, (2, 4), CellShape.FLAT),
        (8, (2, 4), CellShape.FLAT),
        (9, (2, 5), CellShape.FLAT),
        (10, (2, 5), CellShape.FLAT),
        (11, (2, 6), CellShape.FLAT_ONE_LANGUAGE),
        (12, (2, 6), CellShape.FLAT_ONE_LANGUAGE),
    ],
)
def test_clinics_share_one_row_up_to_six_and_two_beyond(
    count: int, grid: tuple[int, int], shape: CellShape
) -> None:
    assert grid_of(count) == grid
    assert shape_of(count) is shape


@pytest.mark.parametrize("count", range(1, 13))
def test_each_clinic_is_named_with_its_count(make_wall: MakeWall, count: int) -> None:
    made = make_wall(count, "en")
    seen = [spot.text for spot in made.window.wall.clinics.text_rects()]

    for index in range(count):
        one = clinic(index)
        assert one.names["en"] in seen
        assert (one.names["ar"] in seen) == (count <= 10)
    assert len(made.window.wall.clinics.value.clinics) == count


@pytest.mark.parametrize(("waiting", "beads", "more"), [(0, 0, False), (6, 6, False), (7, 6, True)])
def test_two_clinics_have_a_bead_a_person_up_to_six(
    make_wall: MakeWall, waiting: int, beads: int, more: bool
) -> None:
    made = make_wall(1, "en")
    made.feed.snapshot.emit(snapshot(statuses=[status("lab", waiting)]))
    pieces = [piece for piece, _ in made.window.wall.clinics.placed()]

    assert sum(piece.count for piece in pieces if isinstance(piece, Beads)) == beads <= MOST_BEADS
    assert any(isinstance(piece, Number) and piece.text == "+" for piece in pieces) == more


def test_more_than_twelve_clinics_show_the_first_twelve(make_wall: MakeWall) -> None:
    made = make_wall(started=False)
    many = [clinic(index % 12, code=f"c{index}") for index in range(14)]
    go_live(made, site(clinics=many))

    assert [each.code for each in made.window.wall.clinics.value.clinics] == [
        f"c{index}" for index in range(12)
    ]


def test_a_wall_for_chosen_clinics_shows_them_in_their_order(make_wall: MakeWall) -> None:
    made = make_wall(6, clinics=("eye", "lab"))

    assert [each.code for each in made.window.wall.clinics.value.clinics] == ["eye", "lab"]


def test_words_stand_in_the_sites_first_two_languages(qtbot: QtBot) -> None:
    made = shown(qtbot, called(6, "th"))
    seen = {spot.text for spot in made.window.wall.banner.text_rects()}

    assert {"Now calling", "Room", "ห้อง", "Laboratory", "ห้องแล็บ"} <= seen
    assert "المختبر" not in seen
