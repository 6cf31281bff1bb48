"""How tiles lie on a page: columns, rows, and how many of many stand on one page."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.look import Look

ONE_COLUMN = 6


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns, rows of a page, a tile's greatest height in the design's pixels."""

    columns: int
    rows: int
    tallest: int

    @property
    def places(self) -> int:
        return self.columns * self.rows


def grid_for(look: Look, tiles: int) -> Grid:
    """The design's arrangement: one column to 6, two to 12, three where it lies."""
    if look.lower:
        if look.larger:
            return Grid(2, 3, 220) if look.portrait else Grid(2, 3, 200)
        return Grid(3, 4, 172)
    if look.larger:
        return Grid(1, 6, 230) if look.portrait else Grid(2, 4, 230)
    if not look.portrait:
        return Grid(3, 4, 208) if tiles > ONE_COLUMN else Grid(2, 3, 280)
    return Grid(1, 6, 206) if tiles <= ONE_COLUMN else Grid(2, 6, 206)


def per_page(look: Look, tiles: int) -> int:
    """How many stand on a page; where not all fit, the pager takes the room of a row."""
    grid = grid_for(look, tiles)
    if tiles <= grid.places:
        return grid.places
    rows_for_pager = 0 if look.portrait and not look.larger and not look.lower else 1
    return grid.columns * max(1, grid.rows - rows_for_pager)
