"""A question over a dimmed window: one thing to answer, and nothing behind it can be touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from ui.theme import Theme, tokens
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel
from ui.widgets.painting import Look, paint_box
from ui.widgets.themed import ThemedWidget, restyle

_WIDTHS = {"kiosk": 900, "staff": 520, "display": 1100}


class Dialog(ThemedWidget):
    """Lies over its window; Esc answers "" and Enter presses the safe button, which has the focus.

    Signals:
        answered(str): the name of the button, "" when it was closed; once, then the dialog is gone.
    """

    answered = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str = "") -> None:
        super().__init__(theme, window)
        self._buttons: dict[str, BigButton] = {}
        self._safe: BigButton | None = None
        self._over = False
        self.card = _Card(theme, self)
        self._title = FittingLabel(theme, title, _title_role(theme))
        self._text = FittingLabel(theme, text, "body", color="second_text")
        self._text.setVisible(bool(text))
        self._row = QHBoxLayout()
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title}. {text}" if text else title)
        self._before: QWidget | None = window.focusWidget()
        window.installEventFilter(self)
        self.hide()

    def add_body(self, body: QWidget) -> None:
        """Put a widget between the words and the buttons: reasons to choose, a field to fill."""
        self._body.addWidget(body)

    def add_button(
        self, name: str, text: str, icon: str = "", *, kind: ButtonKind, safe: bool = False
    ) -> BigButton:
        """Add an answer in reading order; exactly one should be safe: it changes nothing."""
        button = BigButton(self.theme, text, icon, kind=kind)
        button.setObjectName(name)
        button.clicked.connect(self._press)
        self._buttons[name] = button
        self._row.addWidget(button, stretch=1)
        if safe:
            self._safe = button
        return button

    def button(self, name: str) -> BigButton:
        return self._buttons[name]

    def open(self) -> None:
        """Show it over the whole window, the safe button focused."""
        self._cover()
        self.raise_()
        self.show()
        (self._safe or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_with(self, name: str) -> None:
        """Answer as if that button were pressed; "" closes without an answer."""
        if self._over:
            return
        self._over = True
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        if self._before is not None and Shiboken.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.answered.emit(name)
        self.deleteLater()

    def set_title(self, title: str) -> None:
        self._title.set_text(title)

    def set_text(self, text: str) -> None:
        """Say something else below the title, e.g. the seconds that are left."""
        self._text.set_text(text)
        self._text.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        restyle(self, theme)

    def event(self, event: QEvent) -> bool:
        """Keep the window's shortcuts from being pressed behind the question."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_with("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._safe is not None:
            self._safe.click()
        else:
            event.accept()  # nothing behind the dialog hears a key

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's own
        """Walk round inside the dialog and never out of it."""
        stops = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible()
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not stops:
            return True
        here = self.focusWidget()
        at = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def paint(self, painter: QPainter) -> None:
        scrim = tokens()["elevation"]["scrim"]
        color = QColor(scrim["color"])
        color.setAlphaF(scrim["alpha"])
        painter.fillRect(self.rect(), color)

    def _build(self) -> None:
        theme = self.theme
        width = theme.scaled(_WIDTHS.get(theme.surface, 520))
        self.card.setFixedWidth(width + 2 * self.card.shadow)
        inside = QVBoxLayout(self.card)
        pad = theme.space(-2) + self.card.shadow
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.setSpacing(theme.space(3))
        inside.addWidget(self._title)
        inside.addWidget(self._text)
        self._body = QVBoxLayout()
        inside.addLayout(self._body)
        self._row.setSpacing(theme.space(2))
        inside.addLayout(self._row)
        # A row of its own: an alignment would make the card forget its height for its width.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self.card)
        middle.addStretch()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addStretch()
        outside.addLayout(middle)
        outside.addStretch()

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())

    @Slot()
    def _press(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.close_with(pressed.objectName())


class _Card(ThemedWidget):
    """The dialog's card, the only thing in Dawr that casts a shadow."""

    @property
    def shadow(self) -> int:
        """How far the shadow reaches; the widget is so much larger than the card it paints."""
        lift = tokens()["elevation"]["1"]
        return self.theme.scaled(lift["blur"] + lift["offset_y"])

    def paint(self, painter: QPainter) -> None:
        theme, reach = self.theme, self.shadow
        box = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        radius = theme.radius("card" if theme.surface == "kiosk" else "panel")
        if not theme.high_contrast:
            _paint_shadow(painter, box, radius, reach)
        width = theme.stroke("kiosk_touch") if theme.high_contrast else theme.stroke("hairline")
        look = Look(theme.color("card"), theme.color("hairline"), width, theme.color("text"))
        paint_box(painter, box, radius, look)


def _paint_shadow(painter: QPainter, box: QRectF, radius: float, reach: int) -> None:
    """A soft edge from ever fainter boxes, once a painting; no graphics effect, which is slow."""
    lift = tokens()["elevation"]["1"]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    color = QColor(lift["color"])
    soft = reach - lift["offset_y"]
    color.setAlphaF(lift["alpha"] / soft * 2)
    painter.setBrush(color)
    below = box.translated(0, lift["offset_y"])
    for step in range(0, soft, 2):
        grown = below.adjusted(-step, -step, step, step)
        painter.drawRoundedRect(grown, radius + step, radius + step)
    painter.restore()


def _title_role(theme: Theme) -> str:
    return {"kiosk": "title", "staff": "page_title"}.get(theme.surface, "label")
