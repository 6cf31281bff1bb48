"""One sentence above the list when what it shows may be old, and the way to read it anew."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from domain.errors import Busy
from domain.feed import Link
from staff.look import Look
from staff.panel import Panel
from staff.refusals import sentence_of
from staff.scene import Scene
from staff.words import translate
from ui.icons import paint_icon
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.themed import ThemedWidget


class ListNotice(Panel):
    """Clay, with an icon; gone while all is well.

    Signals:
        read_asked(): the person wants the list read again.
    """

    read_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent, fill="attention_soft", radius="button")
        self._look = look
        self.words = FittingLabel(
            look.theme, "", "small", color="on_attention_soft", bold=True, max_lines=3
        )
        self.again = BigButton(
            look.theme, translate("Staff", "Read again"), kind=ButtonKind.PLAIN, role="small"
        )
        self.again.clicked.connect(self.read_asked)
        self.again.setFixedHeight(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(look.theme.space(2))
        row.addWidget(_Sign(look))
        row.addWidget(self.words, 1)
        row.addWidget(self.again)

    def show_scene(self, scene: Scene) -> None:
        text = self._sentence(scene)
        self.setVisible(bool(text))
        self.words.set_text(text)

    def _sentence(self, scene: Scene) -> str:
        wording, known = self._look.wording, scene.desk_list
        if scene.trouble is not None:
            if known is None or not isinstance(scene.trouble, Busy):
                return sentence_of(scene.trouble, "", wording)
            return translate(
                "Staff", "The database does not answer. This list is of {time}; we keep trying."
            ).format(time=wording.time(known.read_at))
        if scene.link is Link.STALE and known is not None:
            return translate(
                "Staff", "No news from the server. This list is of {time}; read it again."
            ).format(time=wording.time(known.read_at))
        return ""


class _Sign(ThemedWidget):
    """The broken chain before the sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self.theme.color("on_attention_soft")
        paint_icon(painter, "link-lost", QRectF(self.rect()), color)
