"""An answer to touch: a door with an icon, the words, and an arrow that says it leads on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from kiosk.fitting import Setting, fit, mirrored
from kiosk.look import Look
from kiosk.picture import Picture
from ui.icons import paint_icon
from ui.shapes import arch_path
from ui.text import TextSpot
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box, paint_shape
from ui.widgets.themed import ThemedButton


class ChoiceTile(ThemedButton):
    """One of a few answers. `tone` is the colour role of its icon, e.g. priority."""

    def __init__(self, look: Look, icon: str, text: str, tone: str = "icon") -> None:
        super().__init__(look.theme)
        self._look, self._icon, self._tone = look, icon, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setLayoutDirection(look.direction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(500), self._look.px(206))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(110))

    def focus_radius(self) -> float:
        return float(self.theme.radius("tile"))

    def text_rects(self) -> list[TextSpot]:
        return self._words().spots()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, down = self.theme.color, self.isDown()
        if down:
            painter.translate(0, self._look.px(3))
        stroke = 0.0 if down else self.theme.stroke("kiosk_touch")
        box = Box(color("action" if down else "card"), color("outline"), stroke, color("text"))
        paint_box(painter, QRectF(self.rect()), self.focus_radius(), box)
        self._paint_door(painter, box)
        self._words().draw(painter)
        side = self._look.px(44)
        arrow = QRectF(self.width() - self._look.px(36) - side, 0, side, side)
        arrow.moveCenter(QPointF(arrow.center().x(), self.height() / 2))
        ink = color("on_action" if down else "second_action")
        place = mirrored(arrow, self.width(), rtl=self._look.rtl)
        paint_icon(painter, "forward", place, ink, mirrored=self._look.rtl)

    def _door(self) -> QRectF:
        wide = min(self._look.px(150), (self.height() - self._look.px(24)) / 1.2)
        return QRectF(self._look.px(30), self.height() - wide * 1.2, wide, wide * 1.2)

    def _paint_door(self, painter: QPainter, box: Box) -> None:
        look, color, down = self._look, self.theme.color, self.isDown()
        door = mirrored(self._door(), self.width(), rtl=look.rtl)
        fill = "priority_soft" if self._tone == "priority" else "soft"
        stroke = self.theme.stroke("kiosk_touch") if look.contrast else 0.0
        arch = Box(
            color("action_pressed" if down else fill), color("outline"), stroke, color("text")
        )
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), self.height() - box.width))
        paint_shape(painter, arch_path(door, on_edge=True), arch)
        painter.restore()
        side = door.width() * 0.56
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(door.center())
        ink = color("on_action" if down else self._tone)
        paint_icon(painter, self._icon, sign, ink, mirrored=look.rtl)

    def _words(self) -> Picture:
        look, color = self._look, self.theme.color
        left = self._door().right() + look.px(32)
        room = self.width() - left - look.px(100)
        block = fit(
            look,
            self.text(),
            Setting(self.theme.px("fact"), True, 2, 0.6),
            room,
            self.height() - look.px(20),
        )
        picture = Picture(look, self.width())
        place = QRectF(left, 0, room, self.height())
        ink = color("on_action" if self.isDown() else "text")
        picture.text(block, place, ink)
        return picture
