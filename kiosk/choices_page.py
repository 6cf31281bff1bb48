"""A question with a few answers to touch, in columns and pages as the clinics are; no scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kiosk.choice_tile import ChoiceTile
from kiosk.grid import grid_for, per_page
from kiosk.look import Look
from kiosk.page import Page
from kiosk.pager import Pager


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it means to the visit, its icon and its words."""

    value: object
    icon: str
    text: str


class ChoicesPage(Page):
    """Shows the answers in their order.

    Signals:
        chosen: the value of the choice touched. Each counts.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, title: str, choices: Sequence[Choice], hint: str = "") -> None:
        super().__init__(look, title, hint)
        self._choices = tuple(choices)
        self._grid_of = grid_for(look, len(choices))
        self._per_page = per_page(look, len(choices))
        self.tiles: list[ChoiceTile] = []
        gap = look.px(14 if look.lower else 20)
        column = QVBoxLayout(self.body)
        column.setSpacing(gap)
        self._grid = QGridLayout()
        self._grid.setSpacing(gap)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.pager = Pager(look)
        self.pager.turned.connect(self.show_page)
        column.addWidget(self.pager)
        self.show_page(0)

    def sentences(self) -> list[str]:
        return [*super().sentences(), *(tile.text() for tile in self.tiles)]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self._choices) // self._per_page))

    @Slot(object)
    def show_page(self, page: int) -> None:
        """Lay out the tiles of a page, counted from 0."""
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._first = page * self._per_page
        self.tiles = [
            self._tile(choice) for choice in self._choices[self._first :][: self._per_page]
        ]
        columns = self._grid_of.columns
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
        self.pager.show_page(page, self.pages)

    def tile(self, value: object) -> ChoiceTile | None:
        """The tile of a choice on the page shown."""
        values = [choice.value for choice in self._choices[self._first :][: self._per_page]]
        return self.tiles[values.index(value)] if value in values else None

    def _tile(self, choice: Choice) -> ChoiceTile:
        tile = ChoiceTile(self.look, choice.icon, choice.text, small=self._grid_of.columns > 1)
        tile.setMaximumHeight(self.look.px(self._grid_of.tallest))
        tile.clicked.connect(self._touched)
        return tile

    @Slot()
    def _touched(self) -> None:
        tile = self.sender()
        if isinstance(tile, ChoiceTile) and tile in self.tiles:
            self.chosen.emit(self._choices[self._first + self.tiles.index(tile)].value)
