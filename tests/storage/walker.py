"""A patient on an exam route, with the desks that see him: what the tests of routes walk with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from domain.errors import NobodyWaiting
from storage import moves
from storage.answers_routes import LoggedIn, pins_of
from storage.moves import TicketRef
from storage.moves_routes import LEAVE, LOG_IN, READ_PINS, READ_ROUTE
from tests.postgres import Database
from tests.storage.hand import Hand, staff

Answer = dict[str, Any]


@dataclass
class Walker:
    """One patient. `token` is the last he was given; he shows it whenever he asks."""

    database: Database
    patient: str = "P-1"
    gender: str = "male"
    exam: str = "recruitment"
    token: str | None = None
    been: list[str] = field(default_factory=list)

    def log_in(self, scope: str = "patient", **given: Any) -> LoggedIn:
        told = Hand(self.database, scope).press(
            LOG_IN,
            **{
                "patient": self.patient,
                "gender": self.gender,
                "exam": self.exam,
                "holder": self.token,
                **given,
            },
        )
        if told.ticket is not None:
            self.token = told.ticket.answer["token"]
        return told

    def route(self) -> Answer:
        """His route, as his token opens it."""
        found = Hand(self.database).read(
            READ_ROUTE, scope="patient", token=self.token, patient=self.patient
        )
        assert found is not None
        return dict(found)

    def statuses(self) -> dict[str, str]:
        return {stop["clinic"]: stop["status"] for stop in self.route()["stops"]}

    def be_called(self) -> None:
        """Desks of the clinic where he waits call until it is his turn."""
        clinic = self.route()["due"]
        while self.route()["ticket"]["state"] == "waiting":
            if staff(self.database).try_press(moves.CALL_NEXT, clinics=[clinic]) is None:
                raise NobodyWaiting

    def pin(self, clinic: str) -> str:
        return pins_of(Hand(self.database).read(READ_PINS)).pins[clinic]

    def leave(self) -> Answer:
        """Type the PIN of the clinic he is in; answers what follows."""
        clinic = self.route()["due"]
        told = Hand(self.database).press(LEAVE, TicketRef(token=self.token), pin=self.pin(clinic))
        self.been.append(clinic)
        if told.answer["next"] is not None:
            self.token = told.answer["next"]["token"]
        return dict(told.answer)

    def visit_next(self) -> Answer:
        """Be called where he waits, and leave."""
        self.be_called()
        return self.leave()
