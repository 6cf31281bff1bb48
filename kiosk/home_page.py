"""The first screen: a welcome in every language, and one door a language."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk import words
from kiosk.fitting import Setting, Side, fit
from kiosk.look import REACH, Look
from kiosk.picture import Picture
from kiosk.sentence import Sentence
from kiosk.top_bar import HEIGHT, LOW_HEIGHT
from ui.icons import paint_icon
from ui.languages import endonym, letter
from ui.shapes import arch_path
from ui.text import TextSpot
from ui.widgets.painting import Look as Box
from ui.widgets.painting import paint_shape
from ui.widgets.themed import ThemedButton

ONE_ROW = 3
FLOOR_PX = 6
TALLEST_LINE = 1.5
"""Of a size; that of Thai."""
COLORS = ("second_action", "number", "second_text")


class Door(ThemedButton):
    """The way into one language: its letter, its own name for itself, and an arrow."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.theme.on_dark())
        self._look = look
        self.language = look.language
        self.setLayoutDirection(look.direction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{endonym(look.language)}, {look.say(words.START)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(500))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(260))

    def focus_radius(self) -> float:
        return float(self._look.px(28))

    def text_rects(self) -> list[TextSpot]:
        return self._words().spots()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        light = self._look.theme.on_light()
        down = self.isDown()
        fill = light.color("soft" if down else "ground")
        stroke = light.stroke("kiosk_touch") if self._look.contrast else 0.0
        half = stroke / 2
        door = QRectF(self.rect()).adjusted(half, half, -half, 0)
        paint_shape(
            painter,
            arch_path(door, on_edge=True),
            Box(fill, light.color("outline"), stroke, light.color("text")),
        )
        self._words().draw(painter)
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        light = self._look.theme.on_light()
        size = min(self._look.px(128), self.height() * 0.17)
        circle = QRectF(0, 0, size, size)
        circle.moveCenter(QPointF(self.width() / 2, self.height() - self._foot() - size / 2))
        if self.isDown():
            circle.translate(0, self._look.px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light.color("action_pressed" if self.isDown() else "action"))
        painter.drawEllipse(circle)
        sign = QRectF(0, 0, size * 0.42, size * 0.42)
        sign.moveCenter(circle.center())
        paint_icon(painter, "forward", sign, light.color("on_action"), mirrored=self._look.rtl)

    def _foot(self) -> float:
        return min(self._look.px(44), self.height() * 0.045)

    def _words(self) -> Picture:
        """Letter, name and invitation in the room between the arch and the arrow."""
        look, light, width = self._look, self._look.theme.on_light(), float(self.width())
        height = float(self.height())
        arrow = min(look.px(128), height * 0.17) + self._foot()
        room = QRectF(look.px(14), 0, width - look.px(28), height - arrow - look.px(16))
        top = min(width * 0.38, height * 0.2)
        mid = Side.MIDDLE
        free, inner = room.height() - top, room.width() - look.px(20)
        name_px = round(min(look.theme.px("title"), free * 0.2))
        name = fit(look, endonym(look.language), Setting(name_px, True, 1, 0.5, mid), inner)
        call_px = look.theme.px("body")
        call = fit(look, look.say(words.START), Setting(call_px, False, 1, 0.6, mid), inner)
        # every door has the same rows, whatever the height of its script's lines
        rows = [0.0, name_px * TALLEST_LINE, call_px * TALLEST_LINE]
        rows[0] = min(look.px(250) * TALLEST_LINE, (free - rows[1] - rows[2]) * 0.92)
        big_px = round(rows[0] / TALLEST_LINE)
        big = fit(look, letter(look.language), Setting(big_px, True, 1, 0.5, mid), room.width())
        y = top + max(0.0, (free - sum(rows)) * 0.5)
        picture = Picture(look, width)
        for block, row, color in zip((big, name, call), rows, COLORS, strict=True):
            picture.text(block, QRectF(room.left(), y, room.width(), row), light.color(color))
            y += row
        return picture


class HomePage(QWidget):
    """Greets everybody at once; the first language's greeting is the large one.

    Signals:
        chosen: str, the language's code. Each counts.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.look = look
        self.setLayoutDirection(look.direction)
        px = look.px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.greetings = self._greetings(languages)
        outer.addWidget(self._welcome())
        self.doors = [Door(look.speaking(language)) for language in languages]
        grid = QGridLayout()
        grid.setContentsMargins(px(48), 0, px(48), 0)
        grid.setSpacing(px(30))
        columns = len(self.doors) if len(self.doors) <= ONE_ROW else (len(self.doors) + 1) // 2
        for index, door in enumerate(self.doors):
            grid.addWidget(door, index // columns, index % columns)
            door.clicked.connect(self._chosen)
        outer.addLayout(grid, 1)
        outer.addWidget(_Floor(look))

    def sentences(self) -> list[str]:
        return [each.text() for each in self.greetings]

    def _greetings(self, languages: tuple[str, ...]) -> list[Sentence]:
        mid = Side.MIDDLE
        ordered = sorted(languages, key=lambda each: each != self.look.language)
        size = self.look.theme.px("welcome")
        lines = []
        for index, language in enumerate(ordered):
            look = self.look.speaking(language)
            first = index == 0
            setting = Setting(size if first else round(size * 0.66), first, 1, 0.5, mid)
            color = "text" if first else "second_text"
            lines.append(Sentence(look, look.say(words.WELCOME), setting, color, dark=True))
        return lines

    def _welcome(self) -> QWidget:
        look, px = self.look, self.look.px
        box = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(px(48), px(8), px(48), px(28 if not look.portrait else 100))
        layout.setSpacing(px(4))
        if look.lower:
            bar = HEIGHT if look.portrait else LOW_HEIGHT
            box.setFixedHeight(round(look.size.height() * REACH) - px(bar))
            layout.setContentsMargins(px(48), 0, px(48), px(20))
            layout.addStretch(1)
        for line in self.greetings:
            layout.addWidget(line)
        if look.lower:
            layout.addStretch(1)
        return box

    @Slot()
    def _chosen(self) -> None:
        door = self.sender()
        if isinstance(door, Door):
            self.chosen.emit(door.language)


class _Floor(QWidget):
    """The line the doors stand on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        foot = 100 if look.portrait and not look.lower else 24
        self.setFixedHeight(look.px(foot))

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QRectF(0, 0, self.width(), self._look.px(FLOOR_PX))
        QPainter(self).fillRect(line, self._look.theme.on_dark().color("lagoon600"))
