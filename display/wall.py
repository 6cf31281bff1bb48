"""The wall as a picture: where each part stands, at the design's size or scaled to the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from display.banner import BannerView
from display.bar import BarView
from display.clinics import ClinicsView
from display.history import HistoryView
from display.notice import NoticeView
from display.ticker import TickerView
from display.wallview import WallView
from display.words import Tongues
from ui.languages import direction
from ui.theme import Theme

WIDTH, HEIGHT = 1920, 1080
_SIDE, _EDGE, _GAP = 32, 24, 18


@dataclass(frozen=True, slots=True)
class Heights:
    """Design heights of the parts; 0 is not shown. Their sum with gaps and edges is HEIGHT."""

    bar: int = 80
    notice: int = 0
    banner: int = 468
    history: int = 190
    clinics: int = 162
    ticker: int = 60


LIVE_HEIGHTS = Heights()
STALE_HEIGHTS = Heights(notice=112, banner=400, history=164, clinics=204, ticker=0)
_STRETCHING = ("banner", "history", "clinics")
"""What grows where the screen is higher than 16:9, each up to MOST_GROWTH; the rest stays empty."""
MOST_GROWTH = 1.5


class Wall(QWidget):
    """Holds the views of the wall, one below the other."""

    def __init__(self, tongues: Tongues, *, motion: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tongues = tongues
        self._heights = LIVE_HEIGHTS
        self._theme = Theme("display", tongues.first)
        self.bar = BarView(self._theme, tongues, self)
        self.notice = NoticeView(self._theme, tongues, self)
        self.banner = BannerView(self._theme, tongues, motion=motion, parent=self)
        self.history = HistoryView(self._theme, tongues, motion=motion, parent=self)
        self.clinics = ClinicsView(self._theme, tongues, self)
        self.ticker = TickerView(self._theme, tongues, self)
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addStretch(1)
        for part in self.parts().values():
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._arrange()

    @property
    def tongues(self) -> Tongues:
        return self._tongues

    def parts(self) -> dict[str, WallView]:
        """The views by their names in Heights, from top to bottom."""
        return {
            "bar": self.bar,
            "notice": self.notice,
            "banner": self.banner,
            "history": self.history,
            "clinics": self.clinics,
            "ticker": self.ticker,
        }

    @Slot(object)
    def speak(self, tongues: Tongues) -> None:
        """Take the site's languages; the first decides where lines begin."""
        if tongues != self._tongues:
            self._tongues = tongues
            self._arrange()

    def make_room(self, *, stale: bool, calls: bool, clinics: bool) -> None:
        """Make room for the notice of a lost link; a view with nothing to show gives up its own."""
        heights = STALE_HEIGHTS if stale else LIVE_HEIGHTS
        if not calls:
            heights = replace(heights, history=0)
        if not clinics:
            heights = replace(heights, clinics=0)
        if heights != self._heights:
            self._heights = heights
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("ground"))

    def _arrange(self) -> None:
        """Scale the design to the screen; the rest of a higher screen goes to the larger parts."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        self._theme = Theme("display", self._tongues.first, scale=max(scale, 0.05))
        scaled = self._theme.scaled
        self.setLayoutDirection(direction(self._tongues.first))
        self._column.setContentsMargins(scaled(_SIDE), scaled(_EDGE), scaled(_SIDE), scaled(_EDGE))
        self._column.setSpacing(scaled(_GAP))
        for index, (name, part) in enumerate(self.parts().items(), start=1):
            height: int = getattr(self._heights, name)
            part.setVisible(height > 0)
            part.speak(self._theme, self._tongues)
            if name in _STRETCHING:
                part.setMinimumHeight(scaled(height))
                part.setMaximumHeight(scaled(self._most(name) * MOST_GROWTH))
                self._column.setStretch(index, height)
            else:
                part.setFixedHeight(scaled(height))

    def _most(self, name: str) -> int:
        """A part's height when it has grown no further; the banner has that of hidden ones too."""
        height: int = getattr(self._heights, name)
        if name != "banner":
            return height
        usual = STALE_HEIGHTS if self._heights.notice else LIVE_HEIGHTS
        for each in _STRETCHING:
            if getattr(self._heights, each) == 0:
                height += getattr(usual, each) + _GAP
        return height
