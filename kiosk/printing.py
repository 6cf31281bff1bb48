"""Puts a ticket on paper where a printer is, and tells staff when it did not come out."""

from __future__ import annotations

import enum
import logging
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from domain.ports import KioskPort, Press
from domain.tickets import Clinic, IssuedTicket
from kiosk.settings import TicketPrinter
from ui.tasks import Tasks

log = logging.getLogger(__name__)


class Paper(enum.Enum):
    """How the ticket on the screen stands on paper; NONE without a printer."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"


class Printing(QObject):
    """Prints in a worker. A failure never touches the ticket, which is safe in the database.

    Signals:
        changed: Paper; newest wins.
    """

    changed = Signal(object)

    def __init__(
        self, port: KioskPort, tasks: Tasks, printer: TicketPrinter | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._port, self._tasks, self._printer = port, tasks, printer
        self._ticket: IssuedTicket | None = None
        self.paper = Paper.NONE

    def print_ticket(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> None:
        """Print it, or print it again; while it is being printed nothing more is."""
        if self._printer is None or (self.paper is Paper.PRINTING and ticket == self._ticket):
            return
        self._ticket = ticket
        self._set(Paper.PRINTING)
        work = partial(_print, self._printer, ticket, clinic, language)
        self._tasks.run(work, self._answered, self._failed)

    def forget(self) -> None:
        """The ticket has left the screen; staff are still told if it does not come out."""
        self._ticket = None
        self.paper = Paper.NONE

    @Slot(object)
    def _answered(self, answer: tuple[IssuedTicket, str | None]) -> None:
        ticket, trouble = answer
        if trouble is not None:
            report = partial(self._port.report_print_failure, Press(), ticket.ticket_id, trouble)
            self._tasks.run(report, self._reported, self._failed)
        if ticket == self._ticket:
            self._set(Paper.PRINTED if trouble is None else Paper.FAILED)

    @Slot(object)
    def _reported(self, _nothing: object) -> None:
        """Staff know; there is nothing more to show."""

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        log.warning("staff could not be told of a ticket not printed: %s", type(error).__name__)

    def _set(self, paper: Paper) -> None:
        self.paper = paper
        self.changed.emit(paper)


def _print(
    printer: TicketPrinter, ticket: IssuedTicket, clinic: Clinic, language: str
) -> tuple[IssuedTicket, str | None]:
    """In the worker: print, and say why not if it was not printed."""
    try:
        printer.print_ticket(ticket, clinic, language)
    except OSError as trouble:
        return ticket, str(trouble)
    return ticket, None
