"""The desk itself: call next and the patient in hand, the waiting list, today's numbers.

Below WIDE_PX the third column becomes a tab beside the waiting list.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from staff.call_next import CallNextButton
from staff.foot_row import FootRow
from staff.look import Look
from staff.orders import Act
from staff.page_tabs import PageTabs
from staff.scene import Scene
from staff.scroll_box import ScrollBox
from staff.serving_card import ServingCard
from staff.today_panel import TodayPanel
from staff.waiting_panel import WaitingPanel
from staff.words import translate

START_PX, END_PX = 520, 248
WIDE_PX, LOW_PX = 1300, 820
CALL_PX, CALL_CLOSE_PX = 122, 84
"""The verb and who is next, one below the other in any script."""
_ANY_HEIGHT = 10_000


class DeskPage(QWidget):
    """Three columns, or two and tabs.

    Signals:
        asked(Act, DeskTicket | None): a person wants something done.
        chosen(TicketId): another ticket in hand was chosen.
        renewal_asked(str): the clinic whose PIN is to be another one.
        read_asked(), again_asked(), let_go_asked(): about the list and a lost answer.
    """

    asked = Signal(object, object)
    chosen = Signal(object)
    renewal_asked = Signal(str)
    read_asked = Signal()
    again_asked = Signal()
    let_go_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene: Scene | None = None
        self._wide: bool | None = None
        self.call_next = CallNextButton(look)
        self.card = ServingCard(look)
        self.foot = FootRow(look)
        self.waiting = WaitingPanel(look)
        self.today = TodayPanel(look)
        self.tabs = PageTabs(
            look,
            [(self.waiting.title.text(), "people"), (translate("Staff", "Today"), "report")],
            dark=False,
        )
        self.middle = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._look.theme
        self._row = QHBoxLayout(self)
        edge = theme.space(4)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        start = QWidget()
        start.setFixedWidth(START_PX)
        self._start = QVBoxLayout(start)
        self._start.setContentsMargins(0, 0, 0, 0)
        self._start.addWidget(self.call_next)
        self._start.addWidget(self.card, 1)
        self._start.addWidget(self.foot)
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addWidget(self.tabs)
        column.addWidget(self.middle, 1)
        self.middle.addWidget(self.waiting)
        self.end = ScrollBox(self._look, self.today, _ANY_HEIGHT)
        self._row.addWidget(start)
        self._row.addWidget(centre, 1)
        self._row.addWidget(self.end)

    def _connect(self) -> None:
        self.call_next.clicked.connect(self._call_next)
        self.card.asked.connect(self._ask_in_hand)
        self.card.chosen.connect(self.chosen)
        self.foot.walk_in_asked.connect(self._walk_in)
        self.foot.undo_asked.connect(self._undo)
        self.foot.again_asked.connect(self.again_asked)
        self.foot.let_go_asked.connect(self.let_go_asked)
        self.waiting.asked.connect(self.asked)
        self.waiting.read_asked.connect(self.read_asked)
        self.tabs.opened.connect(self.middle.setCurrentIndex)
        self.today.renewal_asked.connect(self.renewal_asked)

    def show_scene(self, scene: Scene, now: dt.datetime | None) -> None:
        self._scene = scene
        self.call_next.show_scene(scene, now)
        self.card.show_scene(scene, now)
        self.foot.show_scene(scene, now)
        self.waiting.show_scene(scene, now)
        self.today.show_scene(scene, now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        self._set_wide(window.width() >= WIDE_PX)
        self._set_low(window.height() < LOW_PX)

    def _set_low(self, low: bool) -> None:
        """Less air between the parts, where the window is low."""
        self._start.setSpacing(self._look.theme.space(2 if low else 3))
        self.card.set_close(low)
        self.call_next.setFixedHeight(CALL_CLOSE_PX if low else CALL_PX)
        self.foot.set_close(low)
        self.today.set_close(low)

    def _set_wide(self, wide: bool) -> None:
        """Put today's numbers beside the list, or behind a tab."""
        if wide == self._wide:
            return
        self._wide = wide
        self.tabs.setVisible(not wide)
        self.waiting.set_titled(wide)
        self.today.set_roomy(wide)
        if wide:
            self.middle.removeWidget(self.end)
            self._row.addWidget(self.end)
            self.end.setFixedWidth(END_PX)
            self.end.show()
            self.tabs.show_page(0)
        else:
            self.end.setMinimumWidth(0)
            self.end.setMaximumWidth(_ANY_HEIGHT)
            self.middle.addWidget(self.end)
            self.middle.setCurrentIndex(0)

    @Slot()
    def _call_next(self) -> None:
        self.asked.emit(Act.CALL_NEXT, None)

    @Slot(object)
    def _ask_in_hand(self, act: Act) -> None:
        self.asked.emit(act, None if self._scene is None else self._scene.in_hand)

    @Slot()
    def _walk_in(self) -> None:
        self.asked.emit(Act.WALK_IN, None)

    @Slot()
    def _undo(self) -> None:
        self.asked.emit(Act.UNDO, None)
