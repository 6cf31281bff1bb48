"""What the windows may ask of the database: one method for each thing a person can do.

Protocols only; storage implements them, main.py hands them in, tests hand in fakes. Every method
blocks and is called from the storage worker of ui.tasks, never from the GUI thread. Each raises a
Refusal of domain.errors (among them StoreAway while the database cannot be reached) and nothing
else a window should handle.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Protocol

from domain.routes import Route, RouteEdit
from domain.states import Priority
from domain.tickets import (
    CalledTicket,
    Catalogue,
    Desk,
    DeskChoices,
    DeskList,
    IssuedTicket,
    MovedTicket,
    TicketId,
    TicketRequest,
)


@dataclass(frozen=True, slots=True)
class Press:
    """One press of one button: its idempotency key and its correlation id.

    Repeating a call with the same Press gives the first answer again and does the work once.
    """

    key: str = field(default_factory=lambda: secrets.token_hex(16))
    correlation: str = field(default_factory=lambda: secrets.token_hex(16))


@dataclass(frozen=True, slots=True)
class LogIn:
    """Who comes for which exam: `patient` is the identifier, `gender` male or female."""

    patient: str
    gender: str
    exam: str


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A patient's route of today; `existing` says that he had begun it before.

    `ticket` is the one he holds, None when the route is over or no clinic can take him now.
    """

    existing: bool
    route: Route
    ticket: IssuedTicket | None


@dataclass(frozen=True, slots=True)
class TicketClue:
    """Which ticket a patient means: its token, or today's number in a clinic."""

    token: str | None = None
    clinic: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A clinic left with its PIN: what was ended there, and the next ticket of a route, if any.

    `route` is None for who is on none; `next` is None too while no clinic can take him now.
    """

    clinic: str
    label: str
    next: IssuedTicket | None
    route: Route | None


class KioskPort(Protocol):
    """What the kiosk's screen offers; its database login can do nothing else."""

    def catalogue(self) -> Catalogue:
        """The site and its clinics now; also how the kiosk learns whether the database answers."""

    def issue_ticket(self, press: Press, request: TicketRequest) -> IssuedTicket:
        """Give the patient a number, or the ticket he already holds (`existing`)."""

    def log_in(self, press: Press, request: LogIn) -> LoggedIn:
        """Begin the patient's route and draw its first number, or answer the one begun today."""

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        """Turn a booking into a ticket; raises BookingNotFound or OutsideCheckInWindow."""

    def leave(self, press: Press, clue: TicketClue, pin: str) -> Left:
        """End a ticket with its clinic's PIN and draw the next one of the route in the same move.

        Raises IncorrectPin with the tries left, PinLocked, WrongState or TicketNotFound.
        """

    def ask_for_help(self, press: Press) -> None:
        """Tell staff that somebody at this kiosk asks for help."""

    def report_print_failure(self, press: Press, ticket: TicketId, why: str) -> None:
        """Tell staff that a ticket was issued but not printed."""


class StaffPort(Protocol):
    """What a nurse's desk can do. Moves on one ticket name it by id."""

    def choices(self) -> DeskChoices:
        """The rooms and clinics to choose from when the window opens."""

    def desk_list(self, desk: Desk) -> DeskList:
        """Everything the desk shows, in one read; names are in it, so the read is audited."""

    def call_next(self, press: Press, desk: Desk) -> CalledTicket:
        """Call whoever has waited longest; raises NobodyWaiting or TicketInHand."""

    def call_chosen(self, press: Press, desk: Desk, ticket: TicketId, reason: str) -> CalledTicket:
        """Call one out of order; the reason is kept in the log."""

    def recall(self, press: Press, ticket: TicketId) -> MovedTicket: ...

    def start_service(self, press: Press, ticket: TicketId) -> MovedTicket: ...

    def finish(self, press: Press, ticket: TicketId) -> MovedTicket: ...

    def mark_no_show(self, press: Press, ticket: TicketId) -> MovedTicket:
        """Raises TooEarly, with the instant from which it is allowed."""

    def reactivate(self, press: Press, ticket: TicketId) -> MovedTicket: ...

    def hold(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket: ...

    def resume(self, press: Press, ticket: TicketId) -> MovedTicket: ...

    def transfer(
        self, press: Press, ticket: TicketId, to: str, *, keep_arrival: bool, reason: str | None
    ) -> MovedTicket:
        """End the ticket here and draw one in clinic `to`; answers the new ticket."""

    def cancel(self, press: Press, ticket: TicketId, reason: str) -> MovedTicket: ...

    def change_priority(
        self, press: Press, ticket: TicketId, priority: Priority, reason: str
    ) -> MovedTicket: ...

    def undo(self, press: Press, ticket: TicketId) -> MovedTicket:
        """Take back this desk's last move of that ticket; raises TooLateToUndo."""

    def add_note(self, press: Press, ticket: TicketId, note: str) -> MovedTicket:
        """Replace the ticket's note; an empty one removes it."""

    def register_walk_in(self, press: Press, request: TicketRequest) -> IssuedTicket:
        """Give a number at the desk; emergency is allowed here."""

    def leave(self, press: Press, ticket: TicketId, pin: str) -> MovedTicket:
        """End the ticket with the PIN its patient says; raises IncorrectPin or PinLocked."""

    def regenerate_pin(self, press: Press, clinic: str) -> str:
        """Draw another PIN for the clinic's day; the one before opens nothing any more."""

    def edit_route(self, press: Press, ticket: TicketId, edit: RouteEdit) -> Route:
        """Change the route of the ticket's patient; the reason is kept in the log."""

    def check_in(self, press: Press, code: str) -> IssuedTicket:
        """Give the patient of an appointment his number; raises OutsideCheckInWindow."""

    def cancel_booking(self, press: Press, code: str) -> str:
        """Cancel an appointment; its time is free at once. Answers the code."""
