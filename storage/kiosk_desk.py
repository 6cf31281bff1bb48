"""The kiosk's port on PostgreSQL: what its screen offers, as its own login."""

from __future__ import annotations

from domain.ports import Press
from domain.tickets import Catalogue, IssuedTicket, TicketId, TicketRequest
from storage import moves
from storage.answers import catalogue_of
from storage.session import Session, done

READ_BOARD = "select dawr.read_board(%(codes)s)"


class KioskDesk:
    """Implements domain.ports.KioskPort; for one serial worker."""

    def __init__(self, conninfo: str) -> None:
        self._session = Session(conninfo, "dawr kiosk")

    def catalogue(self) -> Catalogue:
        return catalogue_of(self._session.read(READ_BOARD, {"codes": None}))

    def issue_ticket(self, press: Press, request: TicketRequest) -> IssuedTicket:
        return issue(self._session, press, request)

    def ask_for_help(self, press: Press) -> None:
        self._session.move(moves.ASK_FOR_HELP, press)

    def report_print_failure(self, press: Press, ticket: TicketId, why: str) -> None:
        self._session.move(moves.REPORT_PRINT_FAILURE, press, ticket=ticket, why=why)

    def close(self) -> None:
        self._session.close()


def issue(session: Session, press: Press, request: TicketRequest) -> IssuedTicket:
    """Draw the number a request asks for; also the staff's walk-in."""
    answer = session.move(
        moves.ISSUE_TICKET,
        press,
        clinic=request.clinic,
        patient=request.patient,
        name=request.name,
        mobile=request.mobile,
        gender=request.gender,
        priority=request.priority.value,
        party_size=request.party_size,
        practitioner=request.practitioner,
    )
    return done(answer).ticket(request.patient)
