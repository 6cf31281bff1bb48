"""The sign that a call is new: light that comes and goes, or an outline where motion is off."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal, Slot

from ui.theme import motion_ms, tokens


class Pulse(QObject):
    """Six slow pulses of one second, one change of light up and down in each; then quiet.

    Source: WCAG 2.3.1 allows three flashes a second; the design allows one.

    Signals:
        changed(): `level` or `is_outlined` is another one now.
    """

    changed = Signal()

    def __init__(self, *, motion: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._motion = motion
        self._count: int = tokens()["motion"]["call_pulses"]
        self._light = QVariantAnimation(self)
        self._light.setStartValue(0.0)
        self._light.setKeyValueAt(0.5, 1.0)
        self._light.setEndValue(0.0)
        self._light.setDuration(motion_ms("call_pulse"))
        self._light.setLoopCount(self._count)
        self._light.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._light.valueChanged.connect(self._on_light)
        self._steady = QTimer(self, singleShot=True, interval=self.duration_ms)
        self._steady.timeout.connect(self.changed)
        self.level = 0.0

    @property
    def duration_ms(self) -> int:
        return motion_ms("call_pulse") * self._count

    @property
    def is_outlined(self) -> bool:
        """Whether the outline that stands for the pulse is on."""
        return self._steady.isActive()

    @property
    def is_running(self) -> bool:
        return self.is_outlined or self._light.state() is QVariantAnimation.State.Running

    def start(self) -> None:
        """Begin anew, whatever was going on."""
        self.stop()
        if self._motion:
            self._light.start()
        else:
            self._steady.start()
            self.changed.emit()

    def stop(self) -> None:
        """Be quiet at once."""
        self._light.stop()
        self._steady.stop()
        self.level = 0.0
        self.changed.emit()

    @Slot(object)
    def _on_light(self, level: float) -> None:
        self.level = float(level)
        self.changed.emit()
