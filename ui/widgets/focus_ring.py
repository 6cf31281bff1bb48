"""The ring around what has the keyboard's focus; it lies over the window and takes no clicks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.EnabledChange,
    }
)
_BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class FocusRing(QWidget):
    """One a window, made when its first part gets the focus; follows that part wherever it moves.

    At the kiosk only keys show it: a finger says itself where it is. At the desk it always shows.
    """

    @staticmethod
    def follow(target: QWidget, theme: Theme, radius: float, reason: Qt.FocusReason) -> None:
        """Put the ring of the target's window around the target, until it loses the focus."""
        window = target.window()
        ring = window.findChild(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if ring is None:
            ring = FocusRing(window)
        ring.surround(target, theme, radius, visible=_shows(theme, reason))

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self._theme = Theme("staff")
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What the ring is around; None when it is hidden."""
        return self._target

    def surround(self, target: QWidget, theme: Theme, radius: float, *, visible: bool) -> None:
        self.let_go()
        if not visible:
            return
        self._target, self._theme, self._radius = target, theme, radius
        self._watch(target)
        self._place()

    def let_go(self) -> None:
        """Hide, and follow nothing."""
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = []
        self._target = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() in {
            QEvent.Type.FocusOut,
            QEvent.Type.Destroy,
            QEvent.Type.DeferredDelete,
        }:
            self.let_go()
        elif event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = self._width()
            painter.setPen(QPen(self._theme.color("focus"), width))
            half = width / 2
            inside = QRectF(self.rect()).adjusted(half, half, -half, -half)
            radius = self._radius + self._gap() + half
            painter.drawRoundedRect(inside, radius, radius)

    def _watch(self, target: QWidget) -> None:
        each: QWidget | None = target
        while each is not None and each is not self.parentWidget():
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not target.isVisibleTo(window):
            self.hide()
            return
        corner = target.mapTo(window, QPoint(0, 0))
        reach = round(self._width() + self._gap())
        around = QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(around)
        self.raise_()
        self.show()
        self.update()

    def _width(self) -> float:
        return self._theme.stroke("focus_staff" if self._is_desk() else "focus_kiosk")

    def _gap(self) -> float:
        return self._theme.stroke("focus_gap_kiosk") / (2 if self._is_desk() else 1)

    def _is_desk(self) -> bool:
        return self._theme.surface == "staff"


def _shows(theme: Theme, reason: Qt.FocusReason) -> bool:
    return theme.surface == "staff" or reason in _BY_KEY
