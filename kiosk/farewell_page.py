"""It is over: the exam is complete, a clinic is left, or the next one cannot be entered now."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from domain.routes import Route
from kiosk import words
from kiosk.door_page import DoorPage
from kiosk.look import Look
from kiosk.route_strip import RouteStrip
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


class FarewellPage(DoorPage):
    """A kind word and Done.

    Signals:
        done: the patient has read it.
    """

    done = Signal()

    def __init__(self, look: Look, title: str, text: str, route: Route | None) -> None:
        complete = route is None or route.completed
        wide = 280 if look.portrait else 240
        super().__init__(
            look, OpenDoor(look, "check" if complete else "forward", wide), title, text
        )
        self.strip = None if route is None else RouteStrip(look, route)
        if self.strip is not None:
            self.column.addWidget(self.strip)
        self.done_button = BigButton(look.theme, look.say(words.DONE), "check")
        self.done_button.clicked.connect(self.done)
        self.done_button.setFixedHeight(look.px(136 if look.portrait else 108))
        self.column.addWidget(self.done_button)

    def sentences(self) -> list[str]:
        strip = [] if self.strip is None else [self.strip.text()]
        return [*super().sentences(), *strip]


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
