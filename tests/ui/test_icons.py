"""Every icon has a drawing in the colour asked for, and the right ones turn round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from ui.icons import icon_pixmap, names, turns_round
from ui.theme import Theme, tokens

pytestmark = pytest.mark.usefixtures("qapp")
INK = Theme("staff").color("brick")
SIDE = 48
ROUNDING = 48  # of 255


def drawing(name: str, *, mirrored: bool = False) -> QImage:
    pixmap = icon_pixmap(name, INK, SIDE, mirrored=mirrored)
    return pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)


def opaque(image: QImage) -> list[QPoint]:
    points = (QPoint(x, y) for y in range(image.height()) for x in range(image.width()))
    return [point for point in points if image.pixelColor(point).alpha() == 255]


def alike(first: QImage, second: QImage) -> bool:
    """Whether two drawings differ by no more than rounding at their edges."""
    points = (QPoint(x, y) for y in range(SIDE) for x in range(SIDE))
    return all(
        abs(first.pixelColor(point).alpha() - second.pixelColor(point).alpha()) < ROUNDING
        for point in points
    )


@pytest.mark.parametrize("name", sorted(names()))
def test_an_icon_is_drawn_in_its_colour(name: str) -> None:
    image = drawing(name)

    drawn = opaque(image)
    assert len(drawn) > SIDE  # a stroke right across, at the least
    colors = [image.pixelColor(point) for point in drawn]
    assert all(abs(color.red() - INK.red()) <= 2 for color in colors)
    assert all(abs(color.green() - INK.green()) <= 2 for color in colors)


@pytest.mark.parametrize("name", sorted(names()))
def test_an_icon_stays_inside_its_square(name: str) -> None:
    image = drawing(name)
    last = SIDE - 1

    edge = [(x, y) for x in range(SIDE) for y in range(SIDE) if {x, y} & {0, last}]
    assert all(image.pixelColor(x, y).alpha() < 128 for x, y in edge)


@pytest.mark.parametrize("name", sorted(names()))
def test_only_what_shows_a_direction_turns_round(name: str) -> None:
    plain, turned = drawing(name), drawing(name, mirrored=True)

    if name in tokens()["icons"]["mirror_in_rtl"]:
        assert turns_round(name)
        assert alike(turned, plain.flipped(Qt.Orientation.Horizontal))
        assert not alike(turned, plain)
    else:
        assert turned == plain


@pytest.mark.parametrize("name", ["check", "clock", "done", "print", "link-live", "link-lost"])
def test_a_check_and_a_clock_never_turn_round(name: str) -> None:
    assert not turns_round(name)


def test_the_tokens_name_icons_that_exist() -> None:
    icons = tokens()["icons"]

    assert {*icons["mirror_in_rtl"], *icons["never_mirror"]} <= names()


def test_a_sharp_screen_gets_more_pixels_for_the_same_size() -> None:
    pixmap = icon_pixmap("call", INK, 24, ratio=2.0)

    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (48, 24)


def test_an_unknown_icon_is_refused() -> None:
    with pytest.raises(KeyError, match="sparkle"):
        icon_pixmap("sparkle", INK, 24)
