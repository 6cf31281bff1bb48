"""Today's numbers of this desk's clinics, and how each clinic stands."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from staff.bookings_card import BookingsCard
from staff.clinics_card import ClinicsCard
from staff.look import Look
from staff.panel import Panel
from staff.pin_card import PinCard
from staff.scene import Scene
from staff.words import translate
from ui.text import TextBlock, TextSpot, draw_number, number_width, start_of, style_of
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_box
from ui.widgets.themed import ThemedWidget
from ui.words import MINUTES, word

NOTHING_YET = "–"
"""In place of a wait while nobody has waited; what is not known is a question mark."""

ROOMY_CLINICS = 4
"""With more clinics than that their lines take the place of the appointments, which have a page."""

TILE_PX, TILE_CLOSE_PX = 76, 62
_PAD = 9.0


class TodayPanel(QWidget):
    """Cards one below the other: numbers, the PIN, appointments, clinics.

    Signals:
        renewal_asked(str): the clinic whose PIN is to be another one; each counts.
    """

    renewal_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._roomy = True
        self._clinics: tuple[str, ...] = ()
        tiles = {
            "waiting": translate("Staff", "Waiting", "count"),
            "served": translate("Staff", "Served"),
            "mean": translate("Staff", "Mean wait"),
            "longest": translate("Staff", "Longest"),
            "no_shows": translate("Staff", "No-shows"),
        }
        self.tiles = {key: NumberTile(look, name) for key, name in tiles.items()}
        self.clinics = ClinicsCard(look)
        self.pin = PinCard(look)
        self.bookings = BookingsCard(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(3))
        column.addWidget(self._numbers())
        column.addWidget(self.pin)
        column.addWidget(self.bookings)
        column.addWidget(self.clinics)
        column.addStretch(1)
        self.pin.renewal_asked.connect(self.renewal_asked)
        self.clinics.renewal_asked.connect(self.renewal_asked)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is place for the appointments too; they have a page of their own."""
        self._roomy = roomy
        self.bookings.setVisible(roomy and len(self._clinics) <= ROOMY_CLINICS)

    def set_close(self, close: bool) -> None:
        """Lower tiles and fewer appointments, where the window is low."""
        self.bookings.set_close(close)
        for tile in self.tiles.values():
            tile.setFixedHeight(TILE_CLOSE_PX if close else TILE_PX)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        self.pin.show_scene(scene)
        self.bookings.show_scene(scene, now)
        self._clinics = scene.desk.clinics
        self.set_roomy(self._roomy)
        self.clinics.show_scene(scene)
        if scene.desk_list is None or not scene.is_connected:
            for tile in self.tiles.values():
                tile.show_number(None)
            return
        today, number = scene.desk_list.today, self._look.wording.number
        unit = word(self._look.theme.language, MINUTES)
        self.tiles["waiting"].show_number(number(today.waiting))
        self.tiles["served"].show_number(number(today.served))
        self.tiles["no_shows"].show_number(number(today.no_shows))
        for key, seconds in (("mean", today.mean_wait_s), ("longest", today.longest_wait_s)):
            if seconds is None:
                self.tiles[key].show_number(NOTHING_YET)
            else:
                self.tiles[key].show_number(number(round(seconds / 60)), unit)

    def _numbers(self) -> Panel:
        card = Panel(self._look.theme)
        column = QVBoxLayout(card)
        pad = self._look.theme.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(self._look.theme.space(2))
        column.addWidget(
            FittingLabel(self._look.theme, translate("Staff", "Today"), "panel_title", max_lines=1)
        )
        grid = QGridLayout()
        grid.setSpacing(self._look.theme.space(1))
        for place, tile in enumerate(self.tiles.values()):
            row, column_at = divmod(place, 2)
            last = place == len(self.tiles) - 1
            grid.addWidget(tile, row, column_at, 1, 2 if last else 1)
        column.addLayout(grid)
        return card


class NumberTile(ThemedWidget):
    """A name and one number, with its unit; dashed, with a question mark, while it is not known."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._name = name
        self._number: str | None = None
        self._unit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> str | None:
        return self._number

    def show_number(self, number: str | None, unit: str = "") -> None:
        self._number = number
        self._unit = unit if number is not None else ""
        self.setAccessibleName(f"{self._name}: {number or '?'} {self._unit}".rstrip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, TILE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, TILE_CLOSE_PX)

    def text_rects(self) -> list[TextSpot]:
        block, rect = self._title()
        return [block.spot(rect)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), theme.radius("button"), self._box())
        block, rect = self._title()
        block.draw(painter, rect, theme.color("second_text"))
        font = theme.number_font("kpi", px=26)
        place = QRectF(_PAD, self.height() - 42, self.width() - 2 * _PAD, 36)
        text, side = self._number or "?", start_of(theme.is_rtl)
        draw_number(painter, text, font, place, theme.color("text"), side)
        lead = number_width(text, font) + 7
        room = place.adjusted(0, 4, -lead, 4) if theme.is_rtl else place.adjusted(lead, 4, 0, 4)
        style = style_of(theme, theme.font("small", bold=True), side)
        TextBlock(self._unit, style, max(1.0, room.width()), max_lines=1).draw(
            painter, room, theme.color("text")
        )

    def _box(self) -> Box:
        theme, ink = self.theme, self.theme.color("text")
        if self._number is None:
            width = theme.stroke("staff")
            return Box(theme.color("card"), theme.color("outline_off"), width, ink, dashed=True)
        width = 1.2 if theme.high_contrast else 0.0
        return Box(theme.color("panel"), theme.color("hairline"), width, ink)

    def _title(self) -> tuple[TextBlock, QRectF]:
        top = 7 if self.height() >= TILE_PX else 2
        rect = QRectF(_PAD, top, self.width() - 2 * _PAD, 26)
        style = style_of(self.theme, self.theme.font("small"), start_of(self.theme.is_rtl))
        return TextBlock(self._name, style, max(1.0, rect.width()), max_lines=1), rect
