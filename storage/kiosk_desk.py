"""The kiosk's port on PostgreSQL: what its screen offers, as its own login."""

from __future__ import annotations

from domain.ports import Left, LoggedIn, LogIn, Press, TicketClue
from domain.tickets import Catalogue, IssuedTicket, TicketId, TicketRequest
from storage import moves, slots
from storage.answers import catalogue_of
from storage.answers_routes import maybe_issued
from storage.answers_visit import route_of
from storage.moves import TicketRef
from storage.moves_routes import LEAVE, LOG_IN
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

    def log_in(self, press: Press, request: LogIn) -> LoggedIn:
        answer = done(
            self._session.move(
                LOG_IN, press, patient=request.patient, gender=request.gender, exam=request.exam
            )
        )
        held = answer.ticket
        ticket = None if held is None else held.ticket(request.patient)
        return LoggedIn(answer.existing, route_of(answer.route), ticket)

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        return slots.check_in(self._session, press, code)

    def leave(self, press: Press, clue: TicketClue, pin: str) -> Left:
        ref = TicketRef(token=clue.token, clinic=clue.clinic, number=clue.number)
        answer = done(self._session.move(LEAVE, press, ref, pin=pin)).answer
        drawn, route = maybe_issued(answer["next"]), answer["route"]
        return Left(
            clinic=answer["clinic"],
            label=answer["label"],
            next=None if drawn is None else drawn.ticket(),
            route=None if route is None else route_of(route),
        )

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
