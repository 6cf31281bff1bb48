"""The button of all windows: icon, verb and key hint, in each state the design knows."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import paint_icon
from ui.text import TextSpot
from ui.theme import Theme
from ui.widgets.button_layout import Face, Parts, natural_size, place, smallest_size
from ui.widgets.painting import Look, paint_box, paint_hint, paint_three_beads
from ui.widgets.themed import ThemedButton
from ui.words import TRY_AGAIN, word

PRESS_PX = 3
BEAT_MS = 400

_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.KeyPress,
        QEvent.Type.Shortcut,
        QEvent.Type.TouchBegin,
    }
)


class ButtonKind(enum.Enum):
    """What a button is for; it decides the look."""

    FIRST = "first"
    SECOND = "second"
    PLAIN = "plain"
    DANGER = "danger"
    TURN = "turn"


class BigButton(ThemedButton):
    """A verb to press. FIRST is the choice most people want; TURN is Call next and nothing else.

    While `set_waiting` is on it keeps its size and hears no second press. `set_error` shows words
    below it and turns the verb into "Try again"; the next press takes them away. A checkable button
    shows that it is chosen. `stacked` sets the icon above the words.
    """

    def __init__(  # noqa: PLR0913  the parts of the design's anatomy, all but the words optional
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        *,
        kind: ButtonKind = ButtonKind.FIRST,
        role: str = "",
        hint: str = "",
        stacked: bool = False,
        icon_at_end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon, self._kind, self._role, self._hint = icon, kind, role, hint
        self._stacked, self._icon_at_end = stacked, icon_at_end
        self._detail, self._error = "", ""
        self._bold: tuple[str, ...] = ()
        self._waiting = False
        self._phase = 0
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._next_beat)
        self.clicked.connect(self._forget_error)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.set_text(text)

    @property
    def kind(self) -> ButtonKind:
        return self._kind

    @property
    def is_waiting(self) -> bool:
        return self._waiting

    def set_text(self, text: str) -> None:
        self.setText(text)
        self._say_again()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.changed()

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        self.changed()

    def set_detail(self, detail: str, bold: Sequence[str] = ()) -> None:
        """A smaller line below the verb, in which the parts named are bold."""
        self._detail, self._bold = detail, tuple(bold)
        self._say_again()

    def set_waiting(self, waiting: bool) -> None:
        """Wait for the answer of a press: three beads, same width, no second press."""
        self._waiting = waiting
        self._follow_beat()
        self.update()

    def set_error(self, words: str) -> None:
        """What went wrong, in a plain sentence; empty when nothing did."""
        self._error = words
        self._say_again()

    def focus_radius(self) -> float:
        corners = {"kiosk": "rail_button" if self._stacked else "button"}
        if self.theme.surface == "staff":
            return self.theme.radius("call_next" if self._kind is ButtonKind.TURN else "button")
        return self.theme.radius(corners.get(self.theme.surface, "clinic"))

    def event(self, event: QEvent) -> bool:
        if self._waiting and event.type() in _PRESSES:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """A button that can be pressed again may be bold again, and as much wider."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_beat()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def sizeHint(self) -> QSize:
        return natural_size(self._face())

    def minimumSizeHint(self) -> QSize:
        return smallest_size(self._face())

    def text_rects(self) -> list[TextSpot]:
        return self._parts().spots()

    def paint(self, painter: QPainter) -> None:
        look, parts = self._look(), self._parts()
        down = self.theme.scaled(PRESS_PX) if self.isDown() else 0
        paint_box(painter, parts.box.adjusted(0, down, 0, 0), self.focus_radius(), look)
        painter.translate(0, down)
        self._paint_sign(painter, parts, look.ink)
        parts.words.block.draw(painter, parts.words.rect, look.ink)
        if parts.detail is not None:
            parts.detail.block.draw(painter, parts.detail.rect, look.ink)
        if self._hint:
            role = self._face().hint_role
            paint_hint(painter, self.theme, self._hint, role, parts.hint, look.ink)
        if parts.error is not None:
            parts.error.block.draw(painter, parts.error.rect, self.theme.color("danger"))

    def _paint_sign(self, painter: QPainter, parts: Parts, ink: QColor) -> None:
        """The icon, or three beads while waiting; a chosen one has its check beside it."""
        if self._waiting:
            beads = QRectF(0, 0, parts.sign.width() * 1.25, parts.sign.height() * 0.3)
            beads.moveCenter(parts.sign.center())
            paint_three_beads(painter, beads, ink, self._phase, rtl=self.runs_rtl)
            return
        if not self._icon:
            return
        icon = QRectF(parts.sign)
        if self.isChecked() and self._stacked:
            away = QPointF(icon.width() * (-0.6 if self.runs_rtl else 0.6), 0)
            paint_icon(painter, "check", icon.translated(away), ink)
            icon.translate(-away)
        paint_icon(painter, self._icon, icon, ink, mirrored=self.runs_rtl)

    def _look(self) -> Look:
        theme, down = self.theme, self.isDown()
        desk = theme.surface == "staff"
        touch = theme.stroke("staff" if desk else "kiosk_touch")
        if not self.isEnabled():
            return self._box("off", "outline_off", touch, "second_text", dashed=True)
        if self._kind is ButtonKind.TURN:
            return self._box("turn_pressed" if down else "turn", "on_turn", 2, "on_turn")
        if self._kind is ButtonKind.FIRST:
            return self._box("action_pressed" if down else "action", "action", 0, "on_action")
        if down or self.isChecked():
            return self._box("action", "action", 0, "on_action")
        if self._kind is ButtonKind.SECOND and not desk:
            width = theme.stroke("kiosk_second_choice")
            return self._box("card", "second_action", width, "second_action")
        outline = "outline_staff" if desk else "outline"
        if desk and self.underMouse():
            outline = "lagoon600"
        danger = self._kind is ButtonKind.DANGER
        return self._box("card", outline, touch, "danger" if danger else "text")

    def _box(
        self, fill: str, outline: str, width: float, ink: str, *, dashed: bool = False
    ) -> Look:
        color = self.theme.color
        return Look(color(fill), color(outline), width, color(ink), dashed)

    def _face(self) -> Face:
        desk = self.theme.surface == "staff"
        words = word(self.theme.language, TRY_AGAIN) if self._error else self.text()
        return Face(
            theme=self.theme,
            words=words,
            role=self._role or self._usual_role(),
            sign=bool(self._icon) or self._waiting,
            sign_at_end=self._icon_at_end or self._waiting,
            detail=self._detail,
            bold=self._bold,
            hint=self._hint,
            error=self._error,
            stacked=self._stacked,
            at_edge=desk and bool(self._hint or self._detail),
            regular=self.theme.high_contrast and not self.isEnabled(),
        )

    def _usual_role(self) -> str:
        if self.theme.surface == "kiosk":
            return "help_rail" if self._stacked else "button"
        if self.theme.surface == "staff":
            return "call_next" if self._kind is ButtonKind.TURN else "body"
        return "label"

    def _parts(self) -> Parts:
        return place(self._face(), QSizeF(self.size()), rtl=self.runs_rtl)

    def _say_again(self) -> None:
        spoken = (self.text(), self._detail, self._error)
        self.setAccessibleName(". ".join(part for part in spoken if part))
        self.changed()

    def _follow_beat(self) -> None:
        if self._waiting and self.isVisible() and self.theme.motion:
            self._beat.start()
        else:
            self._beat.stop()

    @Slot()
    def _next_beat(self) -> None:
        self._phase = (self._phase + 1) % 3
        self.update()

    @Slot()
    def _forget_error(self) -> None:
        if self._error:
            self.set_error("")
