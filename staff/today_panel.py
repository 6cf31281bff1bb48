"""Today's numbers of this desk's clinics, and how each clinic stands."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.states import ClinicState
from domain.tickets import Clinic
from staff.look import Look
from staff.panel import Panel
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

_PAD = 12.0


class TodayPanel(QWidget):
    """Two cards, one below the other."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        tiles = {
            "waiting": translate("Staff", "Waiting", "count"),
            "served": translate("Staff", "Served"),
            "mean": translate("Staff", "Mean wait"),
            "longest": translate("Staff", "Longest"),
            "no_shows": translate("Staff", "No-shows"),
        }
        self.tiles = {key: NumberTile(look, name) for key, name in tiles.items()}
        self.clinics = ClinicsCard(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(3))
        column.addWidget(self._numbers())
        column.addWidget(self.clinics)
        column.addStretch(1)

    def show_scene(self, scene: Scene, _now: dt.datetime | None) -> None:
        self.clinics.show_scene(scene)
        if scene.desk_list is None:
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
    """A name and one number, with its unit; a question mark while the number is not known."""

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
        self.setAccessibleName(f"{self._name}: {number or '?'} {self._unit}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 76)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 76)

    def text_rects(self) -> list[TextSpot]:
        block, rect = self._title()
        return [block.spot(rect)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        width = 1.2 if theme.high_contrast else 0.0
        box = Box(theme.color("panel"), theme.color("hairline"), width, theme.color("text"))
        paint_box(painter, QRectF(self.rect()), theme.radius("button"), box)
        block, rect = self._title()
        block.draw(painter, rect, theme.color("second_text"))
        font = theme.number_font("kpi", px=26)
        place = QRectF(_PAD, 34, self.width() - 2 * _PAD, 36)
        text, side = self._number or "?", start_of(theme.is_rtl)
        draw_number(painter, text, font, place, theme.color("text"), side)
        lead = number_width(text, font) + 7
        room = place.adjusted(0, 4, -lead, 4) if theme.is_rtl else place.adjusted(lead, 4, 0, 4)
        style = style_of(theme, theme.font("small", bold=True), side)
        TextBlock(self._unit, style, max(1.0, room.width()), max_lines=1).draw(
            painter, room, theme.color("text")
        )

    def _title(self) -> tuple[TextBlock, QRectF]:
        rect = QRectF(_PAD, 7, self.width() - 2 * _PAD, 26)
        style = style_of(self.theme, self.theme.font("small"), start_of(self.theme.is_rtl))
        return TextBlock(self._name, style, max(1.0, rect.width()), max_lines=1), rect


class ClinicsCard(Panel):
    """This desk's clinics: how many wait in each, and which one is not open."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent)
        self._look = look
        self._shown: tuple[Clinic, ...] = ()
        self.lines: dict[str, tuple[FittingLabel, FittingLabel]] = {}
        column = QVBoxLayout(self)
        pad = look.theme.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.theme.space(2))
        title = translate("Staff", "Clinics of this desk")
        column.addWidget(FittingLabel(look.theme, title, "panel_title", max_lines=2))
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(look.theme.space(1))
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._inside)

    def show_scene(self, scene: Scene) -> None:
        if tuple(one.code for one in scene.mine) != tuple(one.code for one in self._shown):
            self._build(scene.mine)
        self._shown = scene.mine
        waiting = () if scene.desk_list is None else scene.desk_list.waiting
        for clinic in scene.mine:
            count = sum(one.clinic == clinic.code for one in waiting)
            known = scene.desk_list is not None
            words = self._look.wording.number(count) if known else "?"
            state = _state_words(clinic, self._look)
            name, number = self.lines[clinic.code]
            name.set_text(self._look.wording.name(clinic.names) + (f" · {state}" if state else ""))
            name.set_color("attention" if state else "text")
            number.set_text(words)

    def _build(self, clinics: tuple[Clinic, ...]) -> None:
        for name, number in self.lines.values():
            name.deleteLater()
            number.deleteLater()
        self.lines = {}
        for row, clinic in enumerate(clinics):
            name = FittingLabel(self._look.theme, "", "body", max_lines=2)
            number = FittingLabel(
                self._look.theme,
                "",
                "body",
                bold=True,
                alignment=Qt.AlignmentFlag.AlignTrailing,
                max_lines=1,
            )
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(number, row, 1)
            name.show()
            number.show()
            self.lines[clinic.code] = (name, number)


def _state_words(clinic: Clinic, look: Look) -> str:
    """Why a clinic takes no new patients now; empty when it is open."""
    if clinic.state is ClinicState.OPEN:
        return ""
    paused = clinic.state is ClinicState.PAUSED
    if clinic.until is None:
        return translate("Staff", "Paused") if paused else translate("Staff", "Closed for today")
    words = translate("Staff", "Paused until {time}")
    if not paused:
        words = translate("Staff", "Opens at {time}")
    return words.format(time=look.wording.time(clinic.until))
