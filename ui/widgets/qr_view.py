"""A QR code in whole pixels a module, with its quiet zone, black on white in every look."""

from __future__ import annotations

import functools

import segno
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.themed import ThemedWidget

QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


@functools.lru_cache(maxsize=64)
def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The code's rows, dark is True, without a quiet zone; error correction M or better."""
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def paint_qr(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """Paint the code with its quiet zone as large as whole pixels a module allow, mid of rect."""
    modules = qr_modules(text)
    side = len(modules) + 2 * QUIET_ZONE
    pixel = max(1, int(min(rect.width(), rect.height()) // side))
    left = round(rect.center().x() - side * pixel / 2)
    top = round(rect.center().y() - side * pixel / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(left, top, side * pixel, side * pixel, theme.color("paper"))
    dark = theme.color("on_paper")
    for row, line in enumerate(modules, start=QUIET_ZONE):
        for column, module in enumerate(line, start=QUIET_ZONE):
            if module:
                painter.fillRect(left + column * pixel, top + row * pixel, pixel, pixel, dark)
    painter.restore()


class QrView(ThemedWidget):
    """Shows a text as a QR code; it never mirrors. `side` is the code without its quiet zone."""

    def __init__(
        self, theme: Theme, text: str = "", parent: QWidget | None = None, *, side: int = 203
    ) -> None:
        super().__init__(theme, parent)
        self._text, self._side = text, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.changed()

    def sizeHint(self) -> QSize:
        """Whole pixels a module: the code is the largest that is not larger than asked."""
        modules = len(qr_modules(self._text)) if self._text else 29
        pixel = max(1, self.theme.scaled(self._side) // modules)
        side = (modules + 2 * QUIET_ZONE) * pixel
        return QSize(side, side)

    def paint(self, painter: QPainter) -> None:
        if self._text:
            paint_qr(painter, QRectF(self.rect()), self._text, self.theme)
