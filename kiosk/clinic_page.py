"""Which clinic? Tiles with live counts, in pages where there are many; it never scrolls."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kiosk import words
from kiosk.clinic_tile import ClinicTile
from kiosk.clinics import Offer
from kiosk.fitting import Setting
from kiosk.grid import grid_for, per_page
from kiosk.look import Look
from kiosk.page import Page
from kiosk.pager import Pager
from kiosk.reasons import ANYBODY, Reason, only_for, why_not
from kiosk.sentence import Sentence


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
        self.pager = Pager(look)
        self.pager.turned.connect(self._turn)
        column.addWidget(self.pager)
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
        self.pager.show_page(self._page, self.pages)

    @property
    def pages(self) -> int:
        return max(1, -(-len(self._offers) // per_page(self.look, len(self._offers))))

    def _shown(self) -> tuple[Offer, ...]:
        self._page = min(self._page, self.pages - 1)
        size = per_page(self.look, len(self._offers))
        return self._offers[self._page * size :][:size]

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

    @Slot(object)
    def _turn(self, page: int) -> None:
        self._page = max(0, min(self.pages - 1, page))
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
