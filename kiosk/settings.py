"""What a kiosk is told when it starts; nothing here is read from the environment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from domain.names import LANGUAGES
from domain.tickets import Clinic, IssuedTicket
from ui.languages import Digits


class TicketPrinter(Protocol):
    """Puts a ticket on paper; called from a worker, so it may block."""

    def print_ticket(self, ticket: IssuedTicket, clinic: Clinic, language: str) -> None:
        """Raises OSError, in one sentence for staff, when no paper came out."""


class Voice(Protocol):
    """Speaks without blocking; a new speech ends the one before."""

    def speak(self, language: str, sentences: Sequence[str]) -> None: ...

    def be_quiet(self) -> None: ...


@dataclass(frozen=True, slots=True)
class KioskSettings:
    """How one kiosk behaves.

    Args:
        follow_url: What the QR code says before the ticket's token, "http://host:8765/t/".
        exit_code: Digits with which staff leave the kiosk; None leaves no way out by touch.
        gender: male or female where the kiosk stands in that section; any asks nobody.
        patient_digits: The fewest and the most digits of an identifier typed by hand.
        settle_ms: So long after a new screen a touch does nothing: the second of a double tap.
    """

    follow_url: str
    languages: tuple[str, ...] = LANGUAGES
    digits: Digits = Digits.WESTERN
    time_zone: str = "UTC"
    gender: str = "any"
    patient_digits: tuple[int, int] = (4, 20)
    patient_kept_days: int = 30
    exit_code: str | None = None
    idle_ask_s: float = 30
    idle_reset_s: float = 15
    ticket_stay_s: float = 20
    retry_s: float = 3
    check_s: float = 10
    lost_answer_s: float = 20
    settle_ms: int = 300
    motion: bool = True
    hide_cursor: bool = True
    printer: TicketPrinter | None = field(default=None, repr=False)
    voice: Voice | None = field(default=None, repr=False)
