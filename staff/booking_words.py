"""How the desk speaks of an appointment: who it is for, and whether the patient has come."""

from __future__ import annotations

from domain.slots import Booking, BookingState
from staff.words import translate


def booking_who(booking: Booking) -> str:
    """The name, else the id, else that neither was given."""
    return booking.name or booking.patient or translate("Staff", "No name given")


def booking_state_name(state: BookingState) -> str:
    return {
        BookingState.BOOKED: translate("Staff", "not here yet"),
        BookingState.CHECKED_IN: translate("Staff", "checked in"),
        BookingState.CANCELLED: translate("Staff", "cancelled"),
    }[state]


def booking_state_icon(state: BookingState) -> str:
    return {
        BookingState.BOOKED: "clock",
        BookingState.CHECKED_IN: "check",
        BookingState.CANCELLED: "close",
    }[state]
