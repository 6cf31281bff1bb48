"""This is your number: the ticket, how it stands on paper, and the way out of the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.routes import Route
from domain.tickets import Clinic, IssuedTicket
from kiosk import words
from kiosk.fitting import Setting
from kiosk.look import Look
from kiosk.panel import Panel, Tone
from kiosk.printing import Paper
from kiosk.route_strip import RouteStrip
from kiosk.sentence import Sentence
from kiosk.ticket_card import TicketCard
from ui.icons import paint_icon
from ui.shapes import paint_bead
from ui.widgets.big_button import BigButton, ButtonKind

NOTES = {
    Paper.PRINTING: ("print", words.PRINTING, Tone.NOTE),
    Paper.PRINTED: ("print", words.PRINTED, Tone.NOTE),
    Paper.FAILED: ("warning", words.PRINT_FAILED, Tone.ATTENTION),
}


class TicketPage(QWidget):
    """Shows a ticket that is certainly in the database.

    Signals:
        done: the patient has read it. print_again: paper is wished for once more.
    """

    done = Signal()
    print_again = Signal()

    def __init__(  # noqa: PLR0913  the parts of a ticket on a screen
        self,
        look: Look,
        ticket: IssuedTicket,
        clinic: Clinic,
        follow_url: str,
        paper: Paper,
        *,
        route: Route | None = None,
        left: bool = False,
    ) -> None:
        """`route` is the exam this ticket is for; `left` says that a clinic was just left."""
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        title = look.say(words.TICKET_AGAIN if ticket.existing else words.TICKET_TITLE)
        if left:
            title = look.say(words.PIN_RIGHT, clinic=look.name(clinic.names))
        self.title = Sentence(look, title, Setting(look.theme.px("title"), True, 1, 0.55))
        self.exam_note: Panel | None = None
        note = "" if route is None or not route.note else look.name(route.note)
        self.strip = None if route is None else RouteStrip(look, route, in_line=bool(note))
        if note:
            self.exam_note = Panel(look, "note", note, Tone.ATTENTION, role="small", lines=2)
            self.exam_note.setMinimumHeight(look.px(60))
        self.card = TicketCard(
            look, ticket, clinic, follow_url, close=route is not None, noted=bool(note)
        )
        role = "small" if look.larger or not look.portrait else "body"
        self.note = Panel(look, "print", "", Tone.NOTE, role=role, lines=3)
        self.done_button = BigButton(look.theme, look.say(words.DONE), "check")
        self.again_button = BigButton(
            look.theme, look.say(words.PRINT_AGAIN), "print", kind=ButtonKind.SECOND
        )
        self.done_button.clicked.connect(self.done)
        self.again_button.clicked.connect(self.print_again)
        self._arrange()
        self.show_paper(paper)

    def sentences(self) -> list[str]:
        exam = [part.text() for part in (self.strip, self.exam_note) if part is not None]
        return [self.title.text(), *self.card.sentences(), *exam]

    @Slot(object)
    def show_paper(self, paper: Paper) -> None:
        """Say how the ticket stands on paper; nothing where there is no printer."""
        self.note.setVisible(paper in NOTES)
        if paper in NOTES:
            icon, sentence, tone = NOTES[paper]
            self.note.say(icon, self.look.say(sentence), tone)
        self.again_button.setVisible(paper in NOTES)
        self.again_button.setEnabled(paper is not Paper.PRINTING)

    def _arrange(self) -> None:
        px, tall = self.look.px, self.look.portrait
        column = QVBoxLayout(self)
        full = self.strip is not None
        column.setContentsMargins(px(48), 0, px(48), px((20 if full else 32) if tall else 12))
        column.setSpacing(px((12 if full else 20) if tall else (6 if full else 10)))
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, px(8), px(8 if tall else 0))
        head.setSpacing(px(24))
        head.addWidget(_Check(self.look))
        head.addWidget(self.title, 1)
        column.addLayout(head)
        for part in (self.strip, self.exam_note):
            if part is not None:
                column.addWidget(part)
        column.addWidget(self.card, 1)
        column.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(px(28))
        for button, share in ((self.again_button, 42), (self.done_button, 53)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedHeight(px((148 if self.look.larger else 136) if tall else 104))
            row.addWidget(button, share)
        column.addLayout(row)


class _Check(QWidget):
    """The round check that says: it is done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        side = look.px(88 if look.portrait else 72)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_bead(painter, box.center(), box.width(), self._look.color("action"))
        sign = QRectF(0, 0, box.width() * 0.56, box.width() * 0.56)
        sign.moveCenter(box.center())
        paint_icon(painter, "check", sign, self._look.color("on_action"))
