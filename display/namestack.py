"""A clinic's names one below the other, as large as they fit into their place.

What gives way, in this order: size, then the second language, then a second line; last a long name is
cut. What is said in place of the second name (paused, closed) never gives way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from display.pieces import Placed, Words
from display.words import Lines
from ui.text import TextBlock, TextStyle, start_of
from ui.theme import Theme

_TIGHT = 1.12
"""The pitch of lines where two rows of cells leave little height, in sizes of the letters."""
_TOLERANCE = 1.0


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where names stand. `why` replaces the second name; `tight` draws the lines together."""

    theme: Theme
    rect: QRectF
    why: Lines = ()
    tight: bool = False
    one_language: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    language: str
    text: str
    px: int
    bold: bool
    color: str
    most_lines: int = 1


def name_pieces(place: NamePlace, names: Lines) -> list[Placed]:
    """The best way of saying the names that fits."""
    blocks: list[tuple[_Line, TextBlock]] = []
    for way in _ways(place, names):
        blocks = [(line, _block(place, line)) for line in way]
        if _fits(place, [block for _, block in blocks]):
            break
    return _stacked(place, blocks)


def _ways(place: NamePlace, names: Lines) -> Iterator[list[_Line]]:
    theme = place.theme
    least = theme.px("clinic_second")
    most = least if place.one_language else theme.px("clinic_first")
    language, text = names[0]
    first = _Line(language, text, most, bold=True, color="text")
    below = _below(place, names, least)
    sizes = sorted({most, (most + least) // 2, least}, reverse=True)
    for px in sizes:
        yield [replace(first, px=px), *below]
    if place.why:
        yield [replace(first, px=least, most_lines=1), *below]
        return
    for px in sizes:
        yield [replace(first, px=px, most_lines=2)]


def _below(place: NamePlace, names: Lines, px: int) -> list[_Line]:
    if place.why:
        return [_Line(language, text, px, True, "attention") for language, text in place.why]
    second = () if place.one_language else names[1:]
    return [_Line(language, text, px, False, "second_text") for language, text in second]


def _block(place: NamePlace, line: _Line) -> TextBlock:
    theme = place.theme.speaking(line.language)
    pitch = _TIGHT if place.tight else theme.line_height()
    font = theme.font_px(line.px, bold=line.bold)
    style = TextStyle(font, pitch, theme.is_rtl, start_of(place.theme.is_rtl))
    return TextBlock(line.text, style, place.rect.width(), max_lines=line.most_lines)


def _fits(place: NamePlace, blocks: list[TextBlock]) -> bool:
    """Whether no line is cut, none touches another and none leaves the place."""
    if any(block.elided or block.overflows for block in blocks):
        return False
    floor = place.rect.top() - _TOLERANCE
    for block, rect in zip(blocks, _rects(place, blocks), strict=True):
        for ink in block.ink(rect):
            if ink.top() < floor:
                return False
            floor = ink.bottom()
    return floor <= place.rect.bottom() + _TOLERANCE


def _rects(place: NamePlace, blocks: list[TextBlock]) -> list[QRectF]:
    """The blocks one below the other at their lines' pitch, in the middle of the place."""
    heights = [block.line_count * block.style.pitch for block in blocks]
    top = place.rect.center().y() - sum(heights) / 2
    rects = []
    for height in heights:
        rects.append(QRectF(place.rect.left(), top, place.rect.width(), height))
        top += height
    return rects


def _stacked(place: NamePlace, blocks: list[tuple[_Line, TextBlock]]) -> list[Placed]:
    rects = _rects(place, [block for _, block in blocks])
    return [
        (Words(block, place.theme.color(line.color)), rect)
        for (line, block), rect in zip(blocks, rects, strict=True)
    ]
