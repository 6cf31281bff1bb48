"""A clinic to touch: door, name, floor, and how many wait or why it gives no numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from domain.tickets import Clinic
from kiosk.clinics import Offer
from kiosk.look import Look
from kiosk.picture import Picture
from kiosk.reasons import Reason
from kiosk.tile_face import TileFace
from kiosk.tile_layout import Inks, TileLayout, door_of
from ui.icons import paint_icon
from ui.shapes import arch_path
from ui.text import TextSpot
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box, paint_shape
from ui.widgets.themed import ThemedButton

PRESS_PX = 3


class ClinicTile(ThemedButton):
    """Answers a touch in every state. `why` says that it gives no numbers, `only` not to all.

    `compact` is the low tile of lower reach: no door, the icon beside the name.
    """

    def __init__(
        self,
        look: Look,
        offer: Offer,
        why: Reason | None,
        only: Reason | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(look.theme)
        self._look, self._compact = look, compact
        self.setLayoutDirection(look.direction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.face = TileFace(look, offer, why, only)
        self.setAccessibleName(self.face.spoken())

    @property
    def clinic(self) -> Clinic:
        return self.face.offer.clinic

    def show_offer(self, offer: Offer, why: Reason | None, only: Reason | None) -> None:
        """Show the clinic as it is now; what is the same is not painted again."""
        face = TileFace(self._look, offer, why, only)
        if face != self.face:
            self.face = face
            self.setAccessibleName(face.spoken())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(172 if self._compact else 206))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(120))

    def focus_radius(self) -> float:
        return float(self.theme.radius("tile"))

    def text_rects(self) -> list[TextSpot]:
        return self._picture().spots()

    def sign_rects(self) -> list[QRectF]:
        """Where the icons beside the words stand."""
        return self._picture().signs()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.translate(0, self._look.px(PRESS_PX))
        inks = self._inks()
        paint_box(painter, QRectF(self.rect()), self.focus_radius(), inks.box)
        if not self._compact:
            self._paint_door(painter, inks)
        self._picture().draw(painter)

    def _picture(self) -> Picture:
        layout = TileLayout(self.face, self._inks(), QSizeF(self.size()))
        return layout.low() if self._compact else layout.beside_door()

    def _paint_door(self, painter: QPainter, inks: Inks) -> None:
        picture = Picture(self._look, self.width())
        door = picture.place(door_of(self._look, QSizeF(self.size())))
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), self.height() - inks.box.width))
        paint_shape(painter, arch_path(door, on_edge=True), inks.arch)
        painter.restore()
        side = door.width() * 0.56
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(QPointF(door.center().x(), door.center().y() + door.height() * 0.02))
        paint_icon(painter, self.face.icon, sign, inks.icon, mirrored=self._look.rtl)

    def _inks(self) -> Inks:
        if self.isDown():
            return self._pressed_inks()
        color, stroke = self.theme.color, self.theme.stroke("kiosk_touch")
        second, bar = color("second_text"), color("hairline")
        if self.face.why is not None:
            clear = QColor(color("off"))
            clear.setAlpha(0)
            edge, reason = color("outline_off"), color("attention")
            box = Box(color("off"), edge, stroke, second, dashed=True)
            arch = Box(clear, edge, stroke, second, dashed=True)
            return Inks(box, arch, second, second, second, reason, reason, reason, bar)
        text = color("text")
        box = Box(color("card"), color("outline"), stroke, text)
        arch = Box(color("soft"), color("outline"), stroke if self._look.contrast else 0, text)
        no_wait = text if self._look.contrast else color("second_action")
        return Inks(box, arch, color("icon"), text, second, text, no_wait, color("bead"), bar)

    def _pressed_inks(self) -> Inks:
        color = self.theme.color
        ink = color("on_action")
        box = Box(color("action"), color("action"), 0, ink)
        arch = Box(color("action_pressed"), ink, 0, ink)
        if self._look.contrast:
            arch = Box(color("action"), ink, self.theme.stroke("kiosk_touch"), ink)
        return Inks(box, arch, ink, ink, ink, ink, ink, ink, ink)
