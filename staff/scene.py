"""All that a desk shows at one moment, as one frozen value; views paint it and ask nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.feed import Link
from domain.states import ClinicState
from domain.tickets import Clinic, Desk, DeskList, DeskTicket, TicketId
from staff.presses import Standing


@dataclass(frozen=True, slots=True)
class Scene:
    """The desk with its list, its link, and what became of the last press.

    `clinics` are the site's, all of them. `trouble` stood in the answer's place when the list was
    read last: then `desk_list` is old. `settling` says that a move is done and its list still on
    the way; `slow` that either takes so long that buttons show it. `leaving` maps a label to the
    room that another desk has just called it to.
    """

    desk: Desk
    clinics: tuple[Clinic, ...] = ()
    link: Link = Link.CONNECTING
    link_since: dt.datetime | None = None
    desk_list: DeskList | None = None
    trouble: Exception | None = None
    standing: Standing = field(default_factory=Standing)
    settling: bool = False
    slow: bool = False
    current: TicketId | None = None
    leaving: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_connected(self) -> bool:
        """Whether the database answered when it was last asked."""
        return self.desk_list is not None and self.trouble is None

    @property
    def is_free(self) -> bool:
        """Whether a press would be taken."""
        return self.is_connected and self.standing.is_free and not self.settling

    @property
    def shows_free(self) -> bool:
        """Whether buttons look as if they can be pressed.

        For the blink of an eye that an answer takes they keep their look, so that the desk does
        not flicker with every press; a press in that blink is not taken.
        """
        return self.is_connected and self.standing.lost is None and not self.slow

    @property
    def in_hand(self) -> DeskTicket | None:
        """The ticket that the buttons of the card are about."""
        tickets = () if self.desk_list is None else self.desk_list.in_hand
        chosen = next((one for one in tickets if one.ticket_id == self.current), None)
        return chosen or max(tickets, key=_called, default=None)

    @property
    def current_id(self) -> TicketId | None:
        """The ticket in hand's id."""
        ticket = self.in_hand
        return None if ticket is None else ticket.ticket_id

    @property
    def mine(self) -> tuple[Clinic, ...]:
        """The clinics of this desk."""
        return tuple(one for one in self.clinics if one.code in self.desk.clinics)

    @property
    def is_paused(self) -> bool:
        """Whether every clinic of this desk is paused."""
        return bool(self.mine) and all(one.state is ClinicState.PAUSED for one in self.mine)

    @property
    def is_closed(self) -> bool:
        return bool(self.mine) and all(one.state is ClinicState.CLOSED for one in self.mine)


def _called(ticket: DeskTicket) -> tuple[float, int]:
    at = ticket.called_at or ticket.arrived_at
    return at.timestamp(), int(ticket.ticket_id)
