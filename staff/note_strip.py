"""The note on a ticket, on a soft ground; nothing at all where there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from staff.look import Look
from ui.icons import paint_icon
from ui.text import TextBlock, TextSpot, TextStyle, start_of, style_of
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedWidget

_PAD, _ICON, _GAP = 12.0, 18.0, 9.0


class NoteStrip(ThemedWidget):
    """One line, cut short with an ellipsis and whole in its tool tip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._note = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._note

    def show_note(self, note: str | None) -> None:
        self._note = " ".join((note or "").split())
        self.setVisible(bool(self._note))
        self.setAccessibleName(self._note)
        self.setToolTip(note or "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(38, round(self._style().pitch) + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def text_rects(self) -> list[TextSpot]:
        if not self._note:
            return []
        room = self._room()
        block = self._block(room)
        spot = block.spot(room)
        return [TextSpot(spot.text, spot.ink, spot.missing_glyphs, cut=block.overflows)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, rect = self.theme, QRectF(self.rect())
        ink = theme.color("text")
        painter = QPainter(self)
        outline = 1.2 if theme.high_contrast else 0.0
        box = Box(theme.color("off"), theme.color("hairline"), outline, ink)
        paint_box(painter, rect, theme.radius("button"), box)
        left = rect.right() - _PAD - _ICON if theme.is_rtl else rect.left() + _PAD
        icon = QRectF(left, rect.center().y() - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, "note", icon, ink)
        room = self._room()
        self._block(room).draw(painter, room, ink)

    def _room(self) -> QRectF:
        lead = _PAD + _ICON + _GAP
        sides = (_PAD, -lead) if self.theme.is_rtl else (lead, -_PAD)
        return QRectF(self.rect()).adjusted(sides[0], 0, sides[1], 0)

    def _block(self, room: QRectF) -> TextBlock:
        return TextBlock(self._note, self._style(), max(1.0, room.width()), max_lines=1)

    def _style(self) -> TextStyle:
        return style_of(self.theme, self.theme.font("body"), start_of(self.theme.is_rtl))
