"""The paper ticket as a picture, 576 dots wide, black and white; ui.printing sends it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from domain.names import Names, name_in
from domain.waits import Estimate
from ui.icons import names as icon_names
from ui.icons import paint_icon_apart
from ui.languages import Digits, format_date, in_digits
from ui.paper_words import Paper
from ui.shapes import paint_mark
from ui.text import TextBlock, cap_height, draw_number, number_width, start_of, style_of
from ui.theme import Theme
from ui.widgets.qr_view import QUIET_ZONE, qr_modules

WIDTH = 576
"""Dots of an 80 mm printer of 203 dpi."""
MARGIN = 28
LINE = 4
QR_SIDE = 174

_TALLEST = 1600
_DASH = (2.0, 1.5)
_CENTRE = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class PaperTicket:
    """What a ticket says on paper. `at` is the site's own time; `languages` the patient's first."""

    label: str
    site: Names
    clinic: Names
    icon: str
    floor: str
    room: str | None
    ahead: int
    estimate: Estimate | None
    url: str
    at: dt.datetime
    languages: Sequence[str]
    digits: Digits = Digits.WESTERN


def paint_ticket(ticket: PaperTicket) -> QImage:
    """Paint the ticket; the picture is as long as its words need, and pure black and white."""
    sheet = _Sheet(ticket)
    sheet.paint()
    grey = sheet.image.copy(0, 0, WIDTH, min(sheet.y, _TALLEST))
    return grey.convertToFormat(
        QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither
    ).convertToFormat(QImage.Format.Format_Grayscale8)


class _Sheet:
    """Paints one ticket from its head to its foot; y is where the next part begins."""

    def __init__(self, ticket: PaperTicket) -> None:
        self.ticket = ticket
        self.language = ticket.languages[0]
        self.second = next(iter(ticket.languages[1:]), self.language)
        self.theme = Theme("print_576", self.language)
        self.rtl = self.theme.is_rtl
        self.words = Paper(self.language)
        self.ink = self.theme.color("black")
        self.image = QImage(WIDTH, _TALLEST, QImage.Format.Format_RGB32)
        self.image.fill(self.theme.color("white"))
        self.y = 20

    def paint(self) -> None:
        with QPainter(self.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_site(painter)
            self._rule(painter)
            self._paint_clinic(painter)
            self._paint_number(painter)
            self._paint_facts(painter)
            self._paint_place(painter)
            self._rule(painter)
            self._paint_code(painter)
            self._rule(painter)
            self._paint_date(painter)

    def _paint_site(self, painter: QPainter) -> None:
        site = self.ticket.site
        paint_mark(painter, self._box(0, 40, 46), self.ink, self.theme.color("white"))
        first = self._block(name_in(site, self.language), "body", bold=True, width=220)
        second = self._foreign(site, "small", bold=True)
        height = max(46.0, first.size().height())
        first.draw(painter, self._box(60, 250, height), self.ink)
        if second is not None:
            self._at_end(painter, second, height)
        self.y += round(height)

    def _paint_clinic(self, painter: QPainter) -> None:
        """Icon, name, and the second language's name, side by side in the middle."""
        clinic = self.ticket.clinic
        icon = self.ticket.icon if self.ticket.icon in icon_names() else ""
        room = WIDTH - 2 * MARGIN - (60 if icon else 0)
        first = self._block(name_in(clinic, self.language), "clinic", bold=True, width=room)
        second = self._foreign(clinic, "body", bold=True)
        side, gap = (48 if icon else 0), 18
        width = side + (gap if icon else 0) + first.size().width()
        if second is not None and width + gap + second.size().width() <= WIDTH - 2 * MARGIN:
            width += gap + second.size().width()
        else:
            second = None
        height = max(float(side), first.size().height())
        at = (WIDTH - 2 * MARGIN - width) / 2
        if icon:
            box = self._box(at, side, height)
            paint_icon_apart(painter, icon, box, self.ink, mirrored=self.rtl)
            at += side + gap
        first.draw(painter, self._box(at, first.size().width(), height), self.ink)
        if second is not None:
            at += first.size().width() + gap
            second.draw(painter, self._box(at, second.size().width(), height), self.ink)
        self.y += round(height)

    def _paint_number(self, painter: QPainter) -> None:
        """As large as the design has it; a longer label is smaller, since paper has one width."""
        px = self.theme.px("number")
        font = self.theme.number_font("number", px=px)
        while number_width(self.ticket.label, font) > WIDTH - 2 * MARGIN:
            px -= 2
            font = self.theme.number_font("number", px=px)
        height = cap_height(font) + 36
        box = QRectF(MARGIN, self.y, WIDTH - 2 * MARGIN, height)
        draw_number(painter, self.ticket.label, font, box, self.ink)
        self.y += round(height)

    def _paint_facts(self, painter: QPainter) -> None:
        words, estimate = self.words, self.ticket.estimate
        wait = words.unknown() if estimate is None else words.minutes(*estimate.minutes())
        half = (WIDTH - 2 * MARGIN) / 2
        facts = [
            (words.ahead(), words.people(self.ticket.ahead)),
            (words.wait(), wait),
        ]
        blocks = [
            (
                self._block(label, "body", bold=False, width=half - 24, alignment=_CENTRE),
                self._fitting(self._digits(value), half - 24),
            )
            for label, value in facts
        ]
        height = max(a.size().height() + b.size().height() for a, b in blocks) + 16
        frame = QRectF(MARGIN, self.y, WIDTH - 2 * MARGIN, height)
        painter.setPen(QPen(self.ink, LINE))
        painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), 20, 20)
        middle = frame.center().x()
        painter.drawLine(QPointF(middle, frame.top() + 2), QPointF(middle, frame.bottom() - 2))
        for index, (label, value) in enumerate(blocks):
            box = self._box(index * half, half, height)
            label_height = label.size().height()
            label.draw(painter, QRectF(box.left(), self.y + 8, half, label_height), self.ink)
            below = QRectF(box.left(), self.y + 8 + label_height, half, value.size().height())
            value.draw(painter, below, self.ink)
        self.y += round(height) + 14

    def _paint_place(self, painter: QPainter) -> None:
        place = self._place()
        if not place:
            return
        block = self._block(place, "place", bold=True, width=WIDTH - 2 * MARGIN - 60)
        height = max(44.0, block.size().height())
        at = (WIDTH - 2 * MARGIN - block.size().width() - 58) / 2
        paint_icon_apart(painter, "room", self._box(at, 44, height), self.ink)
        block.draw(painter, self._box(at + 58, block.size().width(), height), self.ink)
        self.y += round(height)

    def _place(self) -> str:
        floor = self.ticket.floor.strip()
        named = {"": "", "ground": self.words.ground_floor(), "g": self.words.ground_floor()}
        named |= {"0": self.words.ground_floor(), "m": self.words.mezzanine()}
        spoken = named.get(floor.casefold(), self.words.floor(floor))
        if self.ticket.room and spoken:
            return self._digits(self.words.place(spoken, self.ticket.room))
        return self._digits(spoken)

    def _paint_code(self, painter: QPainter) -> None:
        """The code at the start with its quiet zone, and what it is for beside it."""
        modules = qr_modules(self.ticket.url)
        dot = max(1, QR_SIDE // len(modules))
        side, quiet = len(modules) * dot, QUIET_ZONE * dot
        self.y += max(0, quiet - 16)
        box = self._box(8, side, side)
        left = round(box.left())
        for row, line in enumerate(modules):
            for column, dark in enumerate(line):
                if dark:
                    at = QRectF(left + column * dot, self.y + row * dot, dot, dot)
                    painter.fillRect(at, self.ink)
        room = WIDTH - 2 * MARGIN - 8 - side - quiet
        title = self._block(self.words.follow(), "body", bold=True, width=room)
        hint = self._block(self.words.scan(), "small", bold=False, width=room)
        height = title.size().height() + hint.size().height()
        top = self.y + (side - height) / 2
        beside = self._box(8 + side + quiet, room, side)
        title.draw(painter, QRectF(beside.left(), top, room, title.size().height()), self.ink)
        below = top + title.size().height()
        hint.draw(painter, QRectF(beside.left(), below, room, hint.size().height()), self.ink)
        self.y += side + max(0, quiet - 16)

    def _paint_date(self, painter: QPainter) -> None:
        ticket = self.ticket
        date = format_date(ticket.at.date(), self.language, ticket.digits, year=True)
        block = self._block(date, "small", bold=True, width=400)
        block.draw(painter, self._box(0, 400, block.size().height()), self.ink)
        font = self.theme.number_font("body")
        time = in_digits(f"{ticket.at:%H:%M}", ticket.digits)
        width = number_width(time, font)
        box = self._box(WIDTH - 2 * MARGIN - width, width, block.size().height())
        draw_number(painter, time, font, box, self.ink)
        self.y += round(block.size().height()) + 16

    def _rule(self, painter: QPainter) -> None:
        pen = QPen(self.ink, LINE)
        pen.setDashPattern(_DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        self.y += 16
        painter.drawLine(QPointF(MARGIN, self.y), QPointF(WIDTH - MARGIN, self.y))
        self.y += 18

    def _at_end(self, painter: QPainter, block: TextBlock, height: float) -> None:
        width = block.size().width()
        block.draw(painter, self._box(WIDTH - 2 * MARGIN - width, width, height), self.ink)

    def _box(self, start: float, width: float, height: float) -> QRectF:
        """A rectangle so far from the start of the line, on whichever side that is."""
        left = MARGIN + start
        if self.rtl:
            left = WIDTH - MARGIN - start - width
        return QRectF(left, self.y, width, height)

    def _block(
        self,
        text: str,
        role: str,
        *,
        bold: bool,
        width: float,
        alignment: Qt.AlignmentFlag | None = None,
    ) -> TextBlock:
        font: QFont = self.theme.font(role, bold=bold)
        side = start_of(self.rtl) if alignment is None else alignment
        return TextBlock(text, style_of(self.theme, font, side), width)

    def _fitting(self, text: str, width: float) -> TextBlock:
        """A fact on one line where it fits in that size or one of the smaller ones."""
        for role in ("fact", "place"):
            block = self._block(text, role, bold=True, width=width, alignment=_CENTRE)
            if block.line_count == 1:
                return block
        return self._block(text, "body", bold=True, width=width, alignment=_CENTRE)

    def _foreign(self, names: Names, role: str, *, bold: bool) -> TextBlock | None:
        """The name in the site's second language, None where that says the same."""
        text = names.get(self.second, "")
        if not text or text == name_in(names, self.language):
            return None
        theme = self.theme.speaking(self.second)
        style = style_of(theme, theme.font(role, bold=bold), start_of(theme.is_rtl))
        return TextBlock(text, style)

    def _digits(self, text: str) -> str:
        return in_digits(text, self.ticket.digits)
