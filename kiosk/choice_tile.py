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
    """One of a few answers. `tone` is the colour role of its icon, e.g. priority.

    A `small` one stands beside others: a narrower door, smaller words, no arrow.
    """

    def __init__(
        self, look: Look, icon: str, text: str, tone: str = "icon", *, small: bool = False
    ) -> None:
        super().__init__(look.theme)
        self._look, self._icon, self._tone, self._small = look, icon, tone, small
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
        if not self._small:
            self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        side = self._look.px(44)
        arrow = QRectF(self.width() - self._look.px(36) - side, 0, side, side)
        arrow.moveCenter(QPointF(arrow.center().x(), self.height() / 2))
        ink = self.theme.color("on_action" if self.isDown() else "second_action")
        place = mirrored(arrow, self.width(), rtl=self._look.rtl)
        paint_icon(painter, "forward", place, ink, mirrored=self._look.rtl)

    @property
    def _bare(self) -> bool:
        """In lower reach tiles are small: the icon alone stands before the words."""
        return self._small and self._look.lower

    def _door(self) -> QRectF:
        look = self._look
        if self._bare:
            return QRectF(look.px(16), 0, look.px(52), self.height())
        wide = min(look.px(150), (self.height() - look.px(24)) / 1.2)
        if self._small:
            wide = min(wide, self.width() * 0.25)
        return QRectF(
            look.px(22 if self._small else 30), self.height() - wide * 1.2, wide, wide * 1.2
        )

    def _paint_door(self, painter: QPainter, box: Box) -> None:
        look, color, down = self._look, self.theme.color, self.isDown()
        door = mirrored(self._door(), self.width(), rtl=look.rtl)
        fill = "priority_soft" if self._tone == "priority" else "soft"
        stroke = self.theme.stroke("kiosk_touch") if look.contrast else 0.0
        arch = Box(
            color("action_pressed" if down else fill), color("outline"), stroke, color("text")
        )
        if not self._bare:
            painter.save()
            painter.setClipRect(QRectF(0, 0, self.width(), self.height() - box.width))
            paint_shape(painter, arch_path(door, on_edge=True), arch)
            painter.restore()
        side = door.width() * (0.9 if self._bare else 0.56)
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(door.center())
        ink = color("on_action" if down else self._tone)
        paint_icon(painter, self._icon, sign, ink, mirrored=look.rtl)

    def _words(self) -> Picture:
        look, color = self._look, self.theme.color
        gap = 12 if self._bare else 20 if self._small else 32
        left = self._door().right() + look.px(gap)
        room = self.width() - left - look.px(14 if self._bare else 20 if self._small else 100)
        setting = Setting(self.theme.px("tile_name" if self._small else "fact"), True, 2, 0.6)
        block = fit(look, self.text(), setting, room, self.height() - look.px(20))
        picture = Picture(look, self.width())
        place = QRectF(left, 0, room, self.height())
        ink = color("on_action" if self.isDown() else "text")
        picture.text(block, place, ink)
        return picture
