"""A text that is shown whole: it wraps at the design's line height and asks for its room."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import TextBlock, TextSpot, TextStyle, start_of, style_of
from ui.theme import Theme
from ui.widgets.themed import ThemedWidget


class FittingLabel(ThemedWidget):
    """A label in a type role and a colour role of the theme.

    Where it does not fit it takes the next smaller of `smaller` roles, in turn, and last of all
    ends with an ellipsis and a tool tip. Numbers are never shrunk that way: give them room.

    Args:
        role: Of type_px, e.g. "body".
        color: A role or token of the theme.
        alignment: AlignLeading, AlignTrailing or AlignHCenter.
        max_lines: 1 never wraps; 0 wraps as often as needed.
        smaller: Roles to fall back to, largest first.
    """

    def __init__(  # noqa: PLR0913  each is one property of a text, all but the words optional
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        *,
        color: str = "text",
        bold: bool | None = None,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
        max_lines: int = 0,
        smaller: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._text, self._role, self._color, self._bold = text, role, color, bold
        self._alignment, self._max_lines, self._smaller = alignment, max_lines, tuple(smaller)
        self._bold_parts: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(max_lines != 1)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str, bold_parts: Sequence[str] = ()) -> None:
        """Say something else; the parts named are bold."""
        if (text, tuple(bold_parts)) == (self._text, self._bold_parts):
            return
        self._text, self._bold_parts = text, tuple(bold_parts)
        self.setAccessibleName(text)
        self.changed()

    def set_color(self, color: str) -> None:
        self._color = color
        self.update()

    def set_role(self, role: str) -> None:
        self._role = role
        self.changed()

    def sizeHint(self) -> QSize:
        size = self._block(self._role, None).size()
        return QSize(math.ceil(size.width()) + 1, math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        role = self._smaller[-1] if self._smaller else self._role
        if self._max_lines == 1:
            height = self._block(self._role, None).size().height()
            return QSize(self.theme.px(role), math.ceil(height))
        words = [TextBlock(word, self._style(role)).size() for word in self._text.split() or [""]]
        widest = max(words, key=lambda size: size.width())
        return QSize(math.ceil(widest.width()) + 1, math.ceil(widest.height()))

    def hasHeightForWidth(self) -> bool:
        return self._max_lines != 1

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._block(self._role, width).size().height())

    def text_rects(self) -> list[TextSpot]:
        if not self._text:
            return []
        return [self._fitting().spot(QRectF(self.rect()))]

    def changed(self) -> None:
        super().changed()
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        """What had to be cut can be read in the tool tip."""
        self.setToolTip(self._text if self._text and self._fitting().elided else "")

    def paint(self, painter: QPainter) -> None:
        if self._text:
            self._fitting().draw(painter, QRectF(self.rect()), self.theme.color(self._color))

    def _fitting(self) -> TextBlock:
        """The block in the largest role that fits the widget as it is."""
        for role in (self._role, *self._smaller):
            block = self._block(role, self.width())
            size = block.size()
            if not (block.elided or block.overflows) and size.height() <= self.height():
                return block
        return self._last_resort()

    def _last_resort(self) -> TextBlock:
        """As many lines as there is height for, the last with an ellipsis."""
        role = (self._role, *self._smaller)[-1]
        style = self._style(role)
        room = max(1, int(self.height() / style.pitch + 0.25))
        lines = min(room, self._max_lines) if self._max_lines else room
        return TextBlock(self._text, style, self.width(), max_lines=lines, bold=self._bold_parts)

    def _block(self, role: str, width: int | None) -> TextBlock:
        style = self._style(role)
        if width is None:
            return TextBlock(self._text, style, bold=self._bold_parts)
        lines = self._max_lines
        return TextBlock(self._text, style, width, max_lines=lines, bold=self._bold_parts)

    def _style(self, role: str) -> TextStyle:
        start = start_of(self.runs_rtl)
        end = start_of(not self.runs_rtl)
        sides = {Qt.AlignmentFlag.AlignLeading: start, Qt.AlignmentFlag.AlignTrailing: end}
        font = self.theme.font(role, bold=self._bold)
        return style_of(self.theme, font, sides.get(self._alignment, Qt.AlignmentFlag.AlignHCenter))
