"""Every look a widget can be given, and its pixels."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from domain.names import LANGUAGES
from ui.theme import Theme


def looks(*surfaces: str) -> list[Theme]:
    """The usual look, high contrast and larger text in each language on each surface."""
    return [
        theme
        for surface in surfaces
        for language in LANGUAGES
        for theme in (
            Theme(surface, language),
            Theme(surface, language, high_contrast=True),
            Theme(surface, language, larger_text=True),
        )
    ]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def share(widget: QWidget, color: QColor) -> float:
    """The part of the widget that has exactly this colour."""
    image = picture(widget)
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y) == color for x, y in points) / len(points)


def columns(widget: QWidget, color: QColor) -> list[int]:
    """The columns in which this colour stands, from the left."""
    image = picture(widget)
    rows = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) == color for y in rows)]
