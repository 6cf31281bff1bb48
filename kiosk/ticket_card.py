"""The ticket on the screen: clinic, number, strand, the facts, and the code to follow it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.states import IN_HAND_STATES
from domain.tickets import Clinic, IssuedTicket
from kiosk import words
from kiosk.fitting import Setting
from kiosk.floors import on_floor
from kiosk.look import Look
from kiosk.panel import Panel, dashed_line
from kiosk.sentence import Sentence
from ui.icons import names, paint_icon
from ui.shapes import arch_path
from ui.widgets.number_label import NumberLabel
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box, paint_shape
from ui.widgets.qr_view import QrView
from ui.widgets.strand import Strand

NUMBER_PX = 272
TALLEST_FACT, ROUTE_FACT, CLOSE_FACT, LOW_FACT = 164, 136, 104, 92


def ahead_sentence(look: Look, ticket: IssuedTicket) -> str:
    """How many are called before, in the plural the language has for it."""
    if ticket.ahead <= 0:
        return look.say(words.NEXT)
    return look.say(words.AHEAD, ticket.ahead)


def wait_sentence(look: Look, ticket: IssuedTicket) -> str:
    """The wait as a range, or the honest word that it is not known."""
    if ticket.estimate is None:
        return look.say(words.WAIT_UNKNOWN)
    low, high = ticket.estimate.minutes()
    if high == 1:
        return look.say(words.WAIT_SHORT)
    return look.say(words.WAIT, a=look.number(low), b=look.number(high))


def where_sentence(look: Look, ticket: IssuedTicket) -> str:
    """Where to sit; with the room only where the clinic has one."""
    floor = on_floor(look, ticket.floor)
    if ticket.room is None:
        return look.say(words.WHERE_FLOOR, floor=floor) if floor else ""
    if not floor:
        return look.say(words.WHERE_ROOM, room=ticket.room)
    return look.say(words.WHERE, floor=floor, room=ticket.room)


def called_sentence(look: Look, ticket: IssuedTicket) -> str:
    """For a number that was called already; empty while it waits."""
    if ticket.state not in IN_HAND_STATES:
        return ""
    if ticket.room is None:
        return look.say(words.CALLED_NO_ROOM)
    return look.say(words.CALLED_ALREADY, room=ticket.room)


class ClinicLine(QWidget):
    """The clinic's door and name above the number."""

    def __init__(self, look: Look, clinic: Clinic, *, close: bool) -> None:
        super().__init__()
        self._look, self._icon = look, clinic.icon if clinic.icon in names() else "room"
        self.setLayoutDirection(look.direction)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(108), 0, 0, 0)
        size = Setting(look.theme.px("fact"), True, 1, 0.6)
        if look.rtl:
            row.setContentsMargins(0, 0, look.px(108), 0)
        row.addWidget(Sentence(look, look.name(clinic.names), size))
        self.setFixedHeight(look.px(88 if close else 100))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, px = self._look.color, self._look.px
        left = self.width() - px(84) if self._look.rtl else 0
        door = QRectF(left, 1, px(84), self.height() - 2)
        stroke = self._look.theme.stroke("kiosk_touch") if self._look.contrast else 0.0
        box = Box(color("soft"), color("outline"), stroke, color("icon"))
        if stroke:
            door.adjust(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        paint_shape(painter, arch_path(door, on_edge=False), box)
        sign = QRectF(0, 0, px(48), px(48))
        sign.moveCenter(door.center())
        paint_icon(painter, self._icon, sign, color("icon"), mirrored=self._look.rtl)


class TicketCard(QWidget):
    """Made only with a number that is in the database; there is no card without one."""

    def __init__(
        self,
        look: Look,
        ticket: IssuedTicket,
        clinic: Clinic,
        follow_url: str,
        *,
        close: bool = False,
        noted: bool = False,
    ) -> None:
        """`close` saves height where a route stands above the card, `noted` where a note does too.

        The number keeps its size.
        """
        super().__init__()
        self._look, self._ticket = look, ticket
        self._narrow = (look.larger or look.lower) and not look.portrait
        self._crowded, self._noted = close, noted
        self._close = close or look.larger or self._narrow
        # the number needs its whole height: facts of one line and a smaller code give way to it
        self._tight = close and look.larger and look.portrait
        self.setLayoutDirection(look.direction)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme = look.theme
        self.number = NumberLabel(theme, ticket.label, px=NUMBER_PX)
        self.called = called_sentence(look, ticket)
        self.strand: Strand | None = None
        # larger words leave less room for what is no word, and words say it too
        if not self.called and not (close and (look.larger or self._narrow)):
            self.strand = Strand(theme, height=84 if self._close else 106)
            self.strand.set_ahead(ticket.ahead)
        self.clinic = ClinicLine(look, clinic, close=self._close)
        self.facts = self._facts()
        side = (145 if self._tight else 174) if self._close else 203
        self.code = QrView(theme, follow_url + ticket.token, side=side)
        self._code_row = self._follow()
        if look.portrait:
            self._stand()
        else:
            self._lie()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(984), self._look.px(1100))

    def sentences(self) -> list[str]:
        return [self._ticket.label, *(panel.text() for panel in self.facts)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        stroke = look.theme.stroke("kiosk_touch")
        box = Box(look.color("card"), look.color("hairline"), stroke, look.color("text"))
        paint_box(painter, QRectF(self.rect()), look.theme.radius("card"), box)
        if look.portrait:
            y = self._code_row.y() - look.px(14)
            dashed_line(painter, look, look.px(56), self.width() - look.px(56), y)

    def _facts(self) -> list[Panel]:
        look, ticket = self._look, self._ticket
        if self.called:
            return [Panel(look, "room", self.called)]
        role = "button" if self._tight or (look.larger and not look.portrait) else "fact"
        where = where_sentence(look, ticket)
        panels = [
            Panel(look, "people", ahead_sentence(look, ticket), role=role),
            Panel(look, "clock", wait_sentence(look, ticket), role=role),
        ]
        return [*panels, Panel(look, "room", where, role=role)] if where else panels

    def _follow(self) -> QWidget:
        look = self._look
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.code)
        said = QVBoxLayout()
        said.setSpacing(look.px(4))
        said.addStretch(1)
        large, small = ("tile_name", "body") if look.portrait else ("body", "small")
        follow = Setting(look.theme.px(large), True, 2, 0.55)
        said.addWidget(Sentence(look, look.say(words.FOLLOW), follow))
        if look.portrait or not self._crowded:  # on a low screen a route leaves no room for it
            hint = Setting(look.theme.px(small), lines=2, least=0.65)
            said.addWidget(Sentence(look, look.say(words.FOLLOW_HINT), hint, "second_text"))
        said.addStretch(1)
        row.addLayout(said, 1)
        return box

    def _stand(self) -> None:
        px = self._look.px
        column = QVBoxLayout(self)
        side = px(32 if self._tight else 56)
        column.setContentsMargins(side, px(12 if self._close else 32), side, px(12))
        column.setSpacing(px(8 if self._close else 20))
        column.addWidget(self.clinic)
        column.addStretch(1)
        column.addWidget(self.number)
        column.addStretch(1)
        if self.strand is not None:
            column.addWidget(self.strand)
            column.addStretch(1)
        self._add_facts(column)
        column.addStretch(1)
        column.addSpacing(px(8))
        column.addWidget(self._code_row)

    def _lie(self) -> None:
        """Number and strand at the start, facts and code at the end."""
        px = self._look.px
        if self._narrow and len(self.facts) > 1:
            self._lie_narrow()
            return
        row = QHBoxLayout(self)
        row.setContentsMargins(px(40), px(16), px(40), px(12))
        row.setSpacing(px(40))
        start = QVBoxLayout()
        start.setSpacing(px(24))
        start.addWidget(self.clinic)
        start.addStretch(1)
        start.addWidget(self.number)
        if self.strand is not None:
            start.addWidget(self.strand)
        start.addStretch(1)
        end = QVBoxLayout()
        end.setSpacing(px(8 if self._look.larger else 14))
        self._add_facts(end)
        end.addWidget(self._code_row)
        row.addLayout(start, 5)
        row.addLayout(end, 6)

    def _tallest(self) -> int:
        """A fact's greatest height: the number and the code need the room."""
        look = self._look
        if not self._crowded:
            return ROUTE_FACT if self._narrow and not look.larger else TALLEST_FACT
        if look.larger and not self._noted:
            return ROUTE_FACT
        if not look.portrait:
            return LOW_FACT
        return CLOSE_FACT if self._tight else TALLEST_FACT

    def _lie_narrow(self) -> None:
        """The longer facts stand below number and code, where there is more width for them."""
        px = self._look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(12), px(32), px(12))
        column.setSpacing(px(10))
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(px(28))
        below.setSpacing(px(20))
        start, end = QVBoxLayout(), QVBoxLayout()
        start.setSpacing(px(8))
        start.addWidget(self.clinic)
        start.addStretch(1)
        start.addWidget(self.number)
        start.addStretch(1)
        if self.strand is not None:
            start.addWidget(self.strand)
        end.setSpacing(px(8))
        self.facts[0].setMaximumHeight(px(LOW_FACT))
        end.addWidget(self.facts[0])
        end.addStretch(1)
        end.addWidget(self._code_row)
        end.addStretch(1)
        above.addLayout(start, 5)
        above.addLayout(end, 6)
        column.addLayout(above, 1)
        for panel in self.facts[1:]:
            panel.setMaximumHeight(px(self._tallest()))
            below.addWidget(panel, 1)
        column.addLayout(below)

    def _add_facts(self, column: QBoxLayout) -> None:
        """Two facts side by side where the letters are not enlarged, the third below them."""
        first, rest = self.facts[:2], self.facts[2:]
        for panel in self.facts:
            panel.setMaximumHeight(self._look.px(self._tallest()))
        if len(first) > 1 and not self._look.larger and self._look.portrait:
            row = QHBoxLayout()
            row.setSpacing(self._look.px(20))
            for panel in first:
                row.addWidget(panel, 1)
            column.addLayout(row, 4)
        else:
            rest = self.facts
        for panel in rest:
            column.addWidget(panel, 4)
