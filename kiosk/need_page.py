"""What do you need? One tile a need; a kiosk that can do one thing alone does not ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from kiosk import words
from kiosk.choice_tile import ChoiceTile
from kiosk.look import Look
from kiosk.needs import Need
from kiosk.page import Page


class NeedPage(Page):
    """Signals: chosen: Need. Each counts."""

    chosen = Signal(object)

    def __init__(self, look: Look, needs: Sequence[Need]) -> None:
        super().__init__(look, look.say(words.NEED_TITLE))
        self._needs = tuple(needs)
        column = QVBoxLayout(self.body)
        column.setSpacing(look.px(20))
        self.tiles = [ChoiceTile(look, need.icon, look.say(need.sentence)) for need in needs]
        for tile in self.tiles:
            tile.setMaximumHeight(look.px(260))
            tile.clicked.connect(self._chosen)
            column.addWidget(tile)
        column.addStretch(1)

    def sentences(self) -> list[str]:
        return [*super().sentences(), *(tile.text() for tile in self.tiles)]

    @Slot()
    def _chosen(self) -> None:
        tile = self.sender()
        if isinstance(tile, ChoiceTile):
            self.chosen.emit(self._needs[self.tiles.index(tile)])
