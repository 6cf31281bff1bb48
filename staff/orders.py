"""What a person at the desk can order, and how each order is put to the port; nothing runs here."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.ports import Press, StaffPort
from domain.routes import Route, RouteEdit
from domain.states import (
    IN_HAND_STATES,
    OPEN_STATES,
    VALID_FROM,
    Move,
    Priority,
    TicketState,
)
from domain.tickets import (
    CalledTicket,
    Desk,
    DeskTicket,
    IssuedTicket,
    MovedTicket,
    TicketId,
    TicketRequest,
)


class Act(enum.Enum):
    """One thing with one button. Those that are moves of one ticket carry the move's name."""

    CALL_NEXT = "call_next"
    CALL_CHOSEN = Move.CALL_CHOSEN.value
    RECALL = Move.RECALL.value
    START = Move.START.value
    DONE = Move.DONE.value
    NO_SHOW = Move.NO_SHOW.value
    REACTIVATE = Move.REACTIVATE.value
    HOLD = Move.HOLD.value
    RESUME = Move.RESUME.value
    TRANSFER = Move.TRANSFER.value
    CANCEL = Move.CANCEL.value
    PRIORITY = Move.PRIORITY.value
    UNDO = Move.UNDO.value
    NOTE = "add_note"
    WALK_IN = "register_walk_in"
    LEAVE = "leave"
    ROUTE = "edit_route"
    NEW_PIN = "regenerate_pin"
    CHECK_IN = "check_in"
    CANCEL_BOOKING = "cancel_booking"


REASON_NEEDED = frozenset({Act.CALL_CHOSEN, Act.HOLD, Act.CANCEL, Act.PRIORITY, Act.ROUTE})
DESTRUCTIVE = frozenset({Act.CANCEL, Act.CANCEL_BOOKING})
"""What ends a patient's place for good; the dialog's first choice is not to."""
SILENT = frozenset({Act.ROUTE})
"""What no event of this desk's clinics may follow, so that the list is to be read after it."""
REASON_LENGTH = 200
NOTE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Order:
    """One press with all it needs. The same order with the same Press is done once.

    `ticket` and `label` name the patient's number, for acts on one ticket. `to` is a clinic, `code`
    an appointment's.
    """

    act: Act
    desk: Desk
    ticket: TicketId | None = None
    label: str = ""
    reason: str = ""
    note: str = ""
    to: str = ""
    keep_arrival: bool = True
    priority: Priority = Priority.NONE
    request: TicketRequest | None = None
    pin: str = ""
    edit: RouteEdit | None = None
    code: str = ""


Answer = CalledTicket | MovedTicket | IssuedTicket | Route | str


def may(act: Act, ticket: DeskTicket | None) -> bool:
    """Whether the act is valid for the ticket as it stands."""
    if ticket is None:
        return False
    if act is Act.NOTE:
        return ticket.state in OPEN_STATES or ticket.state is TicketState.NO_SHOW
    if act is Act.LEAVE:
        return ticket.state in IN_HAND_STATES
    if act is Act.ROUTE:
        return ticket.route is not None
    return ticket.state in VALID_FROM.get(Move(act.value), frozenset())


def perform(port: StaffPort, press: Press, order: Order) -> Answer:
    """Put the order to the port; raises what the port raises."""
    return _CALLS[order.act](port, press, order)


def _ticket(order: Order) -> TicketId:
    if order.ticket is None:
        raise ValueError(f"{order.act} needs a ticket")
    return order.ticket


def _call_next(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.call_next(press, order.desk)


def _call_chosen(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.call_chosen(press, order.desk, _ticket(order), order.reason)


def _recall(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.recall(press, _ticket(order))


def _start(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.start_service(press, _ticket(order))


def _finish(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.finish(press, _ticket(order))


def _no_show(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.mark_no_show(press, _ticket(order))


def _reactivate(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.reactivate(press, _ticket(order))


def _hold(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.hold(press, _ticket(order), order.reason)


def _resume(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.resume(press, _ticket(order))


def _transfer(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.transfer(
        press,
        _ticket(order),
        order.to,
        keep_arrival=order.keep_arrival,
        reason=order.reason or None,
    )


def _cancel(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.cancel(press, _ticket(order), order.reason)


def _priority(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.change_priority(press, _ticket(order), order.priority, order.reason)


def _undo(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.undo(press, _ticket(order))


def _note(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.add_note(press, _ticket(order), order.note)


def _walk_in(port: StaffPort, press: Press, order: Order) -> Answer:
    if order.request is None:
        raise ValueError("a walk-in needs a request")
    return port.register_walk_in(press, order.request)


def _leave(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.leave(press, _ticket(order), order.pin)


def _route(port: StaffPort, press: Press, order: Order) -> Answer:
    if order.edit is None:
        raise ValueError("a route is changed by an edit")
    return port.edit_route(press, _ticket(order), order.edit)


def _new_pin(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.regenerate_pin(press, order.to)


def _check_in(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.check_in(press, order.code)


def _cancel_booking(port: StaffPort, press: Press, order: Order) -> Answer:
    return port.cancel_booking(press, order.code)


_CALLS: Mapping[Act, Callable[[StaffPort, Press, Order], Answer]] = {
    Act.CALL_NEXT: _call_next,
    Act.CALL_CHOSEN: _call_chosen,
    Act.RECALL: _recall,
    Act.START: _start,
    Act.DONE: _finish,
    Act.NO_SHOW: _no_show,
    Act.REACTIVATE: _reactivate,
    Act.HOLD: _hold,
    Act.RESUME: _resume,
    Act.TRANSFER: _transfer,
    Act.CANCEL: _cancel,
    Act.PRIORITY: _priority,
    Act.UNDO: _undo,
    Act.NOTE: _note,
    Act.WALK_IN: _walk_in,
    Act.LEAVE: _leave,
    Act.ROUTE: _route,
    Act.NEW_PIN: _new_pin,
    Act.CHECK_IN: _check_in,
    Act.CANCEL_BOOKING: _cancel_booking,
}
