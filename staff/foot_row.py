"""The foot of the start column: walk-in and undo, or the way to an answer that was lost."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from staff.look import Look
from staff.orders import Act, Order
from staff.panel import Panel
from staff.presses import Standing
from staff.refusals import sentence_of
from staff.scene import Scene
from staff.words import ACT_ICONS, act_name, translate, undo_words
from ui.widgets.big_button import BigButton, ButtonKind
from ui.widgets.fitting_label import FittingLabel

LOST_PX, LOST_CLOSE_PX = 92, 70
"""Room for three lines of any script beside the two buttons."""


class FootRow(QWidget):
    """Two buttons, or the lost answer in their place.

    Signals:
        walk_in_asked(), undo_asked(), again_asked(), let_go_asked(): a button was pressed.
    """

    walk_in_asked = Signal()
    undo_asked = Signal()
    again_asked = Signal()
    let_go_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.walk_in = BigButton(
            look.theme,
            act_name(Act.WALK_IN),
            ACT_ICONS[Act.WALK_IN],
            kind=ButtonKind.PLAIN,
            hint="Ctrl+N",
        )
        self.undo = BigButton(look.theme, "", "undo", kind=ButtonKind.PLAIN, hint="Ctrl+Z")
        self.lost = LostAnswer(look)
        self.usual = self._usual()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.usual)
        column.addWidget(self.lost)
        self.walk_in.clicked.connect(self.walk_in_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.lost.again.clicked.connect(self.again_asked)
        self.lost.let_go.clicked.connect(self.let_go_asked)

    def set_close(self, close: bool) -> None:
        """A lower place for a lost answer, where the window is low."""
        self.lost.setMinimumHeight(LOST_CLOSE_PX if close else LOST_PX)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        lost = scene.standing.lost is not None
        self.usual.setVisible(not lost)
        self.lost.setVisible(lost)
        self.lost.show_standing(scene.standing)
        asking = scene.standing.asking
        self.walk_in.set_waiting(asking is not None and asking.act is Act.WALK_IN)
        self.undo.set_waiting(asking is not None and asking.act is Act.UNDO)
        self.walk_in.setEnabled(scene.shows_free)
        left_s = undo_left_s(scene, now)
        self.undo.setEnabled(scene.shows_free and left_s > 0)
        self._show_undo(scene, left_s)

    def _show_undo(self, scene: Scene, left_s: float) -> None:
        offer = None if scene.desk_list is None else scene.desk_list.undo
        if offer is None or left_s <= 0:
            words, detail, label = translate("Staff", "Nothing to undo"), "", ""
        else:
            wording = self._look.wording
            words, label = undo_words(offer.kind), wording.label(offer.label)
            left = translate("Staff", "{time} left").format(time=wording.span(left_s))
            detail = f"{label} · {left}"
        if words != self.undo.text():
            self.undo.set_text(words)
        self.undo.set_detail(detail, (label,) if label else ())

    def _usual(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(2))
        for button in (self.walk_in, self.undo):
            button.setMinimumWidth(1)
            button.setMinimumHeight(70)
            row.addWidget(button, 1)
        return page


class LostAnswer(Panel):
    """Says that it is not known whether the press was done, and offers the same press again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.theme, parent, fill="attention_soft", radius="button")
        self._look = look
        self.words = FittingLabel(
            look.theme, "", "small", color="on_attention_soft", bold=True, max_lines=4
        )
        self.again = BigButton(
            look.theme,
            translate("Staff", "Try again"),
            kind=ButtonKind.FIRST,
            role="small",
            hint="Ctrl+R",
        )
        self.let_go = BigButton(
            look.theme, translate("Staff", "Leave it"), kind=ButtonKind.PLAIN, role="small"
        )
        for button in (self.again, self.let_go):
            button.setFixedHeight(48)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(look.theme.space(1))
        row.addWidget(self.words, 1)
        row.addWidget(self.again)
        row.addWidget(self.let_go)

    def show_standing(self, standing: Standing) -> None:
        if standing.lost is None or standing.why is None:
            return
        text = sentence_of(standing.why, standing.lost.label, self._look.wording)
        name = self._name(standing.lost)
        self.words.set_text(f"{name}: {text}")

    def _name(self, order: Order) -> str:
        words = act_name(order.act)
        label = self._look.wording.label(order.label)
        return f"{words} {label}" if order.label else words


def undo_left_s(scene: Scene, now: dt.datetime | None) -> float:
    """Seconds in which the last move can still be taken back; 0 when there is none."""
    if scene.desk_list is None or scene.desk_list.undo is None or now is None:
        return 0.0
    return max(0.0, (scene.desk_list.undo.until - now).total_seconds())
