"""A clinic's names one below the other, as large as they fit into their place.

What gives way, in this order: size, then the second language for a second line; last a long name is
cut. Why nobody is called (paused, closed) stands in place of the second name and never gives way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from display.pieces import Icon, Placed, Words, mirrored
from display.why import Why
from display.words import Lines
from ui.text import ELLIPSIS, TextBlock, TextStyle, start_of
from ui.theme import Theme

_TOLERANCE = 2.0
"""Pixels by which the boxes around letters may meet; their corners are empty."""
_ICON = 1.2
"""Of the letters' size: the side of an icon before them; a gap of a third follows."""
_ICON_GAP = 0.33
_TWO_LINES = 2


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where names stand. `pitch` is of lines, in letters' sizes; `why` replaces the second name."""

    theme: Theme
    rect: QRectF
    pitch: float
    most_px: int
    second_px: int
    why: Why | None = None
    one_language: bool = False

    def sizes(self) -> list[int]:
        """The sizes the main name may have, the best first."""
        middle = (self.most_px + self.second_px) // 2
        return sorted({max(each, self.second_px) for each in (self.most_px, middle, 0)})[::-1]


@dataclass(frozen=True, slots=True)
class _Line:
    language: str
    text: str
    px: int
    bold: bool
    color: str
    icon: str = ""
    most_lines: int = 1

    @property
    def indent(self) -> float:
        return self.px * (_ICON + _ICON_GAP) if self.icon else 0.0


_Block = tuple[_Line, TextBlock]


def best_px(place: NamePlace, names: Lines) -> int | None:
    """The largest size at which all that should be said fits, a line each; None when none does."""
    for px in place.sizes():
        for way in _in_full(place, names, px):
            if _fits(place, [_block(place, line) for line in way]):
                return px
    return None


def name_pieces(place: NamePlace, names: Lines) -> list[Placed]:
    """The best way of saying the names that fits."""
    for way in _ways(place, names):
        blocks = [_block(place, line) for line in way]
        if _fits(place, blocks):
            return _stacked(place, blocks)
    return _stacked(place, _cut(place, names))


def _ways(place: NamePlace, names: Lines) -> Iterator[list[_Line]]:
    for px in place.sizes():
        yield from _in_full(place, names, px)
    if place.why is None:
        for px in place.sizes():
            yield [_first(names, px, most_lines=_TWO_LINES)]


def _in_full(place: NamePlace, names: Lines, px: int) -> Iterator[list[_Line]]:
    """The main name in this size; below it the second name, or why nobody is called."""
    first, small = _first(names, px), place.second_px
    if place.why is not None:
        for text in place.why.texts:
            yield [first, _why(place.why, text, small)]
    elif place.one_language:
        yield [first]
    else:
        yield [first, *(_Line(lang, text, small, False, "second_text") for lang, text in names[1:])]


def _first(names: Lines, px: int, most_lines: int = 1) -> _Line:
    language, text = names[0]
    return _Line(language, text, px, bold=True, color="text", most_lines=most_lines)


def _why(why: Why, text: str, px: int) -> _Line:
    return _Line(why.language, text, px, bold=True, color="attention", icon=why.icon)


def _cut(place: NamePlace, names: Lines) -> list[_Block]:
    """The main name cut: in two lines, or in one above why nobody is called."""
    px = place.second_px
    if place.why is not None:
        short = _block(place, _why(place.why, place.why.texts[-1], px))
        return [_cut_short(place, _first(names, px)), short]
    two = _block(place, _first(names, px, most_lines=_TWO_LINES))
    return [_cut_short(place, _first(names, px)) if two[1].overflows else two]


def _cut_short(place: NamePlace, line: _Line) -> _Block:
    """One line of as many letters as fit, also of a single long word."""
    for length in range(len(line.text), 0, -1):
        block = TextBlock(line.text[:length].rstrip() + ELLIPSIS, _style(place, line))
        if block.size().width() <= place.rect.width():
            return line, block
    return line, TextBlock(ELLIPSIS, _style(place, line))


def _block(place: NamePlace, line: _Line) -> _Block:
    width = place.rect.width() - line.indent
    return line, TextBlock(line.text, _style(place, line), width, max_lines=line.most_lines)


def _style(place: NamePlace, line: _Line) -> TextStyle:
    theme = place.theme.speaking(line.language)
    font = theme.font_px(line.px, bold=line.bold)
    return TextStyle(font, place.pitch, theme.is_rtl, start_of(place.theme.is_rtl))


def _fits(place: NamePlace, blocks: list[_Block]) -> bool:
    """Whether no line is cut, none touches another and none leaves the place."""
    if any(block.elided or block.overflows for _, block in blocks):
        return False
    floor = place.rect.top() - _TOLERANCE
    for (_, block), rect in zip(blocks, _rects(place, blocks), strict=True):
        for ink in block.ink(rect):
            if ink.top() < floor - _TOLERANCE:
                return False
            floor = ink.bottom()
    return floor <= place.rect.bottom() + _TOLERANCE


def _rects(place: NamePlace, blocks: list[_Block]) -> list[QRectF]:
    """The blocks one below the other at their lines' pitch, in the middle of the place."""
    heights = [block.line_count * block.style.pitch for _, block in blocks]
    top = place.rect.center().y() - sum(heights) / 2
    rects = []
    for height in heights:
        rects.append(QRectF(place.rect.left(), top, place.rect.width(), height))
        top += height
    return rects


def _stacked(place: NamePlace, blocks: list[_Block]) -> list[Placed]:
    theme, placed = place.theme, list[Placed]()
    for (line, block), rect in zip(blocks, _rects(place, blocks), strict=True):
        color = theme.color(line.color)
        if line.icon:
            side = line.px * _ICON
            box = QRectF(rect.left(), rect.top(), side, rect.height())
            icon = Icon(line.icon, side, color, theme.is_rtl)
            placed.append((icon, mirrored(box, rect, rtl=theme.is_rtl)))
        words = rect.adjusted(line.indent, 0, 0, 0)
        said = Words(block, color, cut=block.text != line.text)
        placed.append((said, mirrored(words, rect, rtl=theme.is_rtl)))
    return placed
