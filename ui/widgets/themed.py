"""What all widgets share: they paint from a theme and can say where their text is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing


@runtime_checkable
class Themed(Protocol):
    """A widget that can be given another look."""

    def set_theme(self, theme: Theme) -> None: ...


def restyle(root: QWidget, theme: Theme) -> None:
    """Give every themed widget below root another look.

    A part on a ground of its own (a dark bar on a light window) stays on it.
    """
    for child in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isinstance(child, ThemedWidget | ThemedButton):
            ground = child.theme.dark
            child.set_theme(
                theme if ground is None else theme.on_dark() if ground else theme.on_light()
            )
        restyle(child, theme)


class ThemedWidget(QWidget):
    """Paints from its theme and shows what it was last told, nothing else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Take another look: language, contrast, size of text or ground."""
        self._theme = theme
        self.changed()

    @property
    def runs_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def changed(self) -> None:
        """Something shown is another one now: measure and paint again."""
        self.updateGeometry()
        self.update()

    def text_rects(self) -> list[TextSpot]:
        """Each text painted here, for the check that none is clipped."""
        return []

    def paint(self, painter: QPainter) -> None:
        """Paint the widget; the painter is ended also when this fails, else Qt would crash."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)


class ThemedButton(QAbstractButton):
    """A button that paints from its theme and shows the focus ring when it has the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Take another look: language, contrast, size of text or ground."""
        self._theme = theme
        self.changed()

    @property
    def runs_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def changed(self) -> None:
        """Something shown is another one now: measure and paint again."""
        self.updateGeometry()
        self.update()

    def text_rects(self) -> list[TextSpot]:
        """Each text painted here, for the check that none is clipped."""
        return []

    def paint(self, painter: QPainter) -> None:
        """Paint the widget; the painter is ended also when this fails, else Qt would crash."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter)

    def focus_radius(self) -> float:
        """The radius of the corners that the focus ring goes around."""
        return 0.0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        FocusRing.follow(self, self._theme, self.focus_radius(), event.reason())
