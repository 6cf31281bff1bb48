"""Text laid out and painted at the design's line height, Arabic and Thai marks inside their line.

Qt's own line height jumps with the script (Noto Sans Arabic stands 2.1 em high); here every line
of a language has the same, and where ink reaches over it the block asks for more room.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.theme import Theme

ELLIPSIS = "…"
_WIDE = float(1 << 20)
_LETTER_TOP, _LETTER_FOOT = 1.069, 0.293  # ascent and descent of Noto Sans, in em


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What a text is set in: font, line height, direction of its sentences, place of its lines."""

    font: QFont
    line_height: float
    rtl: bool = False
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    @property
    def pitch(self) -> float:
        return self.font.pixelSize() * self.line_height


@dataclass(frozen=True, slots=True)
class TextSpot:
    """A text as a widget painted it: where its ink lies, and whether anything of it is lost.

    `inside` is the box within whose outline it stands, empty where there is none; `px` the size
    of its letters, 0 where nobody asks for it.
    """

    text: str
    ink: QRectF
    missing_glyphs: bool = False
    cut: bool = False
    inside: QRectF = field(default_factory=QRectF)
    px: int = 0


class TextBlock:
    """A text broken into lines of at most `width`; measured and painted, never changed.

    `max_lines` of 0 is any number; where more are needed the last one ends with an ellipsis.
    Each of `bold` that stands in the text is set in bold.
    """

    def __init__(
        self,
        text: str,
        style: TextStyle,
        width: float = _WIDE,
        *,
        max_lines: int = 0,
        bold: Sequence[str] = (),
    ) -> None:
        self.text = text
        self.style = style
        self.width = width
        self._layout, self._lines = _broken(text, style, width, bold=bold)
        self.elided = 0 < max_lines < len(self._lines)
        if self.elided:
            shorter = _shortened(text, style, width, self._lines[max_lines - 1].textStart())
            self._layout, self._lines = _broken(shorter, style, width, last=max_lines, bold=bold)

    @property
    def line_count(self) -> int:
        return len(self._lines)

    @property
    def overflows(self) -> bool:
        """Whether a line is wider than the width, which only a word without a break can be."""
        return any(line.naturalTextWidth() > self.width + 0.5 for line in self._lines)

    def missing_glyphs(self) -> bool:
        """Whether some letter has no drawing in any of the fonts and would be a box."""
        return any(0 in run.glyphIndexes() for line in self._lines for run in line.glyphRuns())

    def size(self) -> QSizeF:
        """The widest line, and the lines' pitch together with what ink reaches over it."""
        widest = max((line.naturalTextWidth() for line in self._lines), default=0.0)
        return QSizeF(math.ceil(widest), math.ceil(self._height() + 2 * self._bleed()))

    def draw(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Paint the lines, the block as a whole in the vertical middle of rect."""
        painter.setPen(color)
        for line, at in self._placed(rect):
            line.draw(painter, at)

    def ink(self, rect: QRectF) -> list[QRectF]:
        """Where ink would lie if it were drawn into rect: one rectangle a line."""
        return [_ink(line).translated(at) for line, at in self._placed(rect)]

    def spot(self, rect: QRectF, inside: QRectF | None = None) -> TextSpot:
        """The block as a test looks at it, were it drawn into rect, inside an outlined box."""
        ink = QRectF()
        for each in self.ink(rect):
            ink = ink.united(each)
        lost, px = self.elided or self.overflows, self.style.font.pixelSize()
        return TextSpot(self.text, ink, self.missing_glyphs(), lost, inside or QRectF(), px)

    def _placed(self, rect: QRectF) -> list[tuple[QTextLine, QPointF]]:
        """Each line with the origin to draw it from; lines keep the place inside the block."""
        top = rect.top() + (rect.height() - self._height()) / 2
        size = self.style.font.pixelSize()
        lead = (self.style.pitch - (_LETTER_TOP + _LETTER_FOOT) * size) / 2
        placed = []
        for index, line in enumerate(self._lines):
            baseline = top + index * self.style.pitch + lead + _LETTER_TOP * size
            x = rect.left() + self._indent(line, rect.width())
            placed.append((line, QPointF(x, round(baseline) - line.ascent() - line.y())))
        return placed

    def _indent(self, line: QTextLine, width: float) -> float:
        free = width - line.naturalTextWidth()
        if self.style.alignment & Qt.AlignmentFlag.AlignRight:
            return free
        return free / 2 if self.style.alignment & Qt.AlignmentFlag.AlignHCenter else 0.0

    def _height(self) -> float:
        return len(self._lines) * self.style.pitch

    def _bleed(self) -> float:
        """How far ink reaches over the block, above or below, whichever is more."""
        height = self._height()
        reach = [_ink(line).translated(at) for line, at in self._placed(QRectF(0, 0, 0, height))]
        over = [max(-ink.top(), ink.bottom() - height) for ink in reach if ink.isValid()]
        return max(0.0, *over) if over else 0.0


def style_of(
    theme: Theme,
    font: QFont,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> TextStyle:
    """A style in the theme's language with an alignment that is already left, right or centre."""
    return TextStyle(font, theme.line_height(), theme.is_rtl, alignment)


def start_of(rtl: bool) -> Qt.AlignmentFlag:
    """The side on which lines begin."""
    return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft


def draw_number(
    painter: QPainter,
    text: str,
    font: QFont,
    rect: QRectF,
    color: QColor,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> QRectF:
    """Paint a ticket number on one line, left to right, its digits in the vertical middle of rect.

    Returns:
        Where its ink lies.
    """
    box = QRectF(rect.left(), 0, rect.width(), cap_height(font))
    box.moveTop(rect.center().y() - box.height() / 2)
    width = number_width(text, font)
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        x = box.center().x() - width / 2
    else:
        x = box.right() - width if alignment & Qt.AlignmentFlag.AlignRight else box.left()
    painter.setPen(color)
    painter.setFont(font)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(x, box.bottom()), text)
    painter.restore()
    return QRectF(x, box.top(), width, box.height())


@functools.lru_cache(maxsize=256)
def cap_height(font: QFont) -> float:
    """The height of a digit in this font."""
    return QFontMetricsF(font).capHeight()


def number_width(text: str, font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _broken(
    text: str, style: TextStyle, width: float, *, last: int = 0, bold: Sequence[str] = ()
) -> tuple[QTextLayout, list[QTextLine]]:
    layout = QTextLayout(text.replace("\n", "\u2028"), style.font)
    layout.setFormats([each for part in bold for each in _bold_range(text, part)])
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if style.rtl else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while last == 0 or len(lines) < last:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(_WIDE if len(lines) + 1 == last else width)
        lines.append(line)
    layout.endLayout()
    return layout, lines


def _bold_range(text: str, part: str) -> list[QTextLayout.FormatRange]:
    start = text.find(part)
    if start < 0 or not part:
        return []
    found = QTextLayout.FormatRange()
    found.start, found.length = start, len(part)
    found.format.setFontWeight(QFont.Weight.Bold)
    return [found]


def _shortened(text: str, style: TextStyle, width: float, start: int) -> str:
    """The text cut so that what follows `start` ends with an ellipsis and fits on one line."""
    low, high = start, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        _, lines = _broken(text[start:middle].rstrip() + ELLIPSIS, style, _WIDE)
        if lines and lines[0].naturalTextWidth() <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS


def _ink(line: QTextLine) -> QRectF:
    """The rectangle around the drawings of a line's letters, relative to the layout's origin."""
    ink = QRectF()
    for run in line.glyphRuns():
        ink = ink.united(_run_ink(run))
    return ink


def _run_ink(run: QGlyphRun) -> QRectF:
    font, ink = run.rawFont(), QRectF()
    for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
        ink = ink.united(font.boundingRect(glyph).translated(at))
    return ink
