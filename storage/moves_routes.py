"""The moves of PINs and routes as Python sees them, and what is read of them."""

from __future__ import annotations

from storage import answers
from storage.answers_routes import NewPin
from storage.moves import Move

LEAVE = Move(
    "leave", ("pin", "queue_number", "holder", "address"), answers.Moved.of, about_ticket=True
)
REGENERATE_PIN = Move("regenerate_pin", ("clinic",), NewPin.of)

READ_PINS = "select dawr.read_pins()"
