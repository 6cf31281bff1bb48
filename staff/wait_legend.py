"""What the beads of the waiting list mean, with the site's own limits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from staff.look import Look
from staff.words import translate
from ui.text import TextBlock, TextSpot, style_of
from ui.widgets.bead_wait import paint_wait_bead, wait_look
from ui.widgets.themed import ThemedWidget

_BEAD, _GAP, _BETWEEN = 16.0, 7.0, 18.0


class WaitLegend(ThemedWidget):
    """One line: a title, then each bead with its minutes. Without room the title goes first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, 52)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 52)

    def text_rects(self) -> list[TextSpot]:
        return [block.spot(rect) for block, rect, _ in self._placed()]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.theme.color("hairline"))
        for block, rect, minutes in self._placed():
            block.draw(painter, rect, self.theme.color("second_text"))
            if minutes is None:
                continue
            bead = QRectF(0, 0, _BEAD, _BEAD)
            side = rect.right() + _GAP if self.theme.is_rtl else rect.left() - _GAP - _BEAD
            bead.moveCenter(rect.center())
            bead.moveLeft(side)
            look = wait_look(minutes, self._look.wait_limits)
            paint_wait_bead(painter, bead.center(), _BEAD, self.theme, look)

    def _words(self) -> list[tuple[str, int | None]]:
        """The title, and for each bead its words and a wait that has it."""
        limits, number = self._look.wait_limits, self._look.wording.number
        half, attention, late = (number(n) for n in (limits.half, limits.attention, limits.late))
        between = translate("Staff", "{a} to {b}")
        return [
            (translate("Staff", "Wait in minutes"), None),
            (translate("Staff", "under {n}").format(n=half), 0),
            (between.format(a=half, b=attention), limits.half),
            (between.format(a=attention, b=late), limits.attention),
            (translate("Staff", "over {n}").format(n=late), limits.late),
        ]

    def _placed(self) -> list[tuple[TextBlock, QRectF, int | None]]:
        style = style_of(self.theme, self.theme.font("small"))
        words = [(TextBlock(text, style), minutes) for text, minutes in self._words()]
        if _width(words) > self.width() - 2 * _BETWEEN:
            words = words[1:]
        placed, x = [], _BETWEEN
        for block, minutes in words:
            x += _BEAD + _GAP if minutes is not None else 0.0
            width = block.size().width()
            rect = QRectF(x, 0, width, self.height())
            if self.theme.is_rtl:
                rect.moveRight(self.width() - x)
            placed.append((block, rect, minutes))
            x += width + _BETWEEN
        return placed


def _width(words: list[tuple[TextBlock, int | None]]) -> float:
    beads = sum(_BEAD + _GAP for _, minutes in words if minutes is not None)
    texts = sum(block.size().width() for block, _ in words)
    return beads + texts + _BETWEEN * (len(words) - 1)
