"""Where the parts of a call stand in the banner: label above, number, arrow, door at the end.

The number keeps its size; only a label of many characters makes it smaller, down to LEAST_NUMBER.
Where that is not enough the arrow gives way before the number does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from display.called import Called
from display.door import DoorLook, door_pieces, figure_font
from display.pieces import (
    Icon,
    Number,
    Placed,
    Row,
    in_both,
    mirrored,
    place_row,
    place_row_at_end,
    row_width,
    words,
)
from display.words import LAST_CALL, NOW_CALLING, Lines, Tongues
from ui.text import number_width
from ui.theme import Theme

STALE_NUMBER = 320
LEAST_NUMBER = 280
_STALE_ROOM = 190
_LEAST_LABEL = 36
_BETWEEN = 0.3
"""Of the letters' size, between languages: so that the label has its full size beside the door."""
_LABEL_ROW = QRectF(0, 20, 0, 78)
_NUMBER_TOP, _NUMBER_FOOT = 104, 12
_ARCH, _STALE_ARCH = (414, 72, 44), (380, 75, 40)
"""Width, distance from the end, distance from the top."""
_ARROW, _ARROW_GAP, _ARROW_DROP = 112, 28, 34
_BELL, _CLINIC_ICON = 60, 56
_ICON_SHARE = 0.6
"""Of the door's width: the clinic's icon, which stands there for a call without a room."""


@dataclass(frozen=True, slots=True)
class CallPlan:
    """Places in one banner in pixels of the window, from the left as if lines began there."""

    theme: Theme
    whole: QRectF
    stale: bool

    def arch(self) -> QRectF:
        """The door's place on the lower edge, near the end; mirrored by whoever paints it."""
        width, inset, top = map(self.theme.scaled, _STALE_ARCH if self.stale else _ARCH)
        left = self.whole.right() - inset - width
        return QRectF(left, self.whole.top() + top, width, self.whole.height() - top)

    def arrow(self) -> QRectF:
        side, gap, drop = map(self.theme.scaled, (_ARROW, _ARROW_GAP, _ARROW_DROP))
        left = self.arch().left() - gap - side
        return QRectF(left, self.whole.center().y() + drop - side / 2, side, side)

    def number(self, *, with_arrow: bool) -> QRectF:
        scaled = self.theme.scaled
        left = self.whole.left() + self.theme.space(4)
        right = (self.arrow() if with_arrow else self.arch()).left() - self.theme.space(3)
        top = self.whole.top() + scaled(_NUMBER_TOP)
        return QRectF(left, top, right - left, self.whole.bottom() - scaled(_NUMBER_FOOT) - top)

    def label(self) -> QRectF:
        area = self.number(with_arrow=True)
        top, height = self.theme.scaled(_LABEL_ROW.top()), self.theme.scaled(_LABEL_ROW.height())
        return QRectF(area.left(), self.whole.top() + top, area.width(), height)

    def place(self, rect: QRectF) -> QRectF:
        return mirrored(rect, self.whole, rtl=self.theme.is_rtl)


def call_pieces(plan: CallPlan, tongues: Tongues, call: Called) -> list[Placed]:
    """All that stands on the banner for one call, but its ground and the door's shape."""
    theme = plan.theme
    ink = theme.color("text" if plan.stale else "on_turn")
    number, with_arrow = _number(plan, call, ink)
    placed: list[Placed] = [(number, plan.place(plan.number(with_arrow=with_arrow)))]
    placed += _label(plan, tongues, call, ink)
    if call.room is None:
        place = plan.place(plan.arch())
        placed.append((Icon(call.icon, place.width() * _ICON_SHARE, ink, theme.is_rtl), place))
    else:
        if with_arrow:
            arrow = Icon("forward", plan.arrow().width(), ink, theme.is_rtl)
            placed.append((arrow, plan.place(plan.arrow())))
        look = door_look(theme, stale=plan.stale)
        placed += door_pieces(theme, tongues, call.room, plan.place(plan.arch()), look)
    return placed


