"""The moves of PINs and routes as Python sees them, and what is read of them."""

from __future__ import annotations

from storage import answers
from storage.answers_routes import Edited, LoggedIn, NewPin
from storage.moves import Move

LEAVE = Move(
    "leave", ("pin", "queue_number", "holder", "address"), answers.Moved.of, about_ticket=True
)
REGENERATE_PIN = Move("regenerate_pin", ("clinic",), NewPin.of)
LOG_IN = Move("log_in", ("patient", "gender", "exam", "holder"), LoggedIn.of)
EDIT_ROUTE = Move(
    "edit_route", ("action", "reason", "patient", "ticket", "clinics", "clinic"), Edited.of
)

READ_PINS = "select dawr.read_pins()"
READ_ROUTE = (
    "select dawr.read_route(scope => %(scope)s, token => %(token)s, patient => %(patient)s)"
)
READ_TICKET_ROUTE = "select dawr.read_ticket_route(%(ticket)s)"
