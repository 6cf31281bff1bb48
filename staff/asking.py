"""From a person's wish to an order: at once, or after the question the act needs.

One question is open at a time, and while it is, no key reaches the desk behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from domain.slots import Booking
from domain.tickets import DeskTicket, IssuedTicket, TicketRequest
from staff.booking_words import booking_who
from staff.look import Look
from staff.order_dialogs import (
    DO,
    NoteDialog,
    OrderDialog,
    PriorityDialog,
    ReasonDialog,
    TransferDialog,
)
from staff.orders import Act, Order
from staff.route_dialogs import PinDialog, RouteDialog
from staff.scene import Scene
from staff.sure_dialog import SureDialog
from staff.walk_in import IssuedDialog, WalkInDialog
from staff.words import translate
from ui.languages import isolate
from ui.widgets.dialog import Dialog

_DIALOGS: dict[Act, type[OrderDialog]] = {
    Act.CALL_CHOSEN: ReasonDialog,
    Act.HOLD: ReasonDialog,
    Act.CANCEL: ReasonDialog,
    Act.PRIORITY: PriorityDialog,
    Act.NOTE: NoteDialog,
    Act.LEAVE: PinDialog,
}
_WITH_CLINICS = frozenset({Act.TRANSFER, Act.ROUTE})
"""Questions that offer the site's clinics."""


class Asking(QObject):
    """Opens the questions over the window.

    Signals:
        ordered(Order): a person has said all that is needed; each counts.
        open_changed(bool): a question is open, or no more.
    """

    ordered = Signal(object)
    open_changed = Signal(bool)

    def __init__(
        self, look: Look, window: QWidget, scene: Callable[[], Scene], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._window = window
        self._scene = scene
        self._draft: TicketRequest | None = None
        self.dialog: Dialog | None = None

    @property
    def is_open(self) -> bool:
        return self.dialog is not None

    @Slot(object, object)
    def ask(self, act: Act, ticket: DeskTicket | None = None) -> None:
        """Do what the person wishes, or ask first what it needs."""
        if self.is_open:
            return
        if act is Act.WALK_IN:
            self._open(self._walk_in())
        elif ticket is not None and (act in _DIALOGS or act in _WITH_CLINICS):
            self._open(self._question(act, ticket))
        elif act is Act.UNDO:
            self._undo()
        else:
            self.ordered.emit(self._order(act, ticket))

    @Slot(str)
    def ask_renewal(self, clinic: str) -> None:
        """Ask whether the clinic's PIN is to be another one from now on."""
        scene = self._scene()
        named = next((one for one in scene.clinics if one.code == clinic), None)
        if self.is_open or named is None or not scene.is_free:
            return
        title = translate("Staff", "A new PIN for {clinic}?")
        title = title.format(clinic=isolate(self._look.wording.name(named.names)))
        text = translate("Staff", "The current PIN will stop working.")
        order = replace(self._order(Act.NEW_PIN, None), to=clinic)
        self._open(SureDialog(self._look, self._window, order, title, text))

    @Slot(object, object)
    def ask_booking(self, act: Act, booking: Booking) -> None:
        """Check the patient of an appointment in, or ask whether it is to be cancelled."""
        scene = self._scene()
        if self.is_open or not scene.is_free:
            return
        order = replace(self._order(act, None), code=booking.code)
        if act is Act.CHECK_IN:
            self.ordered.emit(order)
            return
        title = translate("Staff", "Cancel the appointment at {time}?")
        title = title.format(time=self._look.wording.time(booking.starts_at))
        self._open(SureDialog(self._look, self._window, order, title, booking_who(booking)))

    def show_issued(self, ticket: IssuedTicket) -> None:
        """Show the number a walk-in got; what was typed is forgotten."""
        self._draft = None
        if not self.is_open:
            self._open(IssuedDialog(self._look, self._window, ticket))

    def close(self) -> None:
        """Close what is open, without an answer."""
        if self.dialog is not None:
            self.dialog.close_with("")

    def _undo(self) -> None:
        scene = self._scene()
        offer = None if scene.desk_list is None else scene.desk_list.undo
        if offer is not None:
            self.ordered.emit(Order(Act.UNDO, scene.desk, offer.ticket_id, offer.label))

    def _question(self, act: Act, ticket: DeskTicket) -> OrderDialog:
        if act is Act.TRANSFER:
            clinics = self._scene().clinics
            return TransferDialog(self._look, self._window, act, ticket, clinics)
        if act is Act.ROUTE:
            return RouteDialog(self._look, self._window, ticket, self._scene().clinics)
        return _DIALOGS[act](self._look, self._window, act, ticket)

    def _walk_in(self) -> WalkInDialog:
        scene = self._scene()
        mine = scene.mine or scene.clinics
        others = tuple(one for one in scene.clinics if one not in mine)
        draft = self._draft or TicketRequest(mine[0].code if mine else "")
        return WalkInDialog(self._look, self._window, (*mine, *others), draft)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.answered.connect(self._answered)
        dialog.open()
        self.open_changed.emit(True)

    @Slot(str)
    def _answered(self, name: str) -> None:
        dialog, self.dialog = self.dialog, None
        self.open_changed.emit(False)
        if isinstance(dialog, WalkInDialog):
            self._draft = dialog.request() if name == DO else None
            if name == DO:
                order = self._order(Act.WALK_IN, None)
                self.ordered.emit(replace(order, request=self._draft))
        elif isinstance(dialog, SureDialog) and name == DO:
            self.ordered.emit(dialog.order)
        elif isinstance(dialog, OrderDialog) and name == DO:
            self.ordered.emit(dialog.complete(self._order(dialog.act, dialog.ticket)))

    def _order(self, act: Act, ticket: DeskTicket | None) -> Order:
        desk = self._scene().desk
        if ticket is None:
            return Order(act, desk)
        return Order(act, desk, ticket.ticket_id, ticket.label)
