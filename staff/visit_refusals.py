"""The sentences of refusals about PINs, routes and appointments: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from domain import errors
from staff.words import Wording, translate


def _wrong_pin(why: errors.Refusal, _label: str, wording: Wording) -> str:
    left = why.facts.get("attempts_left")
    if isinstance(left, int):
        return translate(
            "Staff", "Wrong PIN. Tries left: {n}. Ask the patient again, or press Done."
        ).format(n=wording.number(left))
    return translate("Staff", "Wrong PIN. Ask the patient again, or press Done.")


def _locked(_why: errors.Refusal, label: str, _wording: Wording) -> str:
    return translate(
        "Staff", "Too many wrong PINs for {label}. End it with Done, or draw a new PIN."
    ).format(label=label)


def _wrong_number(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "That is not the patient's number. Look at the ticket again.")


def _due(why: errors.Refusal, wording: Wording) -> str:
    due = why.facts.get("due")
    return wording.clinic(due) if isinstance(due, str) and due else ""


def _out_of_turn(why: errors.Refusal, _label: str, wording: Wording) -> str:
    due = _due(why, wording)
    if due:
        return translate(
            "Staff", "On this route {clinic} comes first. Send the patient there."
        ).format(clinic=due)
    return translate("Staff", "Another clinic of the route comes first. Look at the route.")


def _not_done(why: errors.Refusal, _label: str, wording: Wording) -> str:
    due = _due(why, wording)
    if due:
        return translate(
            "Staff", "The patient is not done in {clinic} yet. Finish there first."
        ).format(clinic=due)
    return translate("Staff", "The clinic before is not finished. Finish there first.")


def _not_on_route(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This clinic is not on the patient's route. Change the route first.")


def _no_slot(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This time cannot be booked. Choose another.")


def _no_hold(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This reservation is over. Choose a time again.")


def _no_booking(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This appointment is no longer there. Look at the list again.")


def _slot_taken(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "Somebody else has just taken this time. Choose another.")


def _hold_expired(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "The ten minutes of the reservation are over. Choose a time again.")


def _hold_used(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This reservation is an appointment already. Look at the list.")


def _holding(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This patient is just booking another time here. Wait a moment.")


def _window(why: errors.Refusal, _label: str, wording: Wording) -> str:
    opens, closes = why.instant("opens_at"), why.instant("closes_at")
    if opens is None or closes is None:
        return translate("Staff", "It is not the time to check in. Register a walk-in instead.")
    return translate(
        "Staff", "Check-in is possible from {a} to {b}. Register a walk-in instead."
    ).format(a=wording.time(opens), b=wording.time(closes))


def _no_pairing(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This code is not known. Look at the station again.")


def _too_often(_why: errors.Refusal, _label: str, _wording: Wording) -> str:
    return translate("Staff", "This was asked too often. Wait a little and try again.")


VISIT_SENTENCES: dict[type, Callable[[errors.Refusal, str, Wording], str]] = {
    errors.IncorrectPin: _wrong_pin,
    errors.PinLocked: _locked,
    errors.WrongQueueNumber: _wrong_number,
    errors.WrongSequence: _out_of_turn,
    errors.PreviousNotCompleted: _not_done,
    errors.NotOnRoute: _not_on_route,
    errors.SlotNotFound: _no_slot,
    errors.HoldNotFound: _no_hold,
    errors.BookingNotFound: _no_booking,
    errors.SlotTaken: _slot_taken,
    errors.HoldExpired: _hold_expired,
    errors.HoldUsed: _hold_used,
    errors.AlreadyHolding: _holding,
    errors.OutsideCheckInWindow: _window,
    errors.PairingNotFound: _no_pairing,
    errors.RateLimited: _too_often,
}
