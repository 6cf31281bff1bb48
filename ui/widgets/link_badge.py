"""Whether this window hears the server, at the end of its title bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.feed import Link
from ui.languages import isolate
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.pill import PillFace, paint_pill, pill_size, pill_spot
from ui.widgets.themed import ThemedWidget
from ui.words import LINK_CONNECTING, LINK_LIVE, LINK_LOST, LINK_NEVER, word


class LinkBadge(ThemedWidget):
    """Live, connecting, or lost since a time. At the kiosk it is there only while the link is lost.

    A badge stays on its own light ground also in a dark title bar.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._link = Link.CONNECTING
        self._since = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def link(self) -> Link:
        return self._link

    @Slot(object)
    def show_link(self, link: Link) -> None:
        """Show the link's state; for a lost one `set_since` says since when."""
        self._link = link
        self._tell()

    def set_since(self, time: str) -> None:
        """The time at which the link was lost, as text in the site's digits."""
        self._since = time
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._tell()

    def words(self) -> str:
        """What the badge says now."""
        return self._face().words

    def sizeHint(self) -> QSize:
        return pill_size(self.theme, self._face()).toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def text_rects(self) -> list[TextSpot]:
        rect = QRectF(self.rect())
        return [pill_spot(rect, self.theme, self._face(), rtl=self.runs_rtl)]

    def paint(self, painter: QPainter) -> None:
        light = self.theme.on_light()
        paint_pill(painter, QRectF(self.rect()), light, self._face(), rtl=self.runs_rtl)

    def _tell(self) -> None:
        self.setAccessibleName(self.words())
        if self.theme.surface == "kiosk":
            self.setVisible(self._link is Link.STALE)
        self.changed()

    def _face(self) -> PillFace:
        language = self.theme.language
        if self._link is Link.LIVE:
            return PillFace("link-live", word(language, LINK_LIVE), "soft", "second_action")
        if self._link is Link.CONNECTING:
            connecting = word(language, LINK_CONNECTING)
            return PillFace("clock", connecting, "off", "second_text", "outline_off", dashed=True)
        lost = word(language, LINK_LOST if self._since else LINK_NEVER)
        words = lost.replace("{time}", isolate(self._since, left_to_right=True))
        return PillFace(
            "link-lost", words, "attention_soft", "on_attention_soft", "on_attention_soft"
        )
