"""Where the parts of a button lie: sign, words, smaller line, key hint, words of an error.

Only measures; ui.widgets.big_button paints.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt

from ui.text import TextBlock, TextSpot, TextStyle, start_of, style_of
from ui.theme import Theme, tokens
from ui.widgets.painting import hint_block

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_CALL_ICON = 1.7  # of the verb's size: the bell of Call next is the largest sign of the desk
_STACKED_ICON = 1.65
_ICON = 1.1
_DESK_ICON = 1.35


@dataclass(frozen=True, slots=True)
class Face:
    """What a button shows. `sign` is an icon or the three beads; `bold` are parts of the detail."""

    theme: Theme
    words: str
    role: str
    sign: bool = False
    sign_at_end: bool = False
    detail: str = ""
    bold: tuple[str, ...] = ()
    hint: str = ""
    error: str = ""
    stacked: bool = False
    at_edge: bool = False
    regular: bool = False

    @property
    def px(self) -> int:
        return self.theme.px(self.role)

    @property
    def side(self) -> float:
        """The side of the square in which the sign stands."""
        if not self.sign:
            return 0.0
        if self.detail:
            return self.px * _CALL_ICON
        if self.stacked:
            return self.px * _STACKED_ICON
        return self.px * (_DESK_ICON if self.theme.surface == "staff" else _ICON)

    @property
    def gap(self) -> float:
        if self.detail:
            return self.px * 0.9
        return self.px * (0.4 if self.keyed else 0.5)

    @property
    def pad(self) -> float:
        if self.stacked:
            return self.px * 0.4
        return self.px * (0.6 if self.keyed else 0.85)

    @property
    def keyed(self) -> bool:
        """A button of the desk that shows its key: set closer, so that its words keep one line."""
        return self.theme.surface == "staff" and bool(self.hint) and self.role != "call_next"

    def style(self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading) -> TextStyle:
        return style_of(self.theme, self.theme.font(self.role, bold=not self.regular), alignment)

    def small_style(self, alignment: Qt.AlignmentFlag, *, bold: bool = False) -> TextStyle:
        role = "small" if self.theme.surface == "kiosk" else "body"
        return style_of(self.theme, self.theme.font(role, bold=bold), alignment)

    @property
    def hint_role(self) -> str:
        """Call next shows its key larger than the others do theirs."""
        if self.theme.surface != "staff":
            return "small"
        return "panel_title" if self.role == "call_next" else "key_hint"

    def hint_width(self) -> float:
        return hint_block(self.theme, self.hint, self.hint_role)[1].width() if self.hint else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of words and the rectangle it is painted into."""

    block: TextBlock
    rect: QRectF

    def spot(self, inside: QRectF | None = None) -> TextSpot:
        return self.block.spot(self.rect, inside)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one button of one size; `box` is what is outlined."""

    box: QRectF
    sign: QRectF
    words: Placed
    hint: QRectF
    detail: Placed | None = None
    error: Placed | None = None

    def spots(self) -> list[TextSpot]:
        """The words inside the button's outline, those of an error below it."""
        spots = [each.spot(self.box) for each in (self.words, self.detail) if each is not None]
        return [*spots, *([] if self.error is None else [self.error.spot()])]


def natural_size(face: Face) -> QSize:
    """The size at which everything stands on one line."""
    return _size_around(face, TextBlock(face.words, face.style()).size())


def smallest_size(face: Face) -> QSize:
    """The size at which no word has to be broken: two lines where the icon stands above."""
    if not face.stacked:
        return natural_size(face)
    words = [TextBlock(word, face.style()).size() for word in face.words.split() or [""]]
    widest = max(word.width() for word in words)
    lines = TextBlock(face.words, face.style(), widest + 1).size()
    return _size_around(face, QSizeF(widest, lines.height()))


def place(face: Face, size: QSizeF, *, rtl: bool) -> Parts:
    """Lay the parts into a button of this size."""
    error = _error(face, size)
    foot = error.rect.height() if error is not None else 0.0
    box = QRectF(0, 0, size.width(), size.height() - foot)
    return _stacked(face, box, error) if face.stacked else _row(face, box, error, rtl=rtl)


