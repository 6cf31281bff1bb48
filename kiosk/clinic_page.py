"""Which clinic? Tiles with live counts, in pages where there are many; it never scrolls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk import words
from kiosk.clinic_tile import ClinicTile
from kiosk.clinics import Offer
from kiosk.fitting import Setting, Side
from kiosk.look import Look
from kiosk.page import Page
from kiosk.reasons import ANYBODY, Reason, only_for, why_not
from kiosk.sentence import Sentence
from ui.widgets.big_button import BigButton, ButtonKind

ONE_COLUMN = 6
PAGE = 12


@dataclass(frozen=True, slots=True)
class Grid:
    """How tiles lie: columns, rows of a page, a tile's greatest height in the design's pixels."""

    columns: int
    rows: int
    tallest: int

    @property
    def places(self) -> int:
        return self.columns * self.rows


def grid_for(look: Look, clinics: int) -> Grid:
    """The design's arrangement: one column to 6, two to 12, three where it lies."""
    if look.lower:
        if look.larger:
            return Grid(2, 3, 220) if look.portrait else Grid(2, 3, 200)
        return Grid(3, 4, 172)
    if look.larger:
        return Grid(1, 6, 230) if look.portrait else Grid(2, 4, 230)
    if not look.portrait:
        return Grid(3, 4, 208) if clinics > ONE_COLUMN else Grid(2, 3, 280)
    return Grid(1, 6, 206) if clinics <= ONE_COLUMN else Grid(2, 6, 206)


class ClinicPage(Page):
    """Shows the clinics as they are now.

    Signals:
        chosen: Clinic that gives numbers now. Each counts.
        unavailable: (Clinic, Reason) of a tile that was touched all the same. Each counts.
    """

    chosen = Signal(object)
    unavailable = Signal(object, object)

    def __init__(self, look: Look, offers: tuple[Offer, ...], gender: str) -> None:
        super().__init__(look, look.say(words.CLINIC_TITLE), look.say(words.CLINIC_HINT))
        self._gender = gender
        self._page = 0
        self.tiles: list[ClinicTile] = []
        column = QVBoxLayout(self.body)
        column.setSpacing(look.px(14 if look.lower else 20))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(14 if look.lower else 20))
        column.addLayout(self._grid)
        self.empty = Sentence(
            look, look.say(words.NO_CLINICS), Setting(look.theme.px("fact"), bold=True)
        )
        column.addWidget(self.empty)
        column.addStretch(1)
        self._add_pager(column)
        self.show_offers(offers)

    def sentences(self) -> list[str]:
        return [*super().sentences(), *(tile.accessibleName() for tile in self.tiles)]

    @Slot(object)
    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show them: in place where the clinics are the same, else laid out anew."""
        self._offers = offers
        self._arrangement = grid_for(self.look, len(offers))
        shown = self._shown()
        self.empty.setVisible(not offers)
        if [each.clinic.code for each in shown] == [tile.clinic.code for tile in self.tiles]:
            for tile, offer in zip(self.tiles, shown, strict=True):
                tile.show_offer(offer, *self._reasons(offer))
        else:
            self._lay_out(shown)
        self._show_pager()

    @property
    def pages(self) -> int:
        return max(1, -(-len(self._offers) // self._per_page()))

    def _per_page(self) -> int:
        """Where not all fit, the pager takes the room of a row."""
        grid = self._arrangement
        if len(self._offers) <= grid.places:
            return grid.places
        return grid.columns * max(1, grid.rows - self._rows_for_pager())

    def _rows_for_pager(self) -> int:
        look = self.look
        return 0 if look.portrait and not look.larger and not look.lower else 1

    def _shown(self) -> tuple[Offer, ...]:
        self._page = min(self._page, self.pages - 1)
        first = self._page * self._per_page()
        return self._offers[first : first + self._per_page()]

    def _reasons(self, offer: Offer) -> tuple[Reason | None, Reason | None]:
        why = why_not(self.look, offer.clinic, self._gender, dt.datetime.now(dt.UTC))
        asks = self._gender == ANYBODY and offer.clinic.gender != ANYBODY
        return why, only_for(self.look, offer.clinic) if asks else None

    def _lay_out(self, shown: tuple[Offer, ...]) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        grid = self._arrangement
        for index, offer in enumerate(shown):
            tile = ClinicTile(self.look, offer, *self._reasons(offer), compact=self.look.lower)
            tile.setMaximumHeight(self.look.px(grid.tallest))
            tile.clicked.connect(self._touched)
            self.tiles.append(tile)
            self._grid.addWidget(tile, index // grid.columns, index % grid.columns)
        for column in range(grid.columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)

    def _add_pager(self, column: QVBoxLayout) -> None:
        look = self.look
        self._pager = QWidget()
        row = QHBoxLayout(self._pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20))
        theme = look.theme
        self.previous = BigButton(theme, look.say(words.PREVIOUS), "back", kind=ButtonKind.SECOND)
        self.more = BigButton(
            theme, look.say(words.MORE), "forward", kind=ButtonKind.SECOND, icon_at_end=True
        )
        mid = Side.MIDDLE
        self._where = Sentence(look, "", Setting(theme.px("body"), True, 1, side=mid))
        for button, step in ((self.previous, self._go_back), (self.more, self._go_on)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFixedHeight(look.px(104))
            button.clicked.connect(step)
        row.addWidget(self.previous, 2)
        row.addWidget(self._where, 1)
        row.addWidget(self.more, 2)
        column.addWidget(self._pager)

    def _show_pager(self) -> None:
        self._pager.setVisible(self.pages > 1)
        self.previous.setEnabled(self._page > 0)
        self.more.setEnabled(self._page < self.pages - 1)
        look = self.look
        self._where.set_text(f"{look.number(self._page + 1)} / {look.number(self.pages)}")

    @Slot()
    def _go_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _go_on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._page = max(0, min(self.pages - 1, self._page + step))
        self.show_offers(self._offers)

    @Slot()
    def _touched(self) -> None:
        tile = self.sender()
        if not isinstance(tile, ClinicTile):
            return
        if tile.face.why is not None:
            self.unavailable.emit(tile.clinic, tile.face.why)
        else:
            self.chosen.emit(tile.clinic)
