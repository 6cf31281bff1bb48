"""The line at the foot of the wall, in both languages; nothing in it moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Slot

from display.pieces import Icon, Placed, Row, place_row, place_row_at_end, row_width, words
from display.wallview import WallView
from display.words import TICKER, Lines
from domain.names import Names

TURN_S = 12
"""Where both languages do not fit on the line, they take turns of so many seconds."""


class TickerView(WallView):
    """Shows one sentence: the site's own, or Dawr's."""

    _sentence: Names | None = None
    _turn = 0

    @Slot(object)
    def show_sentence(self, sentence: Names) -> None:
        self._sentence = sentence
        self.changed()

    @Slot(float)
    def pass_time(self, elapsed: float) -> None:
        """Give the line to the other language where they take turns."""
        turn = int(elapsed // TURN_S) % 2
        if turn != self._turn:
            self._turn = turn
            self.changed()

    def lay_out(self) -> list[Placed]:
        theme, whole = self.theme, QRectF(self.rect())
        lines = self.tongues.names(self._sentence) if self._sentence else self.tongues.say(TICKER)
        between = theme.space(4)
        for px in (theme.px("ticker"), theme.px("clinic_second")):
            rows = [self._row(lines[:1], px), self._row(lines[1:], px)]
            if sum(map(row_width, rows)) + between <= whole.width():
                at_end = place_row_at_end(rows[1], whole, rtl=theme.is_rtl)
                return place_row(rows[0], whole, rtl=theme.is_rtl) + at_end
        return self._alone(lines[self._turn % len(lines)], whole)

    def _row(self, lines: Lines, px: int, width: float | None = None) -> Row:
        """The words of one language, the icon before the main one's."""
        theme, color = self.theme, self.theme.color("second_text")
        row: Row = []
        for language, text in lines:
            if language == self.tongues.first:
                row.append((0.0, Icon("volume", theme.px("site"), color, theme.is_rtl)))
            font = theme.font_px(px)
            row.append((theme.space(0), words(theme.speaking(language), text, font, color, width)))
        return row

    def _alone(self, line: tuple[str, str], whole: QRectF) -> list[Placed]:
        theme = self.theme
        room = whole.width() - theme.px("site") - theme.space(0)
        sizes: Sequence[int] = (theme.px("ticker"), theme.px("clinic_second"))
        row = self._row((line,), sizes[0])
        if row_width(row) > whole.width():
            row = self._row((line,), sizes[1], room)
        return place_row(row, whole, rtl=theme.is_rtl)