def _size_around(face: Face, words: QSizeF) -> QSize:
    detail = TextBlock(face.detail, face.small_style(_CENTRE), bold=face.bold).size()
    height, width = words.height(), words.width()
    if face.stacked:
        width, height = max(width, face.side), height + face.side + face.gap * 0.4
    else:
        height += detail.height() if face.detail else 0.0
        width = max(width, detail.width() if face.detail else 0.0)
        width += face.side + face.gap if face.sign else 0.0
        width += face.hint_width() + face.gap if face.hint else 0.0
        height = max(height, face.side)
    width += 2 * face.pad
    height = max(height + face.px * (0.55 if face.stacked else 1.1), _smallest_side(face.theme))
    error = _error(face, QSizeF(width, 0))
    height += error.rect.height() if error is not None else 0.0
    return QSize(math.ceil(width), math.ceil(height))


def _stacked(face: Face, box: QRectF, error: Placed | None) -> Parts:
    inside = box.adjusted(face.pad, 0, -face.pad, 0)
    block = TextBlock(face.words, face.style(_CENTRE), max(1.0, inside.width()))
    gap = face.gap * 0.4 if face.sign else 0.0
    height = face.side + gap + block.size().height()
    top = box.center().y() - height / 2
    sign = QRectF(box.center().x() - face.side / 2, top, face.side, face.side)
    words = QRectF(inside.left(), sign.bottom() + gap, inside.width(), block.size().height())
    return Parts(box, sign, Placed(block, words), QRectF(), error=error)


def _row(face: Face, box: QRectF, error: Placed | None, *, rtl: bool) -> Parts:
    """The parts in reading order, laid from the left and turned round as a whole where rtl."""
    inside = box.adjusted(face.pad, 0, -face.pad, 0)
    hint = face.hint_width() + face.gap if face.hint else 0.0
    lead = face.side + face.gap if face.sign else 0.0
    room = max(1.0, inside.width() - lead - hint)
    start = start_of(rtl)
    block = TextBlock(face.words, face.style(start), room)
    small = TextBlock(face.detail, face.small_style(start), room, bold=face.bold)
    width = min(room, max(block.size().width(), small.size().width() if face.detail else 0.0))
    left = inside.left() + (0.0 if face.at_edge else (inside.width() - hint - lead - width) / 2)

    sign_left, words_left = left, left + lead
    if face.sign_at_end:
        sign_left, words_left = left + width + face.gap, left
    sign = QRectF(sign_left, box.center().y() - face.side / 2, face.side, face.side)
    foot = small.size().height() if face.detail else 0.0
    top = box.center().y() - (block.size().height() + foot) / 2
    words = QRectF(words_left, top, width, block.size().height())
    below = QRectF(words_left, words.bottom(), width, foot)
    end = QRectF(inside.right() - hint + face.gap, box.top(), hint - face.gap, box.height())
    if rtl:
        sign, words, below, end = (_turned(each, box) for each in (sign, words, below, end))
    detail = Placed(small, below) if face.detail else None
    return Parts(box, sign, Placed(block, words), end, detail, error)


def _error(face: Face, size: QSizeF) -> Placed | None:
    if not face.error:
        return None
    block = TextBlock(face.error, face.small_style(_CENTRE, bold=True), max(1.0, size.width()))
    height = block.size().height() + face.gap
    return Placed(block, QRectF(QPointF(0, size.height() - height), QSizeF(size.width(), height)))


def _turned(rect: QRectF, box: QRectF) -> QRectF:
    turned = QRectF(rect)
    turned.moveLeft(box.left() + box.right() - rect.right())
    return turned


def _smallest_side(theme: Theme) -> float:
    """The least height of what a finger or a mouse must hit on this surface."""
    target = tokens()["target"]
    smallest = {"kiosk": target["kiosk_min_px_at_32in"], "staff": target["staff_min_px"]}
    return float(smallest.get(theme.surface, 0)) * theme.scale
