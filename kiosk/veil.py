"""Lies over a new screen for a moment: the old one fades, the second of a double tap is lost."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import motion_ms

SLIDE_PX = 12


class Veil(QWidget):
    """Touches meet it and not the new screen, for `settle_ms`."""

    def __init__(self, window: QWidget, settle_ms: int) -> None:
        super().__init__(window)
        self._settle_ms = settle_ms
        self._old = QPixmap()
        self._gone = 1.0
        self._towards = 1
        self._lift = QTimer(self, singleShot=True)
        self._lift.timeout.connect(self._lifted)
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._fade.setDuration(motion_ms("screen"))
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._faded)
        self.hide()

    def cover(self, old: QPixmap | None, *, rtl: bool) -> None:
        """Begin over what is below now; `old` is the screen before, None without motion."""
        window = self.parentWidget()
        fades = old is not None
        settle = max(self._settle_ms, motion_ms("screen") if fades and self._settle_ms else 0)
        if window is None or settle <= 0:
            return
        self._old = old or QPixmap()
        self._gone, self._towards = 0.0, 1 if rtl else -1
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self._lift.start(settle)
        if fades:
            self._fade.start()

    def stop(self) -> None:
        self._fade.stop()
        self._lift.stop()
        self._lifted()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._old.isNull() or self._gone >= 1.0:
            return
        painter = QPainter(self)
        painter.setOpacity(1.0 - self._gone)
        painter.drawPixmap(round(self._towards * SLIDE_PX * self._gone), 0, self._old)

    @Slot(object)
    def _faded(self, gone: float) -> None:
        self._gone = float(gone)
        self.update()

    @Slot()
    def _lifted(self) -> None:
        self._old = QPixmap()
        self.hide()
