"""The strand: a ring, the people ahead, a door; and the three beads of waiting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.ui.looks import columns, looks, picture, share
from ui.theme import Theme
from ui.widgets.strand import MOST_BEADS, Strand
from ui.widgets.three_beads import ThreeBeads

KIOSK = Theme("kiosk")


def strand(theme: Theme, ahead: int | None) -> Strand:
    made = Strand(theme)
    made.set_ahead(ahead)
    return made


def beads(image: QImage, theme: Theme) -> int:
    """How many separate beads stand on the strand's middle line, the ring left out."""
    y, color = image.height() // 2, theme.color("bead")
    row = [image.pixelColor(x, y - 12) == color for x in range(image.width())]
    runs, inside, begin = [], False, 0
    for x, dark in enumerate([*row, False]):
        if dark and not inside:
            inside, begin = True, x
        elif inside and not dark:
            inside = False
            runs.append(x - begin)
    return sum(run > image.height() * 0.3 for run in runs)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("ahead", [0, 1, 2, 5, MOST_BEADS])
def test_there_is_one_bead_for_each_person_ahead(show: Show, language: str, ahead: int) -> None:
    theme = Theme("kiosk", language)
    made = strand(theme, ahead)
    show(theme, made, width=900)

    assert beads(picture(made), theme) == ahead


def test_more_people_are_a_plus(show: Show) -> None:
    many, more = strand(KIOSK, MOST_BEADS + 1), strand(KIOSK, 120)
    show(KIOSK, many, more, width=900)

    assert beads(picture(many), KIOSK) == MOST_BEADS
    assert picture(many) == picture(more)
    assert "120" in more.accessibleName()


@pytest.mark.parametrize(("language", "door_at_right"), [("en", True), ("ar", False)])
def test_the_door_stands_at_the_end(show: Show, language: str, door_at_right: bool) -> None:
    theme = Theme("kiosk", language)
    made = strand(theme, 3)
    show(theme, made, width=900)

    door = columns(made, theme.color("marigold"))
    assert (min(door) > made.width() / 2) is door_at_right


def test_what_is_not_known_is_dashed_and_has_no_beads_and_no_marigold(show: Show) -> None:
    made = strand(KIOSK, None)
    show(KIOSK, made, width=900)

    assert beads(picture(made), KIOSK) == 0
    assert share(made, KIOSK.color("marigold")) == 0
    assert "not known" in made.accessibleName()


@pytest.mark.parametrize("theme", looks("kiosk"), ids=str)
def test_it_can_be_seen_in_every_look(show: Show, theme: Theme) -> None:
    made = strand(theme, 3)
    show(theme, made, width=900)

    assert beads(picture(made), theme) == 3
    assert share(made, theme.color("turn")) > 0.03


def test_a_bead_walks_through_the_door_and_the_others_move_on(show: Show, qtbot: QtBot) -> None:
    made, after = strand(KIOSK, 3), strand(KIOSK, 2)
    show(KIOSK, made, after, width=900)

    made.set_ahead(2)
    moving = picture(made)

    assert moving != picture(after)
    qtbot.waitUntil(lambda: picture(made) == picture(after), timeout=3000)


def test_without_motion_the_strand_changes_at_once(show: Show) -> None:
    still = replace(KIOSK, motion=False)
    made, after = strand(still, 3), strand(still, 2)
    show(still, made, after, width=900)

    made.set_ahead(2)

    assert picture(made) == picture(after)


def test_three_beads_move_only_with_motion(show: Show, qtbot: QtBot) -> None:
    lively, still = ThreeBeads(KIOSK), ThreeBeads(replace(KIOSK, motion=False))
    show(KIOSK, lively, still)
    first, calm = picture(lively), picture(still)

    qtbot.waitUntil(lambda: picture(lively) != first, timeout=3000)

    assert picture(still) == calm
