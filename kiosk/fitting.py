"""Text for the kiosk's own painted parts: the largest size at which it stands whole in its room."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from kiosk.look import Look
from ui.text import TextBlock, start_of, style_of

STEP = 0.95
UNBOUNDED = float(1 << 20)
SMALLEST_PX = 27
"""The design's smallest text of the kiosk; only what cannot be broken goes below it."""


class Side(enum.Enum):
    """Where the lines of a text stand, in the direction it is read."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: pixels of this screen, weight, lines (0 is any number), side."""

    px: int
    bold: bool = False
    lines: int = 0
    least: float = 0.7
    side: Side = Side.START


def fit(
    look: Look, text: str, setting: Setting, width: float, height: float = UNBOUNDED
) -> TextBlock:
    """The text at its size, or smaller; at the least it ends with an ellipsis."""
    floor = min(setting.px, max(look.px(SMALLEST_PX) * 0.9, setting.px * setting.least))
    px = float(setting.px)
    while px > floor:
        block = _set(look, text, setting, px, width)
        if not (block.elided or block.overflows) and block.size().height() <= height:
            return block
        px *= STEP
    return _set(look, text, setting, floor, width)


def _set(look: Look, text: str, setting: Setting, px: float, width: float) -> TextBlock:
    alignment = {
        Side.START: start_of(look.rtl),
        Side.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
        Side.END: start_of(not look.rtl),
    }[setting.side]
    style = style_of(look.theme, look.theme.font_px(round(px), bold=setting.bold), alignment)
    return TextBlock(text, style, max(1.0, width), max_lines=setting.lines)


def mirrored(rect: QRectF, width: float, *, rtl: bool) -> QRectF:
    """The place of a part in a widget of that width: as it is, or counted from the right."""
    if not rtl:
        return rect
    return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height())
