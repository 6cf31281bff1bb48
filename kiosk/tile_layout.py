"""Where the parts of a clinic's tile stand: beside its door, or low and close in lower reach."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from kiosk.fitting import Setting, Side, fit
from kiosk.look import Look
from kiosk.picture import ICON, Picture, beside_icon, fits
from kiosk.reasons import Reason
from kiosk.tile_face import TileFace
from ui.text import TextBlock
from ui.widgets.painting import Look as Box

MOST_BEADS = 6
DOOR_SHARE, DOOR_TALL = 0.255, 1.35


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a tile in its state; `box` and `arch` with their outlines."""

    box: Box
    arch: Box
    icon: QColor
    name: QColor
    second: QColor
    status: QColor
    no_wait: QColor
    bead: QColor
    unknown: QColor


def door_of(look: Look, size: QSizeF) -> QRectF:
    """The door standing on the tile's lower edge, counted from the start."""
    wide = min(look.px(140), size.width() * DOOR_SHARE, (size.height() - look.px(30)) / DOOR_TALL)
    return QRectF(look.px(26), size.height() - wide * DOOR_TALL, wide, wide * DOOR_TALL)


class TileLayout:
    """One tile's picture in one size and one set of colours."""

    def __init__(self, face: TileFace, inks: Inks, size: QSizeF) -> None:
        self._face, self._inks, self._size = face, inks, size
        self._look, self._theme = face.look, face.look.theme
        self.picture = Picture(face.look, size.width())

    def beside_door(self) -> Picture:
        """Name, floor and status, one below the other, in the middle beside the door."""
        look, face, height = self._look, self._face, self._size.height()
        left = door_of(look, self._size).right() + look.px(22)
        width = self._size.width() - left - look.px(20)
        name = self._name(width)
        lines = face.floor_lines(width)
        line = self._theme.px("small") * self._theme.line_height()
        status = self._status_height(width)
        used = name.size().height() + line * len(lines) + status
        room = height - look.px(20)
        gap = max(0.0, min(look.px(10), (room - used) / 3))
        top = look.px(10) + max(0.0, (room - used - 2 * gap) / 2)
        self.picture.text(name, QRectF(left, top, width, name.size().height()), self._inks.name)
        top += name.size().height() + gap
        for icon, words in lines:
            block = beside_icon(look, words, "small", width)
            self.picture.line(icon, block, QRectF(left, top, width, line), self._inks.second)
            top += line
        top += gap if lines else 0.0
        self._status(QRectF(left, top, width, status))
        return self.picture

    def low(self) -> Picture:
        """The icon beside the name above, how many wait and the floor below.

        Whom the clinic serves has a line of its own; in a short tile it stands at the name's end,
        or beside the count where the name needs its line.
        """
        look, theme, face = self._look, self._theme, self._face
        width, height = self._size.width(), self._size.height()
        line = theme.px("help_rail") * theme.line_height()
        foot = QRectF(look.px(20), height - line - look.px(12), width - look.px(40), line)
        tall = height - line - look.px(24)
        limit = face.limit
        if limit is not None and tall - line >= theme.px("body") * theme.line_height():
            tall -= line
            self._limit(limit, foot.translated(0, -line))
            limit = None
        if self._low_name(tall, limit):
            limit = None
        self._low_status(foot, limit)
        return self.picture

    def _low_name(self, tall: float, limit: Reason | None) -> bool:
        """Icon and name in that height; whether the limit stood beside them."""
        look, face = self._look, self._face
        side = min(look.px(48), tall)
        sign = QRectF(look.px(20), look.px(10) + min(look.px(6), (tall - side) / 2), side, side)
        self.picture.icon(face.icon, sign, self._inks.icon)
        left = sign.right() + look.px(14)
        room = QRectF(left, look.px(10), self._size.width() - left - look.px(14), tall)
        px = self._theme.px("body")
        name = fit(look, face.name, Setting(px, self._bold, 2, 0.8), room.width(), room.height())
        place = QRectF(room.left(), room.top(), room.width(), name.size().height())
        if name.line_count == 1:
            place.moveTop(sign.center().y() - place.height() / 2)
        self.picture.text(name, place, self._inks.name)
        if limit is None or name.line_count > 1:
            return False
        words = beside_icon(look, limit.line, "help_rail", self._size.width())
        need = words.size().width() + words.style.font.pixelSize() * ICON + look.px(10 + 16)
        if name.size().width() + need > room.width():
            return False
        self._limit(limit, QRectF(room.right() - need, place.top(), need, place.height()))
        return True

    @property
    def _bold(self) -> bool:
        return not (self._look.contrast and self._face.why is not None)

    def _name(self, width: float) -> TextBlock:
        """On one line, or on two and a little smaller."""
        px = self._theme.px("tile_name")
        one = fit(self._look, self._face.name, Setting(px, self._bold, 1, 0.84), width)
        if fits(one):
            return one
        return fit(
            self._look, self._face.name, Setting(round(px * 0.95), self._bold, 2, 0.8), width
        )

    def _status_height(self, width: float) -> float:
        """A line for a count; a reason may take two."""
        if self._face.why is None:
            return self._theme.px("count") * self._theme.line_height()
        return self._reason(width, "small", 2).size().height()

    def _reason(self, width: float, role: str, lines: int) -> TextBlock:
        line = self._face.reason(width, role, lines)
        return beside_icon(self._look, line, role, width, bold=True, lines=lines)

    def _status(self, at: QRectF) -> None:
        face, offer, inks, look = self._face, self._face.offer, self._inks, self._look
        if face.why is not None:
            reason = self._reason(at.width(), "small", 2)
            self.picture.line(face.why.icon, reason, at, inks.status)
        elif not face.status:
            self._unknown(at)
        elif offer.waiting == 0:
            block = beside_icon(look, face.status, "small", at.width(), bold=True)
            self.picture.line("check", block, at, inks.no_wait)
        else:
            block = beside_icon(look, face.count, "count", at.width(), bold=True)
            end = self.picture.line("people", block, at, inks.status)
            self._beads(offer.waiting or 0, at, end + look.px(16))

    def _beads(self, waiting: int, at: QRectF, left: float) -> None:
        """One bead a person, up to six; then a plus that says there are more."""
        size, step = self._look.px(20), self._look.px(26)
        top, ink = at.center().y() - size / 2, self._inks.bead
        room = max(0, int((at.right() - left + step - size) // step))
        shown = min(waiting, MOST_BEADS, room)
        if shown < waiting and shown == room:
            shown = max(0, shown - 1)
        for index in range(shown):
            self.picture.bead(QRectF(left + index * step, top, size, size), ink)
        if waiting > shown and room > 0:
            thick, middle = size * 0.18, (size - size * 0.18) / 2
            plus = left + shown * step
            self.picture.bar(QRectF(plus, top + middle, size, thick), ink)
            self.picture.bar(QRectF(plus + middle, top, thick, size), ink)

    def _unknown(self, at: QRectF) -> None:
        """The count has not come yet: a grey bar where it will stand."""
        height = self._look.px(26)
        bar = QRectF(at.left(), at.center().y() - height / 2, at.width() * 0.55, height)
        self.picture.bar(bar, self._inks.unknown, height / 2)

    def _limit(self, limit: Reason, at: QRectF) -> float:
        """Whom the clinic serves; answers where the words end."""
        block = beside_icon(self._look, limit.line, "help_rail", at.width())
        return self.picture.line(limit.icon, block, at, self._inks.second)

    def _low_status(self, at: QRectF, limit: Reason | None) -> None:
        """How many wait, in words where they leave room for the floor, else as a number."""
        face, look, inks, role = self._face, self._look, self._inks, "help_rail"
        if face.why is not None:
            self.picture.line(face.why.icon, self._reason(at.width(), role, 1), at, inks.status)
            return
        if not face.status:
            self._unknown(at)
            return
        setting = Setting(self._theme.px(role), False, 1, 1.0, Side.END)
        floor = fit(look, face.floor, setting, at.width())
        icon, words = "check" if face.offer.waiting == 0 else "people", face.status
        block = beside_icon(look, words, role, at.width(), bold=True)
        used = look.theme.px(role) * ICON + look.px(10 + 14) + block.size().width()
        if limit is not None or used + floor.size().width() > at.width():
            icon, block = "people", beside_icon(look, face.count, role, at.width(), bold=True)
        end = self.picture.line(icon, block, at, inks.status)
        if limit is not None:
            end = self._limit(limit, at.adjusted(end + look.px(16) - at.left(), 0, 0, 0))
        if fits(floor) and floor.size().width() <= at.right() - end:
            place = QRectF(end, at.top(), at.right() - end, at.height())
            self.picture.text(floor, place, inks.second)
