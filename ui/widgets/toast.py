"""A short word at a window's foot or in a given place: what was done, and a way to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.theme import Theme, motion_ms
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.painting import Look, paint_box
from ui.widgets.themed import ThemedWidget
from ui.words import CLOSE, UNDO, word

_WIDEST = 640
_LOW_BUTTON = 96


class Toast(ThemedWidget):
    """One message at a time, the newest. Words of success go after 6 s, errors stay until closed.

    Signals:
        undo_asked(): the person wants the thing just said taken back; each counts.
    """

    undo_asked = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, *, at: Callable[[], QRect] | None = None
    ) -> None:
        """`at` tells its place in a window whose foot has buttons; its words fit into it."""
        super().__init__(theme.on_dark(), window)
        self._at = at
        self._icon = _Sign(self.theme)
        lines, smaller = (0, ()) if at is None else (3, ("small",))
        self._words = FittingLabel(
            self.theme, "", "body", color="text", max_lines=lines, smaller=smaller
        )
        role = "" if at is None else "body"
        self._button = BigButton(self.theme, "", kind=ButtonKind.SECOND, role=role)
        self._button.clicked.connect(self._press)
        self._offers_undo = False
        self._is_error = False
        self._end = QTimer(self, interval=motion_ms("toast"), singleShot=True)
        self._end.timeout.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        pad = self.theme.space(3)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        if at is not None:
            row.setContentsMargins(pad, 0, pad // 2, 0)
            self._button.setMaximumHeight(self.theme.scaled(_LOW_BUTTON))
        row.setSpacing(self.theme.space(3))
        row.addWidget(self._icon)
        row.addWidget(self._words, stretch=1)
        row.addWidget(self._button)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str, icon: str = "check", *, undo: bool = False) -> None:
        """Say that something was done; `undo` offers to take it back."""
        self._show(words, icon, undo=undo, error=False)
        self._end.start()

    def say_error(self, words: str) -> None:
        """Say what went wrong and what to do; it stays until it is closed."""
        self._end.stop()
        self._show(words, "warning", undo=False, error=True)

    def words(self) -> str:
        """What it says now; empty while nothing is shown."""
        return "" if self.isHidden() else self._words.text()

    @property
    def is_error(self) -> bool:
        return self._is_error and not self.isHidden()

    def set_theme(self, theme: Theme) -> None:
        dark = theme.on_dark()
        super().set_theme(dark)
        self._icon.set_theme(dark)
        self._words.set_theme(dark)
        self._button.set_theme(dark)
        self._name_button()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end.stop()

    def paint(self, painter: QPainter) -> None:
        color = self.theme.color
        width = self.theme.stroke("staff") if self.theme.high_contrast else 0.0
        look = Look(color("bar"), color("outline"), width, color("text"))
        radius = self.theme.radius("panel" if self.theme.surface == "staff" else "card")
        paint_box(painter, QRectF(self.rect()), radius, look)

    def _show(self, words: str, icon: str, *, undo: bool, error: bool) -> None:
        self._offers_undo, self._is_error = undo, error
        self._icon.set_icon(icon)
        self._words.set_text(words)
        self._name_button()
        self._button.setVisible(undo or error)
        self.setAccessibleName(words)
        self._place()
        self.raise_()
        self.show()

    def _name_button(self) -> None:
        text, icon = (UNDO, "undo") if self._offers_undo else (CLOSE, "close")
        self._button.set_icon(icon)
        self._button.set_text(word(self.theme.language, text))

    def _place(self) -> None:
        """At the foot of the window, in the middle, as wide as its words need; or in its place."""
        window = self.parentWidget()
        if window is None:
            return
        if self._at is not None:
            self.setGeometry(self._at())
            return
        margin = self.theme.space(-1)
        widest = min(self.theme.scaled(_WIDEST), window.width() - 2 * margin)
        width = min(widest, self.sizeHint().width())
        height = max(self._row.heightForWidth(width), self.minimumSizeHint().height())
        left = (window.width() - width) // 2
        self.setGeometry(left, window.height() - height - margin, width, height)

    @Slot()
    def _press(self) -> None:
        self._end.stop()
        undo = self._offers_undo
        self.hide()
        if undo:
            self.undo_asked.emit()


class _Sign(ThemedWidget):
    """The toast's icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._icon = "check"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.theme.px("body") * 1.4)
        return QSize(side, side)

    def paint(self, painter: QPainter) -> None:
        color = self.theme.color("text")
        paint_icon(painter, self._icon, QRectF(self.rect()), color, mirrored=self.runs_rtl)
