"""The design's icons, painted in any colour and size; the tokens say which turn round."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import ASSETS, tokens


@functools.cache
def names() -> frozenset[str]:
    """The icons there are."""
    return frozenset(path.stem for path in (ASSETS / "icons").glob("*.svg"))


def turns_round(name: str) -> bool:
    """Whether the icon is drawn the other way round in a right-to-left window."""
    return name in tokens()["icons"]["mirror_in_rtl"]


def paint_icon(
    painter: QPainter, name: str, rect: QRectF, color: QColor, *, mirrored: bool = False
) -> None:
    """Paint the icon into the square in the middle of rect.

    `mirrored` says that the window runs right to left; only icons that show a direction follow it.
    """
    _paint(painter, _renderer(name, color.name()), rect, turned=mirrored and turns_round(name))


def paint_icon_apart(
    painter: QPainter, name: str, rect: QRectF, color: QColor, *, mirrored: bool = False
) -> None:
    """The same outside the GUI thread, as on paper: shares no drawing with the windows."""
    turned = mirrored and turns_round(name)
    _paint(painter, _renderer.__wrapped__(name, color.name()), rect, turned=turned)


def _paint(painter: QPainter, drawing: QSvgRenderer, rect: QRectF, *, turned: bool) -> None:
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if turned:
        painter.translate(2 * square.center().x(), 0)
        painter.scale(-1, 1)
    drawing.render(painter, square)
    painter.restore()


def icon_pixmap(
    name: str, color: QColor, size_px: int, *, mirrored: bool = False, ratio: float = 1.0
) -> QPixmap:
    """The icon as a picture of size_px × size_px device-independent pixels."""
    side = round(size_px * ratio)
    pixmap = QPixmap(QSize(side, side))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint_icon(painter, name, QRectF(0, 0, size_px, size_px), color, mirrored=mirrored)
    return pixmap


@functools.lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    if name not in names():
        raise KeyError(f"no icon {name!r}")
    drawing = (ASSETS / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", color.encode())))
