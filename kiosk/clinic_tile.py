"""A clinic to touch: its door, name and floor, and how many wait there or why it gives no numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from domain.tickets import Clinic
from kiosk import words
from kiosk.clinics import Offer
from kiosk.fitting import Painted, Setting, fit, mirrored
from kiosk.floors import floor_name
from kiosk.look import Look
from kiosk.reasons import Reason
from ui.icons import names, paint_icon
from ui.shapes import arch_path, paint_bead
from ui.text import TextBlock, TextSpot
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box, paint_shape
from ui.widgets.themed import ThemedButton

MOST_BEADS = 6
PRESS_PX = 3
UNKNOWN_ICON = "room"


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a tile in its state."""

    box: Box
    arch: Box
    icon: QColor
    name: QColor
    second: QColor
    status: QColor


class ClinicTile(ThemedButton):
    """Answers a touch in every state; `why` is there when it gives no numbers, `only` when not to all.

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
        self.show_offer(offer, why, only)

    @property
    def clinic(self) -> Clinic:
        return self._offer.clinic

    @property
    def why(self) -> Reason | None:
        return self._why

    @property
    def only(self) -> Reason | None:
        return self._only

    def show_offer(self, offer: Offer, why: Reason | None, only: Reason | None) -> None:
        """Show the clinic as it is now."""
        self._offer, self._why, self._only = offer, why, only
        said = (self._name(), self._floor(), self.status())
        self.setAccessibleName(", ".join(each for each in said if each))
        self.update()

    def status(self) -> str:
        """The last line in words, as it is read aloud."""
        if self._why is not None:
            return self._why.line
        if self._offer.waiting is None:
            return self._look.say(words.UNKNOWN_COUNT) if self._offer.stale else ""
        if self._offer.waiting == 0:
            return self._look.say(words.NO_WAIT)
        return self._look.say(words.WAITING, self._offer.waiting)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(172 if self._compact else 206))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(120))

    def focus_radius(self) -> float:
        return float(self.theme.radius("tile"))

    def text_rects(self) -> list[TextSpot]:
        return self._compose(None).spots()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.translate(0, self._look.px(PRESS_PX))
        paint_box(painter, QRectF(self.rect()), self.focus_radius(), self._inks().box)
        self._compose(painter).draw(painter)

    # -- what it says ------------------------------------------------------------------------

    def _name(self) -> str:
        return self._look.name(self.clinic.names)

    def _floor(self) -> str:
        return floor_name(self._look, self.clinic.floor)

    def _floor_line(self, width: float) -> str:
        """The floor, and whom the clinic serves; that alone where both have no room."""
        if self._only is None or self._why is not None:
            return self._floor()
        both = " · ".join(each for each in (self._floor(), self._only.line) if each)
        block = self._words_beside(both, width, "small", bold=False, lines=1)
        return self._only.line if block.elided or block.overflows else both

    # -- how it looks ------------------------------------------------------------------------

    def _inks(self) -> Inks:
        color, look = self.theme.color, self._look
        clear = QColor(color("off"))
        clear.setAlpha(0)
        if self.isDown():
            ink = color("on_action")
            box = Box(color("action"), color("action"), 0, ink)
            return Inks(box, Box(color("action_pressed"), ink, 0, ink), ink, ink, ink, ink)
        stroke = self.theme.stroke("kiosk_touch")
        if self._why is not None:
            box = Box(color("off"), color("outline_off"), stroke, color("text"), dashed=True)
            arch = Box(clear, color("outline_off"), stroke, color("text"), dashed=True)
            second = color("second_text")
            return Inks(box, arch, second, second, second, color("attention"))
        box = Box(color("card"), color("outline"), stroke, color("text"))
        door = stroke if look.contrast else 0
        arch = Box(color("soft"), color("outline"), door, color("text"))
        second = color("second_text")
        return Inks(box, arch, color("icon"), color("text"), second, color("text"))

    def _compose(self, painter: QPainter | None) -> Painted:
        """Place every part, drawing icons, door and beads if there is a painter."""
        painted = Painted()
        inks = self._inks()
        if self._compact:
            self._compose_low(painter, painted, inks)
        else:
            self._compose_door(painter, painted, inks)
        return painted

    def _compose_door(self, painter: QPainter | None, painted: Painted, inks: Inks) -> None:
        px, width, height = self._look.px, self.width(), self.height()
        wide = min(px(140), width * 0.255, (height - px(30)) / 1.35)
        door = QRectF(px(26), height - wide * 1.35, wide, wide * 1.35)
        if painter is not None:
            self._paint_door(painter, mirrored(door, width, rtl=self._look.rtl), inks)
        left = door.right() + px(22)
        room = width - left - px(20)
        self._stack_lines(painter, painted, inks, QRectF(left, px(10), room, height - px(20)))

    def _paint_door(self, painter: QPainter, door: QRectF, inks: Inks) -> None:
        painter.save()
        edge = inks.box.width
        if edge:
            painter.setClipRect(QRectF(0, 0, self.width(), self.height() - edge))
        paint_shape(painter, arch_path(door, on_edge=True), inks.arch)
        painter.restore()
        side = door.width() * 0.56
        icon = QRectF(0, 0, side, side)
        icon.moveCenter(QPointF(door.center().x(), door.center().y() + door.height() * 0.02))
        self._icon(painter, self._sign(), icon, inks.icon)

    def _stack_lines(
        self, painter: QPainter | None, painted: Painted, inks: Inks, room: QRectF
    ) -> None:
        """Name, floor and status, one below the other, the three in the middle of the room."""
        look, theme = self._look, self.theme
        bold = not (look.contrast and self._why is not None)
        name = fit(
            look, self._name(), Setting(theme.px("tile_name"), bold, 1, 0.84), room.width()
        )
        if name.elided or name.overflows:
            two = Setting(round(theme.px("tile_name") * 0.95), bold, 2, 0.8)
            name = fit(look, self._name(), two, room.width())
        line = self._status_height(room.width())
        small = theme.px("small") * theme.line_height()
        floor_line = self._floor_line(room.width())
        floor = small if floor_line else 0.0
        used = name.size().height() + floor + line
        gap = max(0.0, min(look.px(10), (room.height() - used) / 3))
        top = room.top() + max(0.0, (room.height() - used - 2 * gap) / 2)
        place = QRectF(room.left(), top, room.width(), name.size().height())
        painted.add(name, mirrored(place, self.width(), rtl=look.rtl), inks.name)
        top = place.bottom() + gap
        if floor:
            at = QRectF(room.left(), top, room.width(), floor)
            self._line(painter, painted, "floor", floor_line, at, inks.second)
            top = at.bottom() + gap
        self._status(painter, painted, inks, QRectF(room.left(), top, room.width(), line))

    def _status_height(self, width: float) -> float:
        """A line for a count; a reason may take two."""
        if self._why is None:
            return self.theme.px("count") * self.theme.line_height()
        line = self._reason(self._why, width, "small", 2)
        return self._words_beside(line, width, "small", bold=True).size().height()

    def _reason(self, why: Reason, width: float, role: str, lines: int) -> str:
        """The reason's line, or its short form where the line does not fit."""
        block = self._words_beside(why.line, width, role, bold=True, lines=lines)
        return why.short if why.short and (block.elided or block.overflows) else why.line

    def _words_beside(
        self, text: str, width: float, role: str, *, bold: bool, lines: int = 2
    ) -> TextBlock:
        """Words beside an icon, in a row of that width."""
        room = width - self.theme.px(role) * 1.04 - self._look.px(10)
        return fit(self._look, text, Setting(self.theme.px(role), bold, lines, 0.8), room)

    def _line(
        self,
        painter: QPainter | None,
        painted: Painted,
        icon: str,
        text: str,
        at: QRectF,
        ink: QColor,
        *,
        bold: bool = False,
        role: str = "small",
    ) -> float:
        """An icon and words on one line; answers where the words end."""
        look, size = self._look, self.theme.px(role)
        rtl, width = look.rtl, self.width()
        sign = QRectF(at.left(), at.center().y() - size * 0.52, size * 1.04, size * 1.04)
        if painter is not None:
            self._icon(painter, icon, mirrored(sign, width, rtl=rtl), ink)
        left = sign.right() + look.px(10)
        room = at.right() - left
        lines = 2 if at.height() > 1.9 * size * self.theme.line_height() else 1
        block = self._words_beside(text, at.width(), role, bold=bold, lines=lines)
        place = QRectF(left, at.top(), room, at.height())
        painted.add(block, mirrored(place, width, rtl=rtl), ink)
        return left + block.size().width()

    def _status(
        self, painter: QPainter | None, painted: Painted, inks: Inks, at: QRectF
    ) -> None:
        offer, color = self._offer, self.theme.color
        if self._why is not None:
            line = self._reason(self._why, at.width(), "small", 2)
            self._line(painter, painted, self._why.icon, line, at, inks.status, bold=True)
        elif offer.waiting is None and not offer.stale:
            self._unknown_bar(painter, at)
        elif offer.waiting == 0:
            ink = inks.status if self.isDown() or self._look.contrast else color("second_action")
            words_ = self._look.say(words.NO_WAIT)
            self._line(painter, painted, "check", words_, at, ink, bold=True)
        else:
            count = "?" if offer.waiting is None else self._look.number(offer.waiting)
            end = self._line(
                painter, painted, "people", count, at, inks.status, bold=True, role="count"
            )
            if offer.waiting is not None and painter is not None:
                self._beads(painter, offer.waiting, QRectF(at), end + self._look.px(16))

    def _beads(self, painter: QPainter, waiting: int, at: QRectF, left: float) -> None:
        """One bead a person, up to six; then a plus that says there are more."""
        look = self._look
        size, step = look.px(20), look.px(26)
        ink = self.theme.color("on_action" if self.isDown() else "bead")
        shown = min(waiting, MOST_BEADS, int((at.right() - left) // step))
        for index in range(shown):
            bead = QRectF(left + index * step, at.center().y() - size / 2, size, size)
            center = mirrored(bead, self.width(), rtl=look.rtl).center()
            paint_bead(painter, center, size, ink)
        if waiting > shown and left + shown * step + size <= at.right() + step:
            plus = QRectF(left + shown * step, at.center().y() - size / 2, size, size)
            center = mirrored(plus, self.width(), rtl=look.rtl).center()
            thick = size * 0.18
            painter.fillRect(QRectF(center.x() - size / 2, center.y() - thick / 2, size, thick), ink)
            painter.fillRect(QRectF(center.x() - thick / 2, center.y() - size / 2, thick, size), ink)

    def _unknown_bar(self, painter: QPainter | None, at: QRectF) -> None:
        if painter is None:
            return
        height = self._look.px(26)
        bar = QRectF(at.left(), at.center().y() - height / 2, at.width() * 0.55, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("hairline"))
        place = mirrored(bar, self.width(), rtl=self._look.rtl)
        painter.drawRoundedRect(place, height / 2, height / 2)

    def _compose_low(self, painter: QPainter | None, painted: Painted, inks: Inks) -> None:
        look, theme, width = self._look, self.theme, self.width()
        side = look.px(48)
        sign = QRectF(look.px(20), look.px(16), side, side)
        if painter is not None:
            self._icon(painter, self._sign(), mirrored(sign, width, rtl=look.rtl), inks.icon)
        left = sign.right() + look.px(14)
        low = theme.px("help_rail") * theme.line_height()
        bold = not (look.contrast and self._why is not None)
        name_room = QRectF(left, look.px(10), width - left - look.px(14), 0)
        name_room.setBottom(self.height() - low - look.px(20))
        name = fit(
            look, self._name(), Setting(theme.px("body"), bold, 2, 0.7), name_room.width(),
            name_room.height(),
        )
        place = QRectF(name_room.left(), name_room.top(), name_room.width(), name.size().height())
        if name.line_count == 1:
            place.moveTop(sign.center().y() - place.height() / 2)
        painted.add(name, mirrored(place, width, rtl=look.rtl), inks.name)
        at = QRectF(look.px(20), self.height() - low - look.px(12), width - look.px(34), low)
        self._low_status(painter, painted, inks, at)

    def _low_status(
        self, painter: QPainter | None, painted: Painted, inks: Inks, at: QRectF
    ) -> None:
        look, theme = self._look, self.theme
        if self._why is not None:
            line = self._reason(self._why, at.width(), "help_rail", 1)
            self._line(painter, painted, self._why.icon, line, at, inks.status,
                       bold=True, role="help_rail")
            return
        if not self.status():
            self._unknown_bar(painter, at)
            return
        icon = "check" if self._offer.waiting == 0 else "people"
        end = self._line(painter, painted, icon, self.status(), at, inks.status,
                         bold=True, role="help_rail")
        second = self._only.line if self._only is not None else self._floor()
        floor = fit(
            look, second,
            Setting(theme.px("help_rail"), False, 1, 0.85, Qt.AlignmentFlag.AlignRight),
            at.right() - end - look.px(8),
        )
        if not (floor.elided or floor.overflows):  # the count matters more
            place = QRectF(end, at.top(), at.right() - end, at.height())
            painted.add(floor, mirrored(place, self.width(), rtl=look.rtl), inks.second)

    def _sign(self) -> str:
        return self.clinic.icon if self.clinic.icon in names() else UNKNOWN_ICON

    def _icon(self, painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
        paint_icon(painter, name, rect, ink, mirrored=self._look.rtl)
