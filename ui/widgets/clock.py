"""The time of the site on a title bar; it never mirrors."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import Digits, in_digits
from ui.text import TextSpot, cap_height, draw_number, number_width
from ui.theme import Theme
from ui.widgets.themed import ThemedWidget

_LOOK_MS = 1000
_ROLES = {"kiosk": "fact", "staff": "list_number", "display": "clock"}


class Clock(ThemedWidget):
    """Hours and minutes of 24.

    Args:
        now: Gives the time to show, already in the site's time zone.
    """

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], dt.datetime],
        parent: QWidget | None = None,
        *,
        role: str = "",
        color: str = "text",
        digits: Digits = Digits.WESTERN,
    ) -> None:
        super().__init__(theme, parent)
        self._now, self._role, self._color, self._digits = now, role, color, digits
        self._time = self._read()
        # Looked at every second: after a sleep of the machine or a change of its clock
        # a timer to the next minute would be wrong.
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._time)

    def time(self) -> str:
        """What it shows."""
        return self._time

    def set_now(self, now: Callable[[], dt.datetime]) -> None:
        """Read the time elsewhere, e.g. once the site's time zone is known."""
        self._now = now
        self.look()

    @Slot()
    def look(self) -> None:
        """Read the time again and show it if it is another."""
        time = self._read()
        if time != self._time:
            self._time = time
            self.setAccessibleName(time)
            self.changed()

    def sizeHint(self) -> QSize:
        font = self._font()
        return QSize(math.ceil(number_width(self._time, font)), math.ceil(cap_height(font) * 1.2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def text_rects(self) -> list[TextSpot]:
        font, rect = self._font(), QRectF(self.rect())
        ink = QRectF(0, 0, number_width(self._time, font), cap_height(font))
        ink.moveCenter(rect.center())
        return [TextSpot(self._time, ink)]

    def paint(self, painter: QPainter) -> None:
        color = self.theme.color(self._color)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_number(painter, self._time, self._font(), QRectF(self.rect()), color, centre)

    def _font(self) -> QFont:
        return self.theme.number_font(self._role or _ROLES.get(self.theme.surface, "body"))

    def _read(self) -> str:
        return in_digits(f"{self._now():%H:%M}", self._digits)
