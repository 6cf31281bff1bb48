"""The arch, the bead and the mark have the proportions of the design."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.shapes import Fill, arch_path, paint_bead, paint_mark, paint_ring
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
DOOR = QRectF(10, 20, 100, 140)
INK = Theme("staff").color("black")
SPOT = Theme("staff").color("marigold")


def blank() -> QImage:
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def has(image: QImage, x: int, y: int, color: QColor = INK) -> bool:
    return image.pixelColor(x, y) == color


def test_an_arch_fills_its_rectangle() -> None:
    for on_edge in (True, False):
        assert arch_path(DOOR, on_edge=on_edge).boundingRect() == DOOR


def test_the_top_of_an_arch_is_half_a_circle() -> None:
    path = arch_path(DOOR, on_edge=True)

    assert path.contains(QPointF(60, 21))
    assert not path.contains(QPointF(20, 30))
    assert path.contains(QPointF(60 - 35, 70 - 35))  # 49.5 from the centre of the circle
    assert not path.contains(QPointF(60 - 36, 70 - 36))  # 50.9


def test_an_arch_on_an_edge_has_square_feet_and_another_round_ones() -> None:
    corner = QPointF(11, 159)

    assert arch_path(DOOR, on_edge=True).contains(corner)
    assert not arch_path(DOOR, on_edge=False).contains(corner)
    assert arch_path(DOOR, on_edge=False).contains(QPointF(14, 156))


def test_a_low_arch_keeps_its_height() -> None:
    low = QRectF(0, 0, 100, 52)

    assert arch_path(low, on_edge=False).boundingRect() == low


def test_the_fuller_the_bead_the_longer_the_wait() -> None:
    centre, begin, end = {}, {}, {}
    for fill in Fill:
        image = blank()
        painter = QPainter(image)
        paint_bead(painter, QPointF(50, 50), 80, INK, fill)
        painter.end()
        begin[fill], centre[fill], end[fill] = (
            has(image, 30, 50),
            has(image, 12, 50),
            has(image, 70, 50),
        )

    assert (begin, end) == (
        {Fill.EMPTY: False, Fill.HALF: False, Fill.FULL: True},
        {Fill.EMPTY: False, Fill.HALF: True, Fill.FULL: True},
    )
    assert all(centre.values())  # the rim is always there


def test_a_ring_is_as_wide_as_asked() -> None:
    image = blank()
    painter = QPainter(image)
    paint_ring(painter, QPointF(50, 50), 80, INK, 8)
    painter.end()

    assert has(image, 14, 50)
    assert not has(image, 8, 50)
    assert not has(image, 22, 50)


def test_the_mark_is_a_door_with_a_bead_in_it() -> None:
    image = blank()
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 100, 100), INK, SPOT)
    painter.end()

    assert has(image, 50, 48, SPOT)
    assert has(image, 50, 95)
    assert not has(image, 2, 50)
