"""The desk's port on PostgreSQL: what a nurse can do, as the desk's own login."""

from __future__ import annotations

from typing import Any

from domain import digits
from domain.errors import NobodyWaiting
from domain.ports import Press
from domain.routes import Route, RouteEdit
from domain.states import Priority
from domain.tickets import (
    CalledTicket,
    Desk,
    DeskChoices,
    DeskList,
    IssuedTicket,
    MovedTicket,
    TicketId,
    TicketRequest,
)
from storage import moves, moves_routes, slots
from storage.answers import Moved, choices_of, desk_list_of
from storage.answers_visit import route_of
from storage.kiosk_desk import READ_BOARD, issue
from storage.moves import Move, TicketRef
from storage.session import Session, done

READ_DESK = (
    "select dawr.read_desk(clinics => %(clinics)s, credits => %(credits)s, room => %(room)s,"
    " practitioner => %(practitioner)s)"
)


class StaffDesk:
    """Implements domain.ports.StaffPort; for one serial worker."""

    def __init__(self, conninfo: str) -> None:
        self._session = Session(conninfo, "dawr staff")

    def choices(self) -> DeskChoices:
        return choices_of(self._session.read(READ_BOARD, {"codes": None}))

    def desk_list(self, desk: Desk) -> DeskList:
        return desk_list_of(self._session.read(READ_DESK, _profile(desk)))

    def call_next(self, press: Press, desk: Desk) -> CalledTicket:
        called = self._session.move(moves.CALL_NEXT, press, **_profile(desk))
        if called is None:
            raise NobodyWaiting(clinics=list(desk.clinics))
        return called.call()

    def call_chosen(self, press: Press, desk: Desk, ticket: TicketId, reason: str) -> CalledTicket:
        answer = self._session.move(
            moves.CALL_CHOSEN, press, TicketRef(ticket), reason=reason, room=desk.room
        )
        return done(answer).call()

    def recall(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.RECALL, press, ticket)

    def start_service(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.START_SERVICE, press, ticket)

    def finish(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.FINISH, press, ticket)

    def mark_no_show(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.MARK_NO_SHOW, press, ticket)

    def reactivate(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.REACTIVATE, press, ticket)

    def hold(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket:
        return self._moved(moves.HOLD, press, ticket, reason=reason)

    def resume(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.RESUME, press, ticket)

    def transfer(
        self, press: Press, ticket: TicketId, to: str, *, keep_arrival: bool, reason: str | None
    ) -> MovedTicket:
        answer = self._session.move(
            moves.TRANSFER,
            press,
            TicketRef(ticket),
            destination=to,
            keep_arrival=keep_arrival,
            reason=reason,
        )
        return Moved(done(answer).answer).ticket()

    def cancel(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket:
        return self._moved(moves.CANCEL, press, ticket, reason=reason)

    def change_priority(
        self, press: Press, ticket: TicketId, priority: Priority, reason: str
    ) -> MovedTicket:
        return self._moved(
            moves.CHANGE_PRIORITY, press, ticket, priority=priority.value, reason=reason
        )

    def undo(self, press: Press, ticket: TicketId) -> MovedTicket:
        return self._moved(moves.UNDO, press, ticket)

    def add_note(self, press: Press, ticket: TicketId, note: str) -> MovedTicket:
        return self._moved(moves.ADD_NOTE, press, ticket, note=note)

    def register_walk_in(self, press: Press, request: TicketRequest) -> IssuedTicket:
        return issue(self._session, press, request)

    def leave(self, press: Press, ticket: TicketId, pin: str) -> MovedTicket:
        return self._moved(moves_routes.LEAVE, press, ticket, pin=digits.ascii_digits(pin))

    def regenerate_pin(self, press: Press, clinic: str) -> str:
        return done(self._session.move(moves_routes.REGENERATE_PIN, press, clinic=clinic)).pin

    def edit_route(self, press: Press, ticket: TicketId, edit: RouteEdit) -> Route:
        edited = self._session.move(
            moves_routes.EDIT_ROUTE,
            press,
            action=edit.action.value,
            reason=edit.reason,
            ticket=ticket,
            clinics=list(edit.clinics) or None,
            clinic=edit.clinic,
        )
        return route_of(done(edited).route)

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        return slots.check_in(self._session, press, code)

    def cancel_booking(self, press: Press, code: str) -> str:
        slots.cancel_booking(self._session, press, code)
        return code

    def close(self) -> None:
        self._session.close()

    def _moved(
        self, move: Move[Moved], press: Press, ticket: TicketId, **given: object
    ) -> MovedTicket:
        return done(self._session.move(move, press, TicketRef(ticket), **given)).ticket()


def _profile(desk: Desk) -> dict[str, Any]:
    return {
        "clinics": list(desk.clinics),
        "credits": list(desk.credits_s) or None,
        "room": desk.room,
        "practitioner": desk.practitioner,
    }
