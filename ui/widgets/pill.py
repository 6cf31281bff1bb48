"""A pill: an icon and a word in one small rounded box; painted here for widgets and lists alike."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, TextStyle, style_of
from ui.theme import Theme
from ui.widgets.painting import Look, paint_box

_PAD, _GAP, _ICON, _HEIGHT = 0.8, 0.42, 1.1, 2.0  # of the font's size


@dataclass(frozen=True, slots=True)
class PillFace:
    """What a pill says and its colour roles; without an outline role it has none."""

    icon: str
    words: str
    fill: str
    ink: str
    outline: str = ""
    dashed: bool = False


def pill_size(theme: Theme, face: PillFace) -> QSizeF:
    """The least size in which the pill is whole."""
    px = _px(theme)
    block = _block(theme, face.words)
    width = (2 * _PAD + _ICON + _GAP) * px + block.size().width()
    return QSizeF(math.ceil(width), math.ceil(max(_HEIGHT * px, block.size().height())))


def paint_pill(painter: QPainter, rect: QRectF, theme: Theme, face: PillFace, *, rtl: bool) -> None:
    """Paint the pill at the start of rect, in its vertical middle."""
    box, icon, words = _places(rect, theme, face, rtl=rtl)
    paint_box(painter, box, box.height() / 2, _look(theme, face))
    ink = theme.color(face.ink)
    paint_icon(painter, face.icon, icon, ink, mirrored=rtl)
    _block(theme, face.words).draw(painter, words, ink)


def pill_spot(rect: QRectF, theme: Theme, face: PillFace, *, rtl: bool) -> TextSpot:
    """Where the pill's word would be painted."""
    words = _places(rect, theme, face, rtl=rtl)[2]
    return _block(theme, face.words).spot(words)


def _places(
    rect: QRectF, theme: Theme, face: PillFace, *, rtl: bool
) -> tuple[QRectF, QRectF, QRectF]:
    size, px = pill_size(theme, face), _px(theme)
    box = QRectF(rect.left(), rect.center().y() - size.height() / 2, size.width(), size.height())
    if rtl:
        box.moveRight(rect.right())
    side, pad = _ICON * px, _PAD * px
    icon = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
    width = _block(theme, face.words).size().width()
    words = QRectF(icon.right() + _GAP * px, box.top(), width, box.height())
    if rtl:
        icon.moveRight(box.right() - pad)
        words.moveRight(icon.left() - _GAP * px)
    return box, icon, words


def _look(theme: Theme, face: PillFace) -> Look:
    """In high contrast every pill has an outline, since soft grounds are gone there."""
    width = 2.0 * theme.scale if face.outline or theme.high_contrast else 0.0
    outline = face.outline or "outline"
    return Look(
        theme.color(face.fill), theme.color(outline), width, theme.color(face.ink), face.dashed
    )


def _block(theme: Theme, words: str) -> TextBlock:
    return TextBlock(words, _style(theme))


def _style(theme: Theme) -> TextStyle:
    return style_of(theme, theme.font(_role(theme), bold=True))


def _px(theme: Theme) -> int:
    return theme.px(_role(theme))


def _role(theme: Theme) -> str:
    return "clinic_second" if theme.surface == "display" else "small"
