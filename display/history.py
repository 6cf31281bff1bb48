"""The last calls: three cards with number and room; a new one pushes the others towards the end."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from display.called import Called
from display.door import DoorLook, door_pieces, figure_font, paint_door
from display.pieces import Icon, Number, Placed, mirrored, paint_all
from display.wallview import WallView
from display.words import Tongues
from ui.text import number_width
from ui.theme import Theme, tokens
from ui.widgets.painting import Look, paint_box

SHOWN = 3
_DESIGN_HEIGHT = 190
_ARCH, _ARCH_INSET, _ARCH_TOP = 138, 26, 32
_ICON = 84


class HistoryView(WallView):
    """Paints the last calls it was handed, newest at the start."""

    def __init__(
        self, theme: Theme, tongues: Tongues, *, motion: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tongues, parent)
        self._calls: tuple[Called, ...] = ()
        self._motion = motion
        self.shift = QVariantAnimation(self)
        self.shift.setStartValue(1.0)
        self.shift.setEndValue(0.0)
        self.shift.setDuration(tokens()["motion"]["display_shift_ms"])
        self.shift.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.shift.valueChanged.connect(self.update)

    @property
    def calls(self) -> tuple[Called, ...]:
        return self._calls

    @Slot(object)
    def show_calls(self, calls: tuple[Called, ...]) -> None:
        """Show so many calls, SHOWN at most, newest first."""
        before, self._calls = self._calls, calls
        if calls == before:
            return
        pushed = len(calls) > 0 and calls[1:] == before[: len(calls) - 1]
        if pushed and self._motion and self.isVisible():
            self.shift.start()
        self.changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._card(1).left() - self._card(0).left()
        running = self.shift.state() is QVariantAnimation.State.Running
        if running:
            painter.translate(-step * float(self.shift.currentValue()), 0)
        theme = self.theme
        for index in range(SHOWN):
            fill = theme.color("card" if index < len(self._calls) else "bar")
            look = Look(fill, fill, 0, fill)
            paint_box(painter, self._card(index), theme.radius("history"), look)
        for index, call in enumerate(self._calls):
            if call.room is not None:
                paint_door(painter, self._arch(self._card(index)), self._look())
        paint_all(painter, self.placed())

    def lay_out(self) -> list[Placed]:
        placed: list[Placed] = []
        for index, call in enumerate(self._calls):
            placed += self._card_pieces(call, self._card(index))
        return placed

    def _card(self, index: int) -> QRectF:
        whole, gap = QRectF(self.rect()), self.theme.space(1)
        width = (whole.width() - gap * (SHOWN - 1)) / SHOWN
        card = QRectF(index * (width + gap), 0, width, whole.height())
        return mirrored(card, whole, rtl=self.theme.is_rtl)

    def _arch(self, card: QRectF) -> QRectF:
        width, inset = self.theme.scaled(_ARCH), self.theme.scaled(_ARCH_INSET)
        top = self.theme.scaled(_ARCH_TOP) * card.height() / self.theme.scaled(_DESIGN_HEIGHT)
        left = card.right() - inset - width
        arch = QRectF(left, card.top() + top, width, card.height() - top)
        return mirrored(arch, card, rtl=self.theme.is_rtl)

    def _card_pieces(self, call: Called, card: QRectF) -> list[Placed]:
        theme = self.theme
        pad, inset = theme.space(3), theme.scaled(_ARCH_INSET)
        end = theme.scaled(_ARCH if call.room is not None else _ICON) + inset + theme.space(2)
        area = QRectF(card.left() + pad, card.top(), card.width() - pad - end, card.height())
        place = mirrored(area, card, rtl=theme.is_rtl)
        placed: list[Placed] = [(self._number(call.label, area.width(), card.height()), place)]
        if call.room is not None:
            alone = self.tongues.alone()
            return placed + door_pieces(theme, alone, call.room, self._arch(card), self._look())
        side = theme.scaled(_ICON)
        spot = QRectF(card.right() - inset - side, card.top(), side, card.height())
        icon = Icon(call.icon, side, theme.color("second_text"), theme.is_rtl)
        return [*placed, (icon, mirrored(spot, card, rtl=theme.is_rtl))]

    def _number(self, label: str, width: float, height: float) -> Number:
        theme = self.theme
        px = round(theme.px("history_number") * self._share(height))
        wide = number_width(label, figure_font(theme, label, px))
        if wide > width:
            px = int(px * width / wide)
        font = figure_font(theme, label, px)
        return Number(label, font, theme.color("text"), theme.is_rtl)

    def _share(self, height: float) -> float:
        """How much of the design's size numbers have in a card of this height."""
        return min(1.0, height / self.theme.scaled(_DESIGN_HEIGHT))

    def _look(self) -> DoorLook:
        theme = self.theme
        return DoorLook(
            fill=theme.color("pearl50"),
            word=theme.color("lagoon950"),
            name=theme.color("lagoon950"),
            word_px=theme.px("clinic_first"),
            least_px=theme.px("clinic_second"),
            name_px=round(theme.px("history_room") * self._share(self.height())),
            word_at=0.27,
            name_at=0.67,
        )
