"""Where watched tickets stand: one read for all of them, on the server's pool."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.notices import Place
from domain.states import OVER_STATES, TicketState
from domain.waits import Service, estimate_wait
from storage.answers import instant, maybe_instant
from storage.pool import Pool

_READ = "select asked, place from dawr.read_places(%(tickets)s)"
_FIND = "select dawr.find_place(scope => %(scope)s, token => %(token)s, patient => %(patient)s)"


@dataclass(frozen=True, slots=True)
class Found:
    """The place of the ticket `asked` for, true as of `position` of the stream of its clinic.

    `asked_token` is that ticket's present one. `may_go_on` says that it is over but its visit may
    still draw another, in whatever clinic.
    """

    asked: int
    asked_token: str
    stream: int
    position: int
    place: Place
    may_go_on: bool

    @staticmethod
    def of(asked: int, answer: Mapping[str, Any]) -> Found:
        place = _place(answer)
        may_go_on = bool(answer["goes_on"]) and place.state in OVER_STATES
        return Found(
            asked, answer["asked_token"], answer["clinic_id"], answer["position"], place, may_go_on
        )


async def find_place(
    pool: Pool, scope: str, *, token: str | None = None, patient: str | None = None
) -> Found | None:
    """The place to watch; None when there is no such ticket today."""
    answer = await pool.read(_FIND, {"scope": scope, "token": token, "patient": patient})
    return None if answer is None else Found.of(answer["asked"], answer)


async def read_places(pool: Pool, tickets: Sequence[int]) -> dict[int, Found]:
    """The places of these tickets, by the one asked for; all of one instant."""
    rows = await pool.rows(_READ, {"tickets": list(tickets)})
    return {asked: Found.of(asked, answer) for asked, answer in rows}


def _place(a: Mapping[str, Any]) -> Place:
    state = TicketState(a["state"])
    waits = state is TicketState.WAITING
    service = Service.of(a["service"])
    return Place(
        ticket_id=a["ticket_id"],
        clinic=a["clinic"],
        names=a["names"],
        floor=a["floor"],
        label=a["label"],
        number=a["number"],
        state=state,
        ahead=a["ahead"],
        room=a["room"],
        called_at=maybe_instant(a["called_at"]),
        recalls=a["recalls"],
        token=a["token"],
        estimate=estimate_wait(a["ahead"], a["in_service"], service) if waits else None,
        at=instant(a["time"]),
    )
