"""Does the patient need priority? The answer draws the number."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from domain.states import Priority
from kiosk import words
from kiosk.choice_tile import ChoiceTile
from kiosk.look import Look
from kiosk.page import Page

CHOICES = (
    (Priority.ELDERLY, "elderly", words.ELDERLY),
    (Priority.PREGNANT, "pregnant", words.PREGNANT),
    (Priority.DISABILITY, "wheelchair", words.DISABILITY),
    (Priority.NONE, "forward", words.NO_PRIORITY),
)


class PriorityPage(Page):
    """Three reasons and "No, thank you".

    Signals:
        chosen: Priority. Each counts; the page is disabled from the first on.
    """

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.say(words.PRIORITY_TITLE))
        self.tiles: dict[Priority, ChoiceTile] = {}
        column: QBoxLayout = QVBoxLayout(self.body)
        column.setSpacing(look.px(14 if look.lower else 20))
        for priority, icon, sentence in CHOICES:
            plain = priority is Priority.NONE
            tile = ChoiceTile(
                look, "user" if plain else icon, look.say(sentence), "icon" if plain else "priority"
            )
            tile.setMaximumHeight(look.px(230))
            tile.clicked.connect(self._chosen)
            self.tiles[priority] = tile
            column.addWidget(tile, 1)
        column.addStretch(0)

    def sentences(self) -> list[str]:
        return [*super().sentences(), *(tile.text() for tile in self.tiles.values())]

    @Slot()
    def _chosen(self) -> None:
        touched = self.sender()
        for priority, tile in self.tiles.items():
            if tile is touched:
                self.body.setEnabled(False)
                self.chosen.emit(priority)
                return
