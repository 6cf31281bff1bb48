"""It is over: the exam is complete, a clinic is left, or the next one cannot be entered now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.routes import Route
from kiosk import words
from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.route_strip import RouteStrip
from kiosk.sentence import Sentence
from ui.icons import paint_icon
from ui.shapes import arch_path
from ui.widgets.big_button import BigButton
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_shape


class OpenDoor(QWidget):
    """A door that was gone through, with a check; or the one to go to next."""

    def __init__(self, look: Look, icon: str, wide: int) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setFixedSize(look.px(wide), look.px(wide * 1.24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        door = QRectF(self.rect())
        box = Box(look.color("action"), look.color("action"), 0.0, look.color("on_action"))
        paint_shape(painter, arch_path(door, on_edge=True), box)
        side = door.width() * 0.46
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(QPointF(door.center().x(), door.center().y() + door.height() * 0.04))
        paint_icon(painter, self._icon, sign, look.color("on_action"), mirrored=look.rtl)


class FarewellPage(QWidget):
    """A kind word and Done.

    Signals:
        done: the patient has read it.
    """

    done = Signal()

    def __init__(self, look: Look, title: str, text: str, route: Route | None) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        beside = not look.portrait
        side = Side.START if beside else Side.MIDDLE
        complete = route is None or route.completed
        self.door = OpenDoor(
            look, "check" if complete else "forward", 280 if look.portrait else 240
        )
        self.title = Sentence(look, title, Setting(look.theme.px("title"), True, 4, 0.6, side))
        self.text = Sentence(look, text, Setting(look.theme.px("button"), False, 4, 0.7, side))
        self.strip = None if route is None else RouteStrip(look, route)
        self.done_button = BigButton(look.theme, look.say(words.DONE), "check")
        self.done_button.clicked.connect(self.done)
        self._arrange(beside=beside)

    def sentences(self) -> list[str]:
        strip = [] if self.strip is None else [self.strip.text()]
        return [self.title.text(), self.text.text(), *strip]

    def _arrange(self, *, beside: bool) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(64), px(16), px(64), px(32))
        column.setSpacing(px(28))
        said = QVBoxLayout()
        said.setSpacing(px(28))
        middle: QBoxLayout = QHBoxLayout() if beside else QVBoxLayout()
        middle.setSpacing(px(64 if beside else 48))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.door)
        row.addStretch(1)
        middle.addLayout(row)
        if beside:
            said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.text)
        if beside:
            said.addStretch(1)
        middle.addLayout(said, 1 if beside else 0)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        if self.strip is not None:
            column.addWidget(self.strip)
        self.done_button.setFixedHeight(px(136 if self.look.portrait else 108))
        column.addWidget(self.done_button)


def farewell_words(look: Look, route: Route | None, *, left: bool) -> tuple[str, str]:
    """Title and text; `left` says that a clinic was just left with its PIN."""
    if route is None:
        return look.say(words.LEFT), look.say(words.LEFT_TEXT)
    if route.completed or route.due is None:
        text = words.LEFT_TEXT if left else words.ROUTE_DONE_TEXT
        return look.say(words.ROUTE_DONE), look.say(text)
    due = next((stop for stop in route.stops if stop.clinic == route.due), None)
    name = route.due if due is None else look.name(due.names)
    title = words.PIN_RIGHT if left else words.ROUTE_WAITS
    return look.say(title, clinic=name), look.say(words.ROUTE_WAITS_TEXT)