def door_look(theme: Theme, *, stale: bool) -> DoorLook:
    return DoorLook(
        fill=theme.color("on_turn"),
        word=theme.color("text"),
        name=theme.color("text" if stale else "turn"),
        word_px=theme.px("label"),
        least_px=theme.px("ticker"),
        name_px=theme.scaled(_STALE_ROOM) if stale else theme.px("room_number"),
        word_at=0.32,
        name_at=0.685,
    )


def _number(plan: CallPlan, call: Called, ink: QColor) -> tuple[Number, bool]:
    """The number as large as it may be, and whether the arrow has room beside it."""
    theme = plan.theme
    most = theme.scaled(STALE_NUMBER) if plan.stale else theme.px("call_number")
    px = _fitting(theme, call.label, most, plan.number(with_arrow=True).width())
    with_arrow = px >= theme.scaled(LEAST_NUMBER)
    if not with_arrow:
        px = _fitting(theme, call.label, most, plan.number(with_arrow=False).width())
        px = min(px, max(theme.scaled(LEAST_NUMBER), 1)) if px > theme.scaled(LEAST_NUMBER) else px
    return Number(call.label, figure_font(theme, call.label, px), ink, theme.is_rtl), with_arrow


def _fitting(theme: Theme, label: str, most: int, width: float) -> int:
    """The largest size, not above `most`, at which the label is no wider."""
    wide = number_width(label, figure_font(theme, label, most))
    px = most if wide <= width else int(most * width / wide)
    while px > 1 and number_width(label, figure_font(theme, label, px)) > width:
        px -= 1
    return px


def _label(plan: CallPlan, tongues: Tongues, call: Called, ink: QColor) -> list[Placed]:
    """What this is at the start, which clinic at the end; smaller, then shorter, until they fit."""
    rect = plan.place(plan.label())
    what: Row = []
    clinic: Row = []
    for what, clinic in _label_ways(plan, tongues, call, ink):
        if row_width(what) + plan.theme.space(2) + row_width(clinic) <= rect.width():
            break
    rtl = plan.theme.is_rtl
    return place_row(what, rect, rtl=rtl) + place_row_at_end(clinic, rect, rtl=rtl)


def _label_ways(
    plan: CallPlan, tongues: Tongues, call: Called, ink: QColor
) -> Iterator[tuple[Row, Row]]:
    theme = plan.theme
    said = tongues.say(LAST_CALL if plan.stale else NOW_CALLING)
    names = tongues.names(call.clinic) if call.clinic else ()
    least = theme.scaled(_LEAST_LABEL)
    for px in range(theme.px("label"), least - 1, -2):
        yield _what(plan, call, said, px, ink), _clinic(theme, call, names, px, ink)
    for px in (theme.px("label"), least):
        yield _what(plan, call, said, px, ink), _clinic(theme, call, names[:1], px, ink)
    what = _what(plan, call, said[:1], least, ink)
    icon = theme.scaled(_CLINIC_ICON) + theme.space(0)
    room = plan.label().width() - row_width(what) - theme.space(3) - icon
    yield what, _clinic(theme, call, names[:1], least, ink, room)


def _what(plan: CallPlan, call: Called, said: Lines, px: int, ink: QColor) -> Row:
    theme = plan.theme
    icon = "clock" if plan.stale else "recall" if call.recalled else "call"
    row = in_both(theme, said, px, (ink, ink), _BETWEEN)
    bell = Icon(icon, theme.scaled(_BELL), ink, theme.is_rtl)
    return [(0.0, bell), *_after_icon(row, theme.space(1))]


def _clinic(
    theme: Theme, call: Called, names: Lines, px: int, ink: QColor, width: float | None = None
) -> Row:
    row = in_both(theme, names, px, (ink, ink), _BETWEEN)
    if width is not None and names:
        row = [(0.0, words(theme, names[0][1], theme.font_px(px, bold=True), ink, width))]
    icon = Icon(call.icon, theme.scaled(_CLINIC_ICON), ink, theme.is_rtl)
    return [(0.0, icon), *_after_icon(row, theme.space(0))]


def _after_icon(row: Row, gap: float) -> Row:
    return [(gap, row[0][1]), *row[1:]] if row else []
