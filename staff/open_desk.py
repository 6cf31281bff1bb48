"""One open desk: its state, its three pages, its questions and messages, put together."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.errors import InProgress, Refusal
from domain.feed import StationNotice
from domain.ports import StaffPort
from domain.tickets import CalledTicket, DeskTicket, IssuedTicket, MovedTicket
from staff.actions_grid import can
from staff.aside_page import AsidePage
from staff.asking import Asking
from staff.bookings_page import BookingsPage
from staff.call_next import next_of
from staff.desk_page import DeskPage
from staff.desk_state import DeskState
from staff.foot_row import undo_left_s
from staff.look import Look
from staff.messages import Messages
from staff.orders import Act, Order, may
from staff.presses import Answered, Refused
from staff.refusals import sentence_of
from staff.scene import Scene
from staff.title_bar import ASIDE, BOOKINGS, DESK
from staff.wiring import StaffFeed, Worker
from staff.words import translate

TICK_MS = 1_000
_BOOKING_ACTS = {Act.CANCEL: Act.CANCEL_BOOKING}
"""What a key of the desk means on the page of appointments."""
_ROW_ACTS = frozenset({Act.PRIORITY})


class OpenDesk(QStackedWidget):
    """Lives from the choice of room and clinics until the next choice.

    Signals:
        shown(Scene, datetime | None): what the title bar is to show; newest wins.
        busy_changed(bool): a question is open, so the window's keys are to be silent.
    """

    shown = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        look: Look,
        port: StaffPort,
        feed: StaffFeed,
        worker: Worker,
        scene: Scene,
        window: QWidget,
    ) -> None:
        super().__init__()
        self._look = look
        self.desk = DeskPage(look)
        self.aside = AsidePage(look)
        self.addWidget(self.desk)
        self.bookings = BookingsPage(look)
        self.addWidget(self.bookings)
        self.addWidget(self.aside)
        self.state = DeskState(port, feed, worker, scene, self)
        self.messages = Messages(
            look, (self.desk.waiting, self.bookings.frame, self.aside.frame), self
        )
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show)
        self._refused = ""
        self.asking = Asking(look, window, self._scene, self)
        feed.station_notice.connect(self._told)
        self._connect()

    def begin(self) -> None:
        """Start once it is part of its window: the first read, and the ticking."""
        self._tick.start()
        self.state.read()
        self._show()

    def end(self) -> None:
        """Stop everything that would go on by itself."""
        self._tick.stop()
        self.asking.close()
        self.state.close()

    @property
    def is_free(self) -> bool:
        """Whether the desk may be left: nothing is under way and no answer is lost."""
        return self.state.scene.standing.is_free and not self.asking.is_open

    @Slot(int)
    def open_page(self, place: int) -> None:
        self.setCurrentIndex(place)
        self.messages.use(place)

    @Slot(object)
    def press(self, act: Act) -> None:
        """A key was pressed: on this page, for the ticket that it is about here."""
        lost = self.state.scene.standing.lost
        if lost is not None:
            if lost.act is act:
                self.state.presses.again()
            return
        if act in (Act.CALL_NEXT, Act.WALK_IN, Act.UNDO):
            self.ask(act, None)
        elif self.currentIndex() == ASIDE:
            self.aside.ask(act)
        elif self.currentIndex() == BOOKINGS:
            if act in _BOOKING_ACTS:
                self.bookings.ask(_BOOKING_ACTS[act])
        elif act in _ROW_ACTS:
            self.desk.waiting.ask(act)
        else:
            self.ask(act, self.state.scene.in_hand)

    @Slot(object, object)
    def ask(self, act: Act, ticket: DeskTicket | None) -> None:
        """Let it be asked for, if it is valid at this moment."""
        if self._is_valid(act, ticket):
            self.asking.ask(act, ticket)

    @Slot()
    def next_in_hand(self) -> None:
        """Go to the next of several tickets in hand."""
        scene = self.state.scene
        tickets = () if scene.desk_list is None else scene.desk_list.in_hand
        ids = [one.ticket_id for one in tickets]
        if scene.current_id in ids:
            self.state.choose(ids[(ids.index(scene.current_id) + 1) % len(ids)])

    @Slot()
    def focus_list(self) -> None:
        """Put the keyboard into the list of this page."""
        if self.currentIndex() == BOOKINGS:
            self.bookings.focus_list()
            return
        rows = self.aside.rows if self.currentIndex() == ASIDE else self.desk.waiting.rows
        if self.currentIndex() == DESK:
            self.desk.tabs.show_page(0)
            self.desk.middle.setCurrentIndex(0)
        rows.setFocus()
        if rows.chosen is None and rows.tickets:
            rows.choose(rows.tickets[0].ticket_id)

    def _connect(self) -> None:
        state, desk, aside = self.state, self.desk, self.aside
        state.changed.connect(self._show)
        state.presses.answered.connect(self._answered)
        state.presses.refused.connect(self._was_refused)
        for page in (desk, aside):
            page.asked.connect(self.ask)
        desk.read_asked.connect(state.read)
        aside.frame.read_asked.connect(state.read)
        self.bookings.frame.read_asked.connect(state.read)
        self.bookings.asked.connect(self.asking.ask_booking)
        desk.renewal_asked.connect(self.asking.ask_renewal)
        desk.chosen.connect(state.choose)
        desk.again_asked.connect(state.presses.again)
        desk.let_go_asked.connect(self._let_go)
        self.asking.ordered.connect(self._ordered)
        self.asking.open_changed.connect(self.busy_changed)

    def _is_valid(self, act: Act, ticket: DeskTicket | None) -> bool:
        scene, now = self.state.scene, self.state.clock.now()
        if not scene.is_free:
            return False
        if act is Act.CALL_NEXT:
            return next_of(scene) is not None
        if act is Act.WALK_IN:
            return True
        if act is Act.UNDO:
            return undo_left_s(scene, now) > 0
        found = _find(scene, ticket)
        return found is not None and (
            can(act, found, scene, now) if found == scene.in_hand else may(act, found)
        )

    def _scene(self) -> Scene:
        return self.state.scene

    @Slot()
    def _show(self) -> None:
        """Paint the scene as it is now; also once a second, since waits grow."""
        scene, now = self.state.scene, self.state.clock.now()
        self.desk.show_scene(scene, now)
        self.bookings.show_scene(scene, now)
        self.aside.show_scene(scene, now)
        self.shown.emit(scene, now)

    @Slot(object)
    def _ordered(self, order: Order) -> None:
        self.messages.close_error(self._refused)
        if not self.state.give(order):
            self._say_refused(InProgress(), order)

    @Slot()
    def _let_go(self) -> None:
        """Ask no more for the lost answer, and see how things stand."""
        self.state.presses.let_go()
        self.state.read()

    @Slot(object)
    def _answered(self, answered: Answered) -> None:
        answer, label = answered.answer, self._look.wording.label
        if isinstance(answer, IssuedTicket):
            self.asking.show_issued(answer)
        elif isinstance(answer, CalledTicket) and answer.finished is not None:
            words = translate("Staff", "The patient before was marked as done.")
            self.messages.say(words, "done")
        elif isinstance(answer, MovedTicket) and answer.next is not None:
            self.messages.say(self._next_words(answer.next), "route")
        elif answered.order.act is Act.NEW_PIN:
            self.messages.say(translate("Staff", "The clinic has a new PIN."), "key")
        elif isinstance(answer, MovedTicket) and answered.order.act is Act.TRANSFER:
            words = translate("Staff", "{old} is now {new}. Tell the patient the new number.")
            self.messages.say(
                words.format(old=label(answered.order.label), new=label(answer.label)), "transfer"
            )

    def _next_words(self, drawn: IssuedTicket) -> str:
        """Where the patient goes next on his route, and with which number."""
        wording = replace(self._look.wording, clinics=self.state.scene.clinics)
        words = translate("Staff", "Next for this patient: {clinic}, {label}.")
        return words.format(clinic=wording.clinic(drawn.clinic), label=wording.label(drawn.label))

    @Slot(object)
    def _was_refused(self, refused: Refused) -> None:
        self._say_refused(refused.why, refused.order)

    def _say_refused(self, why: Refusal, order: Order) -> None:
        wording = replace(self._look.wording, clinics=self.state.scene.clinics)
        self._refused = sentence_of(why, order.label, wording)
        self.messages.say_error(self._refused)

    @Slot(object)
    def _told(self, notice: StationNotice) -> None:
        self.messages.tell(notice)


def _find(scene: Scene, ticket: DeskTicket | None) -> DeskTicket | None:
    """The ticket as the list has it now; None when it has left the list meanwhile."""
    if scene.desk_list is None or ticket is None:
        return None
    known = (*scene.desk_list.in_hand, *scene.desk_list.waiting, *scene.desk_list.aside)
    return next((one for one in known if one.ticket_id == ticket.ticket_id), None)
