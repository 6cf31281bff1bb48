"""No number was given, or not yet: what happened, what to do, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import words
from kiosk.door_page import DoorPage
from kiosk.look import Look
from kiosk.refusals import Explanation
from ui.icons import paint_icon
from ui.shapes import arch_path
from ui.widgets.big_button import BigButton, ButtonKind

DASHES = (3.4, 2.6)  # in widths of the pen


class ClosedDoor(QWidget):
    """A door that leads nowhere now: dashed, with the reason's icon."""

    def __init__(self, look: Look, icon: str, wide: int) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setFixedSize(look.px(wide), look.px(wide * 1.24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = look.px(8)
        half = stroke / 2
        door = QRectF(self.rect()).adjusted(half, half, -half, -half)
        pen = QPen(look.color("outline_off"), stroke)
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        path = arch_path(door, on_edge=True)
        painter.fillPath(path, look.color("off"))
        painter.strokePath(path, pen)
        side = door.width() * 0.44
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(QPointF(door.center().x(), door.center().y()))
        paint_icon(painter, self._icon, sign, look.color("attention"), mirrored=look.rtl)


class NoticePage(DoorPage):
    """One explanation with one or two buttons.

    Signals:
        again: the first button, where the explanation has one. restart: begin at the first screen.
    """

    again = Signal()
    restart = Signal()

    def __init__(self, look: Look, why: Explanation, again: str) -> None:
        door = ClosedDoor(look, why.icon, 300 if look.portrait else 260)
        super().__init__(look, door, why.title, why.text)
        self.again_button = BigButton(look.theme, again, "back")
        self.restart_button = BigButton(
            look.theme, look.say(words.RESTART), "undo", kind=ButtonKind.SECOND
        )
        self.again_button.clicked.connect(self.again)
        self.restart_button.clicked.connect(self.restart)
        row: QBoxLayout = QVBoxLayout() if look.portrait else QHBoxLayout()
        row.setSpacing(look.px(20))
        for button in (self.again_button, self.restart_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedHeight(look.px(120 if look.portrait else 108))
            row.addWidget(button)
        self.column.addLayout(row)


class BusyPage(NoticePage):
    """The database has too much to do: counts down, then tries again by itself.

    Signals:
        again: it is time to try again, or the button was touched when it was.
    """

    def __init__(self, look: Look, seconds: int) -> None:
        self._left = seconds
        why = Explanation("clock", look.say(words.BUSY, seconds), look.say(words.OUT_KEPT_TRYING))
        super().__init__(look, why, look.say(words.TRY_AGAIN))
        self.again_button.set_icon("forward")
        self.again_button.setEnabled(False)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count)
        self._tick.start()

    @Slot()
    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.title.set_text(self.look.say(words.BUSY, self._left))
            return
        self._tick.stop()
        self.again.emit()
